import { expect, test } from 'vitest';
import { cleanNode, newNode, placeOf } from './model';

test('a fault is told with its row and station as people count them', () => {
  expect(placeOf('rows[1].route[0].people[2]')).toEqual({ row: 2, station: 1 });
  expect(placeOf('rows[0].amountTo')).toEqual({ row: 1 });
  expect(placeOf('kind')).toBeNull();
});

test('what was set for another finder is not sent', () => {
  const node = { ...newNode('x'), finder: 'Role' as const, role: 'finance', people: ['a'], levels: 3, hours: 0 };
  expect(cleanNode(node)).toMatchObject({ role: 'finance', people: [], levels: null, hours: null });
  expect(cleanNode({ ...node, hours: 8, workingHours: true })).toMatchObject({ hours: 8, workingHours: true });
});
