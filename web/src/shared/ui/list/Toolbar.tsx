import { FilterOutlined, ReloadOutlined } from '@ant-design/icons';
import { Badge, Button, Drawer, type InputRef, Popover } from 'antd';
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../IconButton';
import { ColumnChoice } from './ColumnChoice';
import type { Column } from './columns';
import { ExportMenu } from './ExportMenu';
import { type Filter, FilterInput, filterNames } from './filters';
import { viewQuery } from './listState';
import { SavedViews } from './SavedViews';
import { SearchBox } from './SearchBox';
import { canSort, SortChoice } from './SortChoice';
import s from './Toolbar.module.css';
import type { List } from './useList';

interface ToolbarProps<Row> {
  list: List<Row>;
  all: Pick<Column<unknown>, 'key' | 'title' | 'kind' | 'sortable'>[];
  filters: Filter[];
  searchHint?: string;
  canExport: boolean;
  searchRef: RefObject<InputRef | null>;
  /** Shown as cards, which have no heads to sort by. */
  isWall?: boolean;
  /** Before the buttons at the end. */
  children?: ReactNode;
}

// As Toolbar.module.css lays them out: the search box, the buttons at the end, and what a filter of each kind takes.
const searchWidth = 240;
const buttonsWidth = 200;
const filterWidths: Record<Filter['kind'], number> = {
  choice: 148,
  record: 200,
  days: 280,
  many: 200,
  range: 200,
  text: 148,
};
const gap = 8;

/** How many filters stand in the one row that the toolbar has; the rest waits behind a button. */
function useFitting(filters: Filter[], endWidth: number): [RefObject<HTMLElement | null>, number] {
  const bar = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    if (!bar.current) return;
    const measure = () => setWidth(bar.current?.clientWidth || Number.POSITIVE_INFINITY);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(bar.current);
    return () => observer.disconnect();
  }, []);
  let left = width - searchWidth - endWidth;
  const cut = filters.findIndex(({ kind }) => {
    left -= filterWidths[kind] + gap;
    return left < 0;
  });
  return [bar, cut < 0 ? filters.length : cut];
}

export function Toolbar<Row>(props: ToolbarProps<Row>) {
  const { list, all, filters, searchHint, canExport, searchRef, isWall, children } = props;
  const { t } = useTranslation('shared');
  const { state, set } = list;
  const shown = list.columns.map((column) => column.key as string);
  const [bar, fitting] = useFitting(
    filters,
    buttonsWidth + (children ? 40 : 0) + (isWall ? filterWidths.choice + gap : 0),
  );
  const rest = filters.slice(fitting);
  const restInUse = filterNames(rest).filter((name) => name in state.filters).length;
  return (
    <search className={s.bar} ref={bar}>
      <div className={s.search}>
        <SearchBox ref={searchRef} value={state.q} placeholder={searchHint} onSearch={(q) => set({ q }, true)} />
      </div>
      {filters.slice(0, fitting).map((filter) => (
        <div key={filter.name} className={s.filter} data-kind={filter.kind}>
          <FilterInput filter={filter} values={state.filters} onChange={(change) => set({ filters: change })} />
        </div>
      ))}
      {rest.length > 0 && (
        <Popover
          trigger="click"
          placement="bottom"
          content={
            <section className={s.more} aria-label={t('list.moreFilters')}>
              {rest.map((filter) => (
                <div key={filter.name}>
                  <span>{filter.label}</span>
                  <FilterInput filter={filter} values={state.filters} onChange={(change) => set({ filters: change })} />
                </div>
              ))}
            </section>
          }
        >
          <Badge count={restInUse} size="small">
            <IconButton label={t('list.moreFilters')} icon={<FilterOutlined />} />
          </Badge>
        </Popover>
      )}
      {isWall && canSort(all) && (
        <div className={s.filter}>
          <SortChoice columns={all} state={state} set={set} />
        </div>
      )}
      <div className={s.end}>
        {children}
        <IconButton label={t('list.refresh')} icon={<ReloadOutlined />} onClick={() => list.reply.refetch()} />
        <SavedViews list={list.name} query={viewQuery(state, shown)} onShow={list.show} />
        {canExport && <ExportMenu address={list.address} state={state} fixed={list.fixed} columns={shown} />}
        <ColumnChoice list={list.name} all={all} shown={shown} density={list.density} onChoose={list.chooseColumns} />
      </div>
    </search>
  );
}

export function PhoneToolbar<Row>({
  list,
  all,
  filters,
  searchHint,
  searchRef,
}: Omit<ToolbarProps<Row>, 'canExport' | 'isWall' | 'children'>) {
  const { t } = useTranslation('shared');
  const [open, setOpen] = useState(false);
  const { state, set } = list;
  return (
    <search className={s.phoneBar}>
      <SearchBox ref={searchRef} value={state.q} placeholder={searchHint} onSearch={(q) => set({ q }, true)} />
      {(filters.length > 0 || canSort(all)) && (
        <Badge count={Object.keys(state.filters).length} size="small">
          <Button aria-label={t('list.filter')} icon={<FilterOutlined />} onClick={() => setOpen(true)} />
        </Badge>
      )}
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        destroyOnHidden
        placement="bottom"
        size="auto"
        // As high as its fields, but never off the screen.
        styles={{ wrapper: { maxHeight: '92dvh' } }}
        title={t('list.filter')}
        extra={
          <Button type="text" onClick={list.clear}>
            {t('list.clear')}
          </Button>
        }
      >
        <div className={s.phoneFilters}>
          {canSort(all) && (
            <div>
              <span>{t('list.sort')}</span>
              <SortChoice columns={all} state={state} set={set} />
            </div>
          )}
          {filters.map((filter) => (
            <div key={filter.name}>
              <span>{filter.label}</span>
              <FilterInput
                filter={filter}
                values={state.filters}
                onChange={(change) => set({ filters: change }, true)}
              />
            </div>
          ))}
          <Button type="primary" block onClick={() => setOpen(false)}>
            {t('list.showCount', { count: list.reply.data?.total ?? 0 })}
          </Button>
        </div>
      </Drawer>
    </search>
  );
}
