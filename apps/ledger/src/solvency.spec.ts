import { describe, expect, it } from '@jest/globals';
import { type Band, projectDemand, ratioOf, tellable } from './solvency.js';

const band = (birthDecade: number | null, holderCount: number, balanceMinutes = 60): Band => ({
  ...{ birthDecade, holderCount, balanceMinutes },
  heldMinutes: 1,
});
/** `1930-1949 x7 120` */
const shown = (bands: readonly Band[]) =>
  tellable(bands).map(
    ({ bornFrom, bornTo, includesUnknown, holderCount, balanceMinutes }) =>
      `${bornFrom === undefined ? '' : `${bornFrom}-${bornTo}`}${includesUnknown ? '?' : ''} x${holderCount} ${balanceMinutes}`,
  );

describe('bands', () => {
  it.each([
    [
      'stand alone where they are large',
      [band(1940, 5), band(1950, 9)],
      ['1940-1949 x5 60', '1950-1959 x9 60'],
    ],
    ['come oldest first', [band(1990, 5), band(1930, 5)], ['1930-1939 x5 60', '1990-1999 x5 60']],
    [
      'join the next where they are small',
      [band(1930, 1), band(1940, 4), band(1960, 5)],
      ['1930-1949 x5 120', '1960-1969 x5 60'],
    ],
    ['join the one before at the end', [band(1930, 5), band(1940, 4)], ['1930-1949 x9 120']],
    ['take the unknown last', [band(null, 3), band(1930, 5)], ['1930-1939? x8 120']],
    [
      'leave the unknown alone where they are many',
      [band(null, 6), band(1930, 5)],
      ['1930-1939 x5 60', '? x6 60'],
    ],
    ['are none where all are few', [band(1930, 2), band(null, 2)], []],
    ['are none of nobody', [], []],
  ])('%s', (_, bands, expected) => {
    expect(shown(bands)).toEqual(expected);
  });
});

describe('a ratio', () => {
  it.each([
    [1, 3, '0.33'],
    [1, 200, '0.01'],
    [2, 3, '0.67'],
    [0, 7, '0.00'],
    [700, 7, '100.00'],
    [9_007_199_254_740_991, 1, '9007199254740991.00'],
    [5, 0, undefined],
    [5, -3, undefined],
  ])('%d over %d is %s', (numerator, denominator, value) => {
    expect(ratioOf(numerator, denominator).value).toBe(value);
  });

  it('of less than nothing is below zero', () => {
    expect(ratioOf(-1, 3).value).toBe('-0.33');
  });
});

describe('the projection', () => {
  const basis = {
    redeemedMinutes: 100,
    earnedMinutes: 301,
    windowDays: 30,
    horizonDays: 90,
    horizonYear: 2026,
  };

  it('goes on at the pace of the window', () => {
    expect(projectDemand({ ...basis, bands: [] })).toEqual({
      ...{ horizonDays: 90, demandAtPaceMinutes: 300, demandOfElderMinutes: 0, serviceAtPaceMinutes: 903 },
    });
  });

  it.each([
    [1950, 1_000],
    [1960, 700],
    [1966, 100],
    [1967, 0],
    [null, 0],
  ])('counts of the decade of %s %d in a thousand minutes as those of elders', (decade, minutes) => {
    const { demandOfElderMinutes } = projectDemand({ ...basis, bands: [band(decade, 9, 1_000)] });
    expect(demandOfElderMinutes).toBe(minutes);
  });
});
