import { describe, expect, it } from 'vitest';
import { marksOf, stepOfFault, treeOfSide, type UnitLine } from './plan';

const side = (name: string, parentId: string | null, order = 0) => ({ name, parentId, order, people: 1 });

const units = [
  { id: 'a', kind: 'Company', before: side('公司', null), after: side('公司', null) },
  { id: 'b', kind: 'Team', before: side('一队', 'a', 1), after: side('一队', 'a', 1) },
  { id: 'c', kind: 'Team', before: side('二队', 'a', 2), after: side('二队', 'b', 1) },
  { id: 'd', kind: 'Team', before: side('三队', 'a', 3) },
  { id: 'e', kind: 'Team', after: side('四队', 'a', 0) },
] as UnitLine[];

const words = (nodes: ReturnType<typeof treeOfSide>): string =>
  nodes
    .map((node) => `${node.name}${node.marks.map((mark) => `!${mark}`).join('')}(${words(node.children)})`)
    .join(' ');

describe('the two sides of a preview', () => {
  it('hang together as they were and as they will be', () => {
    expect(words(treeOfSide(units, 'before', false))).toBe('公司(一队() 二队!moved() 三队!closed())');
    expect(words(treeOfSide(units, 'after', false))).toBe('公司(四队!new() 一队(二队!moved()))');
  });

  it('can leave out what stays as it is', () => {
    expect(words(treeOfSide(units, 'before', true))).toBe('公司(二队!moved() 三队!closed())');
  });

  it('mark a name and a head', () => {
    const before = { ...side('旧', 'a'), headId: 'p' };
    expect(
      marksOf({ id: 'x', kind: 'Team', before, after: { ...before, name: '新', headId: 'q' } } as UnitLine),
    ).toEqual(['renamed', 'head']);
  });
});

it('a fault tells its step', () => {
  expect(stepOfFault('steps[3].people[0]')).toBe(3);
  expect(stepOfFault('day')).toBeNull();
});
