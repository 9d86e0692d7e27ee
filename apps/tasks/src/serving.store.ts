import { type ClaimState, DomainError, type PresenceProof } from '#contracts';
import type { Database, Tx } from '#platform';
import { errandStateOf, isCounted } from './claim.js';

export interface LockedErrandRow {
  id: string;
  city_code: number;
  need_id: string;
  community_code: number;
  type: string;
  slots: number;
  state: string;
  place: { x: number; y: number };
  window_start: Date;
  window_end: Date;
}

export interface LockedClaimRow {
  id: string;
  city_code: number;
  state: ClaimState;
  code_attempts: number;
  checked_in_at: Date | null;
  device_verified: boolean;
  offered_at: Date | null;
  claimed_at: Date;
  volunteer_id: string;
  check_in_proof: PresenceProof;
  was_offline: boolean;
}

/**
 * Locks an errand and the caller's newest claim on it, released or not, in the order every writer locks them.
 * @throws DomainError `resource.notFound`, `errand.notYours`
 */
export async function lockOwnClaim(
  tx: Tx,
  errandId: string,
  volunteerId: string,
): Promise<{ errand: LockedErrandRow; claim: LockedClaimRow }> {
  const [errand] = await tx.query<LockedErrandRow>(
    'select id, city_code, need_id, community_code, type, slots, state, place, window_start, window_end from errand where id = $1 for no key update',
    [errandId],
  );
  if (!errand) throw new DomainError('resource.notFound');
  const [claim] = await tx.query<LockedClaimRow>(
    `select id, city_code, state, code_attempts, checked_in_at, device_verified, offered_at, claimed_at, volunteer_id,
       check_in_proof, was_offline from claim
     where city_code = $1 and errand_id = $2 and volunteer_id = $3
     order by state = 'released', claimed_at desc limit 1 for update`,
    [errand.city_code, errandId, volunteerId],
  );
  if (!claim) throw new DomainError('errand.notYours');
  return { errand, claim };
}

/** As {@link lockOwnClaim}, of a claim that was not released. */
export async function lockHeldClaim(
  tx: Tx,
  errandId: string,
  volunteerId: string,
): Promise<{ errand: LockedErrandRow; claim: LockedClaimRow }> {
  const locked = await lockOwnClaim(tx, errandId, volunteerId);
  if (locked.claim.state === 'released') throw new DomainError('errand.notYours');
  return locked;
}

/**
 * Lets an errand follow its claims: slots taken and state are what the claims say, and one that becomes open
 * again has been so since its last release. The errand is locked.
 */
export async function followClaims(tx: Tx, errand: LockedErrandRow): Promise<void> {
  const rows = await tx.query<{ state: ClaimState; offered: boolean }>(
    'select state, offered_at is not null as offered from claim where city_code = $1 and errand_id = $2',
    [errand.city_code, errand.id],
  );
  const counted = rows.filter(({ state }) => isCounted(state));
  // Whoever would give an errand away holds it still, but its slot is free to take.
  const states = counted.filter(({ offered }) => !offered).map(({ state }) => state);
  await tx.query(
    `update errand set slots_taken = $3, slots_offered = $4, state = $5::text, opened_at = case
        when $5::text = 'open' and state <> 'open' then coalesce(
          (select max(greatest(released_at, offered_at)) from claim where city_code = $1 and errand_id = $2), opened_at)
        else opened_at end
     where city_code = $1 and id = $2`,
    [
      errand.city_code,
      errand.id,
      states.length,
      counted.length - states.length,
      errandStateOf(errand.slots, states),
    ],
  );
}

/** Wrong codes of a volunteer on an errand, over all their claims of it: giving it back buys no more guesses. */
export async function countCodeAttempts(tx: Tx, claim: LockedClaimRow, errandId: string): Promise<number> {
  const [row] = await tx.query<{ attempts: number }>(
    `select sum(code_attempts)::int as attempts from claim
     where city_code = $1 and errand_id = $2 and volunteer_id = $3`,
    [claim.city_code, errandId, claim.volunteer_id],
  );
  return row?.attempts ?? 0;
}

/** What codes at the door of an errand must name. */
export async function findDoor(
  tx: Tx,
  errand: LockedErrandRow,
): Promise<{ errandId: string; residentId: string; doorVersion: number }> {
  const [row] = await tx.query<{ id: string; door_code_version: number }>(
    `select r.id, r.door_code_version from need n join resident r on r.city_code = n.city_code and r.id = n.resident_id
     where n.city_code = $1 and n.id = $2`,
    [errand.city_code, errand.need_id],
  );
  if (!row) throw new Error('an errand without a resident');
  return { errandId: errand.id, residentId: row.id, doorVersion: row.door_code_version };
}

/** Where an errand is, whose it is and when it ends. */
export async function findErrandEnd(
  database: Database,
  errandId: string,
): Promise<{ communityCode: number; residentId: string; windowEnd: Date } | undefined> {
  const [row] = await database.query<{ community_code: number; resident_id: string; window_end: Date }>(
    `select e.community_code, n.resident_id, e.window_end
     from errand e join need n on n.city_code = e.city_code and n.id = e.need_id where e.id = $1`,
    [errandId],
  );
  return row && { communityCode: row.community_code, residentId: row.resident_id, windowEnd: row.window_end };
}

/** Whether a volunteer has not withdrawn the consent to location. */
export async function mayBeLocated(tx: Tx, volunteerId: string): Promise<boolean> {
  const refusing = await tx.query('select id from volunteer where id = $1 and not may_be_located', [
    volunteerId,
  ]);
  return refusing.length === 0;
}
