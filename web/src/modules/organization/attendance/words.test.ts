import { expect, test } from 'vitest';
import { monthAfter } from './words';

test('months go on over the year', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
  expect(monthAfter('2026-01', -1)).toBe('2025-12');
  expect(monthAfter('2026-07', 0)).toBe('2026-07');
});
