import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { approximate } from '@/shared/format/decimal';
import { EmptyState } from '@/shared/ui/EmptyState';
import { EChart } from '@/shared/ui/figures/EChart';
import { FigureTable } from '@/shared/ui/figures/FigureTable';
import { Amount, Day } from '@/shared/ui/figures/Texts';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { CustomerNav } from '../CustomerNav';
import s from '../customers.module.css';

const scores = [1, 2, 3, 4, 5];

/** Recency, frequency and monetary value: the ten segments, and how customers lie between the first two. */
export default function SegmentsPage() {
  const { t } = useTranslation('customers');
  const { data, error, refetch } = server.useQuery('get', '/api/customer-segments');
  const most = Math.max(1, ...(data?.cells.map((cell) => cell.customers) ?? []));
  return (
    <>
      <PageHead title={t('grading.segmentsTitle')} note={t('grading.segmentsNote', { count: data?.months ?? 12 })} />
      <CustomerNav of="keyAccounts" />
      {error && <LoadFailed error={error} retry={refetch} />}
      {data && data.customers === 0 && <EmptyState text={t('grading.nobodyYet')} />}
      {data && data.customers > 0 && (
        <div className={s.wide}>
          <Panel
            title={t('grading.bySegment')}
            note={
              data.asOf && (
                <>
                  {t('grading.asOf')} <Day value={data.asOf} />
                </>
              )
            }
          >
            <EChart
              label={t('grading.bySegment')}
              height={300}
              option={{
                animation: false,
                grid: { left: 8, right: 16, top: 32, bottom: 4, containLabel: true },
                legend: { right: 0, top: 0 },
                tooltip: { trigger: 'axis' },
                xAxis: [
                  { type: 'value', minInterval: 1, splitNumber: 4, axisLabel: { hideOverlap: true } },
                  { type: 'value', splitNumber: 4, axisLabel: { hideOverlap: true }, splitLine: { show: false } },
                ],
                yAxis: {
                  type: 'category',
                  inverse: true,
                  data: data.segments.map((segment) => t(`grading.segments.${segment.name ?? 'Others'}`)),
                },
                series: [
                  {
                    name: t('grading.customers'),
                    type: 'bar',
                    data: data.segments.map((segment) => segment.customers),
                  },
                  {
                    name: t('grading.salesTenThousand'),
                    type: 'bar',
                    xAxisIndex: 1,
                    data: data.segments.map((segment) => Math.round(approximate(segment.sales) / 100) / 100),
                  },
                ],
              }}
            />
            <FigureTable head={[t('grading.segment'), t('grading.customers'), t('grading.sales')]}>
              {data.segments.map((segment) => (
                <tr key={segment.name}>
                  <th scope="row">
                    <Link to={`/customers?segment=${segment.name}`}>
                      {t(`grading.segments.${segment.name ?? 'Others'}`)}
                    </Link>
                  </th>
                  <td className="number">{segment.customers}</td>
                  <td className="number">
                    <Amount value={segment.sales} />
                  </td>
                </tr>
              ))}
              <tr>
                <th scope="row">{t('grading.total')}</th>
                <td className="number">{data.customers}</td>
                <td className="number">
                  <Amount value={data.sales} />
                </td>
              </tr>
            </FigureTable>
          </Panel>
          <Panel title={t('grading.grid')} note={t('grading.gridNote')}>
            <table className={s.heat}>
              <thead>
                <tr>
                  <th scope="col">R \ F</th>
                  {scores.map((f) => (
                    <th key={f} scope="col">
                      F{f}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {scores.toReversed().map((r) => (
                  <tr key={r}>
                    <th scope="row">R{r}</th>
                    {scores.map((f) => {
                      const count =
                        data.cells.find((cell) => cell.recency === r && cell.frequency === f)?.customers ?? 0;
                      return (
                        <td key={f} className="number">
                          <span style={{ '--heat': count / most } as CSSProperties}>{count || ''}</span>
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </Panel>
        </div>
      )}
    </>
  );
}
