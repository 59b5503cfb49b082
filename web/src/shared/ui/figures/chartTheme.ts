import { useDarkMode } from '@/shared/ui/darkMode';
import { fontFamily } from '@/shared/ui/theme';

const palettes = {
  light: ['#1F4FCC', '#0FA08C', '#F0A03C', '#7458DB', '#E0604E', '#36A1E6', '#8A95A8', '#A97C29'],
  dark: ['#6E95FF', '#2FC4AE', '#F4B152', '#9C86F2', '#F0806F', '#5CBBF5', '#9AA5B8', '#C9A04E'],
};

/** For what is drawn against the palette on purpose: targets stay pale, a rate is amber. */
export function useChartColors(): { target: string; rate: string } {
  return useDarkMode() ? { target: '#2f3a4f', rate: '#F4B152' } : { target: '#d5deec', rate: '#F0A03C' };
}

/** ECharts cannot read CSS variables, so the measured values stand here a second time. */
export function chartTheme(isDark: boolean): object {
  const text = isDark ? '#A9B4C6' : '#56627A';
  const line = isDark ? '#282E39' : '#E4E9F1';
  const axis = {
    axisLine: { lineStyle: { color: isDark ? '#343B48' : '#CFD7E3' } },
    axisTick: { show: false },
    axisLabel: { color: text },
    nameTextStyle: { color: text },
    splitLine: { lineStyle: { color: line } },
  };
  return {
    color: isDark ? palettes.dark : palettes.light,
    backgroundColor: 'transparent',
    // Named here too: an SVG text does not inherit from the page in every export.
    textStyle: { fontFamily, color: text },
    grid: { left: 8, right: 8, top: 36, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: {
      textStyle: { color: text },
      itemWidth: 10,
      itemHeight: 10,
      left: 'auto',
      right: 0,
      top: 0,
      icon: 'roundRect',
    },
    tooltip: {
      backgroundColor: isDark ? '#1E232C' : '#FFFFFF',
      borderColor: line,
      textStyle: { color: isDark ? '#F2F5FA' : '#172033', fontSize: 13 },
    },
    bar: { itemStyle: { borderRadius: [3, 3, 0, 0] }, barMaxWidth: 18 },
    line: { symbolSize: 6, lineStyle: { width: 2 } },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
  };
}
