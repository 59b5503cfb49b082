import { keepPreviousData } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import type { Period } from '@/shared/format/period';

export type Board = Reply<'/api/board'>;
export type Line = Board['lines'][number];
export type Subject = Board['by'];

export const subjects: Subject[] = ['Unit', 'Person', 'Territory'];

/** The part of the house that is looked at; any of them together. */
export interface Part {
  unit?: string;
  person?: string;
  territory?: string;
}

export const keyOf: Record<Subject, keyof Part> = { Unit: 'unit', Person: 'person', Territory: 'territory' };
const partKeys = Object.values(keyOf);

/** What the rows are and which part is shown, in the URL. */
export function useView() {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('by') as Subject | null;
  const by: Subject = asked && subjects.includes(asked) ? asked : 'Unit';
  const part: Part = Object.fromEntries(partKeys.flatMap((key) => (search.get(key) ? [[key, search.get(key)]] : [])));
  const go = (change: { by?: Subject } & Partial<Record<keyof Part, string | null>>) =>
    setSearch((now) => {
      const next = new URLSearchParams(now);
      for (const [key, value] of Object.entries(change)) value ? next.set(key, value) : next.delete(key);
      return next;
    });
  return { by, part, go };
}

export const useBoard = (period: Period, by: Subject, part: Part) =>
  server.useQuery(
    'get',
    '/api/board',
    { params: { query: { ...period, by, ...part } } },
    { placeholderData: keepPreviousData },
  );

/** First to last day of the business year that holds a day. */
export function yearOf(day: string, firstMonth: number): Period {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const start = month >= firstMonth ? year : year - 1;
  const iso = (y: number, m: number, d: number) => new Date(Date.UTC(y, m, d)).toISOString().slice(0, 10);
  return { from: iso(start, firstMonth - 1, 1), to: iso(start + 1, firstMonth - 1, 0) };
}

/** The lines of a part: what lies above it is left out, its own line comes to the top. */
export function linesBelow(lines: Line[], top: string | undefined): Line[] {
  const at = top === undefined ? -1 : lines.findIndex((line) => line.id === top);
  const root = lines[at];
  if (!root) return lines;
  const after = lines.slice(at + 1);
  const end = after.findIndex((line) => line.level <= root.level);
  return [root, ...after.slice(0, end < 0 ? undefined : end)].map((line) => ({
    ...line,
    level: line.level - root.level,
  }));
}

/** The lists behind the figures of a part in a period; a line narrows the part. Undefined: no list can say it. */
export function listsBehind(period: Period, part: Part, line?: { by: Subject; id: string | null | undefined }) {
  const narrowed: Part = line?.id ? { ...part, [keyOf[line.by]]: line.id } : part;
  const nobody = line !== undefined && !line.id;
  const { unit, territory, person } = narrowed;
  const query = (more: Record<string, string | undefined>) =>
    new URLSearchParams(
      Object.entries({ ...period, unit, territory, ...more }).filter((pair): pair is [string, string] => !!pair[1]),
    ).toString();
  const noSalesperson = nobody && line.by === 'Person' ? 'true' : undefined;
  return {
    orders:
      nobody && !noSalesperson
        ? undefined
        : `/orders?${query({ state: 'Confirmed', salesperson: person, noSalesperson })}`,
    goals: nobody ? undefined : `/goals?${query({ person })}`,
  };
}
