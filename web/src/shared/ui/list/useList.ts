import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { getAt } from '@/shared/api/client';
import { setListPreference, usePreferences } from '../preferences';
import { type Column, chosenColumns } from './columns';
import { type Filter, filterNames } from './filters';
import { type ListState, listQuery, readListState, writeListState } from './listState';

export interface ListSource<Row> {
  path: string;
  /** Fills `{id}` in the path of a list below a record. */
  pathParams?: Record<string, string>;
  /** Part of every question to the server, and no filter of the reader's: which tab of the page this list is. */
  fixed?: Record<string, string>;
  /** Keeps arrangement and saved views apart: "customers". */
  name: string;
  columns: Column<Row>[];
  filters?: Filter[];
  sort?: string;
}

/** The state of a list (URL), its data (server) and its arrangement (this browser). */
export function useList<Row>({ path, pathParams, fixed, name, columns, filters = [], sort }: ListSource<Row>) {
  const [search, setSearch] = useSearchParams();
  const names = filterNames(filters).join(',');
  const defaults = useMemo(() => ({ filterNames: names.split(',').filter(Boolean), sort }), [names, sort]);
  const state = readListState(search, defaults);
  const address = Object.entries(pathParams ?? {}).reduce((p, [key, value]) => p.replace(`{${key}}`, value), path);

  const query = { ...fixed, ...listQuery(state) };
  const reply = useQuery({
    queryKey: ['get', path, { params: { path: pathParams, query } }],
    queryFn: async ({ signal }): Promise<{ items: Row[]; total: number }> =>
      (await getAt(`${address}?${new URLSearchParams(query)}`, signal)).json(),
    placeholderData: keepPreviousData,
  });

  const preference = usePreferences((p) => p.lists[name]);
  const densityOfAll = usePreferences((p) => p.density);
  const shown = chosenColumns(columns, state.columns ?? preference?.columns);
  const set = (change: Partial<ListState>, replace = false) =>
    setSearch((now) => writeListState(now, change, defaults), { replace });

  return {
    name,
    address,
    state,
    fixed,
    set,
    reply,
    columns: shown,
    density: preference?.density ?? densityOfAll,
    chooseColumns: (keys: string[] | undefined) => {
      setListPreference(name, { columns: keys });
      if (state.columns) set({ columns: undefined }, true);
    },
    /** Goes to a saved view, leaving nothing of the present one. */
    show: (view: string) =>
      setSearch((now) => {
        const kept = new URLSearchParams(now);
        for (const key of ['page', 'sort', 'q', 'columns', ...defaults.filterNames]) kept.delete(key);
        for (const [key, value] of new URLSearchParams(view)) kept.set(key, value);
        return kept;
      }),
    clear: () => set({ q: '', filters: Object.fromEntries(defaults.filterNames.map((f) => [f, ''])) }),
  };
}

export type List<Row> = ReturnType<typeof useList<Row>>;
