import { expect, test } from 'vitest';
import { plainDecimal } from './QuantityInput';

test.each([
  ['3', '3'],
  ['1,200', '1200'],
  ['１．５', '1.5'],
  [' 0.125 ', '0.125'],
  ['.5', '0.5'],
  ['three', null],
])('a quantity %j is %j', (typed, sent) => {
  expect(plainDecimal(typed)).toBe(sent);
});
