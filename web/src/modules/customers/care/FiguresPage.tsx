import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import { percentText } from '@/shared/format/amount';
import { approximate } from '@/shared/format/decimal';
import { type Period, spanText } from '@/shared/format/period';
import { EmptyState } from '@/shared/ui/EmptyState';
import { EChart } from '@/shared/ui/figures/EChart';
import { Figure, Figures } from '@/shared/ui/figures/Figure';
import { FigureTable, Share } from '@/shared/ui/figures/FigureTable';
import { MonthBars } from '@/shared/ui/figures/MonthBars';
import { Amount } from '@/shared/ui/figures/Texts';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { PeriodPicker, usePeriod } from '@/shared/ui/inputs/PeriodPicker';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { CustomerNav } from '../CustomerNav';
import s from '../customers.module.css';
import { GradeChip } from '../grading/GradeChip';
import { useCareWords } from './words';

const bys = ['Month', 'Person', 'Customer', 'Kind'] as const;

/** How satisfied customers are, and what care cost against its budget. */
export default function FiguresPage() {
  const { t } = useTranslation('customers');
  const [period, setPeriod] = usePeriod('thisYear');
  const seesCosts = useCan('customers.care-costs');
  return (
    <>
      <PageHead title={t('care.figures')} />
      <CustomerNav of="care" />
      <div className={s.versions} style={{ marginBottom: 12 }}>
        <PeriodPicker value={period} onChange={setPeriod} />
      </div>
      <div className={s.wide}>
        <Scores period={period} />
        {seesCosts && <Costs period={period} />}
      </div>
    </>
  );
}

const average = (value: number | null | undefined): string => (value == null ? '–' : value.toFixed(2));

function Scores({ period }: { period: Period }) {
  const { t } = useTranslation('customers');
  const { data, error, refetch } = server.useQuery('get', '/api/care-satisfaction', { params: { query: period } });
  if (error && !data) return <LoadFailed error={error} retry={refetch} />;
  if (!data) return null;
  const answers = `/care?${new URLSearchParams({ scored: 'true', ...period })}`;
  const ofScore = (score: number) => `/care?${new URLSearchParams({ score: String(score), ...period })}`;
  const unhappy = data.scores.slice(0, 6).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <Figures>
        <Figure label={t('care.average')} value={average(data.all.average)} note={t('care.averageNote')} />
        <Figure
          label={t('care.answers')}
          value={String(data.all.answers)}
          note={<Link to={answers}>{t('warnings.show')}</Link>}
        />
        <Figure label={t('care.unhappy')} value={String(unhappy)} isBad={unhappy > 0} note={t('care.unhappyNote')} />
      </Figures>
      {data.all.answers === 0 ? (
        <EmptyState text={t('care.noAnswers')} />
      ) : (
        <>
          <Panel title={t('care.trend')} note={`${t('care.trendUnit')} · ${spanText(period.from, period.to)}`}>
            <EChart
              label={t('care.trendSpoken', { from: period.from, to: period.to })}
              height={220}
              option={{
                animation: false,
                tooltip: { trigger: 'axis' },
                xAxis: { type: 'category', data: data.months.map((month) => month.key ?? '') },
                yAxis: { type: 'value', min: 0, max: 10, name: t('care.trendUnit') },
                series: [
                  {
                    name: t('care.average'),
                    type: 'line',
                    connectNulls: true,
                    data: data.months.map((month) => month.average ?? null),
                  },
                ],
              }}
            />
          </Panel>
          <div className={s.pair}>
            <Panel title={t('care.byGrade')}>
              <FigureTable head={[t('grading.grade'), t('care.answers'), t('care.average')]}>
                {data.grades.map((line) => (
                  <tr key={line.key ?? ''}>
                    <th scope="row">{line.key ? <GradeChip grade={line.key} /> : t('care.noGrade')}</th>
                    <td className="number">
                      {line.key ? (
                        <Link to={`/care?${new URLSearchParams({ scored: 'true', grade: line.key, ...period })}`}>
                          {line.answers}
                        </Link>
                      ) : (
                        line.answers
                      )}
                    </td>
                    <td className="number">{average(line.average)}</td>
                  </tr>
                ))}
              </FigureTable>
            </Panel>
            <Panel title={t('care.byScore')}>
              <FigureTable head={[t('care.score'), t('care.answers'), t('care.share')]}>
                {data.scores
                  .map((count, i) => ({ score: i + 1, count }))
                  .filter(({ count }) => count > 0)
                  .reverse()
                  .map(({ score, count }) => (
                    <tr key={score}>
                      <th scope="row">{score}</th>
                      <td className="number">
                        <Link to={ofScore(score)}>{count}</Link>
                      </td>
                      <td>
                        <Share value={String(count / data.all.answers)} />
                      </td>
                    </tr>
                  ))}
              </FigureTable>
            </Panel>
          </div>
        </>
      )}
    </>
  );
}

