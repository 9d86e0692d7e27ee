import { describe, expect, it } from '@jest/globals';
import type { Point } from '#contracts';
import { distanceMetres } from '../../../apps/tasks/src/place.js';
import { Dice } from './dice.js';
import { CellMap } from './map.js';

const southWest = { longitude: 117, latitude: 38.9 };
const northEast = { longitude: 117.3, latitude: 39.2 };

interface Thing {
  index: number;
  place: Point;
}

/** Some in a heap, some alone, and a map that holds them. */
function scatter(count: number, seed: number) {
  const dice = new Dice(seed);
  const somewhere = (share: number) => ({
    longitude: southWest.longitude + dice.next() * share * 0.3,
    latitude: southWest.latitude + dice.next() * share * 0.3,
  });
  const things = Array.from({ length: count }, (_, index) => ({
    index,
    place: somewhere(index % 3 === 0 ? 0.1 : 1),
  }));
  const map = new CellMap<Thing>({ southWest, northEast });
  for (const thing of things) map.add(thing.place, thing);
  return { things, map, somewhere };
}

function naive(
  things: readonly Thing[],
  from: Point,
  radius: number,
  most: number,
  parity: number,
): number[] {
  return things
    .map((thing) => ({ ...thing, metres: distanceMetres(thing.place, from) }))
    .filter(({ index, metres }) => metres <= radius && index % 2 === parity)
    .sort((a, b) => a.metres - b.metres || a.index - b.index)
    .slice(0, most)
    .map(({ index }) => index);
}

describe('a map by cells', () => {
  it.each([3, 40, 600])('finds of %i things the nearest that a naive search finds', (count) => {
    const { things, map, somewhere } = scatter(count, count);
    for (let turn = 0; turn < 60; turn++) {
      const from = somewhere(1.2);
      for (const radius of [100, 1_000, 4_000, 14_000])
        for (const most of [1, 7, 100]) {
          const found = map.nearest(
            from,
            radius,
            most,
            ({ place }) => distanceMetres(place, from),
            ({ index }) => index % 2 === turn % 2,
            ({ index }) => index,
          );
          const expected = naive(things, from, radius, most, turn % 2);
          expect(found.map(({ index }) => index)).toEqual(expected);
        }
    }
  });

  it('finds around a place all that a circle holds, in a settled order, without what was taken away', () => {
    const { things, map, somewhere } = scatter(300, 5);
    for (const thing of things) if (thing.index % 5 === 0) map.remove(thing.place, thing);
    for (let turn = 0; turn < 40; turn++) {
      const from = somewhere(1);
      const found = map.around(from, 3_000);
      expect(map.around(from, 3_000)).toEqual(found);
      const left = things.filter(({ index }) => index % 5 !== 0);
      for (const thing of left)
        if (distanceMetres(thing.place, from) <= 3_000) expect(found).toContain(thing);
      expect(found.some(({ index }) => index % 5 === 0)).toBe(false);
    }
  });

  it('is empty once cleared, and holds nothing off its ground', () => {
    const { map, things } = scatter(30, 9);
    map.clear();
    for (const { place } of things) expect(map.around(place, 14_000)).toEqual([]);
    const off = { longitude: 118, latitude: 39 };
    expect(() => {
      map.add(off, { index: 0, place: off });
    }).toThrow('off the map');
  });
});
