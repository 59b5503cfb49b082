import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import s from './Cards.module.css';
import { cardPlan, cellOf } from './columns';
import type { RowAction } from './DataTable';
import { RowMenu } from './RowMenu';
import { idOf, type Selection, toggled } from './Rows';
import { TickTarget } from './Tick';
import type { List } from './useList';

interface CardsProps<Row> {
  list: List<Row>;
  rows: Row[] | undefined;
  isPending: boolean;
  isFetching: boolean;
  open?: (row: Row) => string;
  actions?: (row: Row) => RowAction[];
  selection?: Selection<Row>;
  /** What stands below the name, instead of the columns. */
  card?: (row: Row) => ReactNode;
  /** Beside each other, as many as there is room for. */
  wide?: boolean;
}

/** The same rows on a phone, or as a wall of cards. */
export function Cards<Row>({
  list,
  rows,
  isPending,
  isFetching,
  open,
  actions,
  selection,
  card,
  wide,
}: CardsProps<Row>) {
  const { t } = useTranslation('shared');
  if (isPending) return <Skeleton active title={false} paragraph={{ rows: 12 }} />;
  const { name, corner, lines } = cardPlan(list.columns);
  return (
    <ul className={wide ? s.wall : s.cards} aria-busy={isFetching}>
      {rows?.map((row) => (
        <li key={idOf(row)} data-selected={selection?.selected.has(idOf(row))}>
          <div className={s.first}>
            {selection && (
              <TickTarget
                label={t('list.select')}
                checked={selection.selected.has(idOf(row))}
                onChange={() => selection.onChange(toggled(selection.selected, row))}
              />
            )}
            <div className={s.name}>
              {name && (open ? <Link to={open(row)}>{cellOf(name, row)}</Link> : cellOf(name, row))}
            </div>
            {corner && <div className={s.corner}>{cellOf(corner, row)}</div>}
          </div>
          {card?.(row)}
          <div className={s.lines} hidden={!!card && !actions}>
            {(card ? [] : lines).map((column) => (
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
