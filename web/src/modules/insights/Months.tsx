import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { fullAmount, shortAmount } from '@/shared/format/amount';
import { approximate, signOf } from '@/shared/format/decimal';
import type { Period } from '@/shared/format/period';
import { useLanguage } from '@/shared/text/language';
import { useDarkMode } from '@/shared/ui/darkMode';
import { useChartColors } from '@/shared/ui/figures/chartTheme';
import { EChart } from '@/shared/ui/figures/EChart';
import { useIsPhone } from '@/shared/ui/media';
import { Panel } from '@/shared/ui/Panel';
import { type Part, yearOf } from './useBoard';

const height = 240;

/** Goal and actual of each month of the year around the period. */
export function Months({ period, part }: { period: Period; part: Part }) {
  const { t } = useTranslation('insights');
  const language = useLanguage();
  const isPhone = useIsPhone();
  const { company } = useSession();
  const { target, rate: amber } = useChartColors();
  const isDark = useDarkMode();
  const year = yearOf(period.to, company.fiscalYearStart);
  const { data } = server.useQuery('get', '/api/board/months', { params: { query: { ...year, ...part } } });
  const months = data?.items;

  const option = useMemo(() => {
    if (!months) return undefined;
    // Points of the line only: the rate that is told anywhere else comes from the server.
    const rate = (m: (typeof months)[number]) =>
      signOf(m.goal) <= 0 || `${m.month}-01` > company.today
        ? null
        : (approximate(m.actual) / approximate(m.goal)) * 100;
    const short = (value: number) => {
      const { text, unit } = shortAmount(String(value), language);
      return `${text.replace(/\.0+$/, '')}${unit}`;
    };
    const inWords = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
    const monthName = (month: string) => inWords.format(new Date(`${month}-01`));
    return {
      animation: false,
      color: [target, isDark ? '#6E95FF' : '#1F4FCC', amber],
      grid: { left: 8, right: 8, top: 40, bottom: 4, containLabel: true },
      legend: { right: 0, top: 0, itemWidth: 12, itemHeight: 8 },
      tooltip: {
        trigger: 'axis',
        formatter: (points: { dataIndex: number; marker: string }[]) => {
          const m = months[points[0]?.dataIndex ?? 0];
          if (!m) return '';
          const value = rate(m);
          const rows = [
            [t('goal'), fullAmount(m.goal)],
            [t('actual'), fullAmount(m.actual)],
            [t('attainment'), value === null ? '–' : `${value.toFixed(1)}%`],
          ].map(
            ([name, text], i) =>
              `${points[i]?.marker ?? ''}${name} <b style="float:right;margin-left:24px">${text}</b>`,
          );
          return [m.month, ...rows].join('<br>');
        },
      },
      xAxis: { type: 'category', data: months.map((m) => monthName(m.month)), axisLabel: { hideOverlap: true } },
      yAxis: [
        { type: 'value', axisLabel: { formatter: short }, splitNumber: 4 },
        {
          type: 'value',
          min: 0,
          axisLabel: { formatter: '{value}%' },
          splitLine: { show: false },
          splitNumber: 4,
          show: !isPhone,
        },
      ],
      series: [
        {
          name: t('goal'),
          type: 'bar',
          data: months.map((m) => approximate(m.goal)),
          itemStyle: { borderRadius: [3, 3, 0, 0] },
          barMaxWidth: 20,
          barGap: '10%',
        },
        {
          name: t('actual'),
          type: 'bar',
          data: months.map((m) => approximate(m.actual)),
          itemStyle: { borderRadius: [3, 3, 0, 0] },
          barMaxWidth: 20,
        },
        {
          name: t('attainment'),
          type: 'line',
          yAxisIndex: 1,
          data: months.map(rate),
          symbol: 'circle',
          symbolSize: 6,
          lineStyle: { width: 2 },
        },
      ],
    };
  }, [months, language, company.today, target, amber, isDark, isPhone, t]);

  const note = t('monthsNote', { ...year, currency: company.currency });
  return (
    <Panel title={t('months')} note={isPhone ? undefined : note}>
      {option ? (
        <EChart label={`${t('months')} ${note}`} option={option} height={height} />
      ) : (
        <div style={{ height }} />
      )}
    </Panel>
  );
}
