import type { EmploymentKind, EmploymentView, StaffLicence } from '#contracts';
import type { Database, Tx } from '#platform';

export interface EmploymentContent {
  version: number;
  employment: EmploymentKind | null;
  employerId: string | null;
  supervisorId: string | null;
  licences: StaffLicence[];
}

export interface EmploymentRow extends EmploymentContent {
  supervisorName: string | null;
  changedAt: Date;
}

/** Columns of `staff_employment e`, with how the supervisor is called. */
export const employmentColumns = `e.version, e.employment, e.employer_id as "employerId",
  e.supervisor_id as "supervisorId", e.licences, e.changed_at as "changedAt",
  (select a.display_name from staff a where a.city_code = e.city_code and a.id = e.supervisor_id)
    as "supervisorName"`;

/** The newest version of somebody's employment. */
export async function readEmployment(
  database: Database | Tx,
  { cityCode, id }: { cityCode: number; id: string },
): Promise<EmploymentRow | undefined> {
  const [row] = await database.query<EmploymentRow & Record<string, unknown>>(
    `select ${employmentColumns} from staff_employment e
     where e.city_code = $1 and e.staff_id = $2 order by e.version desc limit 1`,
    [cityCode, id],
  );
  return row;
}

export async function insertEmployment(
  tx: Tx,
  { cityCode, id }: { cityCode: number; id: string },
  row: EmploymentContent,
  { at, by }: { at: Date; by: string },
): Promise<void> {
  await tx.query(
    `insert into staff_employment (city_code, staff_id, version, employment, employer_id, supervisor_id, licences,
       changed_at, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[cityCode, id, row.version, row.employment, row.employerId, row.supervisorId],
      ...[JSON.stringify(row.licences), at, by],
    ],
  );
}

/** One change of a city's supervision after the other: two at the same moment could close a circle. */
export async function lockSupervision(tx: Tx, cityCode: number): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('supervision', $1))`, [cityCode]);
}

/** Whether a supervisor is at work in the city and is not, over whatever steps, supervised by the person. */
export async function isPossibleSupervisor(
  tx: Tx,
  cityCode: number,
  supervisorId: string,
  staffId: string,
): Promise<boolean> {
  const [row] = await tx.query<{ possible: boolean }>(
    `with recursive above (id) as (
       select $2::uuid
       union
       select e.supervisor_id from above a cross join lateral (
         select supervisor_id from staff_employment
         where city_code = $1 and staff_id = a.id order by version desc limit 1) e
       where e.supervisor_id is not null)
     select exists (select from staff where city_code = $1 and id = $2 and disabled_at is null)
       and not exists (select from above where id = $3) as possible`,
    [cityCode, supervisorId, staffId],
  );
  return row?.possible === true;
}

export function employmentView(id: string, row: EmploymentRow): EmploymentView {
  return {
    ...{ id, version: row.version, licences: row.licences },
    employment: row.employment ?? undefined,
    employerId: row.employerId ?? undefined,
    supervisorId: row.supervisorId ?? undefined,
    supervisorName: row.supervisorName ?? undefined,
    changedAt: row.changedAt.toISOString(),
  };
}
