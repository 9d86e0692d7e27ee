import type { FairPoints } from '#contracts';
import type { Tx } from '#platform';
import type { ClaimRequest } from './claim.js';
import type { ErrandToClaim } from './claims.store.js';
import type { Wisher } from './fair-grab.js';

/** A wish that was kept, with when its errand is decided. */
export interface KeptWish {
  errandId: string;
  volunteerId: string;
  claimId: string;
  wishedAt: Date;
  closesAt: Date;
}

/** Opens the fair grabs that have none yet and keeps the wishes; the errands are locked. One a volunteer stays. */
export async function keepWishes(
  tx: Tx,
  wishes: ClaimRequest[],
  errands: Map<string, ErrandToClaim>,
  seeds: Map<string, string>,
  now: Date,
): Promise<KeptWish[]> {
  const opened = [...seeds.keys()].flatMap((id) => errands.get(id) ?? []);
  await tx.query(
    `insert into fair_grab (city_code, errand_id, seconds, seed, opens_at, closes_at)
     select g.city_code, g.errand_id, g.seconds, g.seed, $5::timestamptz, $5::timestamptz + make_interval(secs => g.seconds)
     from unnest($1::int[], $2::uuid[], $3::int[], $4::text[]) as g(city_code, errand_id, seconds, seed)
     on conflict do nothing`,
    [
      opened.map(({ cityCode }) => cityCode),
      opened.map(({ id }) => id),
      opened.map(({ fairGrabSeconds }) => fairGrabSeconds),
      opened.map(({ id }) => seeds.get(id)),
      now,
    ],
  );
  await tx.query(
    `insert into grab_wish (city_code, errand_id, volunteer_id, claim_id, wished_at)
     select w.*, $5 from unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[]) as w
     on conflict do nothing`,
    [
      wishes.map(({ errandId }) => errands.get(errandId)?.cityCode),
      wishes.map(({ errandId }) => errandId),
      wishes.map(({ volunteerId }) => volunteerId),
      wishes.map(({ claimId }) => claimId),
      now,
    ],
  );
  const rows = await tx.query<{
    errand_id: string;
    volunteer_id: string;
    claim_id: string;
    wished_at: Date;
    closes_at: Date;
  }>(
    `select w.errand_id, w.volunteer_id, w.claim_id, w.wished_at, g.closes_at
     from unnest($1::uuid[], $2::uuid[]) as asked(errand_id, volunteer_id)
     join grab_wish w on w.errand_id = asked.errand_id and w.volunteer_id = asked.volunteer_id and w.city_code = any($3)
     join fair_grab g on g.city_code = w.city_code and g.errand_id = w.errand_id`,
    [
      wishes.map(({ errandId }) => errandId),
      wishes.map(({ volunteerId }) => volunteerId),
      [...new Set(opened.map(({ cityCode }) => cityCode))],
    ],
  );
  return rows.map((row) => ({
    errandId: row.errand_id,
    volunteerId: row.volunteer_id,
    claimId: row.claim_id,
    wishedAt: row.wished_at,
    closesAt: row.closes_at,
  }));
}

/** A fair grab that waits for its decision. */
export interface OpenFairGrab {
  errandId: string;
  seed: string;
  closesAt: Date;
}

/** The fair grab of an errand, unless it is decided. The errand is locked. */
export async function findOpenFairGrab(tx: Tx, errandId: string): Promise<OpenFairGrab | undefined> {
  const [row] = await tx.query<{ seed: string; closes_at: Date }>(
    `select g.seed, g.closes_at from errand e join fair_grab g on g.city_code = e.city_code and g.errand_id = e.id
     where e.id = $1 and g.decided_at is null`,
    [errandId],
  );
  return row && { errandId, seed: row.seed, closesAt: row.closes_at };
}

/** Everybody who wished for an errand, with what the declared rules ask of them. */
export async function findWishers(
  tx: Tx,
  errandId: string,
  since: Date,
): Promise<(Wisher & { claimId: string })[]> {
  const rows = await tx.query<{
    volunteer_id: string;
    claim_id: string;
    community_code: number | null;
    recent_services: number;
    lost_lately: number;
    held_claims: number;
  }>(
    `select w.volunteer_id, w.claim_id, v.community_code,
       (select count(*) from service_record r where r.volunteer_id = w.volunteer_id and r.ended_at >= $2)::int as recent_services,
       (select count(*) from grab_wish l where l.volunteer_id = w.volunteer_id and l.won = false and l.wished_at >= $2)::int as lost_lately,
       (select count(*) from claim c where c.volunteer_id = w.volunteer_id and c.state in ('claimed', 'inProgress'))::int as held_claims
     from errand e join grab_wish w on w.city_code = e.city_code and w.errand_id = e.id
       left join volunteer v on v.city_code = w.city_code and v.id = w.volunteer_id
     where e.id = $1`,
    [errandId, since],
  );
  return rows.map((row) => ({
    volunteerId: row.volunteer_id,
    claimId: row.claim_id,
    communityCode: row.community_code ?? 0,
    recentServices: row.recent_services,
    lostLately: row.lost_lately,
    heldClaims: row.held_claims,
  }));
}

/** What the ranking made of one wish. */
export interface DecidedWish {
  volunteerId: string;
  rank: number;
  points: number;
  parts: FairPoints[];
  won: boolean;
  /** Why lost: a code of the error catalogue. */
  reason: string | null;
}

/** Writes the explanation and lets the errand go on first come, first served. */
export async function closeFairGrab(
  tx: Tx,
  errand: ErrandToClaim,
  wishes: DecidedWish[],
  now: Date,
): Promise<void> {
  const key = [errand.cityCode, errand.id];
  await tx.query(
    `update grab_wish w set rank = d.rank, points = d.points, parts = d.parts, won = d.won, reason = d.reason
     from unnest($3::uuid[], $4::int[], $5::int[], $6::jsonb[], $7::boolean[], $8::text[])
       as d(volunteer_id, rank, points, parts, won, reason)
     where w.city_code = $1 and w.errand_id = $2 and w.volunteer_id = d.volunteer_id`,
    [
      ...key,
      wishes.map(({ volunteerId }) => volunteerId),
      wishes.map(({ rank }) => rank),
      wishes.map(({ points }) => points),
      wishes.map(({ parts }) => JSON.stringify(parts)),
      wishes.map(({ won }) => won),
      wishes.map(({ reason }) => reason),
    ],
  );
  await tx.query('update fair_grab set decided_at = $3 where city_code = $1 and errand_id = $2', [
    ...key,
    now,
  ]);
  await tx.query('update errand set fair_grab_seconds = 0 where city_code = $1 and id = $2', key);
}
