import { AppstoreOutlined, UnorderedListOutlined } from '@ant-design/icons';
import type { InputRef } from 'antd';
import { Button } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ListPath, ListReply, RowOf } from '@/shared/api/types';
import { EmptyState } from '../EmptyState';
import { useHotkeys } from '../hotkeys';
import { IconButton } from '../IconButton';
import { LoadFailed } from '../LoadFailed';
import { useIsPhone } from '../media';
import { Cards } from './Cards';
import s from './DataTable.module.css';
import { isNarrowed } from './listState';
import { Pager } from './Pager';
import { Rows } from './Rows';
import { PhoneToolbar, Toolbar } from './Toolbar';
import bar from './Toolbar.module.css';
import { type ListSource, useList } from './useList';

export type RowAction = {
  key: string;
  label: string;
  danger?: boolean;
  onClick: () => void;
};

export interface DataTableProps<P extends ListPath, Row = RowOf<P>> extends ListSource<Row> {
  /** Any GET of the API that answers `{ items, total }`; the rows' type comes from it. */
  path: P;
  /** What the rows are, spoken: "Customers". */
  label: string;
  /** Placeholder of the search box: what is searched. */
  searchHint?: string;
  /** Where a row leads: the link of its name, Enter, a tap on its card. */
  open?: (row: Row) => string;
  /** Behind the "…" of a row. */
  actions?: (row: Row) => RowAction[];
  /** Buttons for the selected rows; giving it makes rows selectable. */
  batch?: (rows: Row[], done: () => void) => ReactNode;
  /** The key `c`, and what an empty list offers. */
  create?: { label: string; onClick: () => void };
  /** Says what the list will hold and how it gets there. */
  empty: string;
  canExport?: boolean;
  /** The rows as cards: on a phone, and where `?show=cards` says so; `fixed` asks the server for what only the cards say. */
  wall?: { fixed?: Record<string, string>; card: (row: Row) => ReactNode };
  /** The last row: totals by column key, from the reply; none where there is nothing to tell. */
  totals?: (reply: ListReply<P>) => Record<string, ReactNode> | undefined;
}

/** THE list: a table, cards on a phone. Paging, order, filters and search live in the URL. */
export function DataTable<P extends ListPath>(props: DataTableProps<P>) {
  const {
    label,
    filters = [],
    searchHint,
    open,
    actions,
    batch,
    create,
    empty,
    canExport = false,
    totals,
    wall,
  } = props;
  type Row = RowOf<P>;
  const { t } = useTranslation('shared');
  const isPhone = useIsPhone();
  const [search, setSearch] = useSearchParams();
  const isWall = !!wall && (isPhone || search.get('show') === 'cards');
  const list = useList<Row>(isWall ? { ...props, fixed: { ...props.fixed, ...wall.fixed } } : props);
  const searchRef = useRef<InputRef>(null);
  const [selected, setSelected] = useState<Map<string, Row>>(new Map());
  useHotkeys({ '/': () => searchRef.current?.focus({ cursor: 'all' }), c: create?.onClick });

  const { data, error, isPending, isPlaceholderData, refetch } = list.reply;
  const rows = data?.items;
  const clearSelection = () => setSelected(new Map());
  const nothing = data?.total === 0 && (
    <EmptyState
      text={isNarrowed(list.state) ? t('list.noMatch') : empty}
      action={
        isNarrowed(list.state) ? (
          <Button onClick={list.clear}>{t('list.clear')}</Button>
        ) : (
          create && (
            <Button type="primary" onClick={create.onClick}>
              {create.label}
            </Button>
          )
        )
      }
    />
  );
  const failed = error && !data && <LoadFailed error={error} retry={refetch} />;
  const shared = { list, rows, isPending, isFetching: isPlaceholderData, open, actions };
  const selection = batch ? { selected, onChange: setSelected } : undefined;
  const bulk = (className: string) =>
    batch &&
    selected.size > 0 && (
      <div className={`${bar.bar} ${className}`} role="toolbar" aria-label={t('list.batch')}>
        <b>{t('list.selected', { count: selected.size })}</b>
        {batch([...selected.values()], clearSelection)}
        <Button type="text" onClick={clearSelection}>
          {t('list.unselect')}
        </Button>
      </div>
    );
  const pager = <Pager state={list.state} total={data?.total} onChange={list.set} />;

  const card = isWall ? wall.card : undefined;
  const turn = () =>
    setSearch((now) => {
      const next = new URLSearchParams(now);
      if (isWall) next.delete('show');
      else next.set('show', 'cards');
      return next;
    });

  if (isPhone)
    return (
      <section aria-label={label}>
        <PhoneToolbar list={list} all={props.columns} filters={filters} searchHint={searchHint} searchRef={searchRef} />
        {failed || nothing || <Cards {...shared} selection={selection} card={card} />}
        {pager}
        {bulk(bar.foot as string)}
      </section>
    );
  return (
    <section className={s.list} aria-label={label}>
      {bulk(bar.batch as string) || (
        <Toolbar list={list} all={props.columns} {...{ filters, searchHint, searchRef, canExport, isWall }}>
          {wall && (
            <IconButton
              label={t(isWall ? 'list.asTable' : 'list.asCards')}
              icon={isWall ? <UnorderedListOutlined /> : <AppstoreOutlined />}
              onClick={turn}
            />
          )}
        </Toolbar>
      )}
      {failed || nothing || (isWall && <Cards {...shared} selection={selection} card={card} wide />) || (
        <Rows {...shared} label={label} selection={selection} totals={data && totals?.(data as ListReply<P>)} />
      )}
      {pager}
    </section>
  );
}
