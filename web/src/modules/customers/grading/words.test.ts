import { expect, test } from 'vitest';
import { codeOf, pairsOf, pairsText, pointsText, wordOf } from './words';

test('points have one digit', () => {
  expect(pointsText(853)).toBe('85.3');
  expect(pointsText(1000)).toBe('100.0');
  expect(pointsText(null)).toBe('–');
});

test('pairs are read as they are written', () => {
  const bands: [string, number][] = [
    ['A', 80],
    ['B', 0],
  ];
  expect(pairsOf(pairsText(bands))).toEqual(bands);
  expect(pairsOf('建材：50；x')).toEqual([
    ['建材', 50],
    ['', -1],
  ]);
});

test('a state is said in words and kept by its code', () => {
  const states: [string, string][] = [
    ['Prospect', '潜在'],
    ['Active', '成交'],
  ];
  expect(wordOf(states, 'Active')).toBe('成交');
  expect(wordOf(states, 'active')).toBe('成交');
  expect(codeOf(states, '成交')).toBe('Active');
  expect(codeOf(states, 'Prospect')).toBe('Prospect');
  expect(codeOf(states, '没有')).toBe('没有');
});
