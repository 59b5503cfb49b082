import { expect, it } from 'vitest';
import { reordered } from './reordered';

it('one goes up or down and the others keep their order', () => {
  expect(reordered(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(reordered(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
});
