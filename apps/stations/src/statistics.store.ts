import type { EnterStatisticInput, ListStatisticsInput, StatisticValue, StatisticView } from '#contracts';
import type { Call, Database, Tx } from '#platform';
import { formatRegion, parseRegion, type RegionRange } from '#regions';

interface Row extends Omit<
  StatisticView,
  'region' | 'enteredAt' | 'from' | 'reason' | 'evidenceSha256' | 'campaignId'
> {
  cityCode: number;
  regionCode: number;
  from: string | null;
  evidenceSha256: string | null;
  campaignId: string | null;
  reason: string | null;
  enteredAt: Date;
}

const columns = `s.city_code as "cityCode", s.id, s.region_code as "regionCode", s.metric,
  to_char(s.from_day, 'YYYY-MM-DD') as "from", to_char(s.to_day, 'YYYY-MM-DD') as "to", s.source, s.campaign_id as "campaignId", v.version, v.value,
  v.qualifier, v.evidence, v.evidence_sha256 as "evidenceSha256", v.is_withdrawn as "isWithdrawn", v.reason,
  v.entered_at as "enteredAt"`;
const joined = `from statistic s join statistic_version v on v.city_code = s.city_code and v.id = s.id`;

function viewOf({
  cityCode: _,
  regionCode,
  from,
  evidenceSha256,
  campaignId,
  reason,
  enteredAt,
  ...rest
}: Row): StatisticView {
  return {
    ...rest,
    region: formatRegion(regionCode),
    ...(from !== null && { from }),
    ...(evidenceSha256 !== null && { evidenceSha256 }),
    ...(campaignId !== null && { campaignId }),
    ...(reason !== null && { reason }),
    enteredAt: enteredAt.toISOString(),
  };
}

/** Every version of a record, the first first; none where there is no record. */
export async function readVersions(database: Database | Tx, id: string): Promise<StatisticView[]> {
  const rows = await database.query<Row & Record<string, unknown>>(
    `select ${columns} ${joined} where s.id = $1 order by v.version`,
    [id],
  );
  return rows.map(viewOf);
}

export interface StatisticFilter extends Pick<ListStatisticsInput, 'metric' | 'from' | 'to' | 'campaignId'> {
  region: RegionRange;
  /** Last day since 1970 and id of the last one of the page before. */
  after?: readonly [number, string] | undefined;
  limit: number;
}

/** The newest version of each record, those withdrawn too, the newest day first. */
export async function listStatistics(
  database: Database,
  { region, metric, from, to, campaignId, after, limit }: StatisticFilter,
): Promise<StatisticView[]> {
  const rows = await database.query<Row & Record<string, unknown>>(
    `select ${columns} ${joined}
     where s.city_code between $1 and $2 and s.region_code between $3 and $4
       and v.version = (select max(version) from statistic_version n where n.city_code = s.city_code and n.id = s.id)
       and ($5::text is null or s.metric = $5) and ($6::date is null or coalesce(s.from_day, s.to_day) >= $6)
       and ($7::date is null or s.to_day <= $7) and ($8::uuid is null or s.campaign_id = $8)
       and ($9::int is null or (s.to_day, s.id) < (date '1970-01-01' + $9::int, $10::uuid))
     order by s.to_day desc, s.id desc limit $11`,
    [
      ...[region.cityCode, Math.floor(region.last / 1e8), region.code, region.last],
      ...[metric ?? null, from ?? null, to ?? null, campaignId ?? null],
      ...[after?.[0] ?? null, after?.[1] ?? null, limit],
    ],
  );
  return rows.map(viewOf);
}

/** The newest versions of a region's own records over days, but for those withdrawn and the progress of campaigns. */
export async function readCurrent(
  database: Database,
  region: string,
  from: string | undefined,
  to: string | undefined,
): Promise<StatisticView[]> {
  const { code, cityCode } = parseRegion(region);
  const rows = await database.query<Row & Record<string, unknown>>(
    `select * from (
       select distinct on (s.city_code, s.id) ${columns} ${joined}
       where s.city_code = $1 and s.region_code = $2 and s.campaign_id is null and ($3::date is null or coalesce(s.from_day, s.to_day) >= $3)
         and ($4::date is null or s.to_day <= $4)
       order by s.city_code, s.id, v.version desc) as newest
     where not "isWithdrawn" order by metric, "to", id`,
    [cityCode, code, from ?? null, to ?? null],
  );
  return rows.map(viewOf);
}

/** The newest versions of what was entered of campaigns, but for those withdrawn. */
export async function readProgress(
  database: Database,
  campaignIds: readonly string[],
): Promise<StatisticView[]> {
  const rows = await database.query<Row & Record<string, unknown>>(
    `select * from (
       select distinct on (s.city_code, s.id) ${columns} ${joined} where s.campaign_id = any($1::uuid[])
       order by s.city_code, s.id, v.version desc) as newest
     where not "isWithdrawn"`,
    [campaignIds],
  );
  return rows.map(viewOf);
}

/** Answers the id of the record that holds the same figure already, if there is one. */
export async function insertStatistic(tx: Tx, input: EnterStatisticInput): Promise<string | undefined> {
  const { code, cityCode } = parseRegion(input.region);
  const { id, metric, from = null, to, source, campaignId = null } = input;
  const values = [cityCode, id, code, metric, from, to, source, campaignId];
  const inserted = await tx.query(
    `insert into statistic (city_code, id, region_code, metric, from_day, to_day, source, campaign_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
    values,
  );
  if (inserted.length > 0) return undefined;
  const [same] = await tx.query<{ id: string }>(
    `select id from statistic where city_code = $1 and (id = $2 or (region_code = $3 and metric = $4
       and from_day is not distinct from $5 and to_day = $6 and source = $7
       and campaign_id is not distinct from $8)) order by id = $2 desc limit 1`,
    values,
  );
  return same?.id ?? id;
}

export interface NewVersion extends StatisticValue {
  id: string;
  version: number;
  reason?: string;
  isWithdrawn?: boolean;
}

/** Answers false where another was faster. */
export async function insertVersion(
  tx: Tx,
  region: string,
  { id, version, value, qualifier, evidence, evidenceSha256, reason, isWithdrawn }: NewVersion,
  { actor }: Call,
  now: Date,
): Promise<boolean> {
  const inserted = await tx.query(
    `insert into statistic_version (city_code, id, version, value, qualifier, evidence, evidence_sha256, is_withdrawn, reason,
       entered_role, entered_by, entered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing returning id`,
    [
      ...[parseRegion(region).cityCode, id, version, value, qualifier, evidence, evidenceSha256 ?? null],
      ...[isWithdrawn ?? false, reason ?? null, actor.role, actor.id, now],
    ],
  );
  return inserted.length > 0;
}
