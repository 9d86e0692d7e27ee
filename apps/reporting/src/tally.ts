import { type FlowName, flowNames } from '#contracts';

export type Counts = Partial<Record<FlowName, number>>;

/** What a batch adds to one community on one day. */
export interface Addition {
  cityCode: number;
  communityCode: number;
  /** Absent in sums over all days. */
  day?: string;
  counts: Record<FlowName, number>;
}

/** Sums a batch in memory, so that the database is asked to change every row once. */
export class Tally {
  private readonly additions = new Map<string, Addition>();

  add(communityCode: number, day: string | undefined, counts: Counts): void {
    const key = `${communityCode} ${day}`;
    let addition = this.additions.get(key);
    if (!addition) {
      const counts = Object.fromEntries(flowNames.map((name) => [name, 0])) as Record<FlowName, number>;
      addition = { cityCode: Math.floor(communityCode / 1e8), communityCode, day, counts };
      this.additions.set(key, addition);
    }
    for (const name in counts) addition.counts[name as FlowName] += counts[name as FlowName] ?? 0;
  }

  /** By community and day, in the order of the rows' keys, so that two writers lock them in one order. */
  byDay(): Addition[] {
    return [...this.additions.values()].sort(
      (a, b) => a.communityCode - b.communityCode || ((a.day ?? '') < (b.day ?? '') ? -1 : 1),
    );
  }

  /** The same by community alone. */
  ever(): Addition[] {
    const sums = new Tally();
    for (const { communityCode, counts } of this.additions.values())
      sums.add(communityCode, undefined, counts);
    return sums.byDay();
  }
}
