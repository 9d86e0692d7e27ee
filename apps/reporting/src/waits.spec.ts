import { describe, expect, it } from '@jest/globals';
import { bucketOf, countOf, errorPercent, merge, percentile, secondsOf } from './waits.js';

function randomOf(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
const counted = (waits: number[]) => {
  const buckets = new Map<number, number>();
  for (const wait of waits) buckets.set(bucketOf(wait), (buckets.get(bucketOf(wait)) ?? 0) + 1);
  return buckets;
};
const exact = (waits: number[], share: number) =>
  [...waits].sort((a, b) => a - b)[Math.ceil(waits.length * share) - 1] ?? Number.NaN;

describe('a bucket', () => {
  it('stands for every wait in it within the stated error', () => {
    for (let seconds = 1; seconds < 3_000_000; seconds = Math.ceil(seconds * 1.013)) {
      const told = secondsOf(bucketOf(seconds));
      // Whole seconds add up to half a one.
      expect(Math.abs(told - seconds)).toBeLessThanOrEqual((seconds * errorPercent) / 100 + 0.5);
    }
    expect(secondsOf(bucketOf(0))).toBe(0);
  });

  it('never comes before that of a shorter wait, and there are few', () => {
    for (let seconds = 0; seconds < 200_000; seconds++)
      expect(bucketOf(seconds + 1)).toBeGreaterThanOrEqual(bucketOf(seconds));
    expect(bucketOf(31 * 86_400)).toBeLessThan(160);
  });
});

describe('percentiles', () => {
  it('are those of a naive recount, within the stated error, however the counters are merged', () => {
    const random = randomOf(5);
    for (let round = 0; round < 60; round++) {
      const size = 1 + Math.floor(random() * 400);
      const waits = Array.from({ length: size }, () => Math.floor(Math.exp(random() * 14)) - 1);
      const cut = Math.floor(random() * size);
      const buckets = merge(counted(waits.slice(0, cut)), counted(waits.slice(cut)));
      expect(countOf(buckets)).toBe(size);
      for (const share of [0.5, 0.95]) {
        const naive = exact(waits, share);
        const told = percentile(buckets, share) ?? Number.NaN;
        expect(Math.abs(told - naive)).toBeLessThanOrEqual((naive * errorPercent) / 100 + 0.5);
      }
    }
  });

  it('of nothing are unknown', () => {
    expect(percentile(new Map(), 0.5)).toBeUndefined();
  });
});
