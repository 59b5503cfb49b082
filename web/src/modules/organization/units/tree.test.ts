import { expect, test } from 'vitest';
import { branchOf, indented, treeOf, type Unit } from './tree';

const unit = (id: string, parentId: string | null, people: number): Unit => ({
  id,
  parentId,
  name: id.toUpperCase(),
  kind: 'Team',
  order: 0,
  people,
  version: 1,
});
const units = [unit('a', null, 1), unit('b', 'a', 2), unit('c', 'b', 3), unit('d', 'a', 4)];

test('a unit counts the people of the units below it', () => {
  const [root] = treeOf(units);
  expect(root?.people).toBe(10);
  expect(root?.children.map((child) => [child.key, child.people])).toEqual([
    ['b', 5],
    ['d', 4],
  ]);
});

test('a branch is the unit and all below it', () => {
  expect(branchOf(units, 'b')).toEqual(['b', 'c']);
});

test('a choice shows the depth', () => {
  expect(indented(treeOf(units)).map(({ label }) => label)).toEqual(['A', '\u3000B', '\u3000\u3000C', '\u3000D']);
});
