import type { Prepared, Tx } from '#platform';
import { isConcerned } from './conflicts.store.js';
import { boxAround } from './grid.js';
import {
  type CandidateFor,
  candidateOf,
  type CandidateRow,
  type ClockedRow,
  type Moment,
  momentParameters,
  type RequiringErrand,
} from './matching.store.js';

/** As many are weighed against each other, the nearest who may be asked at all. */
export const nearestCandidates = 100;
/** Of these mostly a hundred may be asked; where fewer may, and the circle holds more, the whole of it is searched. */
const lookedAtFirst = 500;

/** Rows of `duty` around an errand `e`, beside whether the circle may hold more of them. */
export interface Around {
  first: string;
  all: string;
}

// The index of distances is walked before anything is asked of those it finds: the guessed few rows of a filter, or of
// the box, make the planner sort a circle of thousands, each looked up, instead (as in `feed.store.ts`). The walk goes by degrees and
// has seen the whole box once it comes to its corners.
export const around: Around = {
  first: `(select *, count(*) over () = ${lookedAtFirst}
        and max(place <-> point(e.x, e.y)) over () < sqrt(e.dx ^ 2 + e.dy ^ 2) as is_more
      from (select * from duty where city_code = e.city_code and place is not null
        order by place <-> point(e.x, e.y) limit ${lookedAtFirst}) as nearest)`,
  all: '(select *, false as is_more from duty where city_code = e.city_code)',
};
export const isInside = 'd.place <@ box(point(e.x - e.dx, e.y - e.dy), point(e.x + e.dx, e.y + e.dy))';
/** A volunteer `v` who may serve now, and has what an errand `e` requires: the rule of `unmetAmong`. `$4` is now. */
export const isFit = `v.verification = 'verified' and (v.suspended_until is null or v.suspended_until <= $4)
  and not exists (
    select from jsonb_array_elements_text(e.requirements) as required(name)
    where required.name <> 'secondVolunteer' and not exists (
      select from jsonb_to_recordset(v.qualified) as fact(name text, "from" timestamptz, until timestamptz)
      where fact.name = required.name and (fact."from" is null or fact."from" <= greatest(e.window_start, $4))
        and (fact.until is null or fact.until >= e.window_end)))`;

/** What is known of a volunteer `d` beside an errand `e`; `$1` is 30 days ago, `$2` the least id of that time. */
const candidateColumns = `d.volunteer_id, d.display_name, d.skills, d.qualified, d.override_on, d.override_until, d.shifts,
  d.quiet_start_minute, d.quiet_end_minute, d.max_alerts_per_day,
  case when d.alerts_day = $3 then d.alerts_today else 0 end as alerts_today, d.place,
  case when d.position_until > $4 then d.route end as route,
  (select count(*)::int from service_record r
    where r.volunteer_id = d.volunteer_id and r.id >= $2 and r.started_at >= $1) as served,
  held.held_count, held.overlaps`;
const heldClaims = `lateral (
    select count(*)::int as held_count,
      coalesce(bool_or(c.window_start < e.window_end and e.window_start < c.window_end), false) as overlaps
    from claim c where c.volunteer_id = d.volunteer_id and c.state in ('claimed', 'inProgress')
  ) held`;
// Among the hundred nearest nobody takes the place of who may still be alerted: where couriers are many, those next door
// reach their limit before noon (docs/simulation.md). Who was alerted in this episode, refused in any, or ever held the
// errand is not asked again.
const mayBeAsked = `(d.override_until > $4 or d.shifts <> '[]')
  and case when d.alerts_day = $3 then d.alerts_today else 0 end < d.max_alerts_per_day
  and ${isFit} and not ${isConcerned('e.id')}
  and not exists (
    select from alert a where a.city_code = e.city_code and a.errand_id = e.id and a.volunteer_id = d.volunteer_id
      and (a.episode = e.episode or a.state = 'refused'))
  and not exists (
    select from claim c where c.city_code = e.city_code and c.errand_id = e.id and c.volunteer_id = d.volunteer_id)`;
const asked = `unnest($5::int[], $6::uuid[], $7::int[], $8::bigint[], $9::float8[], $10::float8[], $11::timestamptz[],
    $12::timestamptz[], $13::float8[], $14::float8[], $15::jsonb[])
  as e(city_code, id, episode, community_code, x, y, window_start, window_end, dx, dy, requirements)`;

