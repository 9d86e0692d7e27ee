import type { Point } from '#contracts';

/** A cell is some 500 m wide and high in the latitudes of China's north, and never narrower than 350 m. */
export const cellLatitude = 0.0045;
export const cellLongitude = 0.0055;
const longitudes = 100_000;
const metresPerDegree = 111_195;

/** The number of the cell a point lies in; the index of open errands by cell computes the same. */
export function cellOf({ longitude, latitude }: Point): number {
  return Math.floor(latitude / cellLatitude) * longitudes + Math.floor(longitude / cellLongitude);
}

/** The middle of the cell with this number. */
export function centreOf(cell: number): Point {
  return {
    longitude: round(((cell % longitudes) + 0.5) * cellLongitude),
    latitude: round((Math.floor(cell / longitudes) + 0.5) * cellLatitude),
  };
}

/** All that is kept of a person's position: the centre of its cell. */
export function fuzzy(point: Point): Point {
  return centreOf(cellOf(point));
}

/** Half the sides, in degrees, of a box that holds the circle. */
export function boxAround({ latitude }: Point, radiusMetres: number): Point {
  const degrees = radiusMetres / metresPerDegree;
  return { latitude: degrees, longitude: degrees / Math.cos((latitude * Math.PI) / 180) };
}

/** Numbers of the cells that a circle touches, and perhaps some more at its corners. */
export function cellsAround(point: Point, radiusMetres: number): number[] {
  const { longitude, latitude } = boxAround(point, radiusMetres);
  const [south, north] = [point.latitude - latitude, point.latitude + latitude].map((degree) =>
    Math.floor(degree / cellLatitude),
  ) as [number, number];
  const [west, east] = [point.longitude - longitude, point.longitude + longitude].map((degree) =>
    Math.floor(degree / cellLongitude),
  ) as [number, number];
  const cells: number[] = [];
  for (let row = south; row <= north; row++)
    for (let column = west; column <= east; column++) cells.push(row * longitudes + column);
  return cells;
}

/** Numbers of the cells within `radiusMetres` of a way, each once. */
export function cellsAlong(route: readonly Point[], radiusMetres: number): number[] {
  const cells = new Set<number>();
  route.forEach((to, index) => {
    const from = route[index - 1] ?? to;
    const steps = Math.max(1, Math.ceil(metresBetween(from, to) / radiusMetres));
    for (let step = 0; step <= steps; step++) {
      const share = step / steps;
      const point = {
        longitude: from.longitude + (to.longitude - from.longitude) * share,
        latitude: from.latitude + (to.latitude - from.latitude) * share,
      };
      // Between two steps the way is at most half a step away from one of them.
      for (const cell of cellsAround(point, radiusMetres * 1.5)) cells.add(cell);
    }
  });
  return [...cells];
}

/** Length of a way in metres, on the plane around its points: right within a city. */
export function routeMetres(route: readonly Point[]): number {
  return route.reduce((sum, to, index) => sum + metresBetween(route[index - 1] ?? to, to), 0);
}

/** Metres from a point to the nearest place of a way. */
export function metresFromRoute(route: readonly Point[], point: Point): number {
  const scale = Math.cos((point.latitude * Math.PI) / 180);
  const plane = route.map(({ longitude, latitude }) => ({
    x: (longitude - point.longitude) * scale * metresPerDegree,
    y: (latitude - point.latitude) * metresPerDegree,
  }));
  let nearest = Infinity;
  plane.forEach((b, index) => {
    const a = plane[index - 1] ?? b;
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(a.x * dx + a.y * dy) / length));
    nearest = Math.min(nearest, Math.hypot(a.x + dx * along, a.y + dy * along));
  });
  return Math.round(nearest);
}

function metresBetween(a: Point, b: Point): number {
  const scale = Math.cos((((a.latitude + b.latitude) / 2) * Math.PI) / 180);
  return Math.hypot((b.longitude - a.longitude) * scale, b.latitude - a.latitude) * metresPerDegree;
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
