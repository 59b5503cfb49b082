import { expect, test } from 'vitest';
import { clockText } from './words';

test('minutes from midnight are a time of day', () => {
  expect(clockText(0)).toBe('00:00');
  expect(clockText(1020)).toBe('17:00');
  expect(clockText(545)).toBe('09:05');
});
