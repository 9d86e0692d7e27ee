import { activeWindowsDays, type StandName, standNames } from '#contracts';

/**
 * Days (as numbers) on which somebody who served on `days` begins or ceases to be active: +1 and −1. Whoever served
 * on a day is active on it and on the `windowDays − 1` days after it; the sum up to a day is 1 or 0.
 * @param days in order, each once
 */
export function changesOf(days: readonly number[], windowDays: number): Map<number, 1 | -1> {
  const changes = new Map<number, 1 | -1>();
  for (const [index, day] of days.entries()) {
    const [before, after] = [days[index - 1], days[index + 1]];
    if (before === undefined || before + windowDays < day) changes.set(day, 1);
    else if (before + windowDays === day) changes.delete(day);
    if (after === undefined || day + windowDays <= after) changes.set(day + windowDays, -1);
  }
  return changes;
}

/** Sizes of divisions, in codes, for which changes are kept: a figure of any level is a sum over days alone. */
export const keptSizes = [1, 1e3, 1e6, 1e8] as const;

/** Changes of one division on one day. */
export interface StandChange {
  cityCode: number;
  size: number;
  code: number;
  day: number;
  counts: Record<StandName, number>;
}

type StandCounts = Record<StandName, number>;
/** By code and day. */
type Sums = Map<number, Map<number, StandCounts>>;

/** Sums changes in memory, so that each row changes once. */
export class StandTally {
  private readonly ofCommunities: Sums = new Map();

  /** @param sign −1 takes back what was counted of these days */
  add(homeCode: number, days: readonly number[], sign: 1 | -1): void {
    for (const [index, windowDays] of activeWindowsDays.entries())
      for (const [day, change] of changesOf(days, windowDays))
        countsOf(this.ofCommunities, homeCode, day)[standNames[index] as StandName] += sign * change;
  }

  /** @param counts changes of a community on a day, which are those of all divisions it lies in */
  addChange(homeCode: number, day: number, counts: StandCounts, sign: 1 | -1): void {
    addTo(countsOf(this.ofCommunities, homeCode, day), counts, sign);
  }

  /** What changed, in the order of the rows' keys. */
  all(): StandChange[] {
    return keptSizes.flatMap((size) => {
      const sums: Sums = new Map();
      for (const [homeCode, days] of this.ofCommunities)
        for (const [day, counts] of days)
          addTo(countsOf(sums, Math.floor(homeCode / size) * size, day), counts, 1);
      return changed(sums, size);
    });
  }
}

function countsOf(sums: Sums, code: number, day: number): StandCounts {
  let days = sums.get(code);
  if (!days) sums.set(code, (days = new Map<number, StandCounts>()));
  let counts = days.get(day);
  if (!counts)
    days.set(day, (counts = { volunteersActive30: 0, volunteersActive90: 0, volunteersActive365: 0 }));
  return counts;
}

function addTo(sum: StandCounts, counts: StandCounts, sign: 1 | -1): void {
  for (const name of standNames) sum[name] += sign * counts[name];
}

function changed(sums: Sums, size: number): StandChange[] {
  return [...sums]
    .flatMap(([code, days]) =>
      [...days].map(([day, counts]) => ({ cityCode: Math.floor(code / 1e8), size, code, day, counts })),
    )
    .filter(({ counts }) => standNames.some((name) => counts[name] !== 0))
    .sort((a, b) => a.code - b.code || a.day - b.day);
}
