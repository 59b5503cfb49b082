import { expect, test } from 'vitest';
import { type Line, linesBelow, listsBehind, yearOf } from './useBoard';

const line = (id: string, level: number): Line => ({ id, level, name: id }) as Line;
const period = { from: '2026-11-01', to: '2026-11-30' };

test('a business year need not begin in January', () => {
  expect(yearOf('2026-11-24', 1)).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  expect(yearOf('2026-03-31', 4)).toEqual({ from: '2025-04-01', to: '2026-03-31' });
});

test('of a part only its own line and what is below it are shown', () => {
  const lines = [line('house', 0), line('north', 1), line('one', 2), line('south', 1)];
  expect(linesBelow(lines, 'north').map((l) => [l.id, l.level])).toEqual([
    ['north', 0],
    ['one', 1],
  ]);
  expect(linesBelow(lines, undefined)).toBe(lines);
});

test('a figure leads to the list with the same part and period', () => {
  expect(listsBehind(period, { unit: 'u' }, { by: 'Person', id: 'p' }).orders).toBe(
    '/orders?from=2026-11-01&to=2026-11-30&unit=u&state=Confirmed&salesperson=p',
  );
  expect(listsBehind(period, { unit: 'u' }, { by: 'Unit', id: 'below' }).goals).toBe(
    '/goals?from=2026-11-01&to=2026-11-30&unit=below',
  );
  expect(listsBehind(period, {}, { by: 'Person', id: null }).orders).toContain('noSalesperson=true');
  expect(listsBehind(period, {}, { by: 'Unit', id: null }).orders).toBeUndefined();
});
