import type { RevokedStep } from '#contracts';
import type { Tx } from '#platform';
import type { NeedEntity } from './need.entity.js';

/**
 * The steps by which a locked need was fulfilled and closed, where nobody was served after all: every record of its
 * errand is void for that reason. None where it was served and does not count for another one, or where the body
 * it had been referred to fulfilled it.
 */
export async function revokedSteps(
  tx: Tx,
  { cityCode, id, errandId }: Pick<NeedEntity, 'cityCode' | 'id' | 'errandId'>,
): Promise<RevokedStep[]> {
  const rows = await tx.query<{ state: RevokedStep['state']; at: Date }>(
    `with since as (
       select step, state, at from need_step where city_code = $1 and need_id = $2 and step > (
         select coalesce(max(step), 0) from need_step where city_code = $1 and need_id = $2 and state = 'forwarded'))
     select state, at from since
     where state in ('fulfilled', 'closed')
       and not exists (select from since where state = 'referred')
       and not exists (
         select from service_record r
         join record_version v on v.city_code = r.city_code and v.record_id = r.id and v.version = r.version
         where r.city_code = $1 and r.errand_id = $3 and v.reason <> 'notServed')
     order by step`,
    [cityCode, id, errandId],
  );
  return rows.map(({ state, at }) => ({ state, at: at.toISOString() }));
}
