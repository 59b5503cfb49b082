import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '@/shared/api/session';
import { percentText } from '@/shared/format/amount';
import { signOf } from '@/shared/format/decimal';
import type { Period } from '@/shared/format/period';
import { Kpi } from '@/shared/ui/figures/Kpi';
import { Amount, Percent } from '@/shared/ui/figures/Texts';
import s from './Board.module.css';
import { type Board, listsBehind, type Part } from './useBoard';

/** The figures of the whole part, each with its formula and the records behind it. */
export function Figures({ board, period, part }: { board: Board; period: Period; part: Part }) {
  const { t } = useTranslation('insights');
  const seesOrders = useCan('orders.read');
  const seesGoals = useCan('planning.read');
  const { total, pace } = board;
  const to = listsBehind(period, part);
  const ordersTo = seesOrders ? to.orders : undefined;
  const goalsTo = seesGoals ? to.goals : undefined;
  const link = (address: string | undefined, text: string) => (address ? <Link to={address}>{text}</Link> : text);

  const actual = { label: t('actual'), value: <Amount value={total.actual} />, note: t('actualNote'), to: ordersTo };
  const goal = { label: t('goal'), value: <Amount value={total.goal} />, note: t('goalNote'), to: goalsTo };
  const time = {
    label: t('timeProgress'),
    value: <Percent value={pace.timeProgress} />,
    note: t('timeNote', { gone: pace.workingDays - pace.daysLeft, all: pace.workingDays }),
  };
  const asOf = board.today;
  const isSurplus = signOf(total.gap) < 0;
  const dash = { figure: '–', unit: '' };
  return (
    <div className={s.figures}>
      <Kpi
        label={t('actual')}
        amount={total.actual}
        left={t('noTax')}
        right={link(ordersTo, t('orders', { count: total.orders }))}
        why={{
          formula: t('actualFormula'),
          inputs: [{ label: t('ordersCount'), value: total.orders, to: ordersTo }],
          result: <Amount value={total.actual} />,
          asOf,
          ...(ordersTo && {
            records: { label: t('openOrders'), to: ordersTo, total: <Amount value={total.actual} /> },
          }),
        }}
      />
      <Kpi
        label={t('goal')}
        amount={total.goal}
        left={t('days', { count: pace.workingDays })}
        right={goalsTo && <Link to={goalsTo}>{t('openGoals')}</Link>}
        why={{
          formula: t('goalFormula'),
          inputs: [{ label: t('goal'), value: <Amount value={total.goal} />, note: t('goalNote'), to: goalsTo }],
          asOf,
        }}
      />
      <Kpi
        label={t('attainment')}
        {...(total.attainment ? { figure: percentText(total.attainment).slice(0, -1), unit: '%' } : dash)}
        {...(total.attainment && { attainment: total.attainment, timeProgress: pace.timeProgress })}
        left={t('time', { percent: percentText(pace.timeProgress) })}
        right={pace.pacing && t('pacing', { pacing: percentText(pace.pacing, 0) })}
        why={{
          formula: t('attainmentFormula'),
          inputs: [
            actual,
            goal,
            time,
            { label: t('pacingLabel'), value: <Percent value={pace.pacing} />, note: t('pacingNote') },
          ],
          result: <Percent value={total.attainment} digits={2} />,
          asOf,
        }}
      />
      <Kpi
        label={isSurplus ? t('surplus') : t('gap')}
        amount={withoutSign(total.gap)}
        left={pace.dailyNeeded ? t('daily') : t('daysLeft', { count: pace.daysLeft })}
        right={pace.dailyNeeded && <Amount value={pace.dailyNeeded} short />}
        why={{
          formula: t('gapFormula'),
          inputs: [
            goal,
            actual,
            { label: t('daysLeftLabel'), value: pace.daysLeft },
            { label: t('daily'), value: <Amount value={pace.dailyNeeded} />, note: t('dailyFormula') },
          ],
          result: <Amount value={withoutSign(total.gap)} />,
          asOf,
        }}
      />
      <Kpi
        label={t('landing')}
        {...(pace.landing ? { amount: pace.landing } : dash)}
        left={t('landingNote')}
        why={{
          formula: t('landingFormula'),
          inputs: [actual, time],
          result: <Amount value={pace.landing} />,
          asOf,
        }}
      />
    </div>
  );
}

/** A gap below zero is a surplus, and is named so. */
export const withoutSign = (value: string): string => value.replace('-', '');
