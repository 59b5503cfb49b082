import { grouped, isDecimal, moved, withoutTrailingZeros } from './decimal';
import type { Language } from './language';

/** "1234567.8" ▸ "1,234,567.80" */
export const fullAmount = (value: string): string => grouped(moved(value, 0, 2));

export interface ShortAmount {
  text: string;
  /** 万, 亿, K, M, B or nothing */
  unit: string;
}

interface Scale {
  places: number;
  digits: number;
  unit: string;
}

// Smallest first. The digits keep three to five significant figures, which is what a person compares at a glance.
const scales: Record<Language, Scale[]> = {
  zh: [
    { places: 0, digits: 2, unit: '' },
    { places: 4, digits: 1, unit: '万' },
    { places: 8, digits: 2, unit: '亿' },
  ],
  en: [
    { places: 0, digits: 2, unit: '' },
    { places: 3, digits: 1, unit: 'K' },
    { places: 6, digits: 2, unit: 'M' },
    { places: 9, digits: 2, unit: 'B' },
  ],
};

/** "6402000.00" ▸ 640.2 万 in Chinese, 6.40 M in English; small amounts stay whole. */
export function shortAmount(value: string, language: Language): ShortAmount {
  if (!isDecimal(value)) return { text: value, unit: '' };
  const all = scales[language];
  for (const [i, { places, digits, unit }] of all.entries()) {
    const text = moved(value, -places, digits);
    const next = all[i + 1];
    // Judged after rounding: 99,999,999 is 1.00 亿, not 10,000.0 万.
    const wholeDigits = text.replace('-', '').split('.')[0] ?? '';
    if (next && wholeDigits.length > next.places - places) continue;
    return { text: grouped(places === 0 ? withoutTrailingZeros(text) : text), unit };
  }
  return { text: fullAmount(value), unit: '' };
}

/** The unit beside a large figure: 万元, 亿元, or with the code of a currency other than CNY. */
export function amountUnit(unit: string, currency: string, language: Language): string {
  if (language === 'zh' && currency === 'CNY') return `${unit}元`;
  return unit ? `${unit} ${currency}` : currency;
}

/** A rate as a percentage: "0.1346" ▸ "13.5%" */
export const percentText = (rate: string, digits = 1): string =>
  isDecimal(rate) ? `${grouped(moved(rate, 2, digits))}%` : rate;
