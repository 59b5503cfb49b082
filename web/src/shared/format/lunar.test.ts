import { expect, test } from 'vitest';
import { lunarText } from './lunar';

test.each([
  [1, 1, false, '正月初一'],
  [4, 10, true, '闰四月初十'],
  [8, 15, false, '八月十五'],
  [11, 20, false, '冬月二十'],
  [12, 23, false, '腊月廿三'],
  [12, 30, false, '腊月三十'],
])('lunar month %i, day %i, leap %s is said %s', (month, day, isLeap, text) => {
  expect(lunarText(month, day, isLeap)).toBe(text);
});
