import type { StaffOnRota } from '#contracts';
import type { Database, Tx } from '#platform';
import type { RegionRange } from '#regions';
import { cityOf } from './regions.store.js';

/** A shift with where the one at work has the role. */
export interface StaffShiftRow {
  cityCode: number;
  id: string;
  staffId: string;
  startsAt: Date;
  endsAt: Date;
  cancelledAt: Date | null;
  regionCode: number;
}

export interface Span {
  startsAt: Date;
  endsAt: Date;
}

type Read<R> = R & Record<string, unknown>;

const columns = `h.city_code as "cityCode", h.id, h.staff_id as "staffId", h.starts_at as "startsAt", h.ends_at as "endsAt",
  h.cancelled_at as "cancelledAt", s.region_code as "regionCode"`;
const joined = 'staff_shift h join staff s on s.city_code = h.city_code and s.id = h.staff_id';
const isOfStation = `s.role = 'station' and s.city_code between $1 and $2 and s.region_code between $3 and $4`;

function rangeOf({ code, last }: RegionRange): number[] {
  return [cityOf(code), cityOf(last), code, last];
}

/** Who is of a station of the region, without those taken off who have no shift in the span. */
export async function readPeople(
  database: Database,
  region: RegionRange,
  { startsAt, endsAt }: Span,
): Promise<StaffOnRota[]> {
  const rows = await database.query<Read<{ id: string; name: string; organisationId: string | null }>>(
    `select s.id, s.display_name as name, s.organisation_id as "organisationId" from staff s
     where ${isOfStation} and (s.disabled_at is null or exists (
       select from staff_shift h where h.city_code = s.city_code and h.staff_id = s.id and h.cancelled_at is null
         and h.starts_at < $6 and h.ends_at > $5))
     order by s.display_name, s.id limit 500`,
    [...rangeOf(region), startsAt, endsAt],
  );
  return rows.map(({ id, name, organisationId }) => ({
    ...{ staffId: id, displayName: name },
    ...(organisationId !== null && { organisationId }),
  }));
}

/** Shifts of stations of the region that run in the span, by their start. */
export function readShifts(
  database: Database,
  region: RegionRange,
  { startsAt, endsAt }: Span,
): Promise<StaffShiftRow[]> {
  return database.query<Read<StaffShiftRow>>(
    `select ${columns} from ${joined}
     where ${isOfStation} and h.cancelled_at is null and h.starts_at < $6 and h.ends_at > $5
     order by h.starts_at, h.id limit 5000`,
    [...rangeOf(region), startsAt, endsAt],
  );
}

export async function lockShift(tx: Tx, id: string): Promise<StaffShiftRow | undefined> {
  const [row] = await tx.query<Read<StaffShiftRow>>(
    `select ${columns} from ${joined} where h.id = $1 for update of h`,
    [id],
  );
  return row;
}

/** Locks somebody of a station, so that of two shifts at the same moment the second sees the first. */
export async function lockStationStaff(
  tx: Tx,
  id: string,
): Promise<{ cityCode: number; regionCode: number } | undefined> {
  const [row] = await tx.query<{ cityCode: number; regionCode: number }>(
    `select city_code as "cityCode", region_code as "regionCode" from staff
     where id = $1 and role = 'station' and disabled_at is null for update`,
    [id],
  );
  return row;
}

/** Whether somebody is at work already at any moment of the span. */
export async function isTaken(
  tx: Tx,
  { cityCode, staffId, startsAt, endsAt }: Pick<StaffShiftRow, 'cityCode' | 'staffId'> & Span,
): Promise<boolean> {
  const found = await tx.query(
    `select 1 from staff_shift where city_code = $1 and staff_id = $2 and cancelled_at is null
       and starts_at < $4 and ends_at > $3 limit 1`,
    [cityCode, staffId, startsAt, endsAt],
  );
  return found.length > 0;
}

export async function insertShift(tx: Tx, row: StaffShiftRow, by: string, at: Date): Promise<void> {
  await tx.query(
    `insert into staff_shift (city_code, id, staff_id, starts_at, ends_at, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.cityCode, row.id, row.staffId, row.startsAt, row.endsAt, by, at],
  );
}

export async function cancelShift(
  tx: Tx,
  { cityCode, id }: StaffShiftRow,
  by: string,
  at: Date,
): Promise<void> {
  await tx.query(
    'update staff_shift set cancelled_by = $3, cancelled_at = $4 where city_code = $1 and id = $2',
    [cityCode, id, by, at],
  );
}
