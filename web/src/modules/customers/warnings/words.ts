import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import type { Tone } from '@/shared/ui/StatusTag';
import { useNamed } from '../grading/words';

export type Warning = Reply<'/api/customer-warnings/{id}'>;

export const states = ['Open', 'Followed', 'Closed'] as const;
export const results = ['WonBack', 'Lost', 'FalseAlarm'] as const;
export const indicators = [
  'buying-interval',
  'spending-fall',
  'overdue',
  'contact-gap',
  'complaints',
  'chance-gone',
] as const;

export const stateTones: Record<Warning['state'], Tone> = { Open: 'warning', Followed: 'progress', Closed: 'neutral' };

/** The house's words for causes, measures and what somebody may report, in the language of the reader. */
export function useWords() {
  const { t } = useTranslation('customers');
  const named = useNamed();
  const { data } = server.useQuery('get', '/api/warning-words', undefined, { staleTime: 60_000 });
  const of = (list: 'causes' | 'measures' | 'ownSignals') => (code: string | null | undefined) => {
    const word = data?.[list].find((one) => one.code === code);
    return word ? named(word) : (code ?? '–');
  };
  const choices = (list: 'causes' | 'measures' | 'ownSignals') =>
    (data?.now[list] ?? []).map((code) => ({ value: code, label: of(list)(code) }));
  const ever = (list: 'causes' | 'measures' | 'ownSignals') =>
    (data?.[list] ?? []).map((word) => ({ value: word.code, label: named(word) }));
  const signal = (code: string) =>
    code.startsWith('own-')
      ? of('ownSignals')(code.slice(4))
      : t(`warnings.indicators.${code as (typeof indicators)[number]}`);
  return { cause: of('causes'), measure: of('measures'), signal, choices, ever };
}
