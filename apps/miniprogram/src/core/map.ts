/** A point on the earth, degrees. */
export interface Spot {
  longitude: number;
  latitude: number;
}

const metresPerDegree = 111_320;
const widthOf = (latitude: number) => metresPerDegree * Math.cos((latitude * Math.PI) / 180);

/** The square that is shown: so many metres from its centre to each side. */
export interface Frame {
  centre: Spot;
  radiusMetres: number;
}

/** Where a point lies in the square: 0 to 1 from the left and from the top; outside it beyond. */
export function project({ centre, radiusMetres }: Frame, spot: Spot): { x: number; y: number } {
  const east = (spot.longitude - centre.longitude) * widthOf(centre.latitude);
  const north = (spot.latitude - centre.latitude) * metresPerDegree;
  return { x: 0.5 + east / (2 * radiusMetres), y: 0.5 - north / (2 * radiusMetres) };
}

/** The point at a place in the square. */
export function unproject({ centre, radiusMetres }: Frame, { x, y }: { x: number; y: number }): Spot {
  return {
    longitude: centre.longitude + ((x - 0.5) * 2 * radiusMetres) / widthOf(centre.latitude),
    latitude: centre.latitude - ((y - 0.5) * 2 * radiusMetres) / metresPerDegree,
  };
}

export const isInside = ({ x, y }: { x: number; y: number }) => x >= 0 && x <= 1 && y >= 0 && y <= 1;

/** Pins so near each other that fingers could not tell them apart are one. `near` is a part of the square's side. */
export function gather<P extends { point: Spot }>(frame: Frame, pins: readonly P[], near: number): P[][] {
  const groups: { x: number; y: number; members: P[] }[] = [];
  for (const pin of pins) {
    const { x, y } = project(frame, pin.point);
    if (!isInside({ x, y })) continue;
    const group = groups.find((each) => Math.abs(each.x - x) < near && Math.abs(each.y - y) < near);
    if (group) group.members.push(pin);
    else groups.push({ x, y, members: [pin] });
  }
  return groups.map(({ members }) => members);
}

/** A frame of one of these radiuses around all, the smallest that holds them. */
export function frameAround(spots: readonly Spot[], radiuses: readonly number[]): Frame | undefined {
  if (spots.length === 0) return undefined;
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const centre = {
    longitude: middle(spots.map(({ longitude }) => longitude)),
    latitude: middle(spots.map(({ latitude }) => latitude)),
  };
  const holds = (radiusMetres: number) =>
    spots.every((spot) => isInside(project({ centre, radiusMetres }, spot)));
  return { centre, radiusMetres: radiuses.find(holds) ?? radiuses.at(-1) ?? 1_000 };
}
