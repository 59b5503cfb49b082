import { describe, expect, test } from 'vitest';
import { amountUnit, fullAmount, percentText, shortAmount } from './amount';
import { agoText, dayText, instantText } from './day';
import { grouped, moved, signOf } from './decimal';
import { parseMoney, parsePercent } from './moneyInput';
import { kindOf, periodBefore, periodOf, spanText } from './period';

describe('decimal strings', () => {
  test.each([
    ['12345.00', 0, 2, '12345.00'],
    ['0.1346', 2, 1, '13.5'],
    ['6402000.00', -4, 1, '640.2'],
    ['-0.005', 0, 2, '-0.01'],
    ['-0.004', 0, 2, '0.00'],
    ['9007199254740993.01', 0, 2, '9007199254740993.01'],
    ['1.005', 0, 2, '1.01'],
    ['7', 3, 0, '7000'],
    ['not a number', 0, 2, 'not a number'],
  ])('%s moved by %i to %i decimals is %s', (text, places, digits, expected) => {
    expect(moved(text, places, digits)).toBe(expected);
  });

  test('digits are grouped by three and signs kept', () => {
    expect(grouped('-1234567.80')).toBe('-1,234,567.80');
    expect(fullAmount('999.5')).toBe('999.50');
    expect([signOf('-0.00'), signOf('-0.01'), signOf('3')]).toEqual([0, -1, 1]);
  });
});

describe('short amounts', () => {
  test.each([
    ['6402000.00', 'zh', '640.2', '万'],
    ['6402000.00', 'en', '6.40', 'M'],
    ['99999999.00', 'zh', '1.00', '亿'],
    ['9999.00', 'zh', '9,999', ''],
    ['123456789012.00', 'zh', '1,234.57', '亿'],
    ['-45000.00', 'zh', '-4.5', '万'],
    ['1500.00', 'en', '1.5', 'K'],
    ['0.00', 'zh', '0', ''],
    ['0.50', 'en', '0.5', ''],
  ] as const)('%s in %s is %s %s', (value, language, text, unit) => {
    expect(shortAmount(value, language)).toEqual({ text, unit });
  });

  test('the unit names the currency', () => {
    expect(amountUnit('万', 'CNY', 'zh')).toBe('万元');
    expect(amountUnit('万', 'USD', 'zh')).toBe('万 USD');
    expect(amountUnit('', 'CNY', 'en')).toBe('CNY');
  });

  test('a rate is shown per cent', () => {
    expect(percentText('0.13', 0)).toBe('13%');
    expect(percentText('1.2345')).toBe('123.5%');
  });
});

describe('typed money', () => {
  test.each([
    ['1,234', '1234.00'],
    ['￥12.5万', '125000.00'],
    ['１２３．４５', '123.45'],
    ['(300)', '-300.00'],
    ['-¥3', '-3.00'],
    ['1.2亿', '120000000.00'],
    ['3k', '3000.00'],
    ['.5', '0.50'],
    ['100元', '100.00'],
    ['1.23456万', '12345.60'],
  ])('%s is %s', (typed, expected) => {
    expect(parseMoney(typed)).toBe(expected);
  });

  test.each(['', 'abc', '1.234', '1,23', '1.2.3', '万', '12万5'])('%s is not understood', (typed) => {
    expect(parseMoney(typed)).toBeNull();
  });

  test('what is typed into a rate is per cent', () => {
    expect(parsePercent('13')).toBe('0.13');
    expect(parsePercent('１３.5％')).toBe('0.135');
    expect(parsePercent('0.0001')).toBe('0.000001');
    expect(parsePercent('0.00001')).toBeNull();
    expect(parsePercent('x')).toBeNull();
  });
});

describe('days and periods', () => {
  test('the current year is left out', () => {
    expect(dayText('2026-07-31', '2026-11-24')).toBe('07-31');
    expect(dayText('2025-07-31', '2026-11-24')).toBe('2025-07-31');
  });

  test('instants are shown in the time zone of the company', () => {
    expect(instantText('2026-11-24T18:05:00Z', 'Asia/Shanghai')).toBe('2026-11-25 02:05');
  });

  test('recent instants are relative', () => {
    const now = Date.parse('2026-11-24T10:00:00Z');
    expect(agoText('2026-11-24T09:57:00Z', 'en', 'Asia/Shanghai', now)).toBe('3 minutes ago');
    expect(agoText('2026-11-01T09:57:00Z', 'en', 'Asia/Shanghai', now)).toBe('2026-11-01');
  });

  test('a whole month or year is said by its name, any other span by its days', () => {
    expect(spanText('2026-02-01', '2026-02-28')).toBe('2026-02');
    expect(spanText('2026-01-01', '2026-12-31')).toBe('2026');
    expect(spanText('2026-02-01', '2026-03-31')).toBe('2026-02-01 – 2026-03-31');
  });

  test('a named period has one before it, two chosen days have none', () => {
    const november = { from: '2026-11-01', to: '2026-11-30' };
    expect(periodBefore(november, '2026-11-24')).toEqual({ from: '2026-10-01', to: '2026-10-31' });
    expect(periodBefore({ ...november, to: '2026-11-20' }, '2026-11-24')).toBeUndefined();
  });

  test('periods are calendar periods of the given day', () => {
    expect(periodOf('thisQuarter', '2026-11-24')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(periodOf('lastQuarter', '2026-02-10')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
    expect(periodOf('lastMonth', '2024-03-31')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(periodOf('last30Days', '2026-03-01')).toEqual({ from: '2026-01-31', to: '2026-03-01' });
    expect(kindOf({ from: '2026-01-01', to: '2026-12-31' }, '2026-11-24')).toBe('thisYear');
    expect(kindOf({ from: '2026-01-02', to: '2026-12-31' }, '2026-11-24')).toBeUndefined();
  });
});
