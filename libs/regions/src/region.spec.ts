import { describe, expect, it } from '@jest/globals';
import { ancestor, contains, formatRegion, levelOf, parentOf, parseRegion } from './region.js';

describe('regions', () => {
  it('reads every accepted length as a range', () => {
    expect(parseRegion('12')).toEqual({
      code: 120000000000,
      last: 129999999999,
      level: 'province',
      cityCode: 1200,
    });
    expect(parseRegion('1201')).toMatchObject({
      code: 120100000000,
      last: 120199999999,
      level: 'city',
      cityCode: 1201,
    });
    expect(parseRegion('120116')).toMatchObject({ code: 120116000000, last: 120116999999, level: 'county' });
    expect(parseRegion('120116014')).toMatchObject({
      code: 120116014000,
      last: 120116014999,
      level: 'township',
    });
    expect(parseRegion('120116014003')).toMatchObject({
      code: 120116014003,
      last: 120116014003,
      level: 'community',
    });
  });

  it('takes trailing zeros for the division above', () => {
    expect(parseRegion('120116014000')).toEqual(parseRegion('120116014'));
  });

  it.each(['', '1', '0', '120', '12011601', '1201160140031', '12011x', '021160140031'])(
    'refuses %p',
    (text) => {
      expect(() => parseRegion(text)).toThrow(RangeError);
    },
  );

  it('climbs from a community to the province', () => {
    const path = [120116014003];
    for (let up = parentOf(120116014003); up !== undefined; up = parentOf(up)) path.push(up);
    expect(path.map(formatRegion)).toEqual([
      '120116014003',
      '120116014000',
      '120116000000',
      '120100000000',
      '120000000000',
    ]);
    expect(path.map(levelOf)).toEqual(['community', 'township', 'county', 'city', 'province']);
    expect(ancestor(120116014003, 'county')).toBe(120116000000);
  });

  it('knows what lies inside', () => {
    expect(contains(parseRegion('120116'), parseRegion('120116014003'))).toBe(true);
    expect(contains(parseRegion('120116'), parseRegion('120115001001'))).toBe(false);
    expect(contains(parseRegion('120116014'), parseRegion('120116'))).toBe(false);
  });
});
