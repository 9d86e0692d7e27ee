import type { Tx } from '#platform';

/** Releases as many offered claims of each errand as are now too many; the errands are locked. */
export async function releaseTakenOver(
  tx: Tx,
  errandIds: string[],
  now: Date,
): Promise<{ errandId: string; volunteerId: string }[]> {
  const rows = await tx.query<{ errand_id: string; volunteer_id: string }>(
    `with offered as (
       select c.city_code, c.id, e.slots_taken + e.slots_offered - e.slots as excess,
         row_number() over (partition by c.errand_id order by c.offered_at, c.id) as place
       from errand e join claim c on c.city_code = e.city_code and c.errand_id = e.id
       where e.id = any($1) and c.state = 'claimed' and c.offered_at is not null
     ), released as (
       update claim set state = 'released', offered_at = null, released_at = $2, release_reason = 'taken over'
       from offered where claim.city_code = offered.city_code and claim.id = offered.id and place <= excess
       returning claim.city_code, claim.errand_id, claim.volunteer_id
     ), given as (
       select city_code, errand_id, count(*)::int as slots from released group by city_code, errand_id
     ), counted as (
       update errand set slots_offered = slots_offered - given.slots from given
       where errand.city_code = given.city_code and errand.id = given.errand_id
     )
     select errand_id, volunteer_id from released`,
    [errandIds, now],
  );
  return rows.map((row) => ({ errandId: row.errand_id, volunteerId: row.volunteer_id }));
}

/** An offer ends with its errand's window: whoever made it is expected after all. */
export const withdrawOffersOfPast = `
  with ended as (
    select e.city_code, e.id from errand e where e.state = 'open' and e.window_end <= $1 and e.slots_offered > 0
    order by e.id for no key update
  ), withdrawn as (
    update claim set offered_at = null from ended
    where claim.city_code = ended.city_code and claim.errand_id = ended.id and claim.offered_at is not null
  )
  update errand set slots_taken = slots_taken + slots_offered, slots_offered = 0,
    state = case when slots_taken + slots_offered = slots then 'claimed' else 'open' end
  from ended where errand.city_code = ended.city_code and errand.id = ended.id`;
