import { useQuery } from '@tanstack/react-query';
import { MapChart } from 'echarts/charts';
import { GeoComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { type ECharts, init, registerMap, use as withParts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { Answer } from '../answer';
import type { Schemas } from '../api';
import { useLanguage, useMode, useText } from '../language';

withParts([MapChart, GeoComponent, TooltipComponent, VisualMapComponent, SVGRenderer]);

type Row = Schemas['RegionTotals'];
interface Outline {
  id: string;
  properties: { adcode: string; name: string };
}
interface Outlines {
  type: 'FeatureCollection';
  /** Where the map comes from, said below it. */
  provenance: Record<'zh' | 'en', string>;
  features: Outline[];
}

/** The six districts of the old city, too small on the map of all. */
const centre = /^12010[1-6]$/;

/** Registered volunteers per district, darker where there are more; nothing where rows are no districts. */
export function DistrictMap({ rows, linkTo }: { rows: readonly Row[]; linkTo: (code: string) => string }) {
  const t = useText();
  const isOfDistricts = rows.some(({ region }) => region.endsWith('000000') && !region.endsWith('00000000'));
  const outlines = useQuery({
    queryKey: ['outlines'],
    queryFn: async () => (await (await fetch('/map/districts.geojson')).json()) as Outlines,
    staleTime: Infinity,
    enabled: isOfDistricts,
  });
  const language = useLanguage();
  if (!isOfDistricts) return null;
  return (
    <figure className="map">
      <Answer query={outlines}>
        {(data) => (
          <>
            <div className="maps">
              <Chart
                name="city"
                rows={rows}
                outlines={data}
                linkTo={linkTo}
                label={t('各区注册志愿者', 'Registered volunteers per district')}
              />
              <Chart
                name="centre"
                rows={rows}
                outlines={{ ...data, features: data.features.filter(({ id }) => centre.test(id)) }}
                linkTo={linkTo}
                label={t('市内六区', 'The six central districts')}
              />
            </div>
            <figcaption className="quiet">{data.provenance[language]}</figcaption>
          </>
        )}
      </Answer>
    </figure>
  );
}

interface ChartProps {
  name: string;
  rows: readonly Row[];
  outlines: Outlines;
  linkTo: (code: string) => string;
  label: string;
}

function Chart({ name, rows, outlines, linkTo, label }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const mode = useMode();
  const navigate = useNavigate();
  useEffect(() => {
    if (!place.current) return;
    registerMap(name, outlines as never);
    const chart = init(place.current, mode === 'dark' ? 'dark' : undefined, { renderer: 'svg' });
    draw(chart, name, rows, mode);
    chart.on('click', (event) => {
      const { code } = (event.data ?? {}) as { code?: string };
      if (code) void navigate(linkTo(code));
    });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [name, rows, outlines, mode, linkTo, navigate]);
  return <div ref={place} className={name} role="img" aria-label={label} />;
}

function draw(chart: ECharts, name: string, rows: readonly Row[], mode: 'light' | 'dark'): void {
  const data = rows.map((row) => ({
    name: row.name,
    value: row.metrics.volunteersRegistered,
    code: row.region,
  }));
  const most = Math.max(1, ...data.map(({ value }) => value));
  const colours = mode === 'dark' ? ['#26303b', '#5ba2e6'] : ['#e8f0f8', '#0b57a4'];
  chart.setOption({
    backgroundColor: 'transparent',
    animation: false,
    tooltip: { formatter: '{b}: {c}' },
    visualMap: {
      min: 0,
      max: most,
      show: name === 'city',
      calculable: false,
      left: 0,
      bottom: 0,
      inRange: { color: colours },
    },
    series: [
      {
        type: 'map',
        map: name,
        nameProperty: 'name',
        data,
        label: { show: name === 'centre', fontSize: 11, color: mode === 'dark' ? '#fff' : '#1c232b' },
        itemStyle: { borderColor: mode === 'dark' ? '#7d8894' : '#68727d' },
        select: { disabled: true },
      },
    ],
  });
}
