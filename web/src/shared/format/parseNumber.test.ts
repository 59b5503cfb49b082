import { expect, test } from 'vitest';
import { parseNumber } from './decimal';

test.each([
  ['3', '3'],
  ['1,200', '1200'],
  ['１．５', '1.5'],
  [' 0.125 ', '0.125'],
  ['.5', '0.5'],
  ['three', null],
])('a number %j is %j', (typed, sent) => {
  expect(parseNumber(typed)).toBe(sent);
});
