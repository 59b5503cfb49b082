import type { ReactNode } from 'react';
import { useSession } from '@/shared/api/session';
import { amountUnit, fullAmount, shortAmount } from '@/shared/format/amount';
import { useLanguage } from '@/shared/text/language';
import { Panel } from '@/shared/ui/Panel';
import { BulletBar } from './BulletBar';
import s from './Kpi.module.css';
import { Delta } from './Texts';
import { Why, type WhyContent } from './WhyDrawer';

interface KpiProps {
  label: string;
  /** Money as a decimal string; shown in 万元, 亿元, K, M. */
  amount?: string;
  /** Or any other figure, already text, with its unit. */
  figure?: string;
  unit?: string;
  /** Change against the period before, as a rate. */
  delta?: string | null;
  attainment?: string;
  timeProgress?: string;
  /** Below, left and right: the goal and the attainment, say. */
  left?: ReactNode;
  right?: ReactNode;
  /** Opens the figure: formula, inputs, records. */
  why?: WhyContent;
}

export function Kpi({ label, amount, figure, unit, delta, attainment, timeProgress, left, right, why }: KpiProps) {
  const language = useLanguage();
  const { company } = useSession();
  const short = amount === undefined ? undefined : shortAmount(amount, language);
  return (
    <Panel className={s.kpi}>
      <div className={s.row}>
        <span className={s.label}>
          {label}
          {why && <Why title={label} {...why} />}
        </span>
        {delta != null && <Delta value={delta} />}
      </div>
      <div className={s.figure} title={amount === undefined ? undefined : fullAmount(amount)}>
        <b className="number">{short?.text ?? figure}</b>
        <small>{short ? amountUnit(short.unit, company.currency, language) : unit}</small>
      </div>
      {attainment !== undefined && <BulletBar label={label} attainment={attainment} timeProgress={timeProgress} />}
      {(left || right) && (
        <div className={s.row}>
          <span className={s.below}>{left}</span>
          <span className={s.below}>{right}</span>
        </div>
      )}
    </Panel>
  );
}
