import type { Tx } from '#platform';
import type { ServiceRecordEntity } from './errand.entity.js';

/**
 * Minutes between a service and the one before it that the same volunteer gave the same resident, 0 where
 * they overlap; undefined for the first of the pair. A city's policy may ask for a break.
 */
export async function breakOfPairMinutes(tx: Tx, record: ServiceRecordEntity): Promise<number | undefined> {
  const [row] = await tx.query<{ minutes: number | null }>(
    `select (greatest(0, extract(epoch from $4::timestamptz - max(before.ended_at))) / 60)::int as minutes
     from service_record before
     join errand on errand.city_code = before.city_code and errand.id = before.errand_id
     join need on need.city_code = errand.city_code and need.id = errand.need_id
     where before.city_code = $1 and before.volunteer_id = $3 and before.id <> $2
       and before.started_at < $4 and before.state <> 'voided'
       and need.resident_id = (
         select need.resident_id from errand join need on need.city_code = errand.city_code and need.id = errand.need_id
         where errand.city_code = $1 and errand.id = $5)`,
    [record.cityCode, record.id, record.volunteerId, record.startedAt, record.errandId],
  );
  return row?.minutes ?? undefined;
}
