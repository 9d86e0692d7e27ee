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

/** Sums changes in memory, so that each row changes once. */
export class StandTally {
  private readonly changes = new Map<string, StandChange>();

  /** @param sign −1 takes back what was counted of these days */
  add(homeCode: number, days: readonly number[], sign: 1 | -1): void {
    for (const [index, windowDays] of activeWindowsDays.entries())
      for (const [day, change] of changesOf(days, windowDays))
        for (const size of keptSizes)
          this.merge(homeCode, size, day, standNames[index] as StandName, sign * change);
  }

  /** @param counts changes of a community on a day, which are those of all divisions it lies in */
  addChange(homeCode: number, day: number, counts: Record<StandName, number>, sign: 1 | -1): void {
    for (const size of keptSizes)
      for (const name of standNames) this.merge(homeCode, size, day, name, sign * counts[name]);
  }

  /** What changed, in the order of the rows' keys. */
  all(): StandChange[] {
    return [...this.changes.values()]
      .filter(({ counts }) => standNames.some((name) => counts[name] !== 0))
      .sort((a, b) => a.size - b.size || a.code - b.code || a.day - b.day);
  }

  private merge(homeCode: number, size: number, day: number, name: StandName, change: number): void {
    const code = Math.floor(homeCode / size) * size;
    const key = `${size} ${code} ${day}`;
    const known = this.changes.get(key);
    if (known) known.counts[name] += change;
    else {
      const counts = { volunteersActive30: 0, volunteersActive90: 0, volunteersActive365: 0, [name]: change };
      this.changes.set(key, { cityCode: Math.floor(homeCode / 1e8), size, code, day, counts });
    }
  }
}
