import type { Verification } from '#contracts';
import { type GivenDay, givenBy } from './home.js';
import { type GivenMonth, givenTo } from './recipients.js';
import type { Tally } from './tally.js';
import * as versions from './versions.js';

/** What is known of one service record, and where and when it counts. */
export interface Served extends versions.Versioned {
  recordId: string;
  /** Null of what was counted before volunteers were. */
  volunteerId: string | null;
  communityCode: number;
  /** The day the service ended. */
  day: string;
  verification: Verification;
  /** 0 where the record is void: then it is no person-time either. */
  serviceMinutes: number;
  /** Null of what was counted before recipients were. */
  recipientKey: string | null;
  householdKey: string | null;
}

const idOf = ({ recordId }: Served) => recordId;

/** What a batch says last of each record, in the order of the rows' keys. */
export function newestOf(told: readonly Served[]): Served[] {
  return versions.newestOf(told, idOf);
}

/**
 * Keeps every record counting once, with the minutes, place and day of its newest version: a correction
 * replaces what was counted before, on its own day. Answers the records that change, what their volunteers gave and
 * whom they gave it to.
 */
export function follow(
  tally: Tally,
  known: readonly Served[],
  told: readonly Served[],
  isAgain = false,
): { changed: Served[]; given: GivenDay[]; reached: GivenMonth[] } {
  const given: GivenDay[] = [];
  const reached: GivenMonth[] = [];
  const count = (record: Served, sign: 1 | -1) => {
    given.push(...givenBy(record, sign));
    reached.push(...givenTo(record, sign));
    const { communityCode, day, verification, serviceMinutes } = record;
    if (serviceMinutes === 0) return;
    const minutes = verification === 'deviceVerified' ? 'deviceVerifiedMinutes' : 'attestedMinutes';
    tally.add(communityCode, day, { servicesConfirmed: sign, [minutes]: sign * serviceMinutes });
  };
  return { changed: versions.follow(known, told, idOf, count, isAgain), given, reached };
}
