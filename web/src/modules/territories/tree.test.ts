import { expect, test } from 'vitest';
import { matching, type Territory, type TerritoryNode, treeOf, withoutBranch } from './tree';

const territory = (id: string, parentId: string | null, holderName: string | null = null): Territory => ({
  id,
  parentId,
  number: `T-${id}`,
  name: id.toUpperCase(),
  holderName,
  order: 0,
  version: 1,
});
const tree = treeOf([territory('a', null), territory('b', 'a'), territory('c', 'b', 'Li'), territory('d', 'a')]);
const keys = (nodes: TerritoryNode[]): string[] => nodes.flatMap((node) => [node.key, ...keys(node.children)]);

test('a search keeps the way down to what matches, and what lies in it', () => {
  expect(keys(matching(tree, 'li'))).toEqual(['a', 'b', 'c']);
  expect(keys(matching(tree, 'T-b'))).toEqual(['a', 'b', 'c']);
  expect(keys(matching(tree, ' '))).toEqual(['a', 'b', 'c', 'd']);
  expect(matching(tree, 'zzz')).toEqual([]);
});

test('a territory cannot be put below itself', () => {
  const [root] = withoutBranch(tree, 'b');
  expect(root?.disabled).toBe(false);
  expect(root?.children.map(({ key, disabled }) => [key, disabled])).toEqual([
    ['b', true],
    ['d', false],
  ]);
  expect(root?.children[0]?.children[0]?.disabled).toBe(true);
});
