import type { Database } from './database.js';
import type { Seal } from './seal.js';

/** A column that holds sealed text or null, and what its text is bound to. */
export interface SealedColumn {
  table: string;
  column: string;
  purpose: string;
}

export interface KeyColumn {
  name: string;
  type: string;
}

const rowsTogether = 500;

/**
 * Seals everything in a column with the current key that another key has sealed, while the service runs: batches
 * along the primary key, and a row that somebody changes meanwhile is left to them, since they seal with the
 * current key. Stopped halfway, it goes on with what is left. @returns rows sealed anew
 */
export async function reseal(
  database: Database,
  seal: Seal,
  { table, column, purpose }: SealedColumn,
  progress: (rows: number) => void = () => undefined,
): Promise<number> {
  const key = await primaryKey(database, table);
  const names = key.map(({ name }) => name).join(', ');
  let after: unknown[] | undefined;
  let rows = 0;
  for (;;) {
    const place = key.map(({ type }, index) => `$${index + 2}::${type}`).join(', ');
    const found = await database.query<Record<string, unknown>>(
      `select ${names}, ${column} as sealed from ${table}
       where ${column} is not null and split_part(${column}, '.', 1) <> $1
         ${after ? `and (${names}) > (${place})` : ''}
       order by ${names} limit ${rowsTogether}`,
      [seal.currentKey, ...(after ?? [])],
    );
    if (found.length === 0) return rows;
    rows += await replace(database, seal, { table, column, purpose }, key, found);
    progress(rows);
    after = key.map(({ name }) => found.at(-1)?.[name]);
  }
}

async function replace(
  database: Database,
  seal: Seal,
  { table, column, purpose }: SealedColumn,
  key: readonly KeyColumn[],
  found: readonly Record<string, unknown>[],
): Promise<number> {
  const arrays = key.map(({ type }, index) => `$${index + 3}::${type}[]`).join(', ');
  const names = key.map(({ name }) => name).join(', ');
  const isSame = key.map(({ name }) => `t.${name} = n.${name}`).join(' and ');
  const before = found.map(({ sealed }) => sealed as string);
  const updated = await database.query(
    `update ${table} t set ${column} = n.sealed_now
       from unnest($1::text[], $2::text[], ${arrays}) as n(sealed_before, sealed_now, ${names})
      where ${isSame} and t.${column} = n.sealed_before returning 1`,
    [
      before,
      before.map((sealed) => seal.seal(seal.open(sealed, purpose), purpose)),
      ...key.map(({ name }) => found.map((row) => row[name])),
    ],
  );
  return updated.length;
}

/** In the order of its index. */
export function primaryKey(database: Database, table: string): Promise<KeyColumn[]> {
  return database.query<KeyColumn & object>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type
       from pg_index i join lateral unnest(i.indkey) with ordinality as k(number, place) on true
         join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
      where i.indrelid = $1::regclass and i.indisprimary order by k.place`,
    [table],
  );
}
