import type { Prepared, Tx } from '#platform';
import type { Served } from './served.js';

// A row is made first where there is none, so that two writers cannot both miss it.
const makeRecords: Prepared = {
  name: 'reporting.makeRecords',
  text: `insert into counted_record (city_code, record_id, version, community_code, day, verification, service_minutes, volunteer_id,
        recipient_key, household_key)
    select r.city_code, r.record_id, 0, r.community_code, r.day, r.verification, 0, r.volunteer_id,
      r.recipient_key, r.household_key
    from unnest($1::int[], $2::uuid[], $3::bigint[], $4::date[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[])
      as r(city_code, record_id, community_code, day, verification, volunteer_id, recipient_key, household_key)
    on conflict do nothing`,
};
const lockRecords: Prepared = {
  name: 'reporting.lockRecords',
  text: `select city_code as "cityCode", record_id as "recordId", version, community_code as "communityCode",
      to_char(day, 'YYYY-MM-DD') as day, verification, service_minutes as "serviceMinutes",
      volunteer_id as "volunteerId", recipient_key as "recipientKey", household_key as "householdKey"
    from counted_record join unnest($1::int[], $2::uuid[]) as r(city_code, record_id) using (city_code, record_id)
    order by city_code, record_id for update of counted_record`,
};
const updateRecords: Prepared = {
  name: 'reporting.updateRecords',
  text: `update counted_record set version = r.version, community_code = r.community_code, day = r.day,
      verification = r.verification, volunteer_id = r.volunteer_id, recipient_key = r.recipient_key,
      household_key = r.household_key, service_minutes = r.service_minutes
    from unnest($1::int[], $2::uuid[], $3::int[], $4::bigint[], $5::date[], $6::text[], $7::uuid[],
        $8::uuid[], $9::uuid[], $10::int[])
      as r(city_code, record_id, version, community_code, day, verification, volunteer_id, recipient_key, household_key,
        service_minutes)
    where counted_record.city_code = r.city_code and counted_record.record_id = r.record_id`,
};

const keysOf = (records: readonly Served[]) => [
  records.map(({ cityCode }) => cityCode),
  records.map(({ recordId }) => recordId),
];
const placesOf = (records: readonly Served[]) => [
  records.map(({ communityCode }) => communityCode),
  records.map(({ day }) => day),
  records.map(({ verification }) => verification),
  records.map(({ volunteerId }) => volunteerId),
  records.map(({ recipientKey }) => recipientKey),
  records.map(({ householdKey }) => householdKey),
];

/** Locks and answers what was counted of the records a batch speaks of. */
export async function lockCounted(tx: Tx, told: readonly Served[]): Promise<Served[]> {
  await tx.query(makeRecords, [...keysOf(told), ...placesOf(told)]);
  return tx.query<Served>(lockRecords, keysOf(told));
}

export async function writeCounted(tx: Tx, changed: readonly Served[]): Promise<void> {
  if (changed.length === 0) return;
  const versions = changed.map(({ version }) => version);
  const minutes = changed.map(({ serviceMinutes }) => serviceMinutes);
  await tx.query(updateRecords, [...keysOf(changed), versions, ...placesOf(changed), minutes]);
}
