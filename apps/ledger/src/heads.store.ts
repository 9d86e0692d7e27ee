import type { Database, Tx } from '#platform';
import type { ChainedTransfer } from './chain.js';
import type { StoredHead } from './heads.js';
import { transferColumns } from './ledger.store.js';
import type { Transfer } from './transfer.js';

type Reader = Pick<Database | Tx, 'query'>;

const headColumns = `city_code as "cityCode", to_char(day, 'YYYY-MM-DD') as day, first_sequence as "firstSequence",
  last_sequence as "lastSequence", merkle_root as "merkleRoot", chain_seal as "chainSeal",
  previous_hash as "previousHash", head_hash as "headHash", salt, bundle_roots as "bundleRoots",
  published_at as "publishedAt"`;

/** Cities that have a ledger, in order. */
export async function readCities(reader: Reader): Promise<number[]> {
  const rows = await reader.query<{ cityCode: number }>(
    'select city_code as "cityCode" from ledger_head order by city_code',
  );
  return rows.map(({ cityCode }) => cityCode);
}

export async function readLastHead(reader: Reader, cityCode: number): Promise<StoredHead | undefined> {
  const [head] = await readHeads(reader, cityCode, undefined, 1);
  return head;
}

/** Newest first, from before a day on. */
export async function readHeads(
  reader: Reader,
  cityCode: number,
  before: string | undefined,
  limit: number,
): Promise<StoredHead[]> {
  return reader.query<StoredHead>(
    `select ${headColumns} from ledger_head_day
     where city_code = $1 and ($2::date is null or day < $2) order by ledger_head_day.day desc limit $3`,
    [cityCode, before ?? null, limit],
  );
}

/** Oldest first, from after a day on. */
export async function readHeadsAfter(
  reader: Reader,
  cityCode: number,
  after: string | undefined,
  limit: number,
): Promise<StoredHead[]> {
  return reader.query<StoredHead>(
    `select ${headColumns} from ledger_head_day
     where city_code = $1 and ($2::date is null or day > $2) order by ledger_head_day.day limit $3`,
    [cityCode, after ?? null, limit],
  );
}

export async function readHeadOf(
  reader: Reader,
  cityCode: number,
  day: string,
): Promise<StoredHead | undefined> {
  const [head] = await reader.query<StoredHead>(
    `select ${headColumns} from ledger_head_day where city_code = $1 and day = $2`,
    [cityCode, day],
  );
  return head;
}

/** The head whose day holds the transfer of this number. */
export async function readHeadWith(
  reader: Reader,
  cityCode: number,
  sequence: number,
): Promise<StoredHead | undefined> {
  const [head] = await reader.query<StoredHead>(
    `select ${headColumns} from ledger_head_day
     where city_code = $1 and last_sequence >= $2 order by last_sequence, ledger_head_day.day limit 1`,
    [cityCode, sequence],
  );
  return head;
}

/** Answers whether it was new: of two who close one day, the first wins. */
export async function insertHead(tx: Tx, head: StoredHead): Promise<boolean> {
  const rows = await tx.query(
    `insert into ledger_head_day (city_code, day, first_sequence, last_sequence, merkle_root, chain_seal,
       previous_hash, head_hash, salt, bundle_roots, published_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning city_code`,
    [
      ...[head.cityCode, head.day, head.firstSequence, head.lastSequence, head.merkleRoot, head.chainSeal],
      ...[head.previousHash, head.headHash, head.salt, head.bundleRoots, head.publishedAt],
    ],
  );
  return rows.length === 1;
}

/** Transfers by number, both ends included. */
export async function readRange(
  reader: Reader,
  cityCode: number,
  first: number,
  last: number,
): Promise<ChainedTransfer[]> {
  return reader.query<ChainedTransfer>(
    `select ${transferColumns}, chain_hash as "chainHash" from transfer
     where city_code = $1 and sequence between $2 and $3 order by sequence`,
    [cityCode, first, last],
  );
}

const chunkRows = 2_000;

/** Transfers by number, some thousands at a time, to `last` or to the end. */
export async function* streamRange(
  reader: Reader,
  cityCode: number,
  first: number,
  last = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<ChainedTransfer[]> {
  for (let from = first; from <= last;) {
    const rows = await reader.query<ChainedTransfer>(
      `select ${transferColumns}, chain_hash as "chainHash" from transfer
       where city_code = $1 and sequence between $2 and $3 order by sequence limit $4`,
      [cityCode, from, last, chunkRows],
    );
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    from = end.sequence + 1;
  }
}

/** A link of the chain; undefined before the first transfer. */
export async function readLink(
  reader: Reader,
  cityCode: number,
  sequence: number,
): Promise<Buffer | undefined> {
  const [row] = await reader.query<{ link: Buffer }>(
    'select chain_hash as link from transfer where city_code = $1 and sequence = $2',
    [cityCode, sequence],
  );
  return row?.link;
}

/** A transfer with which sides of it a person owns; only in cities where the person has an account. */
export async function findOwnedTransfer(
  reader: Reader,
  id: string,
  ownerId: string,
): Promise<(Transfer & { cityCode: number; ownedIds: string[] }) | undefined> {
  const [row] = await reader.query<Transfer & { cityCode: number; ownedIds: string[] }>(
    `with owned as (select city_code, array_agg(id) as ids from account where owner_id = $2 group by city_code)
     select transfer.city_code as "cityCode", owned.ids as "ownedIds", ${transferColumns}
     from owned join transfer on transfer.city_code = owned.city_code and transfer.id = $1
     where transfer.debit_account_id = any(owned.ids) or transfer.credit_account_id = any(owned.ids)`,
    [id, ownerId],
  );
  return row;
}
