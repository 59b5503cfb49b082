import { expect, test } from 'vitest';
import { monthOf, plusDays, plusMonths, weekOf } from './days';

test('a week begins on Monday and ends on Sunday', () => {
  expect(weekOf('2026-07-15')).toEqual([
    '2026-07-13',
    '2026-07-14',
    '2026-07-15',
    '2026-07-16',
    '2026-07-17',
    '2026-07-18',
    '2026-07-19',
  ]);
  expect(weekOf('2026-07-19')[0]).toBe('2026-07-13');
});

test('a month is shown in whole weeks', () => {
  const days = monthOf('2026-07-15');
  expect([days[0], days.at(-1), days.length]).toEqual(['2026-06-29', '2026-08-02', 35]);
  expect(monthOf('2027-02-10').length).toBe(28);
});

test('days and months run over the end of a year', () => {
  expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(plusMonths('2026-12-31', 1)).toBe('2027-01-01');
  expect(plusMonths('2026-01-31', -1)).toBe('2025-12-01');
});
