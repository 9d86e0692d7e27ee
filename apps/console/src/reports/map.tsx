import { useQuery } from '@tanstack/react-query';
import { Radio } from 'antd';
import { MapChart } from 'echarts/charts';
import { GeoComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { type ECharts, init, registerMap, use as withParts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { Answer } from '../answer';
import type { Schemas } from '../api';
import { useLanguage, useMode, useTerm, useText } from '../language';

withParts([MapChart, GeoComponent, TooltipComponent, VisualMapComponent, LabelLayout, SVGRenderer]);

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

/** What the map shows. */
const shades = {
  volunteers: {
    name: ['注册志愿者（人）', 'Registered volunteers'],
    of: ({ metrics }: Row) => metrics.volunteersRegistered,
  },
  hours: {
    name: ['服务时长（小时）', 'Hours served'],
    of: ({ metrics }: Row) => Math.round((metrics.deviceVerifiedMinutes + metrics.attestedMinutes) / 6) / 10,
  },
} as const;
type Shade = keyof typeof shades;

interface MapProps {
  rows: readonly Row[];
  shade: string | null;
  choose: (shade: string) => void;
  linkTo: (code: string) => string;
}

/** A figure per district, darker where there is more; no map where there are no districts. */
export function DistrictMap({ rows, shade, choose, linkTo }: MapProps) {
  const t = useText();
  const term = useTerm();
  const shown: Shade = shade === 'hours' ? 'hours' : 'volunteers';
  const isOfDistricts = rows.length > 0;
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
            <Radio.Group
              aria-label={t('地图显示', 'The map shows')}
              value={shown}
              onChange={({ target }) => choose(String(target.value))}
              options={Object.entries(shades).map(([value, { name }]) => ({ value, label: term(name) }))}
            />
            <div className="maps">
              <Chart
                name="city"
                rows={rows}
                shade={shown}
                outlines={data}
                linkTo={linkTo}
                label={t('各区地图', 'Map of the districts')}
              />
              <Chart
                name="centre"
                rows={rows}
                shade={shown}
                outlines={inset(data)}
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

const insets = new WeakMap<Outlines, Outlines>();

/** The same object each time, so that nothing is drawn anew without need. */
function inset(outlines: Outlines): Outlines {
  const known = insets.get(outlines) ?? {
    ...outlines,
    features: outlines.features.filter(({ id }) => centre.test(id)),
  };
  insets.set(outlines, known);
  return known;
}

interface ChartProps {
  name: string;
  rows: readonly Row[];
  shade: Shade;
  outlines: Outlines;
  linkTo: (code: string) => string;
  label: string;
}

function Chart({ name, rows, shade, outlines, linkTo, label }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const mode = useMode();
  const navigate = useNavigate();
  useEffect(() => {
    if (!place.current) return;
    registerMap(name, outlines as never);
    const chart = init(place.current, mode === 'dark' ? 'dark' : undefined, { renderer: 'svg' });
    draw(chart, name, rows, shade, mode);
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
  }, [name, rows, shade, outlines, mode, linkTo, navigate]);
  return <div ref={place} className={name} role="img" aria-label={label} />;
}

type Mode = 'light' | 'dark';

function draw(chart: ECharts, name: string, rows: readonly Row[], shade: Shade, mode: Mode): void {
  const data = rows.map((row) => ({
    name: row.name,
    value: shades[shade].of(row),
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
      text: [String(most), '0'],
      textStyle: { color: mode === 'dark' ? '#e6eaee' : '#1c232b' },
      left: 0,
      bottom: 0,
      inRange: { color: colours },
    },
    series: [
      {
        type: 'map',
        map: name,
        layoutCenter: ['50%', '50%'],
        layoutSize: '98%',
        nameProperty: 'name',
        data,
        label: {
          show: true,
          fontSize: 11,
          color: mode === 'dark' ? '#fff' : '#1c232b',
          textBorderColor: mode === 'dark' ? '#12161b' : '#fff',
          textBorderWidth: 2,
        },
        labelLayout: { hideOverlap: true },
        itemStyle: { borderColor: mode === 'dark' ? '#7d8894' : '#68727d' },
        select: { disabled: true },
      },
    ],
  });
}
