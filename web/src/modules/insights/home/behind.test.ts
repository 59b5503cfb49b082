import { expect, test } from 'vitest';
import type { Line } from '../useBoard';
import { behindTime, reasonsOf } from './behind';

const figures = (attainment: string | null, gap: string, orders = 0, actual = '0') =>
  ({ attainment, gap, orders, actual, goal: '1' }) as Line['figures'];
const line = (id: string | null, f: Line['figures']) => ({ id, name: id ?? 'nobody', figures: f }) as Line;

test('behind is who has reached less than the time that is gone, the largest gap first; nobody is not a person', () => {
  const lines = [
    line('ahead', figures('0.9', '10.00')),
    line('little', figures('0.5', '100.00')),
    line('much', figures('0.7', '9000.00')),
    line('noGoal', figures(null, '-5.00')),
    line(null, figures('0.1', '99999.00')),
  ];
  expect(behindTime(lines, '0.8').map(({ id }) => id)).toEqual(['much', 'little']);
});

test('the reasons compare with the period before at the same time', () => {
  const reached = figures('1.1', '0', 10, '1000.00');
  const missed = figures('0.8', '0', 10, '1000.00');
  expect(reasonsOf(figures('0.5', '1', 3, '450.00'), reached, '0.5')).toEqual(['slump', 'fewerOrders']);
  expect(reasonsOf(figures('0.5', '1', 6, '300.00'), missed, '0.5')).toEqual(['again', 'smallerOrders']);
  expect(reasonsOf(figures('0.5', '1', 6, '900.00'), missed, '0.5')).toEqual(['again', 'higherGoal']);
  expect(reasonsOf(figures('0.5', '1', 6), undefined, '0.5')).toEqual([]);
});
