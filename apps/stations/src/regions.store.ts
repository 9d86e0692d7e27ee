import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Database } from '#platform';
import { decodeText, levels, parseDivisions, type RegionRange } from '#regions';
import { Between } from 'typeorm';
import { RegionEntity } from './region.entity.js';

/**
 * Brings the table of divisions up to a file (see {@link parseDivisions}) in one statement. A file that
 * was loaded before is only hashed. Divisions the file lacks stay: people and needs still carry their
 * codes. Answers how many rows were new or renamed.
 * @throws DivisionTableError
 */
export async function loadRegions(database: Database, file: string): Promise<number> {
  const bytes = await readFile(file);
  const digest = createHash('sha256').update(bytes).digest();
  const known = await database.query('select from region_file where digest = $1', [digest]);
  if (known.length > 0) return 0;
  const divisions = parseDivisions(decodeText(bytes));
  return database.transaction(async (tx) => {
    const changed = await tx.query(
      `insert into region (city_code, code, level, name)
       select * from unnest($1::int[], $2::bigint[], $3::text[], $4::text[])
       on conflict (city_code, code) do update set name = excluded.name where region.name <> excluded.name
       returning code`,
      [
        divisions.map(({ cityCode }) => cityCode),
        divisions.map(({ code }) => code),
        divisions.map(({ level }) => level),
        divisions.map(({ name }) => name),
      ],
    );
    await tx.query('insert into region_file values ($1, now()) on conflict do nothing', [digest]);
    return changed.length;
  });
}

export function findRegion(database: Database, region: RegionRange): Promise<RegionEntity | null> {
  const { cityCode, code } = region;
  return database.orm.manager.findOneBy(RegionEntity, { cityCode, code });
}

/** The divisions one level below, in order of their codes. */
export async function findChildren(database: Database, region: RegionRange): Promise<RegionEntity[]> {
  const level = levels[levels.indexOf(region.level) + 1];
  if (!level) return [];
  return database.orm.manager.find(RegionEntity, {
    where: {
      cityCode: Between(region.cityCode, cityOf(region.last)),
      code: Between(region.code, region.last),
      level,
    },
    order: { code: 'asc' },
  });
}

/** The 4-digit key that leads every table, of a 12-digit code. */
export function cityOf(code: number): number {
  return Math.floor(code / 1e8);
}
