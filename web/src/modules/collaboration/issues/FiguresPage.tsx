import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
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

type Figures = Reply<'/api/issue-figures'>;

/** How units keep what they agree to: on time by unit, how long it takes, and whether it gets better. */
export default function FiguresPage() {
  const { t } = useTranslation('collaboration');
  const [period, setPeriod] = usePeriod('thisYear');
  const { data, error, refetch } = server.useQuery('get', '/api/issue-figures', { params: { query: period } });
  return (
    <>
      <PageHead title={t('issues.figures')} note={t('issues.figuresNote')} />
      <div className={s.bar}>
        <PeriodPicker value={period} onChange={setPeriod} />
      </div>
      {error && <LoadFailed error={error} retry={refetch} />}
      {data && data.all.raised === 0 && <EmptyState text={t('issues.nothingYet')} />}
      {data && data.all.raised > 0 && (
        <div className={s.stack}>
          <div className={s.figures}>
            <Figure label={t('issues.raised')} value={String(data.all.raised)} />
            <Figure label={t('issues.doneCount')} value={String(data.all.done)} />
            <Figure
              label={t('issues.onTimeRate')}
              value={data.all.onTimeRate ? percentText(data.all.onTimeRate) : '–'}
              note={t('issues.onTimeOf', { onTime: data.all.onTime, all: data.all.onTime + data.all.late })}
            />
            <Figure label={t('issues.late')} value={String(data.all.late)} isBad={data.all.late > 0} />
            <Figure
              label={t('issues.days')}
              value={data.all.days == null ? '–' : t('issues.daysText', { days: data.all.days })}
            />
          </div>
          <Panel title={t('issues.trend')} note={t('issues.trendNote')}>
            <Trend months={data.months} />
          </Panel>
          <Panel title={t('issues.byUnit')}>
            <div className={s.scroll}>
              <table className={s.lines}>
                <thead>
                  <tr>
                    <th scope="col">{t('issues.to')}</th>
                    <th scope="col">{t('issues.raised')}</th>
                    <th scope="col">{t('issues.doneCount')}</th>
                    <th scope="col">{t('issues.late')}</th>
                    <th scope="col">{t('issues.days')}</th>
                    <th scope="col">{t('issues.onTimeRate')}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.units.map((unit) => (
                    <tr key={unit.unitId}>
                      <th scope="row">
                        <Link to={`/issues?box=All&to=${unit.unitId}`}>{unit.unitName}</Link>
                      </th>
                      <td className="number">{unit.raised}</td>
                      <td className="number">{unit.done}</td>
                      <td className={`number ${unit.late > 0 ? s.late : ''}`}>{unit.late}</td>
                      <td className="number">{unit.days ?? '–'}</td>
                      <td>
                        <span
                          className={s.share}
                          style={{ '--share': approximate(unit.onTimeRate ?? '0') } as React.CSSProperties}
                        >
                          <Percent value={unit.onTimeRate} digits={0} />
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

function Trend({ months }: { months: Figures['months'] }) {
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
        { type: 'value', name: t('issues.count'), splitNumber: 4, minInterval: 1 },
        { type: 'value', name: '%', min: 0, max: 100, splitLine: { show: false } },
      ],
      series: [
        { name: t('issues.raised'), type: 'bar', data: months.map((m) => m.raised), barMaxWidth: 24 },
        { name: t('issues.doneCount'), type: 'bar', data: months.map((m) => m.done), barMaxWidth: 24 },
        {
          name: t('issues.onTimeRate'),
          type: 'line',
          yAxisIndex: 1,
          color: rate,
          data: months.map((m) => (m.onTimeRate == null ? null : Math.round(approximate(m.onTimeRate) * 100))),
        },
      ],
    }),
    [months, t, rate],
  );
  return <EChart label={t('issues.trend')} option={option} height={240} />;
}
