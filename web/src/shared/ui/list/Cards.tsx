import { Skeleton } from 'antd';
import { Link } from 'react-router';
import s from './Cards.module.css';
import { cardPlan, cellOf } from './columns';
import type { RowAction } from './DataTable';
import { RowMenu } from './RowMenu';
import { idOf } from './Rows';
import type { List } from './useList';

interface CardsProps<Row> {
  list: List<Row>;
  rows: Row[] | undefined;
  isPending: boolean;
  isFetching: boolean;
  open?: (row: Row) => string;
  actions?: (row: Row) => RowAction[];
}

/** The same rows on a phone. */
export function Cards<Row>({ list, rows, isPending, isFetching, open, actions }: CardsProps<Row>) {
  if (isPending) return <Skeleton active title={false} paragraph={{ rows: 12 }} />;
  const { name, corner, lines } = cardPlan(list.columns);
  return (
    <ul className={s.cards} aria-busy={isFetching}>
      {rows?.map((row) => (
        <li key={idOf(row)}>
          <div className={s.first}>
            <div className={s.name}>
              {name && (open ? <Link to={open(row)}>{cellOf(name, row)}</Link> : cellOf(name, row))}
            </div>
            {corner && <div className={s.corner}>{cellOf(corner, row)}</div>}
          </div>
          <div className={s.lines}>
            {lines.map((column) => (
              <span key={column.key} title={column.title}>
                <span className="srOnly">{column.title} </span>
                {cellOf(column, row)}
              </span>
            ))}
            {actions && (
              <span className={s.menu}>
                <RowMenu actions={() => actions(row)} />
              </span>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
