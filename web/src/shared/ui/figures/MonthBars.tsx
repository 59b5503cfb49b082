import { approximate } from '@/shared/format/decimal';
import { useChartColors } from './chartTheme';
import { EChart } from './EChart';

interface MonthBarsProps<Row extends { month: string }> {
  label: string;
  months: Row[];
  /** What the bars count: over the left axis. */
  unit: string;
  bars: { name: string; of: (month: Row) => number }[];
  /** A share between 0 and 1, as a line over the right axis. */
  rate?: { name: string; of: (month: Row) => string | null | undefined };
  /** One on top of the other instead of side by side. */
  isStacked?: boolean;
  /** Whole things, which have no halves on the axis. */
  isCount?: boolean;
  /** Lines of the tooltip, where it says more than the bars. */
  tell?: (month: Row) => string[];
}

/** Bars month by month, and a share if there is one. */
export function MonthBars<Row extends { month: string }>(props: MonthBarsProps<Row>) {
  const { label, months, unit, bars, rate, isStacked, isCount, tell } = props;
  const colors = useChartColors();
  const option = {
    animation: false,
    grid: { left: 8, right: 8, top: 40, bottom: 4, containLabel: true },
    legend: { right: 0, top: 0, itemWidth: 12, itemHeight: 8 },
    tooltip: {
      trigger: 'axis',
      ...(tell && {
        formatter: (points: { dataIndex: number }[]) => {
          const month = months[points[0]?.dataIndex ?? 0];
          return month ? tell(month).join('<br>') : '';
        },
      }),
    },
    xAxis: { type: 'category', data: months.map(({ month }) => month), axisLabel: { hideOverlap: true } },
    yAxis: [
      { type: 'value', name: unit, splitNumber: 4, ...(isCount && { minInterval: 1 }) },
      ...(rate ? [{ type: 'value', name: '%', min: 0, max: 100, splitLine: { show: false } }] : []),
    ],
    series: [
      ...bars.map(({ name, of }) => ({
        name,
        type: 'bar',
        ...(isStacked && { stack: 'all' }),
        data: months.map(of),
        barMaxWidth: 24,
      })),
      ...(rate
        ? [
            {
              name: rate.name,
              type: 'line',
              yAxisIndex: 1,
              color: colors.rate,
              data: months.map((month) => {
                const share = rate.of(month);
                return share == null ? null : Math.round(approximate(share) * 100);
              }),
            },
          ]
        : []),
    ],
  };
  return <EChart label={label} option={option} height={240} />;
}
