import type { Tally } from './tally.js';
import * as versions from './versions.js';

/** What is known of one volunteer's verification, and where and when it counts. */
export interface Standing extends versions.Versioned {
  volunteerId: string;
  verified: boolean;
  communityCode: number;
  day: string;
}

const idOf = ({ volunteerId }: Standing) => volunteerId;

/** What a batch says last of each volunteer, in the order of the rows' keys. */
export function newestOf(told: readonly Standing[]): Standing[] {
  return versions.newestOf(told, idOf);
}

/**
 * Keeps "verified" counting each volunteer once: the newest version wins, what counted before is taken
 * back from where it counted. Answers the standings that change.
 */
export function follow(
  tally: Tally,
  known: readonly Standing[],
  told: readonly Standing[],
  isAgain = false,
): Standing[] {
  const count = ({ verified, communityCode, day }: Standing, sign: 1 | -1) => {
    if (verified) tally.add(communityCode, day, { volunteersVerified: sign });
  };
  return versions.follow(known, told, idOf, count, isAgain);
}
