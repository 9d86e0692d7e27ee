import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as withParts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useMode, useText } from '../language';
import type { Step } from './trend';

withParts([BarChart, GridComponent, TooltipComponent, SVGRenderer]);

/** Bars side by side; the table below says the same in words. */
export function TrendChart({ steps, label }: { steps: readonly Step[]; label: string }) {
  const t = useText();
  const place = useRef<HTMLDivElement>(null);
  const mode = useMode();
  useEffect(() => {
    if (!place.current) return;
    const chart = init(place.current, mode === 'dark' ? 'dark' : undefined, { renderer: 'svg' });
    const colour = mode === 'dark' ? '#5ba2e6' : '#0b57a4';
    const text = { color: mode === 'dark' ? '#e6eaee' : '#1c232b' };
    chart.setOption({
      backgroundColor: 'transparent',
      animation: false,
      grid: { left: 56, right: 16, top: 16, bottom: 32 },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: steps.map(({ from }) => from), axisLabel: text },
      yAxis: { type: 'value', minInterval: 1, axisLabel: text },
      series: [
        {
          type: 'bar',
          name: label,
          data: steps.map(({ value, isWhole }) => ({
            value,
            itemStyle: { color: colour, opacity: isWhole ? 1 : 0.5 },
          })),
        },
      ],
    });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [steps, label, mode]);
  return <div ref={place} className="trend" role="img" aria-label={t(`${label}的趋势`, `Trend: ${label}`)} />;
}
