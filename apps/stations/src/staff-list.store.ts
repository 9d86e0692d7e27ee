import type { StaffRole } from '#contracts';
import type { Database } from '#platform';
import { employmentColumns, type EmploymentRow } from './employment.store.js';
import type { RegionRange } from '#regions';
import { cityOf } from './regions.store.js';

/** A member of staff with what an administrator asks about one. */
export interface StaffRow {
  id: string;
  userName: string;
  displayName: string;
  role: StaffRole;
  organisationId: string | null;
  regionCode: number;
  createdAt: Date;
  hasSecondFactor: boolean;
  openSessions: number;
  deputyUserName: string | null;
  deputyUntil: Date | null;
  disabledAt: Date | null;
  employment: (Omit<EmploymentRow, 'changedAt'> & { changedAt: string }) | null;
}

const columns = `s.id, s.user_name as "userName", s.display_name as "displayName", s.role,
  s.organisation_id as "organisationId", s.region_code as "regionCode", s.created_at as "createdAt",
  s.disabled_at as "disabledAt",
  (select to_jsonb(n) from (select ${employmentColumns} from staff_employment e
     where e.city_code = s.city_code and e.staff_id = s.id order by e.version desc limit 1) n) as employment,
  f.confirmed_at is not null as "hasSecondFactor", d.to_user_name as "deputyUserName", d.ends_at as "deputyUntil",
  (select count(*)::int from session o where o.actor_id = s.id and o.revoked_at is null and o.expires_at > $5)
    as "openSessions"`;

/** A page of everybody whose role holds within a range, the newest first. */
export function listStaff(
  database: Database,
  { code, last }: Pick<RegionRange, 'code' | 'last'>,
  role: StaffRole | undefined,
  { now, before, limit }: { now: Date; before: string | undefined; limit: number },
): Promise<StaffRow[]> {
  return database.query<StaffRow & Record<string, unknown>>(
    `select ${columns} from staff s
       left join second_factor f on f.city_code = s.city_code and f.staff_id = s.id
       left join lateral (
         select to_user_name, ends_at from delegation
         where from_staff_id = s.id and starts_at <= $5 and ends_at > $5 and ended_at is null
         order by ends_at desc limit 1
       ) d on true
     where s.city_code between $1 and $2 and s.region_code between $3 and $4
       and ($6::text is null or s.role = $6) and ($7::uuid is null or s.id < $7)
     order by s.id desc limit $8`,
    [cityOf(code), cityOf(last), code, last, now, role ?? null, before ?? null, limit],
  );
}
