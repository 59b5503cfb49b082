import type { Reply } from '@/shared/api/types';
import { useLanguage } from '@/shared/text/language';
import type { Tone } from '@/shared/ui/StatusTag';

export type Approval = Reply<'/api/approvals/{id}'>;
export type Step = Approval['steps'][number];
export type Turn = Step['turns'][number];

export const boxes = ['Todo', 'Mine', 'Done', 'Copied'] as const;

export const stateTones: Record<Approval['state'], Tone> = {
  Open: 'progress',
  Approved: 'good',
  Refused: 'bad',
  Returned: 'warning',
  Withdrawn: 'neutral',
};

/** The name of a matter in the language on screen. */
export function useMatterName(): (of: { matterName?: string | null; matterNameEn?: string | null }) => string | null {
  const language = useLanguage();
  return ({ matterName, matterNameEn }) => (language === 'en' ? matterNameEn : matterName) ?? null;
}

/** Whole minutes in the two largest units: days and hours, hours and minutes. */
export function minutesParts(minutes: number): { days: number; hours: number; minutes: number } {
  return { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: minutes % 60 };
}
