import type { ServiceRecordConfirmed } from '#contracts';
import type { Tx } from '#platform';

/**
 * Locks volunteers until the end of the transaction and answers the city of each that is known. Call it
 * before {@link countRecords}: its statement then sees what other replicas have counted meanwhile.
 */
export async function lockCities(tx: Tx, volunteerIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.query<{ id: string; city_code: number }>(
    'select id, city_code from volunteer where id = any($1::uuid[]) order by city_code, id for update',
    [volunteerIds],
  );
  return new Map(rows.map(({ id, city_code: cityCode }) => [id, cityCode]));
}

/** A record together with the city its volunteer is kept under. */
export interface CityRecord extends ServiceRecordConfirmed {
  cityCode: number;
}

/** Adds what records are worth now, less what they were worth in the versions counted before. */
export async function countRecords(tx: Tx, records: readonly CityRecord[]): Promise<void> {
  await tx.query(countMinutes, [
    records.map(({ cityCode }) => cityCode),
    records.map(({ recordId }) => recordId),
    records.map(({ volunteerId }) => volunteerId),
    records.map(({ version }) => version),
    records.map(({ serviceMinutes }) => serviceMinutes),
  ]);
}

const countMinutes = {
  name: 'minutes.count',
  text: `
    with newest as (
      select distinct on (city_code, record_id) *
        from unnest($1::int[], $2::uuid[], $3::uuid[], $4::int[], $5::int[])
          as told(city_code, record_id, volunteer_id, version, minutes)
       order by city_code, record_id, version desc
    ), changed as (
      select newest.*, newest.minutes - coalesce(counted.minutes, 0) as added
        from newest left join credited_record counted using (city_code, record_id)
       where counted.version is null or counted.version < newest.version
    ), written as (
      insert into credited_record (city_code, record_id, volunteer_id, version, minutes)
      select city_code, record_id, volunteer_id, version, minutes from changed
      on conflict (city_code, record_id) do update set version = excluded.version, minutes = excluded.minutes
    )
    update volunteer set lifetime_minutes = lifetime_minutes + gain.added
      from (select city_code, volunteer_id, sum(added)::int as added from changed group by 1, 2) as gain
     where volunteer.city_code = gain.city_code and volunteer.id = gain.volunteer_id`,
};
