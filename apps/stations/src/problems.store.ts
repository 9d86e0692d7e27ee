import type { LogProblemInput, ProblemContent, ProblemCount, ProblemState, ProblemView } from '#contracts';
import type { Call, Database, Tx } from '#platform';
import { formatRegion, parseRegion, type RegionRange } from '#regions';
import type { LoggedProblems } from './statistic.js';

type Told = 'evidenceSha256' | 'handling' | 'body' | 'bodyName' | 'reason';
interface Row extends Omit<ProblemView, 'region' | 'enteredAt' | Told>, Record<Told, string | null> {
  regionCode: number;
  enteredAt: Date;
}

const columns = `p.id, p.region_code as "regionCode", to_char(p.day, 'YYYY-MM-DD') as day, v.version, v.category,
  v.asked, v.handling, v.state, v.body, v.body_name as "bodyName", v.evidence, v.evidence_sha256 as "evidenceSha256",
  v.is_withdrawn as "isWithdrawn", v.reason, v.entered_at as "enteredAt"`;
const joined = `from problem p join problem_version v on v.city_code = p.city_code and v.id = p.id`;
/** The newest versions of entries of a region over days, but for those withdrawn. */
const current = `${joined}
  where p.city_code between $1 and $2 and p.region_code between $3 and $4 and not v.is_withdrawn
    and v.version = (select max(version) from problem_version n where n.city_code = p.city_code and n.id = p.id)
    and ($5::date is null or p.day >= $5) and ($6::date is null or p.day <= $6)`;

/** What was not told is absent, not null. */
function viewOf({ regionCode, enteredAt, ...row }: Row): ProblemView {
  const told = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  return {
    ...(told as unknown as ProblemView),
    region: formatRegion(regionCode),
    enteredAt: enteredAt.toISOString(),
  };
}

/** Every version of an entry, the first first; none where there is no entry. */
export async function readVersions(database: Database | Tx, id: string): Promise<ProblemView[]> {
  const rows = await database.query<Row & Record<string, unknown>>(
    `select ${columns} ${joined} where p.id = $1 order by v.version`,
    [id],
  );
  return rows.map(viewOf);
}

export interface ProblemFilter {
  region: RegionRange;
  from: string | undefined;
  to: string | undefined;
}

const valuesOf = ({ region, from, to }: ProblemFilter) => [
  ...[region.cityCode, Math.floor(region.last / 1e8), region.code, region.last],
  ...[from ?? null, to ?? null],
];

/** The newest day first. `after` is the day since 1970 and the id of the last entry of the page before. */
export async function listProblems(
  database: Database,
  filter: ProblemFilter,
  state: ProblemState | undefined,
  after: readonly [number, string] | undefined,
  limit: number,
): Promise<ProblemView[]> {
  const rows = await database.query<Row & Record<string, unknown>>(
    `select ${columns} ${current}
       and ($7::text is null or v.state = $7)
       and ($8::int is null or (p.day, p.id) < (date '1970-01-01' + $8::int, $9::uuid))
     order by p.day desc, p.id desc limit $10`,
    [...valuesOf(filter), state ?? null, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
  return rows.map(viewOf);
}

const isReferred = 'v.body is not null';

export async function countProblems(database: Database, filter: ProblemFilter): Promise<ProblemCount[]> {
  return database.query<ProblemCount & Record<string, unknown>>(
    `select v.category, count(*)::int as logged, (count(*) filter (where ${isReferred}))::int as referred,
       (count(*) filter (where v.state = 'open'))::int as "stillOpen",
       (count(*) filter (where v.state = 'referred'))::int as "stillReferred",
       (count(*) filter (where v.state = 'closed'))::int as closed
     ${current} group by v.category order by v.category`,
    valuesOf(filter),
  );
}

/** What everybody may know of the log; undefined where there is nothing in it. */
export async function countLogged(
  database: Database,
  region: RegionRange,
  from: string | undefined,
  to: string | undefined,
): Promise<LoggedProblems | undefined> {
  const [sum] = await database.query<{ logged: number; referred: number; newest: Date | null }>(
    `select count(*)::int as logged, (count(*) filter (where ${isReferred}))::int as referred,
       max(v.entered_at) as newest ${current}`,
    valuesOf({ region, from, to }),
  );
  if (!sum?.newest) return undefined;
  return { logged: sum.logged, referred: sum.referred, asOf: sum.newest.toISOString() };
}

/** Answers false where there is an entry of this id already. */
export async function insertProblem(tx: Tx, { id, region, day }: LogProblemInput): Promise<boolean> {
  const { code, cityCode } = parseRegion(region);
  const inserted = await tx.query(
    `insert into problem (city_code, id, region_code, day) values ($1, $2, $3, $4) on conflict do nothing returning id`,
    [cityCode, id, code, day],
  );
  return inserted.length > 0;
}

export interface NewContent extends ProblemContent {
  id: string;
  version: number;
  reason?: string;
  isWithdrawn?: boolean;
}

/** Answers false where another was faster. */
export async function insertContent(
  tx: Tx,
  region: string,
  { id, version, reason, isWithdrawn, ...content }: NewContent,
  { actor }: Call,
  now: Date,
): Promise<boolean> {
  const { category, asked, handling, state, body, bodyName, evidence, evidenceSha256 } = content;
  const inserted = await tx.query(
    `insert into problem_version (city_code, id, version, category, asked, handling, state, body, body_name, evidence,
       evidence_sha256, is_withdrawn, reason, entered_role, entered_by, entered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict do nothing returning id`,
    [
      ...[parseRegion(region).cityCode, id, version, category, asked, handling ?? null, state, body ?? null],
      ...[bodyName ?? null, evidence, evidenceSha256 ?? null, isWithdrawn ?? false, reason ?? null],
      ...[actor.role, actor.id, now],
    ],
  );
  return inserted.length > 0;
}
