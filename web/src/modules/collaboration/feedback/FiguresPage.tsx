import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { EmptyState } from '@/shared/ui/EmptyState';
import { EChart } from '@/shared/ui/figures/EChart';
import { PeriodPicker, usePeriod } from '@/shared/ui/inputs/PeriodPicker';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import s from '../collaboration.module.css';
import { Figure } from '../Figure';
import { useCategoryName } from './words';

/** How much came, about what, and how soon it was answered. */
export default function FiguresPage() {
  const { t } = useTranslation('collaboration');
  const nameOf = useCategoryName();
  const [period, setPeriod] = usePeriod('thisYear');
  const { data, error, refetch } = server.useQuery('get', '/api/feedback-figures', { params: { query: period } });
  const months = data?.months;
  const option = useMemo(
    () => ({
      animation: false,
      grid: { left: 8, right: 8, top: 40, bottom: 4, containLabel: true },
      legend: { right: 0, top: 0, itemWidth: 12, itemHeight: 8 },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: (months ?? []).map((m) => m.month), axisLabel: { hideOverlap: true } },
      yAxis: [{ type: 'value', name: t('issues.count'), minInterval: 1 }],
      series: [
        { name: t('feedback.givenCount'), type: 'bar', data: (months ?? []).map((m) => m.given), barMaxWidth: 24 },
        {
          name: t('feedback.answeredCount'),
          type: 'bar',
          data: (months ?? []).map((m) => m.answered),
          barMaxWidth: 24,
        },
      ],
    }),
    [months, t],
  );
  return (
    <>
      <PageHead title={t('feedback.figures')} />
      <div className={s.bar}>
        <PeriodPicker value={period} onChange={setPeriod} />
      </div>
      {error && <LoadFailed error={error} retry={refetch} />}
      {data && data.all.given === 0 && <EmptyState text={t('feedback.noneInPeriod')} />}
      {data && data.all.given > 0 && (
        <div className={s.stack}>
          <div className={s.figures}>
            <Figure label={t('feedback.givenCount')} value={String(data.all.given)} />
            <Figure label={t('feedback.anonymous')} value={String(data.all.anonymous)} />
            <Figure label={t('feedback.answeredCount')} value={String(data.all.answered)} />
            <Figure label={t('feedback.open')} value={String(data.all.open)} isBad={data.all.open > 0} />
            <Figure
              label={t('feedback.days')}
              value={data.all.days == null ? '–' : t('issues.daysText', { days: data.all.days })}
            />
          </div>
          <Panel title={t('issues.trend')}>
            <EChart label={t('feedback.figures')} option={option} height={220} />
          </Panel>
          <Panel title={t('feedback.category')}>
            <div className={s.scroll}>
              <table className={s.lines}>
                <thead>
                  <tr>
                    <th scope="col">{t('feedback.category')}</th>
                    <th scope="col">{t('feedback.givenCount')}</th>
                    <th scope="col">{t('feedback.answeredCount')}</th>
                    <th scope="col">{t('feedback.open')}</th>
                    <th scope="col">{t('feedback.days')}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.categories.map((line) => (
                    <tr key={line.categoryId}>
                      <th scope="row">
                        <Link to={`/feedback?box=All&category=${line.categoryId}`}>{nameOf(line)}</Link>
                      </th>
                      <td className="number">{line.given}</td>
                      <td className="number">{line.answered}</td>
                      <td className="number">{line.open}</td>
                      <td className="number">{line.days ?? '–'}</td>
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
