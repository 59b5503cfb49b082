import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import { type Column, isFigure } from './columns';
import s from './DataTable.module.css';

interface HeadCellProps<Row> {
  column: Column<Row>;
  sort: string;
  onSort: () => void;
}

export function HeadCell<Row>({ column, sort, onSort }: HeadCellProps<Row>) {
  const direction = sort === column.key ? 'ascending' : sort === `-${column.key}` ? 'descending' : undefined;
  return (
    <th scope="col" data-figure={isFigure(column)} data-kind={column.kind} aria-sort={direction}>
      {column.sortable ? (
        <button type="button" className={s.sort} onClick={onSort} data-active={direction !== undefined}>
          <span>{column.title}</span>
          {direction === 'ascending' ? <CaretUpOutlined /> : <CaretDownOutlined />}
        </button>
      ) : (
        column.title
      )}
    </th>
  );
}
