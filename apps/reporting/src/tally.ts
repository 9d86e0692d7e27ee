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

  add(communityCode: number, day: string, counts: Counts): void {
    this.merge({ cityCode: Math.floor(communityCode / 1e8), communityCode, day, counts: filled(counts) });
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
    for (const addition of this.additions.values()) sums.merge({ ...addition, day: undefined });
    return sums.byDay();
  }

  private merge(addition: Addition): void {
    const key = `${addition.communityCode} ${addition.day}`;
    const known = this.additions.get(key);
    if (!known) this.additions.set(key, { ...addition, counts: { ...addition.counts } });
    else for (const name of flowNames) known.counts[name] += addition.counts[name];
  }
}

function filled(counts: Counts): Record<FlowName, number> {
  return Object.fromEntries(flowNames.map((name) => [name, counts[name] ?? 0])) as Record<FlowName, number>;
}
