import { useTranslation } from 'react-i18next';
import { BulletBar } from '@/shared/ui/figures/BulletBar';
import s from './names.module.css';

interface DayBarProps {
  label: string;
  /** What counts. */
  count: number;
  /** Whole or not; told where it is more than what counts. */
  all?: number;
  from?: number | null;
  to?: number | null;
}

/** 23 / 30–50 with its bar; without a norm only the figure. */
export function DayBar({ label, count, all, from, to }: DayBarProps) {
  const { t } = useTranslation('customers');
  return (
    <div className={s.day}>
      <span>{label}</span>
      <b className="number">{count}</b>
      {!!from && (
        <>
          <span className="number muted">/ {to ? `${from}–${to}` : from}</span>
          <div className={s.bar}>
            <BulletBar label={label} attainment={(count / from).toFixed(4)} />
          </div>
        </>
      )}
      {all !== undefined && all > count && (
        <small className="muted">{t('names.notWhole', { count: all - count })}</small>
      )}
    </div>
  );
}
