import type { Point } from '#contracts';
import { cellLatitude, cellLongitude, cellOf, cellsAround } from '../../../apps/tasks/src/grid.js';

/** A rectangle of ground. */
export interface Ground {
  southWest: Point;
  northEast: Point;
}

/** Things that lie somewhere, to be found from somewhere else. */
export interface Places<T> {
  add(place: Point, thing: T): void;
  /** Nothing where it is not there. */
  remove(place: Point, thing: T): void;
  clear(): void;
  /** The nearest within a radius that fit, at most so many, nearest first; of equals in the order of `indexOf`. */
  nearest(
    place: Point,
    radiusMetres: number,
    most: number,
    metresTo: (thing: T) => number,
    fits: (thing: T) => boolean,
    indexOf: (thing: T) => number,
  ): T[];
  /** Those in cells that a circle touches, cell by cell; of a cell in the order in which they came. */
  around(place: Point, radiusMetres: number): T[];
}

const rowStep =
  cellOf({ longitude: 0, latitude: 1.5 * cellLatitude }) -
  cellOf({ longitude: 0, latitude: 0.5 * cellLatitude });
const metresPerDegree = 111_195;
/** Distances are on the sphere and in whole metres; a cell counts as this much narrower than it is. */
const margin = 0.99;

/** Things by the cell they lie in, on ground that holds them all. */
export class CellMap<T> implements Places<T> {
  private readonly cells: (T[] | undefined)[];
  private readonly south: number;
  private readonly west: number;
  private readonly rows: number;
  private readonly columns: number;
  /** Who is so many cells away is farther than as many times this. */
  private readonly leastSideMetres: number;
  private size = 0;

  constructor({ southWest, northEast }: Ground) {
    [this.south, this.west] = rowAndColumn(cellOf(southWest));
    const [north, east] = rowAndColumn(cellOf(northEast));
    this.rows = north - this.south + 1;
    this.columns = east - this.west + 1;
    this.cells = Array.from({ length: this.rows * this.columns }, () => undefined);
    const width = cellLongitude * Math.cos((northEast.latitude * Math.PI) / 180);
    this.leastSideMetres = Math.min(cellLatitude, width) * metresPerDegree * margin;
  }

  add(place: Point, thing: T): void {
    const index = this.indexOf(cellOf(place));
    if (index === undefined) throw new Error(`${place.longitude}, ${place.latitude} is off the map`);
    (this.cells[index] ??= []).push(thing);
    this.size++;
  }

  remove(place: Point, thing: T): void {
    const things = this.cells[this.indexOf(cellOf(place)) ?? -1];
    const at = things?.indexOf(thing) ?? -1;
    if (!things || at < 0) return;
    things.splice(at, 1);
    this.size--;
  }

  clear(): void {
    for (const things of this.cells) if (things) things.length = 0;
    this.size = 0;
  }

  /** Looks at ring after ring of cells around the place, and no farther than it must. */
  nearest(
    place: Point,
    radiusMetres: number,
    most: number,
    metresTo: (thing: T) => number,
    fits: (thing: T) => boolean,
    indexOf: (thing: T) => number,
  ): T[] {
    const found: { thing: T; metres: number }[] = [];
    const [row, column] = rowAndColumn(cellOf(place));
    const rings = Math.floor(radiusMetres / this.leastSideMetres) + 1;
    let left = this.size;
    for (let ring = 0; ring <= rings && left > 0; ring++) {
      this.ringAround(row - this.south, column - this.west, ring, (things) => {
        left -= things.length;
        for (const thing of things) {
          const metres = metresTo(thing);
          if (metres <= radiusMetres && fits(thing)) found.push({ thing, metres });
        }
      });
      // Whatever lies in farther rings is farther away than this.
      const known = ring * this.leastSideMetres;
      if (found.length >= most && found.filter(({ metres }) => metres <= known).length >= most) break;
    }
    return found
      .sort((a, b) => a.metres - b.metres || indexOf(a.thing) - indexOf(b.thing))
      .slice(0, most)
      .map(({ thing }) => thing);
  }

  around(place: Point, radiusMetres: number): T[] {
    const found: T[] = [];
    if (this.size === 0) return found;
    for (const cell of cellsAround(place, radiusMetres)) {
      const things = this.cells[this.indexOf(cell) ?? -1];
      if (things) for (const thing of things) found.push(thing);
    }
    return found;
  }

  private indexOf(cell: number): number | undefined {
    const [row, column] = rowAndColumn(cell);
    const [y, x] = [row - this.south, column - this.west];
    const isOn = y >= 0 && y < this.rows && x >= 0 && x < this.columns;
    return isOn ? y * this.columns + x : undefined;
  }

  /** Calls with what lies in each cell at so many cells' distance around one, as far as there is ground. */
  private ringAround(row: number, column: number, ring: number, look: (things: T[]) => void): void {
    const [first, last] = [Math.max(0, column - ring), Math.min(this.columns - 1, column + ring)];
    const [south, north] = [Math.max(0, row - ring), Math.min(this.rows - 1, row + ring)];
    for (let y = south; y <= north; y++) {
      const isWhole = y === row - ring || y === row + ring;
      // Of the rows between only both ends.
      const step = isWhole ? 1 : 2 * ring;
      for (let x = isWhole ? first : column - ring; x <= last; x += step) {
        const things = x < 0 ? undefined : this.cells[y * this.columns + x];
        if (things && things.length > 0) look(things);
      }
    }
  }
}

function rowAndColumn(cell: number): [row: number, column: number] {
  const row = Math.floor(cell / rowStep);
  return [row, cell - row * rowStep];
}
