import { useTranslation } from 'react-i18next';
import { percentText } from '@/shared/format/amount';
import { approximate } from '@/shared/format/decimal';
import s from './BulletBar.module.css';

interface BulletBarProps {
  /** What it is about, spoken: "Signed this month". */
  label: string;
  /** actual ÷ goal as a rate: "0.711" */
  attainment: string;
  /** Elapsed share of the period: the tick. Behind it, the bar turns amber. */
  timeProgress?: string;
  /** The goal is a limit: beyond it is bad. */
  isLimit?: boolean;
}

// Beyond the goal the bar goes on, up to this much; the goal then is a line inside it.
const widest = 1.25;

/** Goal, actual and time in one line; a gauge would take forty times the room to say less. */
export function BulletBar({ label, attainment, timeProgress, isLimit = false }: BulletBarProps) {
  const { t } = useTranslation('shared');
  const reached = Math.max(0, approximate(attainment));
  const elapsed = timeProgress === undefined ? undefined : approximate(timeProgress);
  const scale = reached > 1 ? widest : 1;
  const at = (share: number) => `${(Math.min(share, scale) / scale) * 100}%`;
  const spoken =
    timeProgress === undefined
      ? t('bullet.of', { label, percent: percentText(attainment) })
      : t('bullet.ofTime', { label, percent: percentText(attainment), time: percentText(timeProgress) });
  return (
    <div className={s.bullet} role="img" aria-label={spoken} title={spoken}>
      <div className={s.goal} style={{ width: at(1) }} />
      <div
        className={s.actual}
        style={{ width: at(reached) }}
        data-behind={elapsed !== undefined && reached < elapsed}
        data-beyond={isLimit && reached > 1}
      />
      {reached > 1 && <div className={s.line} style={{ insetInlineStart: at(1) }} />}
      {elapsed !== undefined && <div className={s.time} style={{ insetInlineStart: at(elapsed) }} />}
    </div>
  );
}
