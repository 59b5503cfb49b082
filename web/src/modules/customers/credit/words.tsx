import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import type { Choice } from '@/shared/ui/inputs/ChoiceInput';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';

export type Credit = Reply<'/api/customers/{id}/credit'>;
export type Verdict = NonNullable<Credit['verdict']>;

const tones: Record<Verdict, Tone> = { NoLimit: 'neutral', Within: 'good', Near: 'warning', Over: 'bad', Held: 'bad' };
export const verdicts = Object.keys(tones) as Verdict[];
export const overs = ['Allow', 'Flag', 'Block'] as const;

export function VerdictTag({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation('customers');
  return <StatusTag tone={tones[verdict]}>{t(`credit.verdicts.${verdict}`)}</StatusTag>;
}

/** What customers may be rated by, for filters. */
export function useRatings(): Choice[] {
  const { data } = server.useQuery('get', '/api/credit-ratings');
  return data?.items.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })) ?? [];
}
