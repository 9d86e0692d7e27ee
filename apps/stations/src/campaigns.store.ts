import type { CampaignGoal, CampaignView, EnterCampaignInput } from '#contracts';
import type { Call, Database, Tx } from '#platform';
import { formatRegion, parseRegion, type RegionRange } from '#regions';

interface Row extends Omit<CampaignView, 'region' | 'enteredAt' | 'reason' | 'evidenceSha256'> {
  regionCode: number;
  evidenceSha256: string | null;
  reason: string | null;
  enteredAt: Date;
}

const columns = `c.id, c.region_code as "regionCode", c.name, c.metric, to_char(c.from_day, 'YYYY-MM-DD') as "from",
  to_char(c.to_day, 'YYYY-MM-DD') as "to", v.version, v.target, v.evidence, v.evidence_sha256 as "evidenceSha256",
  v.is_withdrawn as "isWithdrawn", v.reason, v.entered_at as "enteredAt"`;
const joined = `from campaign c join campaign_version v on v.city_code = c.city_code and v.id = c.id`;
const newest = `v.version = (select max(version) from campaign_version n where n.city_code = c.city_code and n.id = c.id)`;

function viewOf({ regionCode, evidenceSha256, reason, enteredAt, ...rest }: Row): CampaignView {
  return {
    ...rest,
    region: formatRegion(regionCode),
    ...(evidenceSha256 !== null && { evidenceSha256 }),
    ...(reason !== null && { reason }),
    enteredAt: enteredAt.toISOString(),
  };
}

/** Every version of a campaign, the first first; none where there is no campaign. */
export async function readVersions(database: Database | Tx, id: string): Promise<CampaignView[]> {
  const rows = await database.query<Row & Record<string, unknown>>(
    `select ${columns} ${joined} where c.id = $1 order by v.version`,
    [id],
  );
  return rows.map(viewOf);
}

export interface CampaignFilter {
  region: RegionRange;
  on?: string | undefined;
  /** First day since 1970 and id of the last one of the page before. */
  after?: readonly [number, string] | undefined;
  limit: number;
}

/** Campaigns that are not withdrawn, the newest first. */
export async function listCampaigns(
  database: Database,
  { region, on, after, limit }: CampaignFilter,
): Promise<CampaignView[]> {
  const rows = await database.query<Row & Record<string, unknown>>(
    `select ${columns} ${joined}
     where c.city_code between $1 and $2 and c.region_code between $3 and $4 and ${newest} and not v.is_withdrawn
       and ($5::date is null or $5 between c.from_day and c.to_day)
       and ($6::int is null or (c.from_day, c.id) < (date '1970-01-01' + $6::int, $7::uuid))
     order by c.from_day desc, c.id desc limit $8`,
    [
      ...[region.cityCode, Math.floor(region.last / 1e8), region.code, region.last, on ?? null],
      ...[after?.[0] ?? null, after?.[1] ?? null, limit],
    ],
  );
  return rows.map(viewOf);
}

/** Answers the id of the campaign that is the same already, if there is one. */
export async function insertCampaign(tx: Tx, input: EnterCampaignInput): Promise<string | undefined> {
  const { code, cityCode } = parseRegion(input.region);
  const { id, name, metric, from, to } = input;
  const values = [cityCode, id, code, name, metric, from, to];
  const inserted = await tx.query(
    `insert into campaign (city_code, id, region_code, name, metric, from_day, to_day)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
    values,
  );
  if (inserted.length > 0) return undefined;
  const [same] = await tx.query<{ id: string }>(
    `select id from campaign where city_code = $1 and (id = $2 or (region_code = $3 and name = $4 and metric = $5
       and from_day = $6 and to_day = $7)) order by id = $2 desc limit 1`,
    values,
  );
  return same?.id ?? id;
}

export interface NewGoal extends CampaignGoal {
  id: string;
  version: number;
  reason?: string;
  isWithdrawn?: boolean;
}

/** Answers false where another was faster. */
export async function insertGoal(
  tx: Tx,
  region: string,
  { id, version, target, evidence, evidenceSha256, reason, isWithdrawn }: NewGoal,
  { actor }: Call,
  now: Date,
): Promise<boolean> {
  const inserted = await tx.query(
    `insert into campaign_version (city_code, id, version, target, evidence, evidence_sha256, is_withdrawn, reason,
       entered_role, entered_by, entered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning id`,
    [
      ...[parseRegion(region).cityCode, id, version, target, evidence, evidenceSha256 ?? null],
      ...[isWithdrawn ?? false, reason ?? null, actor.role, actor.id, now],
    ],
  );
  return inserted.length > 0;
}
