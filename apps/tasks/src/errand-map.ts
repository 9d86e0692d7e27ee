import { smallestOnDutyCell } from '#contracts';
import { type DutyTimes, onDutyUntil } from './availability.js';

/** A volunteer who may be on duty. */
export interface Reachable {
  siteId: string | undefined;
  /** Of the position that was told and is not forgotten. */
  cell: number | undefined;
  times: DutyTimes;
}

/** Volunteers on duty: all, by site, and by the cell they told, where these are too many to tell anybody apart. */
export interface OnDuty {
  total: number;
  bySite: Map<string, number>;
  byCell: Map<number, number>;
}

/** Counts, and forgets who they were. */
export function countOnDuty(volunteers: readonly Reachable[], nowMs: number): OnDuty {
  const onDuty = volunteers.filter(({ times }) => onDutyUntil(times, nowMs) !== undefined);
  const byCell = counted(onDuty.map(({ cell }) => cell));
  return {
    total: onDuty.length,
    bySite: counted(onDuty.map(({ siteId }) => siteId)),
    byCell: new Map([...byCell].filter(([, count]) => count >= smallestOnDutyCell)),
  };
}

function counted<K>(keys: readonly (K | undefined)[]): Map<K, number> {
  const counts = new Map<K, number>();
  for (const key of keys) if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
