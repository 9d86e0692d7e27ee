import { describe, expect, it } from '@jest/globals';
import { DomainError, type StarStep } from '#contracts';
import { assertRising, defaultStarRule, minutesToNext, starLevel, type StarRule } from './stars.js';

const merit = (hours: number, evaluations = 0, goodEvaluations = 0) => ({
  ...{ lifetimeMinutes: hours * 60, evaluations, goodEvaluations },
});
const stepsOf = (...all: number[]): StarStep[] => all.map((hours) => ({ hours }));
const rule = (steps: StarStep[], fewestEvaluations = 5): StarRule => ({ steps, fewestEvaluations });

it.each([
  [0, 0],
  [100 * 60 - 1, 0],
  [100 * 60, 1],
  [300 * 60 - 1, 1],
  [300 * 60, 2],
  [600 * 60, 3],
  [1000 * 60, 4],
  [1500 * 60, 5],
  [100_000 * 60, 5],
])('%i minutes are %i stars by default, whatever was said', (lifetimeMinutes, stars) => {
  expect(starLevel({ ...merit(0, 9), lifetimeMinutes }, defaultStarRule)).toBe(stars);
});

it('follows the steps of a district', () => {
  const steps = rule(stepsOf(50, 100, 200, 400, 800));
  const levels = [49, 50, 399, 400, 800].map((hours) => starLevel(merit(hours), steps));
  expect(levels).toEqual([0, 1, 3, 4, 5]);
  const missing = [0, 49, 50, 800].map((hours) => minutesToNext(merit(hours), steps));
  expect(missing).toEqual([3_000, 60, 3_000, undefined]);
});

describe('evaluations', () => {
  const strict = rule([...stepsOf(10, 20), ...[30, 40, 50].map((hours) => ({ hours, goodPercent: 80 }))]);
  it.each([
    [5, 4, 5],
    [5, 3, 2],
    [9, 7, 2],
    [10, 8, 5],
    [4, 0, 5],
    [0, 0, 5],
  ])('of which %i there are and %i are good give %i stars', (evaluations, good, stars) => {
    expect(starLevel(merit(60, evaluations, good), strict)).toBe(stars);
  });

  it('alone can hold back: no minute is missing then', () => {
    expect(minutesToNext(merit(60, 5, 0), strict)).toBe(0);
  });
});

describe('steps', () => {
  const good = (...all: number[]) =>
    all.map((goodPercent, index) => ({ hours: (index + 1) * 10, goodPercent }));
  it.each([
    [stepsOf(1, 2, 3, 4)],
    [stepsOf(1, 2, 3, 4, 5, 6)],
    [stepsOf(0, 1, 2, 3, 4)],
    [stepsOf(1, 2, 2, 3, 4)],
    [stepsOf(5, 4, 3, 2, 1)],
    [good(0, 90, 80, 90, 90)],
    [[...good(0, 0, 0, 90), { hours: 99 }]],
  ])('such as %j are refused', (steps) =>
    expect(() => assertRising(steps)).toThrow(new DomainError('star.stepsInvalid')),
  );
  it.each([[stepsOf(1, 2, 3, 4, 5)], [good(0, 80, 80, 90, 100)]])('such as %j are taken', (steps) =>
    expect(() => assertRising(steps)).not.toThrow(),
  );
});
