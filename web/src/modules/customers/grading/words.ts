import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { customerStates } from '../state';

export const cards = ['Value', 'Intent', 'Risk', 'Partner'] as const;

export const segments = [
  'Champions',
  'PotentialLoyalist',
  'LoyalCustomers',
  'Promising',
  'NewCustomers',
  'CantLoseThem',
  'AtRisk',
  'NeedAttention',
  'AboutToSleep',
  'Lost',
  'Others',
] as const;

export const measures = [
  'Sales',
  'Orders',
  'DaysSinceOrder',
  'SalesTrend',
  'Relation',
  'OnTime',
  'Overdue',
  'OverdueDays',
  'Recency',
  'Frequency',
  'Monetary',
  'Field',
  'Entered',
] as const;

/** 853 is 85.3 points. */
export const pointsText = (tenths: number | null | undefined): string =>
  tenths == null ? '–' : `${Math.floor(tenths / 10)}.${tenths % 10}`;

/** What the house has named in both languages, in that of the reader. */
export function useNamed() {
  const { i18n } = useTranslation();
  return (word: { name: string; nameEn?: string | null }) =>
    i18n.language.startsWith('en') && word.nameEn ? word.nameEn : word.name;
}

/** What a state is called beside its points, by its code; and back. What is no such word stays for the server to refuse. */
export const statesSaid = (t: TFunction<'customers'>): [code: string, word: string][] =>
  customerStates.map((state) => [state, t(`states.${state}`)]);

export const wordOf = (states: [string, string][], code: string): string =>
  states.find(([one]) => one.toLowerCase() === code.toLowerCase())?.[1] ?? code;

export const codeOf = (states: [string, string][], word: string): string =>
  states.find(([, one]) => one.toLowerCase() === word.toLowerCase())?.[0] ?? word;

/** "A: 80, B: 60" and back; whatever is not a number stays for the server to refuse. */
export const pairsText = (pairs: [string, number][]): string => pairs.map(([key, n]) => `${key}: ${n}`).join(', ');

export const pairsOf = (text: string): [string, number][] =>
  text
    .split(/[,，;；\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const at = Math.max(part.lastIndexOf(':'), part.lastIndexOf('：'));
      const number = Number(part.slice(at + 1).trim());
      return [part.slice(0, at).trim(), at > 0 && Number.isInteger(number) ? number : -1];
    });
