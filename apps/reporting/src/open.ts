import {
  type Metrics,
  type OpenName,
  openNames,
  type RegionDetail,
  type RegionView,
  smallestOpenFigure,
} from '#contracts';
import { contains, parseRegion, regionOf } from '#regions';
import type { PartSums } from './breakdown.js';
import { type Cell, keptBack } from './suppression.js';

/** A division with its parts, down to subdistricts. */
export interface Division {
  view: RegionView;
  parts: readonly Division[];
}

/** A public figure. */
export interface OpenFigure {
  code: number;
  name: OpenName;
  value: number;
}

/** Division, and the sums that bear it. */
interface Placed {
  code: number;
  sums: readonly PartSums[];
  parts: readonly Placed[];
}

/**
 * What may be shown of a city's month.
 * @param sums by subdistrict; what lies in no known division counts for the one above, as a part without a name
 */
export function openFigures(city: Division, sums: readonly PartSums[]): OpenFigure[] {
  const placed = place(city, sums);
  return openNames.flatMap((name) => {
    const root = cellOf(placed, ({ metrics }) => figureOf(metrics, name));
    // Minutes of a few services would tell who gave them: they go where the services go.
    const judged =
      name === 'serviceMinutes' ? cellOf(placed, ({ metrics }) => metrics.servicesConfirmed) : root;
    const hidden = new Set([...keptBack(judged, smallestOpenFigure)].map(({ code }) => code));
    return shownOf(root, hidden).map(({ code, value }) => ({ code, name, value }));
  });
}

function figureOf(metrics: Metrics, name: OpenName): number {
  return name === 'serviceMinutes' ? metrics.deviceVerifiedMinutes + metrics.attestedMinutes : metrics[name];
}

function place({ view, parts }: Division, sums: readonly PartSums[]): Placed {
  const { code } = parseRegion(view.code);
  const inside = parts.map((part) => {
    const range = parseRegion(part.view.code);
    return place(
      part,
      sums.filter((sum) => contains(range, regionOf(sum.code))),
    );
  });
  const named = new Set(inside.flatMap(({ sums: taken }) => taken));
  const rest = sums.filter((sum) => !named.has(sum));
  if (parts.length === 0 || rest.length === 0) return { code, sums, parts: inside };
  return { code, sums, parts: [...inside, { code: -code, sums: rest, parts: [] }] };
}

function cellOf({ code, sums, parts }: Placed, amount: (sum: PartSums) => number): Cell {
  return {
    code,
    value: sums.reduce((total, sum) => total + amount(sum), 0),
    parts: parts.map((part) => cellOf(part, amount)),
  };
}

/** Of divisions that have a name. */
function shownOf(cell: Cell, hidden: ReadonlySet<number>): Cell[] {
  const parts = cell.parts.flatMap((part) => shownOf(part, hidden));
  return cell.code < 0 || hidden.has(cell.code) ? parts : [cell, ...parts];
}

/** A division and those below it, from what `stations` says of each. */
export async function divisionOf(
  view: RegionView,
  look: (code: number) => Promise<RegionDetail>,
): Promise<Division> {
  if (view.level === 'township') return { view, parts: [] };
  const { children } = await look(parseRegion(view.code).code);
  const parts: Division[] = [];
  for (const child of children) if (child.level !== 'community') parts.push(await divisionOf(child, look));
  return { view, parts };
}
