import { useQuery } from '@tanstack/react-query';
import { memo, useMemo } from 'react';
import { Link } from 'react-router';
import type { Schemas } from '../api';
import { Answer } from '../answer';
import { useLanguage, useTerm, useText } from '../language';
import { drawingOf, type Outline, type Outlines } from './outlines';

type Row = Schemas['RegionTotals'];

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

// Asked for as this page begins to open, not after it has its figures.
const fetching = fetch('/map/districts.geojson').then((answer) => answer.json() as Promise<Outlines>);
fetching.catch(() => undefined);

interface MapProps {
  rows: readonly Row[];
  shade: string | null;
  choose: (shade: string) => void;
  linkTo: (code: string) => string;
}

/** A figure per district, darker where there is more; no map where there are no districts. */
export function DistrictMap({ rows, shade, choose, linkTo }: MapProps) {
  const t = useText();
  const language = useLanguage();
  const shown: Shade = shade === 'hours' ? 'hours' : 'volunteers';
  const outlines = useQuery({
    queryKey: ['outlines'],
    queryFn: () => fetching,
    staleTime: Infinity,
    enabled: rows.length > 0,
  });
  if (rows.length === 0) return null;
  return (
    <figure className="map">
      <Answer query={outlines}>
        {({ features, provenance }) => (
          <>
            <Shades shown={shown} choose={choose} />
            <div className="maps">
              <Chart
                name="city"
                rows={rows}
                shade={shown}
                features={features}
                linkTo={linkTo}
                label={t('各区地图', 'Map of the districts')}
              />
              <Chart
                name="centre"
                rows={rows}
                shade={shown}
                features={features}
                linkTo={linkTo}
                label={t('市内六区', 'The six central districts')}
              />
            </div>
            <Scale most={mostOf(rows, shown)} />
            <figcaption className="quiet">{provenance[language]}</figcaption>
          </>
        )}
      </Answer>
    </figure>
  );
}

function Shades({ shown, choose }: { shown: Shade; choose: (shade: string) => void }) {
  const t = useText();
  const term = useTerm();
  return (
    <fieldset className="shades">
      <legend className="unseen">{t('地图显示', 'The map shows')}</legend>
      {Object.entries(shades).map(([value, { name }]) => (
        <label key={value}>
          <input type="radio" name="shade" checked={value === shown} onChange={() => choose(value)} />
          {term(name)}
        </label>
      ))}
    </fieldset>
  );
}

function mostOf(rows: readonly Row[], shade: Shade): number {
  return Math.max(1, ...rows.map(shades[shade].of));
}

/** What the palest and the darkest shade stand for. */
function Scale({ most }: { most: number }) {
  return (
    <p className="scale quiet">
      0 <span aria-hidden="true" /> {most.toLocaleString('en-US')}
    </p>
  );
}

interface ChartProps {
  name: 'city' | 'centre';
  rows: readonly Row[];
  shade: Shade;
  features: readonly Outline[];
  linkTo: (code: string) => string;
  label: string;
}

/** Districts as links to what they are made of, by pointer and by keyboard. */
const Chart = memo(function Chart({ name, rows, shade, features, linkTo, label }: ChartProps) {
  const { width, height, shapes } = useMemo(
    () => drawingOf(name === 'city' ? features : features.filter(({ id }) => centre.test(id))),
    [features, name],
  );
  const known = new Map(rows.map((row) => [row.region.slice(0, 6), row]));
  const most = mostOf(rows, shade);
  const placed = shapes.map((shape) => ({ ...shape, row: known.get(shape.code) }));
  return (
    <svg className={name} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
      {placed.map(({ code, path, row }) =>
        row ? (
          <Link key={code} to={linkTo(row.region)} aria-label={said(row, shade)}>
            <path d={path} style={{ fill: shadeOf(shades[shade].of(row) / most) }}>
              <title>{said(row, shade)}</title>
            </path>
          </Link>
        ) : (
          <path key={code} d={path} />
        ),
      )}
      {placed
        .filter(({ code }) => name === 'centre' || !centre.test(code))
        .map(({ code, name: short, label: [x, y] }) => (
          <text key={code} x={x} y={y} aria-hidden="true">
            {short}
          </text>
        ))}
    </svg>
  );
});

/** @param share from 0, the palest, to 1 */
function shadeOf(share: number): string {
  return `color-mix(in srgb, var(--accent) ${Math.round(share * 100)}%, var(--tint))`;
}

function said(row: Row, shade: Shade): string {
  return `${row.name}: ${shades[shade].of(row).toLocaleString('en-US')}`;
}
