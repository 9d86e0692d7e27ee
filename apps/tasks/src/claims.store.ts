import type { Claimant, ClaimRequest, KnownClaim, LockedErrand } from './claim.js';
import type { ErrandState, NeedRequirement, QualifiedFact, VerificationState } from '#contracts';
import type { Database, Prepared, Tx } from '#platform';

interface ErrandRow {
  id: string;
  city_code: number;
  community_code: number;
  type: string;
  state: ErrandState;
  slots: number;
  slots_taken: number;
  slots_offered: number;
  fair_grab_seconds: number;
  window_start: number;
  window_end: number;
  opened_at: number;
  requirements: NeedRequirement[];
}

/** A locked errand with what its event must tell. */
export interface ErrandToClaim extends LockedErrand {
  communityCode: number;
  type: string;
  /** Slots that count as free, though somebody holds them until they are taken over. */
  slotsOffered: number;
  /** Since when it is open. */
  openedAt: Date;
}

/** Who holds an errand that somebody lost, and what else is open near it. */
export interface LossReport {
  winner: string;
  nearby: { id: string; type: string; summary: string; distanceMetres: number }[];
}

// The lock is a statement of its own: the ones after it then read a snapshot that no other claim of
// these errands can be ahead of. Sorted, so that two batches never wait for each other in a circle.
const lockErrands: Prepared = {
  name: 'claim.lockErrands',
  text: `select id, city_code, community_code, type, state, slots, slots_taken, slots_offered, fair_grab_seconds,
      requirements, (extract(epoch from window_start) * 1000)::bigint as window_start,
      (extract(epoch from window_end) * 1000)::bigint as window_end,
      (extract(epoch from opened_at) * 1000)::bigint as opened_at
    from errand where id = any($1) order by id for no key update`,
};
const lockVolunteers: Prepared = {
  name: 'claim.lockVolunteers',
  text: `select id, city_code, verification, suspended_until, qualified, may_conflict from volunteer where id = any($1) order by id
    for no key update`,
};
const selectClaims: Prepared = {
  name: 'claim.known',
  text: `select id, errand_id, volunteer_id, state, claimed_at, window_start, window_end from claim
      where volunteer_id = any($1) and state in ('claimed', 'inProgress')
    union
    select id, errand_id, volunteer_id, state, claimed_at, window_start, window_end from claim where id = any($2)`,
};
const insertClaims: Prepared = {
  name: 'claim.insert',
  text: `insert into claim (city_code, id, errand_id, volunteer_id, state, window_start, window_end, claimed_at, waited_seconds)
    select w.city_code, w.id, w.errand_id, w.volunteer_id, 'claimed', w.window_start, w.window_end, $7, w.waited_seconds
    from unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::timestamptz[], $8::int[])
      as w(city_code, id, errand_id, volunteer_id, window_start, window_end, waited_seconds)`,
};
const takeSlots: Prepared = {
  name: 'claim.takeSlots',
  text: `update errand set slots_taken = slots_taken + t.taken,
      state = case when slots_taken + t.taken = slots then 'claimed' else 'open' end
    from unnest($1::int[], $2::uuid[], $3::int[]) as t(city_code, id, taken)
    where errand.city_code = t.city_code and errand.id = t.id`,
};

export async function lockErrandsForClaim(tx: Tx, errandIds: string[]): Promise<Map<string, ErrandToClaim>> {
  const rows = await tx.query<ErrandRow>(lockErrands, [errandIds]);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        cityCode: row.city_code,
        communityCode: row.community_code,
        type: row.type,
        state: row.state,
        slots: row.slots,
        slotsTaken: row.slots_taken,
        slotsOffered: row.slots_offered,
        fairGrabSeconds: row.fair_grab_seconds,
        windowStart: new Date(row.window_start),
        windowEnd: new Date(row.window_end),
        openedAt: new Date(row.opened_at),
        requirements: row.requirements,
      },
    ]),
  );
}

