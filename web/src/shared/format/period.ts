/** Both days included. */
export interface Period {
  from: string;
  to: string;
}

export const periodKinds = [
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
  'lastYear',
  'last30Days',
] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** The day by year, month from 0 and day; what is beyond runs over. Counted in UTC, so that no time zone of the browser can move it. */
export const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** The calendar period that holds, or lies before, the company's `today`. */
export function periodOf(kind: PeriodKind, today: string): Period {
  const [year = 0, month1 = 1, day = 1] = today.split('-').map(Number);
  const month = month1 - 1;
  const quarter = month - (month % 3);
  const span = (firstMonth: number, months: number): Period => ({
    from: iso(year, firstMonth, 1),
    to: iso(year, firstMonth + months, 0),
  });
  switch (kind) {
    case 'thisMonth':
      return span(month, 1);
    case 'lastMonth':
      return span(month - 1, 1);
    case 'thisQuarter':
      return span(quarter, 3);
    case 'lastQuarter':
      return span(quarter - 3, 3);
    case 'thisYear':
      return span(0, 12);
    case 'lastYear':
      return span(-12, 12);
    case 'last30Days':
      return { from: iso(year, month, day - 29), to: today };
  }
}

/** Which named period this is, so that a link with dates shows "this quarter" again. */
export const kindOf = (period: Period, today: string): PeriodKind | undefined =>
  periodKinds.find((kind) => {
    const candidate = periodOf(kind, today);
    return candidate.from === period.from && candidate.to === period.to;
  });

/** Two days as a person says them: a whole month "2026-11", a whole year "2026", else "2026-11-03 – 2026-12-02". */
export function spanText(first: string, last: string): string {
  const [year = 0, month = 1] = first.split('-').map(Number);
  if (first === iso(year, month - 1, 1) && last === iso(year, month, 0)) return first.slice(0, 7);
  if (first === iso(year, 0, 1) && last === iso(year, 12, 0)) return first.slice(0, 4);
  return `${first} – ${last}`;
}

const befores: Partial<Record<PeriodKind, PeriodKind>> = {
  thisMonth: 'lastMonth',
  thisQuarter: 'lastQuarter',
  thisYear: 'lastYear',
};

/** The month, quarter or year before, to compare with; none before two chosen days. */
export function periodBefore(period: Period, today: string): Period | undefined {
  const kind = kindOf(period, today);
  const before = kind && befores[kind];
  return before && periodOf(before, today);
}
