import type { ServiceRecordConfirmed } from '#contracts';
import type { Tx } from '#platform';

/**
 * Adds what records are worth to their volunteers' lifetime minutes. A record counts once, with the
 * minutes of its newest version; older versions that arrive late change nothing.
 * @throws Error a volunteer is unknown: only registered ones serve
 */
export async function creditRecords(tx: Tx, records: readonly ServiceRecordConfirmed[]): Promise<void> {
  const ids = [...new Set(records.map(({ volunteerId }) => volunteerId))];
  // Locked in a statement of their own: the next one then sees what other replicas have counted.
  const known = await tx.query<{ id: string; city_code: number }>(
    'select id, city_code from volunteer where id = any($1::uuid[]) order by city_code, id for update',
    [ids],
  );
  const cityOf = new Map(known.map(({ id, city_code: cityCode }) => [id, cityCode]));
  const unknown = ids.find((id) => !cityOf.has(id));
  if (unknown) throw new Error(`minutes for volunteer ${unknown}, who is not registered`);
  await tx.query(countMinutes, [
    records.map(({ volunteerId }) => cityOf.get(volunteerId)),
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
