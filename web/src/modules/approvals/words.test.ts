import { expect, test } from 'vitest';
import { minutesParts } from './words';

test('minutes become days, hours and minutes', () => {
  expect(minutesParts(0)).toEqual({ days: 0, hours: 0, minutes: 0 });
  expect(minutesParts(1439)).toEqual({ days: 0, hours: 23, minutes: 59 });
  expect(minutesParts(1440 * 2 + 61)).toEqual({ days: 2, hours: 1, minutes: 1 });
});
