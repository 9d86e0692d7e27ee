import type { Point } from '#contracts';
import { cellLatitude, cellOf, cellsAround } from '../../../apps/tasks/src/grid.js';

/** Things by the cell they lie in. */
export class CellMap<T> {
  private readonly cells = new Map<number, Set<T>>();

  add(place: Point, thing: T): void {
    const cell = cellOf(place);
    const things = this.cells.get(cell);
    if (things) things.add(thing);
    else this.cells.set(cell, new Set([thing]));
  }

  remove(place: Point, thing: T): void {
    this.cells.get(cellOf(place))?.delete(thing);
  }

  clear(): void {
    this.cells.clear();
  }

  /**
   * The nearest within a radius that fit, at most so many, nearest first; of equals in the order of `indexOf`. Looks at
   * ring after ring of cells around the place, and no farther than it must.
   */
  nearest(
    place: Point,
    radiusMetres: number,
    most: number,
    metresTo: (thing: T) => number,
    fits: (thing: T) => boolean,
    indexOf: (thing: T) => number,
  ): T[] {
    const found: { thing: T; metres: number }[] = [];
    const centre = cellOf(place);
    const rings = Math.ceil(radiusMetres / leastSideMetres) + 1;
    for (let ring = 0; ring <= rings; ring++) {
      for (const cell of ringAround(centre, ring)) {
        const things = this.cells.get(cell);
        if (!things) continue;
        for (const thing of things) {
          const metres = metresTo(thing);
          if (metres <= radiusMetres && fits(thing)) found.push({ thing, metres });
        }
      }
      // Whatever lies in farther rings is farther away than this.
      const known = ring * leastSideMetres;
      if (found.length >= most && found.filter(({ metres }) => metres <= known).length >= most) break;
    }
    return found
      .sort((a, b) => a.metres - b.metres || indexOf(a.thing) - indexOf(b.thing))
      .slice(0, most)
      .map(({ thing }) => thing);
  }

  /** Those in cells that a circle touches. */
  around(place: Point, radiusMetres: number): T[] {
    const found: T[] = [];
    for (const cell of cellsAround(place, radiusMetres)) {
      const things = this.cells.get(cell);
      if (things) for (const thing of things) found.push(thing);
    }
    return found;
  }
}

/** A cell is never narrower than this. */
const leastSideMetres = 350;

const rowStep =
  cellOf({ longitude: 0, latitude: 1.5 * cellLatitude }) -
  cellOf({ longitude: 0, latitude: 0.5 * cellLatitude });

/** The cells at so many cells' distance around one. */
function ringAround(centre: number, ring: number): number[] {
  if (ring === 0) return [centre];
  const cells: number[] = [];
  const [south, north] = [centre - ring * rowStep, centre + ring * rowStep];
  for (let step = -ring; step <= ring; step++) cells.push(south + step, north + step);
  for (let step = 1 - ring; step < ring; step++)
    cells.push(centre + step * rowStep - ring, centre + step * rowStep + ring);
  return cells;
}
