import { useTranslation } from 'react-i18next';
import type { Reply } from '@/shared/api/types';
import { EChart } from '@/shared/ui/figures/EChart';

type Best = NonNullable<Reply<'/api/sizing-plans'>['items'][number]['result']['byMarginalReturn']>;

/** Sales and profit by number of people: each further one brings less, and from some point on costs more than he brings. */
export function ReturnCurve({ best }: { best: Best }) {
  const { t } = useTranslation('territories');
  const option = {
    animation: false,
    grid: { left: 8, right: 16, top: 32, bottom: 4, containLabel: true },
    legend: { right: 0, top: 0, itemWidth: 12, itemHeight: 8 },
    tooltip: { trigger: 'axis' as const },
    xAxis: { type: 'category' as const, data: best.points.map(({ people }) => String(people)) },
    yAxis: { type: 'value' as const, splitNumber: 4 },
    series: [
      {
        name: t('sizing.sales'),
        type: 'line' as const,
        showSymbol: false,
        data: best.points.map(({ sales }) => sales),
      },
      {
        name: t('sizing.profit'),
        type: 'line' as const,
        // The best number of people is the one dot.
        showSymbol: true,
        symbolSize: (_: number, { dataIndex }: { dataIndex: number }) =>
          best.points[dataIndex]?.people === best.people ? 10 : 0,
        data: best.points.map(({ profit }) => profit),
      },
      {
        name: t('sizing.marginal'),
        type: 'line' as const,
        showSymbol: false,
        data: best.points.map(({ marginal }) => marginal),
      },
    ],
  };
  return <EChart label={t('sizing.curve')} option={option} height={220} />;
}
