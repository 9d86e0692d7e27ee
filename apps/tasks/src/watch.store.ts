import type { ClockStage, RecordState } from '#contracts';
import type { Prepared, Tx } from '#platform';
import type { RegionRange } from '#regions';

type Reader = Pick<Tx, 'query'>;

export interface WaitingRow {
  id: string;
  cityCode: number;
  communityCode: number;
  state: RecordState;
  endedAt: Date;
}

const waitingColumns = `id, city_code as "cityCode", community_code as "communityCode", state, ended_at as "endedAt"`;

/** Records of a region that ended before an instant and are not yet confirmed, the oldest first. */
export function readWaiting(
  reader: Reader,
  scope: RegionRange,
  [from, before]: readonly [from: Date | null, before: Date],
  after: readonly [endedAtMs: number, id: string] | undefined,
  limit: number,
): Promise<WaitingRow[]> {
  return reader.query<WaitingRow & Record<string, unknown>>(
    `select ${waitingColumns} from service_record
     where state in ('submitted', 'disputed') and city_code between $1 and $2 and community_code between $3 and $4
       and ($5::timestamptz is null or ended_at >= $5) and ended_at < $6
       and ($7::timestamptz is null or (ended_at, id) > ($7::timestamptz, $8::uuid))
     order by ended_at, id limit $9`,
    [
      scope.cityCode,
      Math.floor(scope.last / 1e8),
      scope.code,
      scope.last,
      from,
      before,
      after ? new Date(after[0]) : null,
      after?.[1] ?? null,
      limit,
    ],
  );
}

const ring: Prepared = {
  name: 'clock.ring',
  text: `with due as (
      select r.city_code, r.id, r.community_code from service_record r
      where r.state in ('submitted', 'disputed') and r.ended_at < $1
        and not exists (select from record_clock k where k.city_code = r.city_code and k.record_id = r.id and k.stage = $2)
      order by r.ended_at limit $3
    ), rang as (
      insert into record_clock (city_code, record_id, stage, rang_at) select city_code, id, $2, $4 from due
      on conflict do nothing returning city_code, record_id
    )
    select due.id, due.city_code as "cityCode", due.community_code as "communityCode"
    from due join rang on rang.city_code = due.city_code and rang.record_id = due.id`,
};

/** Rings once for each record that ended before an instant; answers those it rang for now. */
export function ringFor(
  tx: Tx,
  stage: ClockStage,
  endedBefore: Date,
  now: Date,
  limit: number,
): Promise<{ id: string; cityCode: number; communityCode: number }[]> {
  return tx.query(ring, [endedBefore, stage, limit, now]);
}

/** How many wait that ended before each of two instants. */
export async function countWaiting(
  reader: Reader,
  alarmBefore: Date,
  breachBefore: Date,
): Promise<{ alarm: number; breach: number }> {
  const [row] = await reader.query<{ alarm: number; breach: number }>(
    `select count(*) filter (where ended_at >= $2)::int as alarm, count(*) filter (where ended_at < $2)::int as breach
     from service_record where state in ('submitted', 'disputed') and ended_at < $1`,
    [alarmBefore, breachBefore],
  );
  return row ?? { alarm: 0, breach: 0 };
}
