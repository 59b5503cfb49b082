import { describe, expect, test } from 'vitest';
import { daysOf, isWeekend, weekdayNames } from './weeks';

describe('a month on the wall', () => {
  test('begins on its weekday and has all its days', () => {
    expect(daysOf('2026-02').slice(0, 7)).toEqual([null, null, null, null, null, null, '2026-02-01']);
    expect(daysOf('2024-02').at(-1)).toBe('2024-02-29');
    expect(daysOf('2026-06')[0]).toBe('2026-06-01');
  });

  test('knows Saturday and Sunday', () => {
    expect(['2026-10-09', '2026-10-10', '2026-10-11', '2026-10-12'].map(isWeekend)).toEqual([false, true, true, false]);
  });

  test('names weekdays from Monday on', () => {
    expect(weekdayNames('zh').join('')).toBe('一二三四五六日');
    expect(weekdayNames('en').join('')).toBe('MTWTFSS');
  });
});
