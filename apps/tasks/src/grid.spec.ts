import { describe, expect, it } from '@jest/globals';
import { boxAround, cellOf, cellsAlong, cellsAround, fuzzy, metresFromRoute, routeMetres } from './grid.js';
import { distanceMetres } from './place.js';

const gate = { longitude: 117.71, latitude: 39.03 };
/** Seeded, of 0 to 1. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
const random = dice(7);
const somewhere = () => ({ longitude: 117.5 + random() * 0.4, latitude: 38.8 + random() * 0.4 });

describe('a cell', () => {
  it('is all that is kept of a position: everybody in it has one place, some 500 m wide', () => {
    for (let i = 0; i < 500; i++) {
      const point = somewhere();
      const kept = fuzzy(point);
      expect(cellOf(kept)).toBe(cellOf(point));
      expect(fuzzy(kept)).toEqual(kept);
      expect(distanceMetres(point, kept)).toBeLessThan(360);
    }
    const neighbours = [0, 1, 2, 3].map((step) =>
      fuzzy({ ...gate, latitude: gate.latitude + step * 0.0045 }),
    );
    expect(new Set(neighbours.map(({ latitude }) => latitude)).size).toBe(4);
  });

  it('holds on every coordinate of China', () => {
    for (const [longitude, latitude] of [
      [73, 3],
      [136, 54],
      [117.7, 39],
      [87.6, 43.8],
    ] as const)
      expect(Number.isSafeInteger(cellOf({ longitude, latitude }))).toBe(true);
  });
});

describe('a circle', () => {
  it('lies in its box and its cells', () => {
    for (let i = 0; i < 300; i++) {
      const centre = somewhere();
      const radius = 200 + random() * 2_000;
      const box = boxAround(centre, radius);
      const cells = new Set(cellsAround(centre, radius));
      const angle = random() * 2 * Math.PI;
      const edge = {
        longitude: centre.longitude + box.longitude * Math.cos(angle) * 0.999,
        latitude: centre.latitude + box.latitude * Math.sin(angle) * 0.999,
      };
      expect(distanceMetres(centre, edge)).toBeLessThan(radius * 1.01);
      expect(cells.has(cellOf(edge))).toBe(true);
    }
  });

  it('of a kilometre touches few cells', () => {
    expect(cellsAround(gate, 1_000).length).toBeLessThanOrEqual(36);
  });
});

describe('a way', () => {
  it('is as near as its nearest place', () => {
    const north = [gate, { ...gate, latitude: gate.latitude + 0.02 }];
    expect(metresFromRoute(north, { ...gate, latitude: gate.latitude + 0.01 })).toBe(0);
    const beside = { longitude: gate.longitude + 0.005, latitude: gate.latitude + 0.01 };
    expect(metresFromRoute(north, beside)).toBeCloseTo(432, -1);
    const behind = { ...gate, latitude: gate.latitude - 0.009 };
    expect(metresFromRoute(north, behind)).toBeCloseTo(1_001, -1);
    expect(metresFromRoute([gate, gate], behind)).toBeCloseTo(1_001, -1);
    expect(routeMetres(north)).toBeCloseTo(2_224, -1);
  });

  it('never leaves a place within its corridor out of its cells', () => {
    for (let i = 0; i < 60; i++) {
      const route = [somewhere(), somewhere(), somewhere()];
      const cells = new Set(cellsAlong(route, 500));
      for (let j = 0; j < 40; j++) {
        const place = somewhere();
        if (metresFromRoute(route, place) <= 500) expect(cells.has(cellOf(place))).toBe(true);
      }
    }
  });
});
