import { expect, test } from 'vitest';
import { pairsOf, pairsText, pointsText } from './words';

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
