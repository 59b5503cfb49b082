import { expect, test } from 'vitest';
import { parseUnitPrice, unitPriceText } from './unitPrice';

test('a unit price shows its cents, and finer digits only where they are', () => {
  expect(unitPriceText('1980.0000')).toBe('1,980.00');
  expect(unitPriceText('0.1234')).toBe('0.1234');
  expect(unitPriceText('0.1230')).toBe('0.123');
  expect(unitPriceText('12')).toBe('12.00');
});

test('up to four decimals are understood, more are refused', () => {
  expect(parseUnitPrice('1,234.5678')).toBe('1234.5678');
  expect(parseUnitPrice('0.12345')).toBeNull();
  expect(parseUnitPrice('1.5万')).toBe('15000.00');
  expect(parseUnitPrice('abc')).toBeNull();
});
