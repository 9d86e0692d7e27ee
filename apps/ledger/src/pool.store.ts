import type { Actor } from '#contracts';
import type { Database, Tx } from '#platform';

/** What a city issued for its pool at one time. */
export interface FundingRow {
  id: string;
  minutes: number;
  reason: string;
  /** In the pool after it. */
  poolMinutes: number;
  /** Funded in its year with it. */
  yearMinutes: number;
  fundedAt: Date;
}

const columns = `id, minutes, reason, pool_minutes as "poolMinutes", year_minutes as "yearMinutes",
  funded_at as "fundedAt"`;

export async function readFunding(tx: Tx, cityCode: number, id: string): Promise<FundingRow | undefined> {
  const [row] = await tx.query<FundingRow>(
    `select ${columns} from pool_funding where city_code = $1 and id = $2`,
    [cityCode, id],
  );
  return row;
}

/** What was funded in a year so far. Needs the city's lock. */
export async function readYear(tx: Tx, cityCode: number, year: number): Promise<number> {
  const [row] = await tx.query<{ minutes: number }>(
    'select funded_minutes as minutes from pool_funding_year where city_code = $1 and year = $2',
    [cityCode, year],
  );
  return row?.minutes ?? 0;
}

/** Writes a funding down, and the sum of its year. Needs the city's lock. */
export async function insertFunding(
  tx: Tx,
  cityCode: number,
  year: number,
  row: FundingRow,
  actor: Actor,
): Promise<void> {
  await tx.query(
    `insert into pool_funding_year (city_code, year, funded_minutes) values ($1, $2, $3)
     on conflict (city_code, year) do update set funded_minutes = excluded.funded_minutes`,
    [cityCode, year, row.yearMinutes],
  );
  await tx.query(
    `insert into pool_funding (city_code, id, minutes, reason, pool_minutes, year_minutes, actor_role, actor_id,
       funded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[cityCode, row.id, row.minutes, row.reason, row.poolMinutes, row.yearMinutes, actor.role, actor.id],
      row.fundedAt,
    ],
  );
}

/** A city's fundings before a place in the list, the newest first. */
export function readFundings(
  database: Database,
  cityCode: number,
  before: { atMs: number; id: string } | undefined,
  limit: number,
): Promise<FundingRow[]> {
  return database.query<FundingRow>(
    `select ${columns} from pool_funding
     where city_code = $1 and ($2::timestamptz is null or (funded_at, id) < ($2::timestamptz, $3::uuid))
     order by funded_at desc, id desc limit $4`,
    [cityCode, before ? new Date(before.atMs) : null, before?.id ?? null, limit],
  );
}
