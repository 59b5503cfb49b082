import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { getAt } from '@/shared/api/client';
import type { paths } from '@/shared/api/schema';
import type { Reply } from '@/shared/api/types';
import { type Filter, filterNames } from './filters';

/** What a list comes to: its `/totals`, with the filters and the search that are in the URL. */
export function useListTotals<P extends keyof paths>(path: P, filters: Filter[]): Reply<P> | undefined {
  const [search] = useSearchParams();
  const query = Object.fromEntries(
    ['q', ...filterNames(filters)].flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  const { data } = useQuery({
    queryKey: ['get', path, { params: { query } }],
    queryFn: async ({ signal }): Promise<Reply<P>> =>
      (await getAt(`${path}?${new URLSearchParams(query)}`, signal)).json(),
    placeholderData: keepPreviousData,
  });
  return data;
}