export async function lockClaimants(tx: Tx, volunteerIds: string[]): Promise<Map<string, Claimant>> {
  const rows = await tx.query<{
    id: string;
    city_code: number;
    verification: VerificationState;
    suspended_until: Date | null;
    qualified: QualifiedFact[];
    may_conflict: boolean;
  }>(lockVolunteers, [volunteerIds]);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        cityCode: row.city_code,
        verification: row.verification,
        suspendedUntil: row.suspended_until,
        qualified: row.qualified,
        mayConflict: row.may_conflict,
      },
    ]),
  );
}

export async function findKnownClaims(
  tx: Tx,
  volunteerIds: string[],
  claimIds: string[],
): Promise<KnownClaim[]> {
  const rows = await tx.query<{
    id: string;
    errand_id: string;
    volunteer_id: string;
    state: KnownClaim['state'];
    claimed_at: Date;
    window_start: Date;
    window_end: Date;
  }>(selectClaims, [volunteerIds, claimIds]);
  return rows.map((row) => ({
    id: row.id,
    errandId: row.errand_id,
    volunteerId: row.volunteer_id,
    state: row.state,
    claimedAt: row.claimed_at,
    windowStart: row.window_start,
    windowEnd: row.window_end,
  }));
}

/** How long an errand had been open when it was claimed, in whole seconds. */
export function waitedSeconds({ openedAt }: ErrandToClaim, claimedAt: Date): number {
  return Math.max(0, Math.round((claimedAt.getTime() - openedAt.getTime()) / 1000));
}

/** Writes the winners of a batch: one insert, one update. */
export function writeWinners(tx: Tx, winners: (ClaimRequest & { errand: ErrandToClaim })[], now: Date): void {
  const takenByErrand = new Map<ErrandToClaim, number>();
  for (const { errand } of winners) takenByErrand.set(errand, (takenByErrand.get(errand) ?? 0) + 1);
  tx.write(insertClaims, [
    winners.map(({ errand }) => errand.cityCode),
    winners.map(({ claimId }) => claimId),
    winners.map(({ errandId }) => errandId),
    winners.map(({ volunteerId }) => volunteerId),
    winners.map(({ errand }) => errand.windowStart.toISOString()),
    winners.map(({ errand }) => errand.windowEnd.toISOString()),
    now,
    winners.map(({ errand }) => waitedSeconds(errand, now)),
  ]);
  const errands = [...takenByErrand.keys()];
  tx.write(takeSlots, [
    errands.map(({ cityCode }) => cityCode),
    errands.map(({ id }) => id),
    errands.map((errand) => takenByErrand.get(errand)),
  ]);
}

const nearbyCount = 3;

/** For each lost errand the (masked) name of the last who took it and the nearest errands still open. */
export async function reportLosses(
  database: Database,
  errandIds: string[],
): Promise<Map<string, LossReport>> {
  const rows = await database.query<{
    id: string;
    winner: string | null;
    nearby: LossReport['nearby'] | null;
  }>(
    {
      name: 'claim.losses',
      text: `select lost.id,
          (select v.display_name from claim c join volunteer v on v.city_code = c.city_code and v.id = c.volunteer_id
            where c.city_code = lost.city_code and c.errand_id = lost.id and c.state not in ('released', 'cancelled', 'voided')
            order by c.claimed_at desc, c.id limit 1) as winner,
          (select json_agg(near) from (
            select o.id, o.type, o.summary,
              round(6371008.8 * 2 * asin(sqrt(
                sin(radians(o.place[1] - lost.place[1]) / 2) ^ 2
                + cos(radians(o.place[1])) * cos(radians(lost.place[1])) * sin(radians(o.place[0] - lost.place[0]) / 2) ^ 2
              )))::int as "distanceMetres"
            from errand o where o.state = 'open' and o.city_code = lost.city_code and o.id <> lost.id
            order by o.place <-> lost.place limit ${nearbyCount}) near) as nearby
        from errand lost where lost.id = any($1)`,
    },
    [errandIds],
  );
  return new Map(rows.map((row) => [row.id, { winner: row.winner ?? '', nearby: row.nearby ?? [] }]));
}
