import { type KeyboardEvent, type ReactNode, type SyntheticEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useHotkeys } from '../hotkeys';
import { cellOf, isFigure, widthOf } from './columns';
import type { RowAction } from './DataTable';
import s from './DataTable.module.css';
import { HeadCell } from './HeadCell';
import { nextSort } from './listState';
import { RowMenu } from './RowMenu';
import { Tick } from './Tick';
import type { List } from './useList';

export interface Selection<Row> {
  selected: Map<string, Row>;
  onChange: (selected: Map<string, Row>) => void;
}

interface RowsProps<Row> {
  label: string;
  list: List<Row>;
  rows: Row[] | undefined;
  isPending: boolean;
  /** The rows of the state before are still shown. */
  isFetching: boolean;
  open?: (row: Row) => string;
  actions?: (row: Row) => RowAction[];
  selection?: Selection<Row>;
  totals?: Record<string, ReactNode>;
}

export const idOf = (row: unknown): string => (row as { id: string }).id;

/** With that row, or without it when it was in. */
export function toggled<Row>(selected: Map<string, Row>, row: Row): Map<string, Row> {
  const next = new Map(selected);
  if (!next.delete(idOf(row))) next.set(idOf(row), row);
  return next;
}

const skeletonRows = 16;
const checkboxWidth = 40;
const menuWidth = 44;

/** The table of a DataTable: plain HTML, so that sticking, keys and print are the browser's own. */
export function Rows<Row>(props: RowsProps<Row>) {
  const { label, list, rows, isPending, isFetching, open, actions, selection, totals } = props;
  const { t } = useTranslation('shared');
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  const columns = list.columns;
  useHotkeys({ ArrowDown: () => body.current?.rows[0]?.focus() });

  const toggle = (row: Row) => selection?.onChange(toggled(selection.selected, row));
  const allSelected = !!rows?.length && rows.every((row) => selection?.selected.has(idOf(row)));
  const toggleAll = () => {
    const next = new Map(selection?.selected);
    for (const row of rows ?? []) allSelected ? next.delete(idOf(row)) : next.set(idOf(row), row);
    selection?.onChange(next);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, row: Row) => {
    // Keys of a control inside the row are its own.
    if (event.target !== event.currentTarget) return;
    const index = event.currentTarget.sectionRowIndex;
    const move: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: (rows?.length ?? 0) - 1,
    };
    const target = move[event.key];
    if (target !== undefined) body.current?.rows[target]?.focus();
    else if (event.key === 'Enter' && open) navigate(open(row));
    else if (event.key === ' ' && selection) toggle(row);
    else return;
    event.preventDefault();
  };

  const minWidth =
    columns.reduce((sum, column) => sum + widthOf(column), 0) +
    (selection ? checkboxWidth : 0) +
    (actions ? menuWidth : 0);
  return (
    <div className={s.scroll}>
      <table
        className={s.table}
        style={{ minWidth }}
        data-density={list.density}
        aria-label={label}
        aria-busy={isFetching}
      >
        <colgroup>
          {selection && <col style={{ width: checkboxWidth }} />}
          {columns.map((column) => (
            <col key={column.key} style={column.kind === 'name' ? undefined : { width: widthOf(column) }} />
          ))}
          {actions && <col style={{ width: menuWidth }} />}
        </colgroup>
        <thead>
          <tr>
            {selection && (
              <th scope="col" className={s.check}>
                <Tick label={t('list.selectAll')} checked={allSelected} onChange={toggleAll} />
              </th>
            )}
            {columns.map((column) => (
              <HeadCell
                key={column.key}
                column={column}
                sort={list.state.sort}
                onSort={() => list.set({ sort: nextSort(list.state.sort, column.key, isFigure(column)) })}
              />
            ))}
            {actions && (
              <th scope="col">
                <span className="srOnly">{t('list.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody ref={body} onMouseOver={showCutText} onFocus={showCutText}>
          {isPending && <Skeleton columns={columns.length + (selection ? 1 : 0) + (actions ? 1 : 0)} />}
          {rows?.map((row, index) => (
            <tr
              key={idOf(row)}
              tabIndex={index === 0 ? 0 : -1}
              data-selected={selection?.selected.has(idOf(row))}
              onKeyDown={(event) => onKeyDown(event, row)}
            >
              {selection && (
                <td className={s.check}>
                  <Tick
                    inRow
                    label={t('list.select')}
                    checked={selection.selected.has(idOf(row))}
                    onChange={() => toggle(row)}
                  />
                </td>
              )}
              {columns.map((column) => (
                <td key={column.key} data-figure={isFigure(column)} data-kind={column.kind}>
                  {column.kind === 'name' && open ? (
                    <Link to={open(row)}>{cellOf(column, row)}</Link>
                  ) : (
                    cellOf(column, row)
                  )}
                </td>
              ))}
              {actions && (
                <td className={s.menu}>
                  <RowMenu actions={() => actions(row)} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
        {totals && (
          <tfoot>
            <tr>
              {selection && <td />}
              {columns.map((column, index) => (
                <td key={column.key} data-figure={isFigure(column)}>
                  {totals[column.key] ?? (index === 0 && t('list.total'))}
                </td>
              ))}
              {actions && <td />}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

/** A cell that is cut off tells its whole text as a tooltip; only then, and without a component for each cell. */
function showCutText(event: SyntheticEvent): void {
  const cell = (event.target as HTMLElement).closest('td');
  if (cell && !cell.title && cell.scrollWidth > cell.clientWidth) cell.title = cell.textContent ?? '';
}

/** Grey bars where the rows will be, so that nothing jumps when they come. */
const Skeleton = ({ columns }: { columns: number }) =>
  Array.from({ length: skeletonRows }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity
    <tr key={row} className={s.skeleton}>
      {Array.from({ length: columns }, (_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity
        <td key={column}>
          <span style={{ width: `${45 + ((row * 7 + column * 13) % 40)}%` }} />
        </td>
      ))}
    </tr>
  ));
