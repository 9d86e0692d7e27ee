/**
 * Waits are counted in buckets that grow by a tenth: counters add up over places and times, which percentiles do
 * not. A bucket's middle is at most the square root of 1.1, that is 4.9 %, away from anything in it.
 */
const growth = 1.1;
export const errorPercent = 5;
const longestSeconds = 100_000_000;

/** The bucket of a wait in whole seconds; less than one second has a bucket of its own. */
export function bucketOf(seconds: number): number {
  if (seconds < 1) return -1;
  return Math.floor(Math.log(Math.min(seconds, longestSeconds)) / Math.log(growth));
}

/** What a bucket stands for, in whole seconds. */
export function secondsOf(bucket: number): number {
  return bucket < 0 ? 0 : Math.round(growth ** (bucket + 0.5));
}

export type Buckets = ReadonlyMap<number, number>;

/** How many waits were counted. */
export function countOf(buckets: Buckets): number {
  return [...buckets.values()].reduce((sum, count) => sum + count, 0);
}

/** The wait that so much of all are within (nearest rank), or undefined of none. */
export function percentile(buckets: Buckets, share: number): number | undefined {
  const rank = Math.ceil(countOf(buckets) * share);
  let seen = 0;
  for (const [bucket, count] of [...buckets].sort(([a], [b]) => a - b)) {
    seen += count;
    if (seen >= rank) return secondsOf(bucket);
  }
  return undefined;
}

/** Adds counters of one group to those of another: merging is all they need. */
export function merge(into: Map<number, number>, more: Buckets): Map<number, number> {
  for (const [bucket, count] of more) into.set(bucket, (into.get(bucket) ?? 0) + count);
  return into;
}
