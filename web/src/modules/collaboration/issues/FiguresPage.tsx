import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
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
          <Figures>
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
          </Figures>
          <Panel title={t('issues.trend')} note={t('issues.trendNote')}>
            <MonthBars
              label={t('issues.trend')}
              months={data.months}
              unit={t('issues.count')}
              isCount
              bars={[
                { name: t('issues.raised'), of: (month) => month.raised },
                { name: t('issues.doneCount'), of: (month) => month.done },
              ]}
              rate={{ name: t('issues.onTimeRate'), of: (month) => month.onTimeRate }}
            />
          </Panel>
          <Panel title={t('issues.byUnit')}>
            <FigureTable
              head={[
                t('issues.to'),
                t('issues.raised'),
                t('issues.doneCount'),
                t('issues.late'),
                t('issues.days'),
                t('issues.onTimeRate'),
              ]}
            >
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
                    <Share value={unit.onTimeRate} />
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
