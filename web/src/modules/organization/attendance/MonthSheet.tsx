import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/shared/text/language';
import { Facts } from '@/shared/ui/Facts';
import { StatusTag } from '@/shared/ui/StatusTag';
import s from './attendance.module.css';
import { dayTones, type Sheet } from './words';

/** A month day by day, with what it adds up to. */
export function MonthSheet({ sheet, today }: { sheet: Sheet; today: string }) {
  const { t } = useTranslation('organization');
  const language = useLanguage();
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  const { sum } = sheet;
  return (
    <>
      {sum && (
        <Facts
          items={[
            { label: t('attendance.due'), value: t('attendance.inDays', { days: sum.due }) },
            { label: t('attendance.attended'), value: t('attendance.inDays', { days: sum.attended }) },
            {
              label: t('attendance.late'),
              value: t('attendance.timesMinutes', { times: sum.late, minutes: sum.lateMinutes }),
            },
            { label: t('attendance.early'), value: t('attendance.times', { times: sum.early }) },
            { label: t('attendance.oneSided'), value: t('attendance.times', { times: sum.oneSided }) },
            { label: t('attendance.absent'), value: t('attendance.inDays', { days: sum.absentDays }) },
            {
              label: t('attendance.leave'),
              value:
                sheet.leaves
                  .map((leave) => `${leave.name} ${t('attendance.inDays', { days: leave.days })}`)
                  .join(' · ') || t('attendance.inDays', { days: sum.leaveDays }),
            },
            { label: t('attendance.overtime'), value: t('attendance.minutes', { minutes: sum.overtimeMinutes }) },
          ]}
        />
      )}
      <ul className={s.days} aria-label={t('attendance.days')}>
        {sheet.days.map((day) => (
          <li key={day.day} data-rest={day.state === 'Rest'} data-today={day.day === today}>
            <b className="number">
              {day.day.slice(5)} <small>{weekday.format(new Date(`${day.day}T00:00:00Z`))}</small>
            </b>
            <StatusTag tone={dayTones[day.state]}>
              {t(`attendance.states.${day.state}`)}
              {day.leaveHalves === 1 && ` · ${t('attendance.half')}`}
            </StatusTag>
            <span className="number">
              {day.cameAt?.slice(0, 5) ?? '–'} / {day.wentAt?.slice(0, 5) ?? '–'}
              {day.isCorrected && <small> {t('attendance.corrected')}</small>}
            </span>
            <small>
              {[
                day.lateMinutes > 0 && t('attendance.lateBy', { minutes: day.lateMinutes }),
                day.earlyMinutes > 0 && t('attendance.earlyBy', { minutes: day.earlyMinutes }),
                day.overtimeMinutes > 0 && t('attendance.overtimeBy', { minutes: day.overtimeMinutes }),
                day.camePlace,
                day.wentPlace !== day.camePlace && day.wentPlace,
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}
