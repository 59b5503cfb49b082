import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useDarkMode } from '@/shared/ui/darkMode';
import { chartTheme } from './chartTheme';
import type { EChartProps } from './EChart';

// The kinds nearly every page has. A page with another one adds it beside its own component:
// `echarts.use([FunnelChart])` from 'echarts/core' and 'echarts/charts'.
echarts.use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer]);

export type ChartOption = echarts.EChartsCoreOption;

export default function EChartCanvas({ label, option, height }: EChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.ECharts | null>(null);
  const isDark = useDarkMode();

  useEffect(() => {
    if (!place.current) return;
    const made = echarts.init(place.current, chartTheme(isDark), { renderer: 'svg' });
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      made.dispose();
    };
  }, [isDark]);

  // After the chart was made, also when it was made anew for the other theme.
  // biome-ignore lint/correctness/useExhaustiveDependencies: isDark made a new chart
  useEffect(() => {
    chart.current?.setOption({ aria: { enabled: true }, ...option }, { notMerge: true });
  }, [option, isDark]);

  return <div ref={place} role="img" aria-label={label} style={{ height }} />;
}
