import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#contracts';
import { judgePlace, offlineMoment, opensAt, provesPresence } from './presence.js';

const rules = { radiusMetres: 300, fuzzyRadiusMetres: 3_000 };
const judged = (distance: number, accuracy: number) => {
  const verdict = judgePlace(distance, accuracy, rules);
  return verdict instanceof DomainError ? verdict.data : verdict;
};

it('an errand can be begun two hours before its window, not the day before', () => {
  expect(opensAt(new Date('2026-03-02T09:00:00Z')).toISOString()).toBe('2026-03-02T07:00:00.000Z');
});

describe('a place', () => {
  it.each([
    [0, 5, 'place'],
    [300, 0, 'place'],
    [340, 40, 'place'],
    [600, 300, 'place'],
    [2_999, 301, 'fuzzyPlace'],
    [10, 5_000, 'fuzzyPlace'],
  ])('%i m away, good to %i m: %s', (distance, accuracy, proof) => {
    expect(judged(distance, accuracy)).toBe(proof);
  });

  it.each([
    [341, 40, { distanceMetres: 340, radiusMetres: 300 }],
    [3_049, 5_000, { distanceMetres: 3_000, radiusMetres: 3_000 }],
    [131_234, 50_000, { distanceMetres: 131_200, radiusMetres: 3_000 }],
  ])('%i m away, good to %i m, is too far, however inexact it says to be', (distance, accuracy, data) => {
    expect(judged(distance, accuracy)).toEqual(data);
  });

  it('makes minutes device-verified at the door, not in the neighbourhood', () => {
    expect((['code', 'doorCode', 'place', 'fuzzyPlace', 'none'] as const).map(provesPresence)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('the moment of an offline step', () => {
  const claimed = new Date('2026-03-02T01:00:00Z');
  const now = new Date('2026-03-02T05:00:00Z');
  const moment = (at: string) => {
    try {
      return offlineMoment(new Date(at), claimed, now, 72).toISOString();
    } catch (error) {
      return (error as DomainError).code;
    }
  };

  it.each([
    ['2026-03-02T02:00:00Z', '2026-03-02T02:00:00.000Z'],
    ['2026-03-02T00:58:30Z', '2026-03-02T01:00:00.000Z'],
    ['2026-03-02T05:01:30Z', '2026-03-02T05:00:00.000Z'],
    ['2026-03-02T00:57:00Z', 'offline.timeInvalid'],
    ['2026-03-02T05:03:00Z', 'offline.timeInvalid'],
    ['2026-02-26T05:03:00Z', 'offline.timeInvalid'],
  ])('%s → %s', (at, expected) => {
    expect(moment(at)).toBe(expected);
  });
});
