import type { Reply } from '@/shared/api/types';
import { useLanguage } from '@/shared/text/language';
import type { Tone } from '@/shared/ui/StatusTag';

export type Feedback = Reply<'/api/feedback/{id}'>;
export type Category = Reply<'/api/feedback-categories'>['items'][number];

export const states = ['New', 'InHand', 'Answered', 'Closed'] as const;

export const stateTones: Record<Feedback['state'], Tone> = {
  New: 'warning',
  InHand: 'progress',
  Answered: 'good',
  Closed: 'neutral',
};

/** The name of a category in the language on screen. */
export function useCategoryName(): (of: { name: string; nameEn: string }) => string {
  const language = useLanguage();
  return ({ name, nameEn }) => (language === 'en' ? nameEn : name);
}
