// What a list shows is in the URL: it can be sent to a colleague, kept as a view, and Back works.

export interface ListState {
  page: number;
  size: number;
  /** "amount" ascending, "-amount" descending, "" as the server likes. */
  sort: string;
  q: string;
  filters: Record<string, string>;
  /** Only when a link or a saved view brings its own columns. */
  columns?: string[];
}

export interface ListDefaults {
  sort?: string;
  filterNames: string[];
}

export const pageSizes = [20, 50, 100];
const firstSize = 20;

const positive = (text: string | null, otherwise: number): number => {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : otherwise;
};

export function readListState(search: URLSearchParams, { sort = '', filterNames }: ListDefaults): ListState {
  const size = positive(search.get('size'), firstSize);
  const columns = search.get('columns')?.split(',').filter(Boolean);
  const filters = filterNames.flatMap((name) => {
    const value = search.get(name);
    return value ? [[name, value] as const] : [];
  });
  return {
    page: positive(search.get('page'), 1),
    size: pageSizes.includes(size) ? size : firstSize,
    sort: search.get('sort') ?? sort,
    q: search.get('q') ?? '',
    filters: Object.fromEntries(filters),
    ...(columns ? { columns } : {}),
  };
}

/** The URL after a change. What is as by default is left out, what belongs to others stays; all but paging goes to page 1. */
export function writeListState(
  search: URLSearchParams,
  change: Partial<ListState>,
  { sort: sortByDefault = '' }: ListDefaults,
): URLSearchParams {
  const next = new URLSearchParams(search);
  const put = (name: string, value: string | undefined, byDefault = '') => {
    if (value === undefined || value === byDefault) next.delete(name);
    else next.set(name, value);
  };
  if (change.sort !== undefined) put('sort', change.sort, sortByDefault);
  if (change.q !== undefined) put('q', change.q.trim());
  if (change.size !== undefined) put('size', String(change.size), String(firstSize));
  if ('columns' in change) put('columns', change.columns?.join(','));
  for (const [name, value] of Object.entries(change.filters ?? {})) put(name, value);
  if (change.page !== undefined) put('page', String(change.page), '1');
  else if (!('columns' in change)) next.delete('page');
  return next;
}

/** What the server is asked. */
export function listQuery({ page, size, sort, q, filters }: ListState): Record<string, string> {
  return { page: String(page), size: String(size), ...(sort ? { sort } : {}), ...(q ? { q } : {}), ...filters };
}

/** The state as a saved view keeps it: with its columns, without the place in it. */
export function viewQuery({ sort, q, filters }: ListState, columns: string[]): string {
  const wanted = { ...(sort ? { sort } : {}), ...(q ? { q } : {}), ...filters, columns: columns.join(',') };
  return new URLSearchParams(wanted).toString();
}

/** A click on a head: its first direction, the other one, then as by default. Figures begin with the largest. */
export function nextSort(sort: string, key: string, largestFirst: boolean): string {
  const [first, second] = largestFirst ? [`-${key}`, key] : [key, `-${key}`];
  if (sort === first) return second;
  return sort === second ? '' : first;
}

export const isNarrowed = ({ q, filters }: ListState): boolean => q !== '' || Object.keys(filters).length > 0;
