/** Longitude and latitude, in degrees. */
type Position = readonly [number, number];
type Ring = readonly Position[];

/** One district of `map/districts.geojson`. */
export interface Outline {
  id: string;
  properties: { adcode: string; name: string; cp: Position };
  geometry:
    | { type: 'Polygon'; coordinates: readonly Ring[] }
    | { type: 'MultiPolygon'; coordinates: readonly (readonly Ring[])[] };
}
export interface Outlines {
  type: 'FeatureCollection';
  /** Where the map comes from, said below it. */
  provenance: Record<'zh' | 'en', string>;
  features: readonly Outline[];
}

/** A district as it is drawn. */
export interface Shape {
  code: string;
  name: string;
  /** Of an SVG path. */
  path: string;
  /** Where its name stands. */
  label: Position;
}
/** Shapes with the size of the drawing that holds them, in its own units. */
export interface Drawing {
  width: number;
  height: number;
  shapes: readonly Shape[];
}

/** As wide as this in its own units; a tenth of one is finer than a screen. */
const width = 1000;

/** Outlines laid flat: at this size of country a degree of longitude shrinks with the middle latitude alone. */
export function drawingOf(outlines: readonly Outline[]): Drawing {
  const positions = outlines.flatMap((one) => ringsOf(one).flat());
  const [west, east] = extent(positions.map(([longitude]) => longitude));
  const [south, north] = extent(positions.map(([, latitude]) => latitude));
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / ((east - west) * shrink || 1);
  const flat = ([longitude, latitude]: Position): Position => [
    rounded((longitude - west) * shrink * scale),
    rounded((north - latitude) * scale),
  ];
  return {
    width,
    height: rounded((north - south) * scale),
    shapes: outlines.map((one) => ({
      code: one.properties.adcode,
      name: one.properties.name,
      path: ringsOf(one)
        .map((ring) => `M${ring.map((position) => flat(position).join(' ')).join('L')}Z`)
        .join(''),
      label: flat(one.properties.cp),
    })),
  };
}

function ringsOf({ geometry }: Outline): readonly Ring[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** Without spreading: a map may have more points than a call takes arguments. */
function extent(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
