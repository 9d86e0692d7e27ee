import { describe, expect, it } from '@jest/globals';
import { type Cell, keptBack } from './suppression.js';

const threshold = 5;
let codes = 0;
const leaf = (value: number): Cell => ({ code: ++codes, value, parts: [] });
const whole = (...parts: Cell[]): Cell => ({
  code: ++codes,
  value: parts.reduce((sum, { value }) => sum + value, 0),
  parts,
});
const all = (cell: Cell): Cell[] => [cell, ...cell.parts.flatMap(all)];
const shown = (root: Cell) => {
  const hidden = keptBack(root, threshold);
  return all(root).map((cell) => (hidden.has(cell) ? '-' : cell.value));
};

/** What anybody can work out from what is shown: the least and most that each cell can be. */
function workOut(root: Cell, hidden: ReadonlySet<Cell>): Map<Cell, [least: number, most: number]> {
  const bounds = new Map(
    all(root).map((cell): [Cell, [number, number]] => [
      cell,
      hidden.has(cell) ? [0, 1e9] : [cell.value, cell.value],
    ]),
  );
  const at = (cell: Cell) => bounds.get(cell) as [number, number];
  for (let isNew = true; isNew;) {
    isNew = false;
    const narrow = (cell: Cell, least: number, most: number) => {
      const [before, after] = [at(cell), [Math.max(at(cell)[0], least), Math.min(at(cell)[1], most)]];
      if (before[0] === after[0] && before[1] === after[1]) return;
      bounds.set(cell, after as [number, number]);
      isNew = true;
    };
    for (const cell of all(root).filter(({ parts }) => parts.length > 0)) {
      const sum = (side: 0 | 1, without?: Cell) =>
        cell.parts.reduce((total, part) => total + (part === without ? 0 : at(part)[side]), 0);
      narrow(cell, sum(0), sum(1));
      for (const part of cell.parts) narrow(part, at(cell)[0] - sum(1, part), at(cell)[1] - sum(0, part));
    }
  }
  return bounds;
}

describe('what is kept back', () => {
  it('is what is small, and the smallest beside it', () => {
    expect(shown(whole(leaf(3), leaf(40), leaf(12)))).toEqual([55, '-', 40, '-']);
    expect(shown(whole(leaf(30), leaf(40), leaf(12)))).toEqual([82, 30, 40, 12]);
    expect(shown(whole(leaf(3), leaf(1)))).toEqual(['-', '-', '-']);
    expect(shown(whole(leaf(7)))).toEqual([7, 7]);
  });

  it('is no zero, unless zeros would tell what the others are', () => {
    expect(shown(whole(leaf(0), leaf(9)))).toEqual([9, 0, 9]);
    expect(shown(whole(leaf(0), leaf(0)))).toEqual([0, 0, 0]);
    expect(shown(whole(leaf(0), leaf(1), leaf(9), leaf(30)))).toEqual([40, '-', '-', '-', 30]);
  });

  it('is more than two, where two add up to next to nothing', () => {
    expect(shown(whole(leaf(1), leaf(1), leaf(20), leaf(30)))).toEqual([52, '-', '-', '-', 30]);
    expect(shown(whole(leaf(1), leaf(1), leaf(1), leaf(1), leaf(1)))).toEqual([5, '-', '-', '-', '-', '-']);
    expect(shown(whole(leaf(2), leaf(3), leaf(30)))).toEqual([35, '-', '-', 30]);
  });

  it('is something inside a whole that is kept back for another', () => {
    const kept = whole(leaf(6), leaf(7));
    expect(shown(whole(leaf(2), kept, leaf(99)))).toEqual([114, '-', '-', '-', 7, 99]);
  });

  it('can be the threshold more or less for all that is shown, in any tree', () => {
    let state = 20_260_301;
    const dice = (sides: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * sides);
    };
    const values = () => (dice(3) === 0 ? dice(5) : dice(2) === 0 ? dice(12) : dice(200));
    const grow = (depth: number): Cell =>
      depth === 0 ? leaf(values()) : whole(...Array.from({ length: 1 + dice(6) }, () => grow(depth - 1)));
    const counts = { kept: 0, complementary: 0, shown: 0 };
    for (let turn = 0; turn < 1_000; turn++) {
      const root = grow(1 + dice(3));
      const hidden = keptBack(root, threshold);
      const bounds = workOut(root, hidden);
      for (const cell of all(root)) {
        if (!hidden.has(cell)) {
          if (cell.value > 0 && cell.value < threshold) throw new Error(`${cell.value} is shown`);
          counts.shown++;
          continue;
        }
        const [least, most] = bounds.get(cell) as [number, number];
        if (most - least < threshold || cell.value < least || cell.value > most)
          throw new Error(`${cell.value} lies in ${least}–${most}: ${shown(root).join()}`);
        counts.kept++;
        if (cell.value >= threshold) counts.complementary++;
      }
    }
    // Neither everything nor nothing.
    expect(Math.min(counts.shown, counts.complementary)).toBeGreaterThan(500);
  });
});
