import type { Tx } from '#platform';

type Reader = Pick<Tx, 'query'>;

/** Claims whose window ended before an instant and that nobody has begun to serve. */
export function readAwaited(
  reader: Reader,
  windowEndedBefore: Date,
  limit: number,
): Promise<{ id: string; errandId: string }[]> {
  return reader.query(
    `select id, errand_id as "errandId" from claim where state = 'claimed' and window_end <= $1
     order by window_end limit $2`,
    [windowEndedBefore, limit],
  );
}

export interface AwaitedClaim {
  volunteerId: string;
  windowEnd: Date;
}

/** Locks a claim of a locked errand if it is still awaited, and gives its slot back. */
export async function releaseAwaited(
  tx: Tx,
  cityCode: number,
  claimId: string,
  windowEndedBefore: Date,
  now: Date,
): Promise<AwaitedClaim | undefined> {
  const [row] = await tx.query<{ volunteer_id: string; window_end: Date }>(
    `update claim set state = 'released', released_at = $4, release_reason = 'noShow'
     where city_code = $1 and id = $2 and state = 'claimed' and window_end <= $3
     returning volunteer_id, window_end`,
    [cityCode, claimId, windowEndedBefore, now],
  );
  return row && { volunteerId: row.volunteer_id, windowEnd: row.window_end };
}

/** Locks a volunteer, so that two no-shows at the same moment are counted one after the other. */
export async function lockVolunteer(
  tx: Tx,
  volunteerId: string,
): Promise<{ cityCode: number; communityCode: number } | undefined> {
  const [row] = await tx.query<{ city_code: number; community_code: number }>(
    'select city_code, community_code from volunteer where id = $1 for no key update',
    [volunteerId],
  );
  return row && { cityCode: row.city_code, communityCode: row.community_code };
}

/** No-shows that count, from one instant to another. */
export async function countNoShows(tx: Tx, volunteerId: string, since: Date, until: Date): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from no_show
     where volunteer_id = $1 and state <> 'withdrawn' and recorded_at > $2 and recorded_at <= $3`,
    [volunteerId, since, until],
  );
  return row?.count ?? 0;
}

/** When the newest suspension began before an instant, whatever became of it. */
export async function readLastSuspension(
  tx: Tx,
  volunteerId: string,
  before: Date,
): Promise<Date | undefined> {
  const [row] = await tx.query<{ from_at: Date }>(
    'select from_at from suspension where volunteer_id = $1 and from_at < $2 order by from_at desc limit 1',
    [volunteerId, before],
  );
  return row?.from_at;
}

/** What claiming reads of suspensions. */
export async function setSuspendedUntil(tx: Tx, volunteerId: string, until: Date | null): Promise<void> {
  await tx.query('update volunteer set suspended_until = $2 where id = $1', [volunteerId, until]);
}

/** Whether somebody decided on one of the appeals that a suspension stands on. */
export async function hasDecidedAppeal(
  tx: Tx,
  volunteerId: string,
  personId: string,
  since: Date,
  until: Date,
): Promise<boolean> {
  const rows = await tx.query(
    `select from no_show where volunteer_id = $1 and decided_by = $2 and recorded_at > $3 and recorded_at <= $4 limit 1`,
    [volunteerId, personId, since, until],
  );
  return rows.length > 0;
}
