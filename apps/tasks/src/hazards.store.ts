import type { HazardCategory, HazardState } from '#contracts';
import type { Database, Tx } from '#platform';
import type { KnownHazard } from './hazard.js';

/**
 * Lets reports of a category in a city come one after the other until the transaction ends: of two who report the
 * same corner at the same moment the second then finds the first's. In a statement of its own, so that the next one
 * reads what the one before committed.
 */
export async function queueReports(tx: Tx, cityCode: number, category: HazardCategory): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`hazard ${cityCode} ${category}`]);
}

/** Opening one again is queued like a report: while it lasts nobody opens another of the kind. */
export async function queueWithReports(tx: Tx, hazardId: string): Promise<void> {
  const [hazard] = await tx.query<{ city_code: number; category: HazardCategory }>(
    'select city_code, category from hazard where id = $1',
    [hazardId],
  );
  if (hazard) await queueReports(tx, hazard.city_code, hazard.category);
}

/** Hazards a new report could be of; the rule decides. */
export async function findOpenHazards(
  tx: Tx,
  cityCode: number,
  category: HazardCategory,
  at: Date,
): Promise<KnownHazard[]> {
  const rows = await tx.query<{
    id: string;
    state: HazardState;
    place: { x: number; y: number };
    joins_until: Date;
  }>(
    `select id, state, place, joins_until from hazard
     where city_code = $1 and category = $2 and state in ('reported', 'routed') and joins_until >= $3
     for update`,
    [cityCode, category, at],
  );
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    point: { longitude: row.place.x, latitude: row.place.y },
    joinsUntil: row.joins_until,
  }));
}

/** Whether somebody holds or held an errand, and where it is; undefined where it does not exist. */
export async function findErrandOf(
  database: Database,
  errandId: string,
  volunteerId: string,
): Promise<{ communityCode: number; isTheirs: boolean } | undefined> {
  const [row] = await database.query<{ community_code: number; is_theirs: boolean }>(
    `select community_code, exists (
       select 1 from claim c where c.city_code = e.city_code and c.errand_id = e.id and c.volunteer_id = $2
     ) as is_theirs from errand e where id = $1`,
    [errandId, volunteerId],
  );
  return row && { communityCode: row.community_code, isTheirs: row.is_theirs };
}

export async function countReportsSince(tx: Tx, reporterId: string, since: Date): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    'select count(*)::int as n from hazard_report where reporter_id = $1 and reported_at > $2',
    [reporterId, since],
  );
  return row?.n ?? 0;
}

export async function reportersOf(tx: Tx, cityCode: number, hazardId: string): Promise<string[]> {
  const rows = await tx.query<{ reporter_id: string }>(
    'select distinct reporter_id from hazard_report where city_code = $1 and hazard_id = $2 order by 1',
    [cityCode, hazardId],
  );
  return rows.map((row) => row.reporter_id);
}
