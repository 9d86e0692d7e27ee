import type { OwnDataPage, ReadOwnDataInput } from '#contracts';
import { decodeCursor, encodeCursor } from './cursor.js';
import type { Database } from './database.js';
import { primaryKey, type SealedColumn } from './reseal.js';
import type { Seal } from './seal.js';

/** The rows of a table that are a person's own data. */
export interface OwnSection {
  table: string;
  /** Which rows `t` are those of the person `$1`. */
  where: string;
  /** Columns that say nothing of the person: digests, ciphertext of files, codes at doors. */
  omit?: readonly string[];
}

const rowsTogether = 100;

/**
 * A page of everything a service keeps of a person, with what is sealed in plain, for this person alone.
 * @throws DomainError `cursor.invalid`
 */
export async function readOwnData(
  database: Database,
  {
    sections,
    sealed = [],
    seal,
  }: { sections: readonly OwnSection[]; sealed?: readonly SealedColumn[]; seal?: Seal },
  personId: string,
  { cursor }: ReadOwnDataInput,
): Promise<OwnDataPage> {
  const [index, offset] = cursor === undefined ? [0, 0] : decodeCursor(cursor, 'integer', 'integer');
  const items: OwnDataPage['items'] = [];
  for (let at = Math.max(0, index); at < sections.length; at++) {
    const section = sections[at] as OwnSection;
    const skipped = at === index ? Math.max(0, offset) : 0;
    const wanted = rowsTogether - items.length;
    const found = await rowsOf(database, section, personId, wanted + 1, skipped);
    const own = sealed.filter(({ table }) => table === section.table);
    for (const { row } of found.slice(0, wanted))
      items.push({ section: camelCase(section.table), content: JSON.stringify(plainRow(row, own, seal)) });
    if (found.length > wanted) return { items, nextCursor: encodeCursor(at, skipped + wanted) };
  }
  return { items };
}

type Row = Record<string, unknown>;

async function rowsOf(
  database: Database,
  { table, where, omit = [] }: OwnSection,
  personId: string,
  limit: number,
  offset: number,
): Promise<{ row: Row }[]> {
  const order = (await primaryKey(database, table)).map(({ name }) => `t.${name}`).join(', ');
  return database.query<{ row: Row }>(
    `select to_jsonb(t) - $2::text[] as row from ${table} t where ${where} order by ${order} limit $3 offset $4`,
    [personId, [...omit], limit, offset],
  );
}

function plainRow(row: Row, sealed: readonly SealedColumn[], seal: Seal | undefined): Row {
  const plain: Row = {};
  for (const [column, value] of Object.entries(row)) {
    const purpose = sealed.find((one) => one.column === column)?.purpose;
    if (purpose === undefined) plain[camelCase(column)] = value;
    else
      plain[camelCase(column.replace(/_sealed$/, ''))] =
        typeof value === 'string' && seal ? seal.open(value, purpose) : null;
  }
  return plain;
}

function camelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
