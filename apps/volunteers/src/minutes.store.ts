import type { ServiceRecordConfirmed } from '#contracts';
import type { Tx } from '#platform';

/** Whose something is, and under which city they are kept. */
export interface Holder {
  id: string;
  cityCode: number;
}

/**
 * Locks volunteers until the end of the transaction and answers for each that is known who holds what is told of
 * them: they themselves, or whoever they were merged into. Call it before {@link countRecords}: its statement then
 * sees what other replicas have counted meanwhile.
 */
export async function lockHolders(tx: Tx, volunteerIds: readonly string[]): Promise<Map<string, Holder>> {
  const rows = await tx.query<Holder & { merged_into: string | null }>(
    `select id, city_code as "cityCode", merged_into from volunteer where id = any($1::uuid[])
     order by city_code, id for update`,
    [volunteerIds],
  );
  const into = rows.flatMap(({ merged_into: keptId }) => keptId ?? []);
  const kept = into.length > 0 ? await lockHolders(tx, into) : new Map<string, Holder>();
  return new Map(
    rows.map(({ id, cityCode, merged_into: keptId }) => [id, kept.get(keptId ?? '') ?? { id, cityCode }]),
  );
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
