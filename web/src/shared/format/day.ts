import type { Language } from './language';

/** Business days are "2026-07-31". Inside the current year the year is left out: the column gets narrow and reads faster. */
export const dayText = (day: string, today?: string): string =>
  today && day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day;

const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant in the company's time zone: "2026-11-24 14:05". The Swedish locale writes ISO order. */
export function instantText(instant: string, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    formats.set(timeZone, format);
  }
  return format.format(new Date(instant));
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
];

/** "3 minutes ago" up to a week, then the date. */
export function agoText(instant: string, language: Language, timeZone: string, now = Date.now()): string {
  const seconds = Math.max(0, (now - Date.parse(instant)) / 1000);
  if (seconds >= 7 * 86_400) return instantText(instant, timeZone).slice(0, 10);
  const [unit, size] = steps.findLast(([, atLeast]) => seconds >= atLeast) ?? ['minute', 60];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-Math.floor(seconds / size), unit);
}
