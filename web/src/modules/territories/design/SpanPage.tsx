import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { EChart } from '@/shared/ui/figures/EChart';
import { FigureTable } from '@/shared/ui/figures/FigureTable';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TerritoryNav } from '../TerritoryNav';
import s from '../territories.module.css';
import { spanTones } from '../words';

/** How many people report to each manager, and how many reps there are to a manager over the years. */
export default function SpanPage() {
  const { t } = useTranslation('territories');
  const { data, error, refetch } = server.useQuery('get', '/api/span-of-control');
  const option = data && {
    animation: false,
    grid: { left: 8, right: 8, top: 32, bottom: 4, containLabel: true },
    legend: { right: 0, top: 0, itemWidth: 12, itemHeight: 8 },
    tooltip: { trigger: 'axis' as const },
    xAxis: { type: 'category' as const, data: data.years.map(({ year }) => String(year)) },
    yAxis: [
      { type: 'value' as const, splitNumber: 4 },
      { type: 'value' as const, splitNumber: 4, splitLine: { show: false } },
    ],
    series: [
      {
        name: t('span.managers'),
        type: 'bar' as const,
        barMaxWidth: 28,
        data: data.years.map(({ managers }) => managers),
      },
      { name: t('span.reps'), type: 'bar' as const, barMaxWidth: 28, data: data.years.map(({ reps }) => reps) },
      {
        name: t('span.ratio'),
        type: 'line' as const,
        yAxisIndex: 1,
        data: data.years.map(({ repsPerManager }) => repsPerManager),
      },
    ],
  };
  return (
    <>
      <PageHead title={t('span.title')} />
      <TerritoryNav />
      {error && !data && <LoadFailed error={error} retry={refetch} />}
      {data && option && (
        <div className={s.stack}>
          <Panel title={t('span.years')}>
            <EChart label={t('span.years')} option={option} height={220} />
          </Panel>
          <Panel title={t('span.managers')} note={t('span.note', { few: data.few, many: data.many })}>
            <FigureTable words={2} head={[t('person'), t('span.unit'), t('span.direct'), t('span.finding')]}>
              {data.managers.map((line) => (
                <tr key={line.id}>
                  <th scope="row">{line.name}</th>
                  <td>{line.unitName}</td>
                  <td className="number">{line.direct}</td>
                  <td>
                    <StatusTag tone={spanTones[line.finding]}>{t(`span.findings.${line.finding}`)}</StatusTag>
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
