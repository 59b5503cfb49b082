import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { percentText } from '@/shared/format/amount';
import { EmptyState } from '@/shared/ui/EmptyState';
import { Figure, Figures } from '@/shared/ui/figures/Figure';
import { FigureTable, Share } from '@/shared/ui/figures/FigureTable';
import { MonthBars } from '@/shared/ui/figures/MonthBars';
import { PeriodPicker, usePeriod } from '@/shared/ui/inputs/PeriodPicker';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import s from '../collaboration.module.css';

/** Who comes to meetings, who is late and by how much. */
export default function AttendancePage() {
  const { t } = useTranslation('collaboration');
  const [period, setPeriod] = usePeriod('thisQuarter');
  const { data, error, refetch } = server.useQuery('get', '/api/meeting-attendance', { params: { query: period } });
  return (
    <>
      <PageHead title={t('meetings.figures')} note={t('meetings.figuresNote')} />
      <div className={s.bar}>
        <PeriodPicker value={period} onChange={setPeriod} />
      </div>
      {error && <LoadFailed error={error} retry={refetch} />}
      {data && data.held === 0 && <EmptyState text={t('meetings.noneInPeriod')} />}
      {data && data.held > 0 && (
        <div className={s.stack}>
          <Figures>
            <Figure label={t('meetings.held')} value={String(data.held)} />
            <Figure label={t('meetings.rate')} value={data.all.rate ? percentText(data.all.rate) : '–'} />
            <Figure
              label={t('meetings.att.Late')}
              value={String(data.all.late)}
              note={t('meetings.lateBy', { count: data.all.lateMinutes })}
              isBad={data.all.late > 0}
            />
            <Figure label={t('meetings.att.Excused')} value={String(data.all.excused)} />
            <Figure label={t('meetings.att.Absent')} value={String(data.all.absent)} isBad={data.all.absent > 0} />
          </Figures>
          <Panel title={t('issues.trend')}>
            <MonthBars
              label={t('meetings.figures')}
              months={data.months}
              unit={t('meetings.times')}
              isCount
              bars={[
                { name: t('meetings.att.Late'), of: (month) => month.late },
                { name: t('meetings.att.Absent'), of: (month) => month.absent },
              ]}
              rate={{ name: t('meetings.rate'), of: (month) => month.rate }}
            />
          </Panel>
          <Panel title={t('meetings.byPerson')} note={t('meetings.latestFirst')}>
            <FigureTable
              head={[
                t('meetings.person'),
                t('meetings.held'),
                t('meetings.att.Present'),
                t('meetings.att.Late'),
                t('meetings.lateMinutes'),
                t('meetings.att.Excused'),
                t('meetings.att.Absent'),
                t('meetings.rate'),
              ]}
            >
              {data.people.map((line) => (
                <tr key={line.personId}>
                  <th scope="row">
                    {line.name} <span className="muted">{line.unitName}</span>
                  </th>
                  <td className="number">{line.meetings}</td>
                  <td className="number">{line.present}</td>
                  <td className={`number ${line.late > 0 ? s.late : ''}`}>{line.late}</td>
                  <td className="number">{line.lateMinutes}</td>
                  <td className="number">{line.excused}</td>
                  <td className={`number ${line.absent > 0 ? s.late : ''}`}>{line.absent}</td>
                  <td>
                    <Share value={line.rate} />
                  </td>
                </tr>
              ))}
            </FigureTable>
          </Panel>
        </div>
      )}
    </>
  );
}
