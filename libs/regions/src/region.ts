/** Levels of China's administrative divisions with the number of leading digits that name them (GB/T 10114). */
export const levels = ['province', 'city', 'county', 'township', 'community'] as const;
export type Level = (typeof levels)[number];
const digits: Record<Level, number> = { province: 2, city: 4, county: 6, township: 9, community: 12 };

/** A division as the range of 12-digit codes inside it: "everything in the district" is `BETWEEN`. */
export interface RegionRange {
  /** The division's own 12-digit code; also the first of its range. */
  code: number;
  last: number;
  level: Level;
  /** First four digits: the key that leads every table. */
  cityCode: number;
}

/**
 * Reads 2, 4, 6, 9 or 12 digits. Twelve digits ending in zeros name the division above
 * (`120116014000` is the subdistrict `120116014`), since no division has the number zero.
 * @throws RangeError
 */
export function parseRegion(text: string): RegionRange {
  if (!/^[1-9]\d(\d{2}|\d{4}|\d{7}|\d{10})?$/.test(text))
    throw new RangeError(`region code ${text} is not 2, 4, 6, 9 or 12 digits`);
  return regionOf(Number(text.padEnd(12, '0')));
}

/** The range of a 12-digit code. */
export function regionOf(code: number): RegionRange {
  const level = levelOf(code);
  const size = 10 ** (12 - digits[level]);
  return { code, last: code + size - 1, level, cityCode: Math.floor(code / 1e8) };
}

/** The level a 12-digit code names. */
export function levelOf(code: number): Level {
  if (code % 1_000 !== 0) return 'community';
  if (code % 1_000_000 !== 0) return 'township';
  if (code % 100_000_000 !== 0) return 'county';
  if (code % 10_000_000_000 !== 0) return 'city';
  return 'province';
}

/** The division of `level` that a code lies in, as a 12-digit code. */
export function ancestor(code: number, level: Level): number {
  const size = 10 ** (12 - digits[level]);
  return Math.floor(code / size) * size;
}

/** The division one level above, if there is one. */
export function parentOf(code: number): number | undefined {
  const above = levels[levels.indexOf(levelOf(code)) - 1];
  return above ? ancestor(code, above) : undefined;
}

export function contains(outer: RegionRange, inner: RegionRange): boolean {
  return outer.code <= inner.code && inner.last <= outer.last;
}

/** Twelve digits, as region codes are written at the edge. */
export function formatRegion(code: number): string {
  return String(code).padStart(12, '0');
}
