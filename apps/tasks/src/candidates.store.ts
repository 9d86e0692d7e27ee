import type { Database, Prepared, Tx } from '#platform';
import type { ErrandEntity } from './errand.entity.js';
import {
  type CandidateFor,
  candidateOf,
  type CandidateRow,
  type Moment,
  momentParameters,
} from './matching.store.js';
import { isQuiet, onDutyUntil } from './availability.js';
import { isConcerned } from './conflicts.store.js';
import { around, isFit, isInside, isShort, nearestCandidates } from './near.store.js';
import type { ScoredErrand, ScoredVolunteer } from './score.js';

const candidateText = `select $5::uuid as errand_id, v.id as volunteer_id, v.display_name, v.skills, v.qualified, d.override_on, d.override_until,
    d.shifts, d.quiet_start_minute, d.quiet_end_minute, d.max_alerts_per_day,
    case when d.alerts_day = $3 then d.alerts_today else 0 end as alerts_today, d.place,
    case when d.position_until > $4 then d.route end as route,
    (select count(*)::int from service_record r
      where r.volunteer_id = v.id and r.id >= $2 and r.started_at >= $1) as served,
    held.held_count, held.overlaps,
    exists (select from alert a where a.city_code = v.city_code and a.errand_id = $5 and a.volunteer_id = v.id
      and a.state = 'refused') as has_refused,
    ${isConcerned('$5')} as is_concerned
  from volunteer v left join duty d on d.city_code = v.city_code and d.volunteer_id = v.id
  cross join lateral (
    select count(*)::int as held_count,
      coalesce(bool_or(c.window_start < $7 and $6 < c.window_end), false) as overlaps
    from claim c where c.volunteer_id = v.id and c.state in ('claimed', 'inProgress')
  ) held
  where v.city_code = $8 and v.verification = 'verified' and v.id = any($9)
    and (v.suspended_until is null or v.suspended_until <= $4)`;

/** Some 20 km to each side. */
const nearIds = (name: string, duties: string): Prepared => ({
  name: `candidates.${name}`,
  text: `select d.volunteer_id, d.is_more
    from (select $1::int as city_code, $2::float8 as x, $3::float8 as y, 0.2 as dx, 0.15 as dy, $5::timestamptz as window_start,
      $6::timestamptz as window_end, $7::jsonb as requirements) e
    cross join lateral (
      select d.volunteer_id, d.is_more
      from ${duties} d join volunteer v on v.city_code = d.city_code and v.id = d.volunteer_id
      where ${isInside} and ${isFit}
      order by d.place <-> point(e.x, e.y) limit ${nearestCandidates}
    ) d`,
});
const nearIdsFirst = nearIds('near', around.first);
const nearIdsOfAll = nearIds('near.all', around.all);
const neighbourIds: Prepared = {
  name: 'candidates.neighbours',
  text: `select id as volunteer_id from volunteer where city_code = $1 and verification = 'verified'
    and community_code between $2::bigint / 1000 * 1000 and $2::bigint / 1000 * 1000 + 999 limit ${nearestCandidates}`,
};

/** What matching knows of volunteers beside one errand. */
export async function readCandidates(
  database: Database | Tx,
  errand: ErrandEntity,
  volunteerIds: string[],
  moment: Moment,
): Promise<CandidateFor[]> {
  const rows = await database.query<CandidateRow>(candidateText, [
    ...momentParameters(moment),
    errand.id,
    errand.windowStart,
    errand.windowEnd,
    errand.cityCode,
    volunteerIds,
  ]);
  return rows.map((row) => candidateOf(row, errand, moment.now));
}

/** Who may be thought of for an errand: the hundred nearest who are fit for it, and neighbours whose place is not known. */
export async function findAround(database: Database, errand: ErrandEntity, now: Date): Promise<string[]> {
  const { cityCode, place, communityCode, windowStart, windowEnd, requirements } = errand;
  const values = [
    cityCode,
    place.longitude,
    place.latitude,
    now,
    windowStart,
    windowEnd,
    JSON.stringify(requirements),
  ];
  const first = await database.query<NearId>(nearIdsFirst, values);
  const near = isShort(first) ? await database.query<NearId>(nearIdsOfAll, values) : first;
  const neighbours = await database.query<Pick<NearId, 'volunteer_id'>>(neighbourIds, [
    cityCode,
    communityCode,
  ]);
  return [...new Set([...near, ...neighbours].map(({ volunteer_id }) => volunteer_id))];
}

interface NearId extends Record<string, unknown> {
  volunteer_id: string;
  is_more: boolean;
}

export function scoredErrand(errand: ErrandEntity): ScoredErrand {
  return {
    place: errand.place,
    type: errand.type,
    windowStartMs: errand.windowStart.getTime(),
    windowEndMs: errand.windowEnd.getTime(),
    expectedMinutes: errand.expectedMinutes,
    openedAtMs: errand.openedAt.getTime(),
  };
}

/** Volunteers and an errand in the words of the score, and whether somebody wants to be left alone now. */
export async function matchedTo(
  tx: Tx,
  errand: ErrandEntity,
  volunteerIds: string[],
  moment: Moment,
): Promise<{ errand: ScoredErrand; volunteer: ScoredVolunteer; isQuiet: boolean }[]> {
  const found = await readCandidates(tx, errand, volunteerIds, moment);
  return found.map(({ place, route, skills, errandsLately, times }) => ({
    errand: scoredErrand(errand),
    isQuiet: isQuiet(times.quiet, moment.now.getTime()),
    volunteer: {
      place,
      route,
      skills,
      errandsLately,
      onDutyUntilMs: onDutyUntil(times, moment.now.getTime()),
    },
  }));
}
