import { lazy, Suspense } from 'react';
import type { ChartOption } from './EChartCanvas';

const EChartCanvas = lazy(() => import('./EChartCanvas'));

export interface EChartProps {
  /** Spoken: what the chart shows, its unit and period. */
  label: string;
  option: ChartOption;
  height: number;
}

/** A chart in the palette of the theme. The library comes with the first chart; its place is kept until then. */
export function EChart(props: EChartProps) {
  return (
    <div style={{ height: props.height }}>
      <Suspense fallback={null}>
        <EChartCanvas {...props} />
      </Suspense>
    </div>
  );
}
