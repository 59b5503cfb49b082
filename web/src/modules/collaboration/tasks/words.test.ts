import { expect, test } from 'vitest';
import { isOverdue } from './words';

test('only what somebody still has to do is overdue', () => {
  expect(isOverdue({ state: 'Open', dueOn: '2026-07-14' }, '2026-07-15')).toBe(true);
  expect(isOverdue({ state: 'Open', dueOn: '2026-07-15' }, '2026-07-15')).toBe(false);
  expect(isOverdue({ state: 'ToAccept', dueOn: '2026-07-01' }, '2026-07-15')).toBe(false);
  expect(isOverdue({ state: 'InProgress', dueOn: null }, '2026-07-15')).toBe(false);
});
