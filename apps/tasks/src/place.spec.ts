import { describe, expect, it } from '@jest/globals';
import { distanceMetres } from './place.js';

describe('distanceMetres', () => {
  it('is zero at the same place and symmetric', () => {
    const a = { longitude: 117.71, latitude: 39.03 };
    const b = { longitude: 117.72, latitude: 39.04 };
    expect(distanceMetres(a, a)).toBe(0);
    expect(distanceMetres(a, b)).toBe(distanceMetres(b, a));
  });
  it('knows that a degree of latitude is about 111.2 km and one of longitude shrinks with the cosine', () => {
    const origin = { longitude: 117, latitude: 39 };
    expect(distanceMetres(origin, { longitude: 117, latitude: 40 })).toBeCloseTo(111_195, -2);
    expect(distanceMetres(origin, { longitude: 118, latitude: 39 })).toBeCloseTo(
      111_195 * Math.cos((39 * Math.PI) / 180),
      -2,
    );
  });
});
