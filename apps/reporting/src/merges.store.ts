import type { Merge, Tx } from '#platform';
import type { GivenDay } from './home.js';

/** What was counted of services given under registrations that are merged is the kept ones'. */
export async function carryRecords(tx: Tx, merges: readonly Merge[]): Promise<void> {
  await tx.query(
    `update counted_record set volunteer_id = m.kept from unnest($1::uuid[], $2::uuid[]) as m(merged, kept)
     where counted_record.volunteer_id = m.merged`,
    columnsOf(merges),
  );
}

/** What takes the days of merged registrations to the kept ones: they and their opposites. */
export async function carriedDays(tx: Tx, merges: readonly Merge[]): Promise<GivenDay[]> {
  const days = await tx.query<GivenDay & { kept: string } & object>(
    `select city_code as "cityCode", volunteer_id as "volunteerId", to_char(day, 'YYYY-MM-DD') as day, services,
       device_verified_minutes as "deviceVerifiedMinutes", attested_minutes as "attestedMinutes", m.kept
     from volunteer_day join unnest($1::uuid[], $2::uuid[]) as m(merged, kept) on volunteer_id = m.merged
     where services <> 0 or device_verified_minutes <> 0 or attested_minutes <> 0`,
    columnsOf(merges),
  );
  return days.flatMap(({ kept, ...day }): GivenDay[] => [
    { ...day, volunteerId: kept },
    {
      ...day,
      services: -day.services,
      deviceVerifiedMinutes: -day.deviceVerifiedMinutes,
      attestedMinutes: -day.attestedMinutes,
    },
  ]);
}

const columnsOf = (merges: readonly Merge[]) => [
  merges.map(({ mergedId }) => mergedId),
  merges.map(({ keptId }) => keptId),
];
