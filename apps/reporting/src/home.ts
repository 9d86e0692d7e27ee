import type { Verification } from '#contracts';
import { StandTally } from './active.js';
import type { Standing } from './standing.js';
import type { Tally } from './tally.js';

const dayMs = 86_400_000;

/** What a volunteer gave on a day in a city. */
export interface GivenDay {
  cityCode: number;
  volunteerId: string;
  day: string;
  services: number;
  deviceVerifiedMinutes: number;
  attestedMinutes: number;
}

/** One record, as far as it counts at home. */
interface Given {
  cityCode: number;
  volunteerId: string | null;
  day: string;
  verification: Verification;
  serviceMinutes: number;
}

/** What one record adds to its day, or takes back from it. */
export function givenBy(record: Given, sign: 1 | -1): GivenDay[] {
  const { cityCode, volunteerId, day, serviceMinutes } = record;
  if (volunteerId === null || serviceMinutes === 0) return [];
  const minutesOf = (verification: Verification) =>
    record.verification === verification ? sign * serviceMinutes : 0;
  const [deviceVerifiedMinutes, attestedMinutes] = [minutesOf('deviceVerified'), minutesOf('attested')];
  return [{ cityCode, volunteerId, day, services: sign, deviceVerifiedMinutes, attestedMinutes }];
}

/** One row a city, volunteer and day, in the order of the rows' keys. */
export function sumDays(given: readonly GivenDay[]): GivenDay[] {
  const sums = new Map<string, GivenDay>();
  for (const item of given) {
    const key = `${item.cityCode} ${item.volunteerId} ${item.day}`;
    const sum = sums.get(key);
    if (!sum) sums.set(key, { ...item });
    else {
      sum.services += item.services;
      sum.deviceVerifiedMinutes += item.deviceVerifiedMinutes;
      sum.attestedMinutes += item.attestedMinutes;
    }
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}

/** Where volunteers live by what was told last, in whichever city; absent while nothing was. */
export function homesOf(standings: readonly Standing[]): Map<string, number> {
  const newest = new Map<string, Standing>();
  for (const standing of standings)
    if (standing.version > (newest.get(standing.volunteerId)?.version ?? 0))
      newest.set(standing.volunteerId, standing);
  return new Map([...newest].map(([id, { communityCode }]) => [id, communityCode]));
}

/** Volunteers before and after a batch. */
export interface Change {
  homesBefore: ReadonlyMap<string, number>;
  homesAfter: ReadonlyMap<string, number>;
  /** All days that were known of them; where nobody moves those within a year of a changed day suffice. */
  daysBefore: readonly GivenDay[];
  given: readonly GivenDay[];
}

/**
 * Counts what volunteers gave where they live now: what is given adds there, and who moves takes everything along.
 * Answers the changes of who is active.
 */
export function countHomes(tally: Tally, { homesBefore, homesAfter, daysBefore, given }: Change): StandTally {
  const stands = new StandTally();
  const before = byVolunteer(daysBefore);
  const after = byVolunteer(sumDays([...daysBefore, ...given]));
  const added = byVolunteer(given);
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [from, to] = [homesBefore.get(id), homesAfter.get(id)];
    if (from === to) addAt(tally, to, added.get(id) ?? [], 1);
    else {
      addAt(tally, from, before.get(id) ?? [], -1);
      addAt(tally, to, after.get(id) ?? [], 1);
    }
    if (from !== undefined) stands.add(from, activeDays(before.get(id)), -1);
    if (to !== undefined) stands.add(to, activeDays(after.get(id)), 1);
  }
  return stands;
}

/** Who is active of those who live at a home and gave something on these days. */
export function standsOf(home: number, days: readonly GivenDay[]): StandTally {
  const stands = new StandTally();
  for (const own of byVolunteer(days).values()) stands.add(home, activeDays(own), 1);
  return stands;
}

function byVolunteer(days: readonly GivenDay[]): Map<string, GivenDay[]> {
  const found = new Map<string, GivenDay[]>();
  for (const day of days) {
    const own = found.get(day.volunteerId);
    if (own) own.push(day);
    else found.set(day.volunteerId, [day]);
  }
  return found;
}

function addAt(tally: Tally, home: number | undefined, days: readonly GivenDay[], sign: 1 | -1): void {
  if (home === undefined) return;
  for (const { day, services, deviceVerifiedMinutes, attestedMinutes } of days)
    tally.add(home, day, {
      homeServicesConfirmed: sign * services,
      homeDeviceVerifiedMinutes: sign * deviceVerifiedMinutes,
      homeAttestedMinutes: sign * attestedMinutes,
    });
}

function activeDays(days: readonly GivenDay[] = []): number[] {
  const served = days.filter(({ services }) => services > 0).map(({ day }) => Date.parse(day) / dayMs);
  return [...new Set(served)].sort((a, b) => a - b);
}
