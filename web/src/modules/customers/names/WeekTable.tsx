import { useTranslation } from 'react-i18next';
import s from './names.module.css';
import type { NormState, PersonDays } from './words';

interface WeekTableProps {
  people: PersonDays[];
  /** With whose weeks they are. */
  named?: boolean;
}

/** Whole weeks beside what each asked for; the newest first. */
export function WeekTable({ people, named }: WeekTableProps) {
  const { t } = useTranslation('customers');
  const cell = (count: number, from: number, state: NormState) => (
    <td data-state={state} title={t(`days.states.${state}`)}>
      {from ? `${count} / ${from}` : count}
    </td>
  );
  return (
    <div className={s.scroll}>
      <table className={s.figures} aria-label={t('days.weeks')}>
        <thead>
          <tr>
            {named && <th scope="col">{t('days.person')}</th>}
            <th scope="col">{t('days.week')}</th>
            <th scope="col">{t('names.title')}</th>
            <th scope="col">{t('records.title')}</th>
            <th scope="col">{t('days.follows')}</th>
          </tr>
        </thead>
        <tbody>
          {people.flatMap((person) =>
            [...person.weeks].reverse().map((week) => (
              <tr key={`${person.personId} ${week.monday}`}>
                {named && <th scope="row">{person.name}</th>}
                <th scope="row" className="number">
                  {week.monday}
                </th>
                {cell(week.names, week.namesFrom, week.namesState)}
                {cell(week.records, week.recordsFrom, week.recordsState)}
                {cell(week.follows, week.followsFrom, week.followsState)}
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
