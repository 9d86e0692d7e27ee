/** Each bucket is a tenth wider than the one before: sums of histograms are histograms, and no figure is off by more. */
const growth = 1.1;

/** Minutes counted by bucket; those of regions and days add up. */
export type Closures = Map<number, number>;

/** The bucket of a duration in whole minutes. */
export function bucketOf(minutes: number): number {
  return minutes <= 0 ? 0 : Math.ceil(Math.log(minutes) / Math.log(growth) - 1e-9) + 1;
}

/** The longest duration of a bucket, rounded up to whole minutes. */
export function longestOf(bucket: number): number {
  return bucket === 0 ? 0 : Math.ceil(growth ** (bucket - 1) - 1e-9);
}

/** What `share` (0 to 1) of all took no longer than; undefined of nothing. Nearest rank. */
export function quantile(closures: Closures, share: number): number | undefined {
  const total = [...closures.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return undefined;
  const rank = Math.max(1, Math.ceil(share * total));
  let seen = 0;
  for (const [bucket, count] of [...closures].sort(([a], [b]) => a - b)) {
    seen += count;
    if (seen >= rank) return longestOf(bucket);
  }
  return undefined;
}
