import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { server } from '@/shared/api/client';
import { approximate } from '@/shared/format/decimal';
import { EChart } from '@/shared/ui/figures/EChart';
import { Panel } from '@/shared/ui/Panel';

/** The years of one market: of the territory the list is filtered by, else of the one with the most years. */
export function Series() {
  const { t } = useTranslation('territories');
  const [search] = useSearchParams();
  const territory = search.get('territory') ?? undefined;
  const { data } = server.useQuery('get', '/api/market-figures', {
    params: { query: { size: 200, sort: 'year', unit: 'Sets', territory } },
  });
  const series = useMemo(() => {
    const groups = new Map<string, NonNullable<typeof data>['items']>();
    for (const row of data?.items ?? []) {
      const key = [row.territoryName, row.industry, row.line, row.brand].filter(Boolean).join(' ');
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    return [...groups].sort((a, b) => b[1].length - a[1].length)[0];
  }, [data]);
  if (!series || series[1].length < 2) return null;
  const [name, rows] = series;
  const option = {
    animation: false,
    grid: { left: 8, right: 8, top: 32, bottom: 4, containLabel: true },
    legend: { right: 0, top: 0, itemWidth: 12, itemHeight: 8 },
    tooltip: { trigger: 'axis' as const },
    xAxis: { type: 'category' as const, data: rows.map((row) => String(row.year)) },
    yAxis: { type: 'value' as const, splitNumber: 4 },
    series: [
      {
        name: t('market.amount'),
        type: 'bar' as const,
        barMaxWidth: 32,
        data: rows.map((row) => approximate(row.amount)),
      },
      {
        name: t('market.sold'),
        type: 'bar' as const,
        barMaxWidth: 32,
        data: rows.map((row) => approximate(row.sold ?? '0')),
      },
    ],
  };
  const title = t('market.series', { name });
  return (
    <Panel title={title} note={t('market.units.Sets')}>
      <EChart label={title} option={option} height={200} />
    </Panel>
  );
}
