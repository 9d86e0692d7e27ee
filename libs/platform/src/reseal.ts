import type { Database, Tx } from './database.js';
import type { Seal } from './seal.js';

/** A column that holds sealed values or null, and what they are bound to. */
export interface SealedColumn {
  table: string;
  column: string;
  purpose: string;
  /** Where the id of the key has a column of its own: files, which are counted and not sealed anew, as they expire. */
  keyColumn?: string;
}

export interface KeyColumn {
  name: string;
  type: string;
}

/** The primary key of a row as text, by which a walk through a table goes on. */
export type Place = string[];

/** A part of a table along its primary key: after `after`, up to and with `last`; open where there is none. */
export interface Stretch {
  table: string;
  key: readonly KeyColumn[];
  after: Place | undefined;
  last: Place | undefined;
}

/** What a batch did to the values under other keys. */
export interface Resealed {
  sealed: number;
  /** Named a key that is there and could not be opened with it. */
  torn: number;
}

/**
 * Rows of a stretch. To be sealed: so few that a batch holds up nobody who asks this process or waits for a row.
 */
export const rowsTogether = { counting: 2_000, sealing: 100 };
/** Stands for a key where a value names none. */
export const noKey = '?';

/** The next stretch of a table, of so many rows. */
export async function nextStretch(
  tx: Tx,
  table: string,
  after: Place | undefined,
  rows: number,
): Promise<Stretch> {
  const key = await primaryKey(tx, table);
  // By the names of the table: the bare ones would be those of the answer, which is text.
  const [end] = await tx.query<Record<string, string>>(
    `select ${key.map(({ name }) => `t.${name}::text`).join(', ')} from ${table} t
     ${after ? `where (${namesOf(key)}) > (${placed(key, 1)})` : ''}
     order by ${namesOf(key)} offset ${rows - 1} limit 1`,
    after ?? [],
  );
  return { table, key, after, last: end && key.map(({ name }) => end[name] as string) };
}

/**
 * Adds up the values of a stretch by column and key into `sealed_count`. In order and with a limit, though it needs neither, so
 * that the primary key is read and no other index that would pass a whole city. @returns values counted
 */
export async function countStretch(
  tx: Tx,
  stretch: Stretch,
  columns: readonly SealedColumn[],
  [runId, round]: [string, number],
): Promise<number> {
  const { where, values } = within(stretch, 4);
  const read = columns.map(({ column, keyColumn }) => keyColumn ?? column);
  const keys = columns.map((one) => `('${one.column}', ${keyIdOf(one)})`).join(', ');
  const [row] = await tx.query<{ counted: number }>(
    `with counted as (
       select v.column_name, v.key_id, count(*) as value_count
       from (select ${read.join(', ')} from ${stretch.table} t where true ${where}
             order by ${namesOf(stretch.key)} limit ${rowsTogether.counting}) t
         cross join lateral (values ${keys}) as v(column_name, key_id)
       where v.key_id is not null group by 1, 2),
     kept as (
       insert into sealed_count as c (run_id, round, table_name, column_name, key_id, value_count)
       select $1, $2, $3, column_name, key_id, value_count from counted
       on conflict (run_id, round, table_name, column_name, key_id)
         do update set value_count = c.value_count + excluded.value_count)
     select coalesce(sum(value_count), 0)::bigint as counted from counted`,
    [runId, round, stretch.table, ...values],
  );
  return row?.counted ?? 0;
}

/**
 * Seals with the current key the values of a stretch that another key of the file has sealed. A row that somebody
 * holds is left for the next round, so that nobody waits for us nor we for them; what cannot be opened stays as it is.
 */
export async function resealStretch(
  tx: Tx,
  seal: Seal,
  stretch: Stretch,
  columns: readonly SealedColumn[],
): Promise<Resealed> {
  const { table, key } = stretch;
  const { where, values } = within(stretch, 2);
  const isOld = columns.map(({ column }) => `split_part(t.${column}, '.', 1) = any($1::text[])`);
  const found = await tx.query<Record<string, string | null>>(
    `select ${[...key.map(({ name }) => `t.${name}::text`), ...columns.map(({ column }) => `t.${column}`)].join(', ')}
     from ${table} t where (${isOld.join(' or ')}) ${where}
     order by ${namesOf(key)} limit ${rowsTogether.sealing} for no key update skip locked`,
    [seal.otherKeys, ...values],
  );
  const done: Resealed = { sealed: 0, torn: 0 };
  const anew = columns.map(({ column, purpose }) =>
    found.map((row) => {
      const sealed = row[column];
      if (typeof sealed !== 'string' || !seal.otherKeys.includes(sealed.split('.', 1)[0] as string))
        return null;
      const plain = opened(seal, sealed, purpose);
      if (plain === undefined) done.torn++;
      else done.sealed++;
      return plain === undefined ? null : seal.seal(plain, purpose);
    }),
  );
  if (done.sealed > 0) await replace(tx, stretch, columns, { found, anew });
  return done;
}

function opened(seal: Seal, sealed: string, purpose: string): string | undefined {
  try {
    return seal.open(sealed, purpose);
  } catch {
    return undefined;
  }
}

/** Of rows that this transaction has locked; null where a value stays. All columns at once: a row is written once. */
async function replace(
  tx: Tx,
  { table, key }: Stretch,
  columns: readonly SealedColumn[],
  { found, anew }: { found: readonly Record<string, string | null>[]; anew: readonly (string | null)[][] },
): Promise<void> {
  const first = columns.length + 1;
  const arrays = [
    ...columns.map((_, index) => `$${index + 1}::text[]`),
    ...key.map(({ type }, index) => `$${first + index}::text[]::${type}[]`),
  ];
  const names = [...columns.map((_, index) => `anew_${index}`), ...key.map(({ name }) => name)];
  const set = columns.map(({ column }, index) => `${column} = coalesce(n.anew_${index}, t.${column})`);
  await tx.query(
    `update ${table} t set ${set.join(', ')} from unnest(${arrays.join(', ')}) as n(${names.join(', ')})
     where ${key.map(({ name }) => `t.${name} = n.${name}`).join(' and ')}`,
    [...anew, ...key.map(({ name }) => found.map((row) => row[name]))],
  );
}

/** In the order of its index. */
export function primaryKey(database: Database | Tx, table: string): Promise<KeyColumn[]> {
  return database.query<KeyColumn & object>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type
       from pg_index i join lateral unnest(i.indkey) with ordinality as k(number, place) on true
         join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
      where i.indrelid = $1::regclass and i.indisprimary order by k.place`,
    [table],
  );
}

/** Only what stands where a key's id does is read, also of long values; what is none is never shown. */
function keyIdOf({ column, keyColumn }: SealedColumn): string {
  if (keyColumn) return `t.${keyColumn}`;
  const id = `substring(left(t.${column}, 200) from '^[A-Za-z0-9_-]+(?=\\.)')`;
  return `case when t.${column} is not null then coalesce(${id}, '${noKey}') end`;
}

function namesOf(key: readonly KeyColumn[]): string {
  return key.map(({ name }) => `t.${name}`).join(', ');
}

function placed(key: readonly KeyColumn[], first: number): string {
  return key.map(({ type }, index) => `$${first + index}::text::${type}`).join(', ');
}

function within({ key, after, last }: Stretch, first: number): { where: string; values: string[] } {
  const names = namesOf(key);
  const from = after ? `and (${names}) > (${placed(key, first)})` : '';
  const to = last ? `and (${names}) <= (${placed(key, first + (after?.length ?? 0))})` : '';
  return { where: `${from} ${to}`, values: [...(after ?? []), ...(last ?? [])] };
}