function Costs({ period }: { period: Period }) {
  const { t } = useTranslation('customers');
  const words = useCareWords();
  const [search, setSearch] = useSearchParams();
  const by = bys.find((one) => one === search.get('by')) ?? 'Month';
  const { data } = server.useQuery('get', '/api/care-costs', { params: { query: { ...period, by } } });
  const months = server.useQuery('get', '/api/care-costs', { params: { query: { ...period, by: 'Month' } } });
  if (!data) return null;
  const behind = (key: string): string => {
    const days = by === 'Month' ? monthDays(key) : period;
    const part: Record<string, string> =
      by === 'Person' ? { by: key } : by === 'Customer' ? { customer: key } : by === 'Kind' ? { kind: key } : {};
    return `/care?${new URLSearchParams({ costly: 'true', state: 'Done', ...part, ...days })}`;
  };
  const nameOf = (row: (typeof data.items)[number]): string =>
    by === 'Month' ? row.key : by === 'Kind' ? words.kind(row.key) : (row.name ?? '–');
  return (
    <Panel
      title={t('care.costTitle')}
      note={spanText(period.from, period.to)}
      extra={
        <div style={{ minWidth: 140 }}>
          <ChoiceInput
            label={t('care.by')}
            clearable={false}
            value={by}
            options={bys.map((one) => ({ value: one, label: t(`care.bys.${one}`) }))}
            onChange={(one) =>
              setSearch((now) => {
                const next = new URLSearchParams(now);
                next.set('by', one ?? 'Month');
                return next;
              })
            }
          />
        </div>
      }
    >
      <Figures>
        <Figure label={t('care.cost')} value={data.all.cost} note={t('care.deeds', { count: data.all.deeds })} />
        <Figure label={t('care.budget')} value={data.all.budget} />
        <Figure label={t('care.used')} value={data.all.used ? percentText(data.all.used) : '–'} />
        <Figure label={t('care.over')} value={String(data.all.over)} isBad={data.all.over > 0} />
      </Figures>
      {!!months.data?.items.length && (
        <MonthBars
          label={t('care.costSpoken', { from: period.from, to: period.to })}
          months={months.data.items.map((row) => ({ ...row, month: row.key }))}
          unit={t('care.yuan')}
          bars={[
            { name: t('care.budget'), of: (row) => approximate(row.budget) },
            { name: t('care.cost'), of: (row) => approximate(row.cost) },
          ]}
        />
      )}
      <FigureTable
        head={[
          t(`care.bys.${by}`),
          t('care.count'),
          t('care.costs.gift'),
          t('care.costs.banquet'),
          t('care.costs.travel'),
          t('care.costs.other'),
          t('care.cost'),
          t('care.budget'),
          t('care.used'),
        ]}
      >
        {data.items.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <Link to={behind(row.key)}>{nameOf(row)}</Link>
            </th>
            <td className="number">{row.deeds}</td>
            {([row.gift, row.banquet, row.travel, row.other, row.cost, row.budget] as const).map((amount, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns
              <td key={i} className="number">
                <Amount value={amount} />
              </td>
            ))}
            <td>
              <Share value={row.used} />
            </td>
          </tr>
        ))}
      </FigureTable>
    </Panel>
  );
}

/** First and last day of "2026-07". */
function monthDays(month: string): Period {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) };
}
