import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '@/shared/text/language';
import { EmptyState } from '@/shared/ui/EmptyState';
import { StatusTag } from '@/shared/ui/StatusTag';
import s from './names.module.css';
import { type DayFigures, type Figures, normTones } from './words';

const legend = ['Met', 'Below', 'Above', 'Open', 'Excused'] as const;

export const whats = ['names', 'records', 'follows'] as const;
type What = (typeof whats)[number];

/** What of a day is told, what it asked for, and of how many days it was enough. */
const figureOf = (day: DayFigures, what: What) =>
  what === 'names'
    ? { count: day.counted, state: day.namesState, from: day.norm?.namesFrom, to: day.norm?.namesTo }
    : what === 'records'
      ? { count: day.records, state: day.recordsState, from: day.norm?.recordsFrom, to: day.norm?.recordsTo }
      : { count: day.follows, state: day.followsState, from: day.norm?.followsFrom, to: undefined };

/** People down, days across; behind each figure are the names or records it counts. */
export function TeamDays({ figures, what }: { figures: Figures; what: What }) {
  const { t } = useTranslation('customers');
  const language = useLanguage();
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'narrow', timeZone: 'UTC' });
  const days = figures.items[0]?.days.map((day) => day.day) ?? [];
  if (figures.items.length === 0) return <EmptyState text={t('days.nobody')} />;
  const link = (person: string, from: string, to: string) =>
    what === 'names'
      ? `/customer-names?preparedBy=${person}&from=${from}&to=${to}`
      : `/customer-records?author=${person}&from=${from}&to=${to}`;
  return (
    <>
      <p className={s.legend}>
        {legend.map((state) => (
          <StatusTag key={state} tone={normTones[state]}>
            {t(`days.states.${state}`)}
          </StatusTag>
        ))}
      </p>
      <div className={s.scroll}>
        <table className={s.team} aria-label={t('days.title')}>
          <thead>
            <tr>
              <th scope="col">{t('days.person')}</th>
              {days.map((day) => (
                <th key={day} scope="col" data-today={day === figures.today}>
                  {day.slice(5)}
                  <small>{weekday.format(new Date(`${day}T00:00:00Z`))}</small>
                </th>
              ))}
              <th scope="col">{t('days.met')}</th>
              <th scope="col">{t('campaigns.sum')}</th>
            </tr>
          </thead>
          <tbody>
            {figures.items.map((person) => (
              <tr key={person.personId}>
                <th scope="row">
                  {person.name} <small className="muted">{person.unitName}</small>
                </th>
                {person.days.map((day) => {
                  const { count, state, from, to } = figureOf(day, what);
                  const said = `${t(`days.states.${state}`)}${to ? ` ${count} / ${from}–${to}` : from ? ` ${count} / ${from}` : ''}`;
                  return (
                    <td key={day.day} data-state={state} title={said}>
                      {count > 0 ? (
                        <Link
                          to={link(person.personId, day.day, day.day)}
                          aria-label={`${person.name} ${day.day}: ${said}`}
                        >
                          {count}
                        </Link>
                      ) : (
                        <span className="muted">
                          {state === 'Excused' ? t('days.leave') : state === 'Below' ? 0 : '·'}
                        </span>
                      )}
                    </td>
                  );
                })}
                <td className="number">
                  {what === 'names'
                    ? `${person.namesMet}/${person.namesDue}`
                    : what === 'records'
                      ? `${person.recordsMet}/${person.recordsDue}`
                      : `${person.followsMet}/${person.followsDue}`}
                </td>
                <td>
                  <Link to={link(person.personId, figures.from, figures.to)}>
                    {person.days.reduce((sum, day) => sum + figureOf(day, what).count, 0)}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
