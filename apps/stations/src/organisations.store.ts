import type { Database, Tx } from '#platform';
import { OrganisationEntity } from './organisation.entity.js';

/** What may change of an organisation. */
const changeable = [
  'name',
  'longitude',
  'latitude',
  'phone',
  'openedOn',
  'closedOn',
  'supervisorId',
  'operatorId',
] as const;
export type OrganisationContent = Partial<Pick<OrganisationEntity, (typeof changeable)[number]>>;

export interface VersionRow {
  version: number;
  content: OrganisationContent;
  changedAt: Date;
  changedBy: string;
  reason: string | null;
}

/** What of an organisation may change, without what is not said. */
export function contentOf(organisation: OrganisationEntity): OrganisationContent {
  const said = changeable.filter((key) => organisation[key] !== null);
  return Object.fromEntries(said.map((key) => [key, organisation[key]]));
}

/** An organisation as it was in a version. */
export function asOfVersion(organisation: OrganisationEntity, row: VersionRow): OrganisationEntity {
  const was = Object.assign(new OrganisationEntity(), organisation, { version: row.version });
  return Object.assign(was, Object.fromEntries(changeable.map((key) => [key, row.content[key] ?? null])));
}

export function lockOrganisation(tx: Tx, id: string): Promise<OrganisationEntity | null> {
  return tx.orm.findOne(OrganisationEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
}

export async function keepVersion(
  tx: Tx,
  organisation: OrganisationEntity,
  { at, by, reason }: { at: Date; by: string; reason?: string },
): Promise<void> {
  const { cityCode, id, version } = organisation;
  await tx.query(
    `insert into organisation_version (city_code, organisation_id, version, content, changed_at, changed_by, reason)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [cityCode, id, version, contentOf(organisation), at, by, reason ?? null],
  );
}

/** The newest first; `version` alone where one is named. */
export function readVersions(
  database: Database | Tx,
  { cityCode, id }: OrganisationEntity,
  version?: number,
): Promise<VersionRow[]> {
  return database.query<VersionRow & Record<string, unknown>>(
    `select version, content, changed_at as "changedAt", changed_by as "changedBy", reason from organisation_version
     where city_code = $1 and organisation_id = $2 and ($3::int is null or version = $3)
     order by version desc limit 500`,
    [cityCode, id, version ?? null],
  );
}

export async function countStaff(tx: Tx, { cityCode, id }: OrganisationEntity): Promise<number> {
  const [row] = await tx.query<{ staff: number }>(
    `select count(*)::int as staff from staff
     where city_code = $1 and organisation_id = $2 and disabled_at is null`,
    [cityCode, id],
  );
  return row?.staff ?? 0;
}
