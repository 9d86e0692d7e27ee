import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Database } from '#platform';
import { decodeText, parsePopulation, type PopulationQualifier, type RegionRange } from '#regions';

export interface PopulationRow extends Record<string, unknown> {
  code: number;
  persons: number;
  qualifier: PopulationQualifier;
  source: string;
}

/**
 * Makes a file of population the newest version, unless it is already. Earlier versions stay. Answers its version.
 * @throws PopulationTableError
 */
export async function loadPopulation(database: Database, file: string, now: Date): Promise<number> {
  const bytes = await readFile(file);
  const digest = createHash('sha256').update(bytes).digest();
  const rows = parsePopulation(decodeText(bytes));
  return database.transaction(async (tx) => {
    // Two replicas that start together load it once.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('reporting.population', 0))`);
    const [newest] = await tx.query<{ version: number; isSame: boolean }>(
      'select version, digest = $1 as "isSame" from population_version order by version desc limit 1',
      [digest],
    );
    if (newest?.isSame) return newest.version;
    const version = (newest?.version ?? 0) + 1;
    await tx.query('insert into population_version values ($1, $2, $3)', [version, digest, now]);
    await tx.query(
      `insert into population (city_code, version, region_code, persons, qualifier, source)
       select city_code, $1, region_code, persons, qualifier, source
       from unnest($2::int[], $3::bigint[], $4::bigint[], $5::text[], $6::text[])
         as p(city_code, region_code, persons, qualifier, source)`,
      [
        version,
        rows.map(({ cityCode }) => cityCode),
        rows.map(({ code }) => code),
        rows.map(({ persons }) => persons),
        rows.map(({ qualifier }) => qualifier),
        rows.map(({ source }) => source),
      ],
    );
    return version;
  });
}

/** The figures of a version for a division and everything inside it. */
export function readPeople(
  database: Database,
  version: number,
  { cityCode, code, last }: RegionRange,
): Promise<PopulationRow[]> {
  return database.query<PopulationRow>(
    `select region_code as code, persons, qualifier, source from population
     where city_code between $1 and $2 and version = $3 and region_code between $4 and $5`,
    [cityCode, Math.floor(last / 1e8), version, code, last],
  );
}
