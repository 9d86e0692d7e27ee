import { describe, expect, it } from '@jest/globals';
import { frameAround, gather, project, unproject } from './map';

const centre = { longitude: 117.7, latitude: 39.03 };
const frame = { centre, radiusMetres: 1_000 };
/** So many metres east and north of the centre. */
const at = (east: number, north: number) => ({
  longitude: centre.longitude + east / (111_320 * Math.cos((39.03 * Math.PI) / 180)),
  latitude: centre.latitude + north / 111_320,
});

describe('a map', () => {
  it('has north above and east to the right, and knows which point a finger is on', () => {
    expect(project(frame, centre)).toEqual({ x: 0.5, y: 0.5 });
    const northEast = project(frame, at(500, 500));
    expect(northEast.x).toBeCloseTo(0.75, 6);
    expect(northEast.y).toBeCloseTo(0.25, 6);
    const back = unproject(frame, northEast);
    expect(back.longitude).toBeCloseTo(at(500, 500).longitude, 9);
    expect(back.latitude).toBeCloseTo(at(500, 500).latitude, 9);
  });

  it('makes one of pins that a finger cannot tell apart, and leaves out what is outside', () => {
    const pins = [at(0, 0), at(50, 0), at(900, 0), at(1_100, 0)].map((point, id) => ({ id, point }));
    expect(gather(frame, pins, 0.1).map((group) => group.map(({ id }) => id))).toEqual([[0, 1], [2]]);
  });

  it('is as small as holds everything', () => {
    const around = frameAround([at(-700, 0), at(700, 100)], [500, 1_000, 2_000]);
    expect(around?.radiusMetres).toBe(1_000);
    expect(around?.centre.longitude).toBeCloseTo(centre.longitude, 6);
    expect(frameAround([at(-9_000, 0), at(9_000, 0)], [500, 1_000])?.radiusMetres).toBe(1_000);
    expect(frameAround([], [500])).toBeUndefined();
  });
});
