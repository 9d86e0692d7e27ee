import type { Tx } from '#platform';
import { type ClaimRequest, pairKey } from './claim.js';
import { related } from './record.store.js';

/**
 * 利益冲突: whether the need behind an errand was posted for a volunteer `v` or by them, or for or by somebody tied to
 * them (see `related`). `errandId` is an expression. Few volunteers are tied to anybody: only for these it looks.
 */
export const isConcerned = (errandId: string) => `(v.may_conflict and exists (
  select from errand own
    join need n on n.city_code = own.city_code and n.id = own.need_id
    left join need_series series on series.city_code = n.city_code and series.id = n.series_id
    left join need_step posted on posted.city_code = n.city_code and posted.need_id = n.id
      and posted.state = 'submitted' and posted.by_role <> 'system'
    cross join lateral (values (n.resident_id), (n.family_id), (series.made_by), (posted.by_id::uuid)) as whose(id)
  where own.city_code = v.city_code and own.id = ${errandId}
    and (whose.id = v.id or ${related('v.city_code', 'v.id', 'whose.id')})))`;

type Pair = Pick<ClaimRequest, 'errandId' | 'volunteerId'>;

const findConcerned = {
  name: 'conflicts.find',
  text: `select k.errand_id as "errandId", k.volunteer_id as "volunteerId"
    from unnest($1::uuid[], $2::uuid[]) as k(errand_id, volunteer_id)
    join volunteer v on v.id = k.volunteer_id
    where ${isConcerned('k.errand_id')}`,
};

/** Of these pairs those that a conflict of interest bars, as `pairKey`; asks nothing where there are none. */
export async function findConflicts(tx: Tx, pairs: readonly Pair[]): Promise<Set<string>> {
  if (pairs.length === 0) return new Set();
  const rows = await tx.query<Pair & Record<string, unknown>>(findConcerned, [
    pairs.map(({ errandId }) => errandId),
    pairs.map(({ volunteerId }) => volunteerId),
  ]);
  return new Set(rows.map(pairKey));
}
