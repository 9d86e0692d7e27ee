import { describe, expect, it } from '@jest/globals';
import { bucketOf, type Closures, longestOf, quantile } from './closure.js';

const histogram = (durations: number[]): Closures => {
  const closures: Closures = new Map();
  for (const minutes of durations)
    closures.set(bucketOf(minutes), (closures.get(bucketOf(minutes)) ?? 0) + 1);
  return closures;
};

describe('buckets', () => {
  it('hold every duration, none more than a tenth below their longest', () => {
    for (let minutes = 0; minutes < 200_000; minutes = Math.max(minutes + 1, Math.floor(minutes * 1.01))) {
      const longest = longestOf(bucketOf(minutes));
      expect(longest).toBeGreaterThanOrEqual(minutes);
      expect(longest).toBeLessThanOrEqual(Math.ceil(minutes * 1.1));
    }
  });
});

describe('quantiles', () => {
  const durations = Array.from({ length: 1_000 }, (_, i) => (i * 7_919) % 10_007);
  const exact = (share: number) =>
    [...durations].sort((a, b) => a - b)[Math.ceil(share * durations.length) - 1] as number;

  it.each([0.01, 0.5, 0.95, 1])('of %f is within a tenth of the exact one', (share) => {
    const found = quantile(histogram(durations), share) as number;
    expect(found).toBeGreaterThanOrEqual(exact(share));
    expect(found).toBeLessThanOrEqual(Math.ceil(exact(share) * 1.1));
  });

  it('of parts added up are those of the whole, and of nothing there is none', () => {
    const sum = histogram(durations.slice(0, 400));
    for (const [bucket, count] of histogram(durations.slice(400)))
      sum.set(bucket, (sum.get(bucket) ?? 0) + count);
    expect(quantile(sum, 0.95)).toBe(quantile(histogram(durations), 0.95));
    expect(quantile(new Map(), 0.5)).toBeUndefined();
  });
});
