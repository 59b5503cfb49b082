import { iso } from '@/shared/format/period';

const parts = (day: string): [number, number, number] => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month - 1, date];
};

export const plusDays = (day: string, days: number): string => {
  const [year, month, date] = parts(day);
  return iso(year, month, date + days);
};

/** The first of the month that many months later. */
export const plusMonths = (day: string, months: number): string => {
  const [year, month] = parts(day);
  return iso(year, month + months, 1);
};

/** From Monday. */
export function weekOf(day: string): string[] {
  const [year, month, date] = parts(day);
  const fromMonday = (new Date(Date.UTC(year, month, date)).getUTCDay() + 6) % 7;
  return Array.from({ length: 7 }, (_, i) => iso(year, month, date - fromMonday + i));
}

/** Whole weeks that hold the month of that day. */
export function monthOf(day: string): string[] {
  const [year, month] = parts(day);
  const days: string[] = [];
  const last = iso(year, month + 1, 0);
  for (let monday = weekOf(iso(year, month, 1))[0] as string; monday <= last; monday = plusDays(monday, 7))
    days.push(...weekOf(monday));
  return days;
}
