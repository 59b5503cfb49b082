import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import type { Tone } from '@/shared/ui/StatusTag';
import { useNamed } from '../grading/words';

export type Care = Reply<'/api/care-items/{id}'>;
export type CareRow = Reply<'/api/care-items'>['items'][number];

export const states = ['Open', 'Done', 'Skipped'] as const;
export const dues = ['Now', 'Overdue', 'Today', 'Week'] as const;

export const toneOf = (care: { state: (typeof states)[number]; isOverdue: boolean }): Tone =>
  care.state === 'Done' ? 'good' : care.state === 'Skipped' ? 'neutral' : care.isOverdue ? 'bad' : 'progress';

/** The house's kinds of care, in the language of the reader. */
export function useCareWords() {
  const named = useNamed();
  const { data } = server.useQuery('get', '/api/care-words', undefined, { staleTime: 60_000 });
  const of = (code: string) => data?.kinds.find((one) => one.code === code);
  const kind = (code: string | null | undefined): string => {
    const word = code ? of(code) : undefined;
    return word ? named(word) : (code ?? '–');
  };
  return {
    kind,
    isSurvey: (code: string): boolean => of(code)?.isSurvey === true,
    choices: (data?.now ?? []).map((code) => ({ value: code, label: kind(code) })),
    all: (data?.kinds ?? []).map(({ code }) => ({ value: code, label: kind(code) })),
  };
}
