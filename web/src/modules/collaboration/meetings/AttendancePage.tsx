import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { percentText } from '@/shared/format/amount';
import { approximate } from '@/shared/format/decimal';
import { EmptyState } from '@/shared/ui/EmptyState';
import { useChartColors } from '@/shared/ui/figures/chartTheme';
import { EChart } from '@/shared/ui/figures/EChart';
import { Percent } from '@/shared/ui/figures/Texts';
import { PeriodPicker, usePeriod } from '@/shared/ui/inputs/PeriodPicker';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import s from '../collaboration.module.css';
import { Figure } from '../Figure';

type View = Reply<'/api/meeting-attendance'>;

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
          <div className={s.figures}>
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
          </div>
          <Panel title={t('issues.trend')}>
            <Trend months={data.months} />
          </Panel>
          <Panel title={t('meetings.byPerson')} note={t('meetings.latestFirst')}>
            <div className={s.scroll}>
              <table className={s.lines}>
                <thead>
                  <tr>
                    <th scope="col">{t('meetings.person')}</th>
                    <th scope="col">{t('meetings.held')}</th>
                    <th scope="col">{t('meetings.att.Present')}</th>
                    <th scope="col">{t('meetings.att.Late')}</th>
                    <th scope="col">{t('meetings.lateMinutes')}</th>
                    <th scope="col">{t('meetings.att.Excused')}</th>
                    <th scope="col">{t('meetings.att.Absent')}</th>
                    <th scope="col">{t('meetings.rate')}</th>
                  </tr>
                </thead>
                <tbody>
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
                        <span
                          className={s.share}
                          style={{ '--share': approximate(line.rate ?? '0') } as React.CSSProperties}
                        >
                          <Percent value={line.rate} digits={0} />
                        </span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </Panel>
        </div>
      )}
    </>
  );
}

function Trend({ months }: { months: View['months'] }) {
  const { t } = useTranslation('collaboration');
  const { rate } = useChartColors();
  const option = useMemo(
    () => ({
      animation: false,
      grid: { left: 8, right: 8, top: 40, bottom: 4, containLabel: true },
      legend: { right: 0, top: 0, itemWidth: 12, itemHeight: 8 },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: months.map((m) => m.month), axisLabel: { hideOverlap: true } },
      yAxis: [
        { type: 'value', name: t('meetings.times'), splitNumber: 4, minInterval: 1 },
        { type: 'value', name: '%', min: 0, max: 100, splitLine: { show: false } },
      ],
      series: [
        { name: t('meetings.att.Late'), type: 'bar', data: months.map((m) => m.late), barMaxWidth: 24 },
        { name: t('meetings.att.Absent'), type: 'bar', data: months.map((m) => m.absent), barMaxWidth: 24 },
        {
          name: t('meetings.rate'),
          type: 'line',
          yAxisIndex: 1,
          color: rate,
          data: months.map((m) => (m.rate == null ? null : Math.round(approximate(m.rate) * 100))),
        },
      ],
    }),
    [months, t, rate],
  );
  return <EChart label={t('meetings.figures')} option={option} height={220} />;
}
