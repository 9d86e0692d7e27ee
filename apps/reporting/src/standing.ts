import type { Tally } from './tally.js';

/** What is known of one volunteer's verification, and where and when it counts. */
export interface Standing {
  cityCode: number;
  volunteerId: string;
  /** 0 before anything was heard. */
  version: number;
  verified: boolean;
  communityCode: number;
  day: string;
}

/** What a batch says last of each volunteer, in the order of the rows' keys. */
export function newestOf(told: readonly Standing[]): Standing[] {
  const newest = new Map<string, Standing>();
  for (const standing of told) {
    const known = newest.get(keyOf(standing));
    if (!known || standing.version > known.version) newest.set(keyOf(standing), standing);
  }
  return [...newest.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/**
 * Keeps "verified" counting each volunteer once: the newest version wins, what counted before is taken
 * back from where it counted. Answers the standings that change.
 */
export function follow(tally: Tally, known: readonly Standing[], told: readonly Standing[]): Standing[] {
  const knownByKey = new Map(known.map((standing) => [keyOf(standing), standing]));
  return told.filter((standing) => {
    const before = knownByKey.get(keyOf(standing));
    if (before && before.version >= standing.version) return false;
    if (before?.verified) tally.add(before.communityCode, before.day, { volunteersVerified: -1 });
    if (standing.verified) tally.add(standing.communityCode, standing.day, { volunteersVerified: 1 });
    return true;
  });
}

function keyOf({ cityCode, volunteerId }: Standing): string {
  return `${cityCode} ${volunteerId}`;
}
