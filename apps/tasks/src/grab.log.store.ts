import type { FairGrab, FairPoints, GrabOutcome } from '#contracts';
import type { Database, Tx } from '#platform';

/** Attempts of one volunteer on one errand that ended for one reason. */
export interface Loss {
  cityCode: number;
  errandId: string;
  volunteerId: string;
  reason: string;
  attempts: number;
  firstAt: Date;
  lastAt: Date;
}

/** Adds losses to what is known, in one statement. Not durable: the log may lose what a crash of the machine takes. */
export async function writeLosses(tx: Tx, losses: Loss[]): Promise<void> {
  // Sorted, so that two replicas never wait for each other in a circle.
  const sorted = [...losses].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  await Promise.all([
    tx.query('set local synchronous_commit = off'),
    tx.query(
      `insert into grab_loss as known (city_code, errand_id, volunteer_id, reason, attempts, first_at, last_at)
       select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::timestamptz[], $7::timestamptz[])
       on conflict (city_code, errand_id, volunteer_id, reason) do update set
         attempts = known.attempts + excluded.attempts,
         first_at = least(known.first_at, excluded.first_at), last_at = greatest(known.last_at, excluded.last_at)`,
      [
        sorted.map(({ cityCode }) => cityCode),
        sorted.map(({ errandId }) => errandId),
        sorted.map(({ volunteerId }) => volunteerId),
        sorted.map(({ reason }) => reason),
        sorted.map(({ attempts }) => attempts),
        sorted.map(({ firstAt }) => firstAt),
        sorted.map(({ lastAt }) => lastAt),
      ],
    ),
  ]);
}

function keyOf({ errandId, volunteerId, reason }: Loss): string {
  return `${errandId} ${volunteerId} ${reason}`;
}

/** One line of the log. */
export interface GrabRow {
  errandId: string;
  volunteerId: string;
  volunteerName: string;
  outcome: GrabOutcome;
  reason: string | null;
  attempts: number;
  firstAt: Date;
  lastAt: Date;
  rank: number | null;
  points: number | null;
  parts: FairPoints[] | null;
  /** Place in the list among those of the same moment: milliseconds since 1970, then an id. */
  lastAtMs: number;
  place: string;
}

const losses = `
  select l.city_code, l.errand_id, l.volunteer_id, 'lost' as outcome, l.reason, l.attempts, l.first_at, l.last_at,
    null::int as rank, null::int as points, null::jsonb as parts
  from grab_loss l
  where not exists (
    select 1 from grab_wish w
    where w.city_code = l.city_code and w.errand_id = l.errand_id and w.volunteer_id = l.volunteer_id)`;
const wishes = `
  select w.city_code, w.errand_id, w.volunteer_id,
    case when w.won is null then 'gathered' when w.won then 'won' else 'lost' end, w.reason, 1, w.wished_at, w.wished_at,
    w.rank, w.points, w.parts
  from grab_wish w`;
const wins = `
  select c.city_code, c.errand_id, c.volunteer_id, 'won', null, 1, c.claimed_at, c.claimed_at, null, null, null
  from claim c
  where not exists (
    select 1 from grab_wish w
    where w.city_code = c.city_code and w.errand_id = c.errand_id and w.volunteer_id = c.volunteer_id)`;

/**
 * The log, newest first: of an errand (all, or one volunteer's with the winners), or of one volunteer: what was
 * lost or is undecided.
 */
export async function findGrabs(
  database: Database,
  { errandId, volunteerId }: { errandId: string | null; volunteerId: string | null },
  before: { lastAtMs: number; place: string } | undefined,
  limit: number,
): Promise<GrabRow[]> {
  const own = '(volunteer_id = $2)';
  const wanted = errandId
    ? `${losses} and l.errand_id = $1 union all ${wishes} where w.errand_id = $1 union all ${wins} and c.errand_id = $1`
    : `${losses} and l.volunteer_id = $2 union all ${wishes} where w.volunteer_id = $2`;
  const shown = errandId
    ? `($2::uuid is null or outcome = 'won' or ${own})`
    : `(outcome <> 'won' and $1::uuid is null)`;
  const rows = await database.query<{
    errand_id: string;
    volunteer_id: string;
    display_name: string | null;
    outcome: GrabOutcome;
    reason: string | null;
    attempts: number;
    first_at: Date;
    last_at: Date;
    rank: number | null;
    points: number | null;
    parts: FairPoints[] | null;
    last_at_ms: number;
    place: string;
  }>(
    `select g.*, v.display_name from (
       select *, (extract(epoch from last_at) * 1000)::bigint as last_at_ms,
         md5(errand_id::text || volunteer_id::text || coalesce(reason, '') || outcome)::uuid as place
       from (${wanted}) as found where ${shown}
     ) g left join volunteer v on v.city_code = g.city_code and v.id = g.volunteer_id
     where $3::bigint is null or (g.last_at_ms, g.place) < ($3, $4::uuid)
     order by g.last_at_ms desc, g.place desc limit $5`,
    [errandId, volunteerId, before?.lastAtMs ?? null, before?.place ?? null, limit],
  );
  return rows.map((row) => ({
    errandId: row.errand_id,
    volunteerId: row.volunteer_id,
    volunteerName: row.display_name ?? '*',
    outcome: row.outcome,
    reason: row.reason,
    attempts: row.attempts,
    firstAt: row.first_at,
    lastAt: row.last_at,
    rank: row.rank,
    points: row.points,
    parts: row.parts,
    lastAtMs: row.last_at_ms,
    place: row.place,
  }));
}

export async function findErrandPlace(
  database: Database,
  errandId: string,
): Promise<{ cityCode: number; communityCode: number } | undefined> {
  const [row] = await database.query<{ city_code: number; community_code: number }>(
    'select city_code, community_code from errand where id = $1',
    [errandId],
  );
  return row && { cityCode: row.city_code, communityCode: row.community_code };
}

export async function findFairGrab(
  database: Database,
  cityCode: number,
  errandId: string,
): Promise<FairGrab | undefined> {
  const [row] = await database.query<{
    seconds: number;
    seed: string;
    opens_at: Date;
    closes_at: Date;
    decided_at: Date | null;
  }>(
    'select seconds, seed, opens_at, closes_at, decided_at from fair_grab where city_code = $1 and errand_id = $2',
    [cityCode, errandId],
  );
  return (
    row && {
      seconds: row.seconds,
      seed: row.seed,
      opensAt: row.opens_at.toISOString(),
      closesAt: row.closes_at.toISOString(),
      decidedAt: row.decided_at?.toISOString(),
    }
  );
}

export async function pruneGrabs(database: Database, before: Date): Promise<void> {
  await database.query('delete from grab_loss where last_at < $1', [before]);
  await database.query(
    `delete from grab_wish w using fair_grab g
     where g.city_code = w.city_code and g.errand_id = w.errand_id and g.decided_at < $1`,
    [before],
  );
  await database.query('delete from fair_grab where decided_at < $1', [before]);
}
