import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { EmptyState } from '@/shared/ui/EmptyState';
import { Figure, Figures } from '@/shared/ui/figures/Figure';
import { FigureTable } from '@/shared/ui/figures/FigureTable';
import { MonthBars } from '@/shared/ui/figures/MonthBars';
import { PeriodPicker, usePeriod } from '@/shared/ui/inputs/PeriodPicker';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import s from '../collaboration.module.css';
import { useCategoryName } from './words';

/** How much came, about what, and how soon it was answered. */
export default function FiguresPage() {
  const { t } = useTranslation('collaboration');
  const nameOf = useCategoryName();
  const [period, setPeriod] = usePeriod('thisYear');
  const { data, error, refetch } = server.useQuery('get', '/api/feedback-figures', { params: { query: period } });
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
          <Figures>
            <Figure label={t('feedback.givenCount')} value={String(data.all.given)} />
            <Figure label={t('feedback.anonymous')} value={String(data.all.anonymous)} />
            <Figure label={t('feedback.answeredCount')} value={String(data.all.answered)} />
            <Figure label={t('feedback.open')} value={String(data.all.open)} isBad={data.all.open > 0} />
            <Figure
              label={t('feedback.days')}
              value={data.all.days == null ? '–' : t('issues.daysText', { days: data.all.days })}
            />
          </Figures>
          <Panel title={t('issues.trend')}>
            <MonthBars
              label={t('feedback.figures')}
              months={data.months}
              unit={t('issues.count')}
              isCount
              bars={[
                { name: t('feedback.givenCount'), of: (month) => month.given },
                { name: t('feedback.answeredCount'), of: (month) => month.answered },
              ]}
            />
          </Panel>
          <Panel title={t('feedback.category')}>
            <FigureTable
              head={[
                t('feedback.category'),
                t('feedback.givenCount'),
                t('feedback.answeredCount'),
                t('feedback.open'),
                t('feedback.days'),
              ]}
            >
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
            </FigureTable>
          </Panel>
        </div>
      )}
    </>
  );
}
