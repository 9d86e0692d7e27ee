import type { Tx, Database } from '#platform';
import type { ErrandEntity } from './errand.entity.js';
import {
  type CandidateFor,
  candidateOf,
  type CandidateRow,
  type Moment,
  momentParameters,
} from './matching.store.js';
import { onDutyUntil } from './availability.js';
import type { ScoredErrand, ScoredVolunteer } from './score.js';

const candidateText = `select $5::uuid as errand_id, v.id as volunteer_id, v.display_name, v.skills, v.qualified, d.override_on, d.override_until,
    d.shifts, d.quiet_start_minute, d.quiet_end_minute, d.max_alerts_per_day,
    case when d.alerts_day = $3 then d.alerts_today else 0 end as alerts_today, d.place,
    case when d.position_until > $4 then d.route end as route,
    (select count(*)::int from service_record r
      where r.volunteer_id = v.id and r.id >= $2 and r.started_at >= $1) as served,
    held.held_count, held.overlaps,
    exists (select from alert a where a.city_code = v.city_code and a.errand_id = $5 and a.volunteer_id = v.id
      and a.state = 'refused') as has_refused
  from volunteer v left join duty d on d.city_code = v.city_code and d.volunteer_id = v.id
  cross join lateral (
    select count(*)::int as held_count,
      coalesce(bool_or(c.window_start < $7 and $6 < c.window_end), false) as overlaps
    from claim c where c.volunteer_id = v.id and c.state in ('claimed', 'inProgress')
  ) held
  where v.city_code = $8 and v.verification = 'verified' and v.id = any($9)
    and (v.suspended_until is null or v.suspended_until <= $4)`;

const nearIds = `
  (select volunteer_id from duty where city_code = $1 and place <@ box(point($2 - 0.2, $3 - 0.15), point($2 + 0.2, $3 + 0.15))
    order by place <-> point($2, $3) limit 100)
  union
  (select id from volunteer where city_code = $1 and verification = 'verified'
    and community_code between $4::bigint / 1000 * 1000 and $4::bigint / 1000 * 1000 + 999 limit 100)`;

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

/** Who may be thought of for an errand: the hundred nearest, and neighbours whose place is not known. */
export async function findAround(database: Database, errand: ErrandEntity): Promise<string[]> {
  const { cityCode, place, communityCode } = errand;
  const rows = await database.query<{ volunteer_id: string }>(nearIds, [
    cityCode,
    place.longitude,
    place.latitude,
    communityCode,
  ]);
  return rows.map(({ volunteer_id }) => volunteer_id);
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

/** Volunteers and an errand in the words of the score. */
export async function matchedTo(
  tx: Tx,
  errand: ErrandEntity,
  volunteerIds: string[],
  moment: Moment,
): Promise<{ errand: ScoredErrand; volunteer: ScoredVolunteer }[]> {
  const found = await readCandidates(tx, errand, volunteerIds, moment);
  return found.map(({ place, route, skills, errandsLately, times }) => ({
    errand: scoredErrand(errand),
    volunteer: {
      place,
      route,
      skills,
      errandsLately,
      onDutyUntilMs: onDutyUntil(times, moment.now.getTime()),
    },
  }));
}
