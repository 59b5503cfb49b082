import { expect, test } from 'vitest';
import { monthsAhead, monthsBack } from './months';

test('Months go back over the turn of a year', () => {
  expect(monthsBack('2026-02-15', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
});

test('Months go on over the turn of a year', () => {
  expect(monthsAhead('2026-11', 3)).toEqual(['2026-11', '2026-12', '2027-01']);
});
