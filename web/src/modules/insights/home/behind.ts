import { approximate } from '@/shared/format/decimal';
import type { Line } from '../useBoard';

type Figures = Line['figures'];

/** People whose attainment is below the time that is gone; who lacks the most money stands first. */
export const behindTime = (lines: Line[], time: string): Line[] =>
  lines
    .filter(
      ({ id, figures }) => id && figures.attainment != null && approximate(figures.attainment) < approximate(time),
    )
    .toSorted((a, b) => approximate(b.figures.gap) - approximate(a.figures.gap));

export type Reason = 'again' | 'slump' | 'fewerOrders' | 'smallerOrders' | 'higherGoal';

/**
 * What the figures themselves say about why, compared with the period before: whether it is the first time, whether
 * orders are fewer than that period had by the same time, whether they are smaller, and if neither, that more is asked.
 * Words only; every figure stands beside them.
 */
export function reasonsOf(now: Figures, before: Figures | undefined, time: string): Reason[] {
  if (!before || before.attainment == null) return [];
  const reasons: Reason[] = [approximate(before.attainment) < 1 ? 'again' : 'slump'];
  if (now.orders < before.orders * approximate(time)) reasons.push('fewerOrders');
  if (averageOrder(now) < averageOrder(before)) reasons.push('smallerOrders');
  return reasons.length > 1 ? reasons : [...reasons, 'higherGoal'];
}

const averageOrder = ({ actual, orders }: Figures): number => (orders > 0 ? approximate(actual) / orders : 0);
