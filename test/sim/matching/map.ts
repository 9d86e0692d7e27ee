import type { Point } from '#contracts';
import { cellOf, cellsAround } from '../../../apps/tasks/src/grid.js';

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
