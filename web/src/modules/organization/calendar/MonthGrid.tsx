import { useTranslation } from 'react-i18next';
import type { Reply } from '@/shared/api/types';
import { useLanguage } from '@/shared/text/language';
import s from './calendar.module.css';
import { daysOf, isWeekend, weekdayNames } from './weeks';

export type SpecialDay = Reply<'/api/work-calendar'>['days'][number];

interface MonthGridProps {
  /** "2026-10" */
  month: string;
  workingDays: number;
  special: Map<string, SpecialDay>;
  today: string;
  /** Absent for who may not change anything: days are then no buttons. */
  onDay?: ((day: string) => void) | undefined;
}

/** A month as it hangs on the wall, with what is off and what is worked in spite of the weekday. */
export function MonthGrid({ month, workingDays, special, today, onDay }: MonthGridProps) {
  const { t } = useTranslation('organization');
  const language = useLanguage();
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01`));
  return (
    <section className={s.month} aria-label={name}>
      <header>
        <h2>{name}</h2>
        <small className="number">{t('calendar.days', { count: workingDays })}</small>
      </header>
      <div className={s.days}>
        {weekdayNames(language).map((weekday, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: seven that never move, and two of them are called alike
          <i key={i} aria-hidden="true">
            {weekday}
          </i>
        ))}
        {daysOf(month).map((day, i) => {
          // biome-ignore lint/suspicious/noArrayIndexKey: blanks before the first day
          if (!day) return <span key={`blank${i}`} />;
          const one = special.get(day);
          const kind = one?.kind ?? (isWeekend(day) ? 'Weekend' : undefined);
          const props = {
            className: s.day,
            'data-kind': kind,
            'data-today': day === today,
            title: one ? `${day} ${one.name} · ${t(`calendar.kinds.${one.kind}`)}` : day,
          };
          const inside = (
            <>
              {Number(day.slice(8))}
              {one && <sup>{one.isWorking ? t('calendar.markOn') : t('calendar.markOff')}</sup>}
            </>
          );
          return onDay ? (
            <button key={day} type="button" {...props} onClick={() => onDay(day)}>
              {inside}
            </button>
          ) : (
            <span key={day} {...props}>
              {inside}
            </span>
          );
        })}
      </div>
    </section>
  );
}