function candidatesIn(name: string, duties: string, where: string, order: string): Prepared {
  return {
    name: `matching.${name}`,
    text: `select e.id as errand_id, d.is_more, ${candidateColumns}
      from ${asked}
      cross join lateral (
        select d.*, v.display_name, v.skills, v.qualified
        from ${duties} d join volunteer v on v.city_code = d.city_code and v.id = d.volunteer_id
        where ${where} and ${mayBeAsked}
        ${order} limit ${nearestCandidates}
      ) d
      cross join ${heldClaims}`,
  };
}

const nearestFirst = 'order by d.place <-> point(e.x, e.y)';
const selectNear = candidatesIn('near', around.first, isInside, nearestFirst);
const selectAllNear = candidatesIn('near.all', around.all, isInside, nearestFirst);
const selectUnplaced = candidatesIn(
  'unplaced',
  around.all,
  `d.place is null and d.community_code / 1000000 = e.community_code / 1000000
     and d.community_code between e.community_code / 1000000 * 1000000 and e.community_code / 1000000 * 1000000 + 999999`,
  '',
);

/** An errand with the circle in which it looks for somebody. */
type Searching = ClockedRow & { radiusMetres: number; withUnplaced: boolean };

/** For each errand those on duty within its circle who may be asked, the nearest hundred. */
export async function findCandidates(
  tx: Tx,
  errands: readonly Searching[],
  moment: Moment,
): Promise<Map<string, CandidateFor[]>> {
  const read = (statement: Prepared, those: readonly Searching[]) =>
    readCandidates(tx, statement, those, moment);
  const near = await read(selectNear, errands);
  const short = errands.filter(({ errandId }) => isShort(near.get(errandId) ?? []));
  const all = await read(selectAllNear, short);
  const unplaced = await read(
    selectUnplaced,
    errands.filter(({ withUnplaced }) => withUnplaced),
  );
  return new Map(
    errands.map((errand) => {
      const { errandId } = errand;
      const rows = [...(all.get(errandId) ?? near.get(errandId) ?? []), ...(unplaced.get(errandId) ?? [])];
      return [errandId, rows.map((row) => candidateOf(row, clockedWindow(errand), moment.now))];
    }),
  );
}

/** Whether a first look found too few of those there may be; who found nobody does not know. */
export function isShort(found: readonly { is_more: boolean }[]): boolean {
  return found.length < nearestCandidates && (found[0]?.is_more ?? true);
}

async function readCandidates(
  tx: Tx,
  statement: Prepared,
  errands: readonly Searching[],
  moment: Moment,
): Promise<Map<string, NearRow[]>> {
  const byErrand = new Map(errands.map(({ errandId }): [string, NearRow[]] => [errandId, []]));
  if (errands.length === 0) return byErrand;
  const values = [...momentParameters(moment), ...errandParameters(errands)];
  for (const row of await tx.query<NearRow>(statement, values)) byErrand.get(row.errand_id)?.push(row);
  return byErrand;
}

interface NearRow extends CandidateRow {
  is_more: boolean;
}

function clockedWindow({ requirements, windowStartMs, windowEndMs }: ClockedRow): RequiringErrand {
  return { requirements, windowStart: new Date(windowStartMs), windowEnd: new Date(windowEndMs) };
}

function errandParameters(errands: readonly (ClockedRow & { radiusMetres: number })[]): unknown[] {
  const boxes = errands.map(({ place, radiusMetres }) => boxAround(place, radiusMetres));
  return [
    errands.map(({ cityCode }) => cityCode),
    errands.map(({ errandId }) => errandId),
    errands.map(({ episode }) => episode),
    errands.map(({ communityCode }) => communityCode),
    errands.map(({ place }) => place.longitude),
    errands.map(({ place }) => place.latitude),
    errands.map(({ windowStartMs }) => new Date(windowStartMs)),
    errands.map(({ windowEndMs }) => new Date(windowEndMs)),
    boxes.map(({ longitude }) => longitude),
    boxes.map(({ latitude }) => latitude),
    errands.map(({ requirements }) => JSON.stringify(requirements)),
  ];
}
