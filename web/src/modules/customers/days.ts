import type { TFunction } from 'i18next';
import { lunarText } from '@/shared/format/lunar';

interface YearlyDay {
  calendar: 'Solar' | 'Lunar';
  year?: number | null;
  month: number;
  day: number;
  isLeap?: boolean;
}

/** As people say it: 1985-08-15, 农历1985年八月十五, lunar 1985-8-15. */
export function dayText(
  { calendar, year, month, day, isLeap }: YearlyDay,
  t: TFunction<['customers', 'shared']>,
): string {
  if (calendar === 'Solar')
    return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].filter(Boolean).join('-');
  return t('contacts.lunar', {
    year: year ? t('contacts.lunarYear', { year }) : '',
    said: lunarText(month, day, isLeap),
    numbers: `${isLeap ? t('contacts.leapShort') : ''}${month}-${day}`,
  });
}
