import { type ClaimState, DomainError } from '#contracts';
import type { Tx } from '#platform';
import { errandStateOf, isCounted } from './claim.js';

export interface LockedErrandRow {
  id: string;
  city_code: number;
  need_id: string;
  community_code: number;
  type: string;
  slots: number;
  state: string;
}

export interface LockedClaimRow {
  id: string;
  city_code: number;
  state: ClaimState;
  code_attempts: number;
  checked_in_at: Date | null;
  device_verified: boolean;
  offered_at: Date | null;
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
    'select id, city_code, need_id, community_code, type, slots, state from errand where id = $1 for no key update',
    [errandId],
  );
  if (!errand) throw new DomainError('resource.notFound');
  const [claim] = await tx.query<LockedClaimRow>(
    `select id, city_code, state, code_attempts, checked_in_at, device_verified, offered_at from claim
     where city_code = $1 and errand_id = $2 and volunteer_id = $3 order by claimed_at desc limit 1 for update`,
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
