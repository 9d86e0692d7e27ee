import {
  metricNames,
  type Metrics,
  type RegionDetail,
  type RegionTotals,
  type RegionView,
  signedNames,
} from '#contracts';
import { contains, formatRegion, parseRegion, regionOf, type RegionRange } from '#regions';

/** Codes that a subdistrict, a district and a city span: the regions whose sums are kept. */
export const keptSizes = [1_000, 1_000_000, 100_000_000];

/** Sums of one part of a region: of a division whose first code is `code`. */
export interface PartSums {
  code: number;
  metrics: Metrics;
}

/** The parts of a region; one without any is its own only part. */
function partsOf(region: RegionDetail): RegionView[] {
  return region.children.length > 0 ? region.children : [region];
}

/** How many 12-digit codes the smallest of a region's parts spans: 1 for the communities of a subdistrict. */
export function partSize(region: RegionDetail): number {
  return Math.min(...partsOf(region).map(({ code }) => sizeOf(parseRegion(code))));
}

/**
 * Rows for every part of a region, also for those in which nothing counted. What lies in none of them (a
 * division the table does not know, or the region as a whole) gets a row under the region's own code, so
 * that the rows always add up to the region.
 */
export function breakDown(region: RegionDetail, sums: readonly PartSums[]): RegionTotals[] {
  const parts = partsOf(region).map(({ code, name }) => ({
    range: parseRegion(code),
    name,
    metrics: zero(),
  }));
  const rest = zero();
  let isRestEmpty = true;
  for (const { code, metrics } of sums) {
    const part = parts.find(({ range }) => contains(range, regionOf(code)));
    if (!part) isRestEmpty = false;
    add(part?.metrics ?? rest, metrics);
  }
  const rows = parts.map(({ range, name, metrics }) => ({ region: formatRegion(range.code), name, metrics }));
  if (isRestEmpty) return rows;
  return [
    ...rows,
    { region: region.code, name: `${region.name}（未细分 / not broken down）`, metrics: rest },
  ];
}

/** @throws Error when the parts do not add up to the whole, or something was counted below nothing that cannot be */
export function assertAddsUp(total: Metrics, parts: readonly { metrics: Metrics }[]): void {
  const sum = zero();
  for (const { metrics } of parts) add(sum, metrics);
  for (const name of metricNames) {
    if (sum[name] !== total[name])
      throw new Error(`reporting: the parts have ${sum[name]} ${name}, the whole ${total[name]}`);
    // What a correction takes back counts on its own day, so alone it is below nothing.
    if (total[name] < 0 && !signedNames.includes(name)) throw new Error(`reporting: ${total[name]} ${name}`);
  }
}

/** Nothing counted. */
export function zero(): Metrics {
  return Object.fromEntries(metricNames.map((name) => [name, 0])) as unknown as Metrics;
}

/** Adds `more` to `sum`. */
export function add(sum: Metrics, more: Metrics): void {
  for (const name of metricNames) sum[name] += more[name];
}

/** How many 12-digit codes a region spans: its own part when only the whole is asked for. */
export function sizeOf({ code, last }: RegionRange): number {
  return last - code + 1;
}
