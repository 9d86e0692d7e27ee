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
  isBreach: boolean;
}

const waitingColumns = `r.id, r.city_code as "cityCode", r.community_code as "communityCode", r.state, r.ended_at as "endedAt"`;

/** Before these instants a service must have ended for its clock to ring. */
export interface Cutoffs {
  alarm: Date;
  breach: Date;
}

/** Cutoffs of most cities, and of those whose calendar is another one. */
export interface CutoffsByCity extends Cutoffs {
  own: readonly (Cutoffs & { cityCode: number })[];
}

/** `own` are the cutoffs of a record's city, where those of most do not hold; `latest` lets an index be used. */
const ownCutoffs = `cross join (select $4::timestamptz as alarm, $5::timestamptz as breach, $6::timestamptz as latest) as usual
  left join unnest($1::int[], $2::timestamptz[], $3::timestamptz[]) as own(city, alarm, breach) on own.city = r.city_code`;
const rang = {
  alarm: '(r.ended_at < usual.latest and r.ended_at < coalesce(own.alarm, usual.alarm))',
  breach: '(r.ended_at < usual.latest and r.ended_at < coalesce(own.breach, usual.breach))',
};

function cutoffColumns({ own, alarm, breach }: CutoffsByCity): unknown[] {
  const instants = [alarm, breach, ...own.flatMap((city) => [city.alarm, city.breach])];
  return [
    own.map(({ cityCode }) => cityCode),
    own.map((city) => city.alarm),
    own.map((city) => city.breach),
    alarm,
    breach,
    new Date(Math.max(...instants.map((instant) => instant.getTime()))),
  ];
}

/** Records of a region that are not yet confirmed and whose clock has rung, at one stage or any, the oldest first. */
export function readWaiting(
  reader: Reader,
  scope: RegionRange,
  cutoffs: CutoffsByCity,
  stage: ClockStage | undefined,
  after: readonly [endedAtMs: number, id: string] | undefined,
  limit: number,
): Promise<WaitingRow[]> {
  const stages = {
    alarm: `${rang.alarm} and not ${rang.breach}`,
    breach: rang.breach,
    any: rang.alarm,
  };
  return reader.query<WaitingRow & Record<string, unknown>>(
    `select ${waitingColumns}, ${rang.breach} as "isBreach" from service_record r ${ownCutoffs}
     where r.state in ('submitted', 'disputed') and r.city_code between $7 and $8 and r.community_code between $9 and $10
       and ${stages[stage ?? 'any']}
       and ($11::timestamptz is null or (r.ended_at, r.id) > ($11::timestamptz, $12::uuid))
     order by r.ended_at, r.id limit $13`,
    [
      ...cutoffColumns(cutoffs),
      scope.cityCode,
      Math.floor(scope.last / 1e8),
      scope.code,
      scope.last,
      after ? new Date(after[0]) : null,
      after?.[1] ?? null,
      limit,
    ],
  );
}

const ring = (stage: ClockStage): Prepared => ({
  name: `clock.ring.${stage}`,
  text: `with due as (
      select r.city_code, r.id, r.community_code from service_record r ${ownCutoffs}
      where r.state in ('submitted', 'disputed') and ${rang[stage]}
        and not exists (select from record_clock k where k.city_code = r.city_code and k.record_id = r.id and k.stage = $7)
      order by r.ended_at limit $8
    ), rang as (
      insert into record_clock (city_code, record_id, stage, rang_at) select city_code, id, $7, $9 from due
      on conflict do nothing returning city_code, record_id
    )
    select due.id, due.city_code as "cityCode", due.community_code as "communityCode"
    from due join rang on rang.city_code = due.city_code and rang.record_id = due.id`,
});
const rings = { alarm: ring('alarm'), breach: ring('breach') };

/** Rings once for each record that ended before its cutoff; answers those it rang for now. */
export function ringFor(
  tx: Tx,
  stage: ClockStage,
  cutoffs: CutoffsByCity,
  now: Date,
  limit: number,
): Promise<{ id: string; cityCode: number; communityCode: number }[]> {
  return tx.query(rings[stage], [...cutoffColumns(cutoffs), stage, limit, now]);
}

/** How many wait at each stage. */
export async function countWaiting(
  reader: Reader,
  cutoffs: CutoffsByCity,
): Promise<{ alarm: number; breach: number }> {
  const [row] = await reader.query<{ alarm: number; breach: number }>(
    `select count(*) filter (where not ${rang.breach})::int as alarm, count(*) filter (where ${rang.breach})::int as breach
     from service_record r ${ownCutoffs} where r.state in ('submitted', 'disputed') and ${rang.alarm}`,
    cutoffColumns(cutoffs),
  );
  return row ?? { alarm: 0, breach: 0 };
}
