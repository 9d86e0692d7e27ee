import type { AccountKind } from '#contracts';
import type { Database, Prepared, Tx } from '#platform';
import { type ChainedTransfer, genesisHash } from './chain.js';
import type { Account, Rejection, Transfer } from './posting.js';

/** Where a city's chain ends. Holding its lock means being the only writer of the city. */
export interface Head {
  nextSequence: number;
  chainHash: Buffer;
}

export interface NewAccount {
  id: string;
  kind: AccountKind;
  /** Null for the city's own accounts. */
  ownerId: string | null;
  floorMinutes: number | null;
}

export interface OwnedAccount extends Account {
  cityCode: number;
}

/** An account as an audit needs it. */
export interface AuditedAccount extends Account {
  kind: AccountKind;
}

const lockHead: Prepared = {
  name: 'ledger.lockHead',
  text: `select next_sequence as "nextSequence", chain_hash as "chainHash"
    from ledger_head where city_code = $1 for update`,
};

/** Locks the city's head until the transaction ends. A city's first transfer makes it. */
export async function lockCity(tx: Tx, cityCode: number): Promise<Head> {
  const [head] = await tx.query<Head>(lockHead, [cityCode]);
  if (head) return head;
  await tx.query(
    'insert into ledger_head (city_code, next_sequence, chain_hash) values ($1, 1, $2) on conflict do nothing',
    [cityCode, genesisHash],
  );
  return lockCity(tx, cityCode);
}

const insertAccounts: Prepared = {
  name: 'ledger.insertAccounts',
  text: `insert into account (city_code, id, kind, owner_id, floor_minutes, opened_at)
    select $1::int, a.id, a.kind, a.owner_id, a.floor_minutes, $6::timestamptz
    from unnest($2::uuid[], $3::text[], $4::uuid[], $5::bigint[]) as a(id, kind, owner_id, floor_minutes)
    on conflict do nothing`,
};

/** Opens what is not open yet. Needs the city's lock. */
export async function openAccounts(
  tx: Tx,
  cityCode: number,
  accounts: readonly NewAccount[],
  at: Date,
): Promise<void> {
  if (accounts.length === 0) return;
  await tx.query(insertAccounts, [
    cityCode,
    accounts.map((account) => account.id),
    accounts.map((account) => account.kind),
    accounts.map((account) => account.ownerId),
    accounts.map((account) => account.floorMinutes),
    at,
  ]);
}

// One probe of the key for each id, whatever the statistics say: a plan made while the table was empty must
// not walk it when it holds millions.
function byIds(columns: string, table: string): string {
  return `select found.* from unnest($2::uuid[]) as asked(id)
    cross join lateral (select ${columns} from ${table} where city_code = $1 and ${table}.id = asked.id limit 1) as found`;
}

const accountColumns = `id, floor_minutes as "floorMinutes", debited_minutes as "debitedMinutes",
  credited_minutes as "creditedMinutes", pending_debit_minutes as "pendingDebitMinutes",
  pending_credit_minutes as "pendingCreditMinutes", last_sequence as "lastSequence", version,
  closed_at is not null as closed`;

const selectAccounts: Prepared = {
  name: 'ledger.selectAccounts',
  text: byIds(accountColumns, 'account'),
};

export async function readAccounts(tx: Tx, cityCode: number, ids: string[]): Promise<Map<string, Account>> {
  return byId(await tx.query<Account>(selectAccounts, [cityCode, ids]));
}

const transferColumns = `sequence, id, phase, debit_account_id as "debitAccountId",
  credit_account_id as "creditAccountId", minutes, hold_id as "holdId", reverses_id as "reversesId",
  code, reference, community_code as "communityCode", policy_version as "policyVersion",
  actor_role as "actorRole", actor_id as "actorId",
  (extract(epoch from effective_at) * 1000000)::bigint as "effectiveAtMicros",
  (extract(epoch from recorded_at) * 1000000)::bigint as "recordedAtMicros",
  debit_balance_minutes as "debitBalanceMinutes", credit_balance_minutes as "creditBalanceMinutes",
  debit_prev as "debitPrev", credit_prev as "creditPrev"`;

const selectPosted: Prepared = {
  name: 'ledger.selectPosted',
  text: byIds(transferColumns, 'transfer'),
};

export async function readPosted(tx: Tx, cityCode: number, ids: string[]): Promise<Map<string, Transfer>> {
  return byId(await tx.query<Transfer>(selectPosted, [cityCode, ids]));
}

const selectRejected: Prepared = {
  name: 'ledger.selectRejected',
  text: byIds('id, content, code, data', 'rejected_transfer'),
};

export async function readRejected(tx: Tx, cityCode: number, ids: string[]): Promise<Map<string, Rejection>> {
  return byId(await tx.query<Rejection>(selectRejected, [cityCode, ids]));
}

const insertTransfers: Prepared = {
  name: 'ledger.insertTransfers',
  text: `insert into transfer (city_code, sequence, id, phase, debit_account_id, credit_account_id, minutes,
      hold_id, reverses_id, code, reference, community_code, policy_version, actor_role, actor_id,
      effective_at, recorded_at, debit_balance_minutes, credit_balance_minutes, debit_prev, credit_prev,
      chain_hash)
    select $1::int, * from unnest($2::bigint[], $3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::int[],
      $8::uuid[], $9::uuid[], $10::text[], $11::text[], $12::bigint[], $13::int[], $14::text[], $15::text[],
      $16::timestamptz[], $17::timestamptz[], $18::bigint[], $19::bigint[], $20::bigint[], $21::bigint[],
      $22::bytea[])`,
};

export async function insertPosted(
  tx: Tx,
  cityCode: number,
  transfers: readonly Transfer[],
  links: readonly Buffer[],
): Promise<void> {
  if (transfers.length === 0) return;
  const column = <T>(value: (transfer: Transfer) => T): T[] => transfers.map(value);
  await tx.query(insertTransfers, [
    cityCode,
    column((transfer) => transfer.sequence),
    column((transfer) => transfer.id),
    column((transfer) => transfer.phase),
    column((transfer) => transfer.debitAccountId),
    column((transfer) => transfer.creditAccountId),
    column((transfer) => transfer.minutes),
    column((transfer) => transfer.holdId),
    column((transfer) => transfer.reversesId),
    column((transfer) => transfer.code),
    column((transfer) => transfer.reference),
    column((transfer) => transfer.communityCode),
    column((transfer) => transfer.policyVersion),
    column((transfer) => transfer.actorRole),
    column((transfer) => transfer.actorId),
    column((transfer) => isoOf(transfer.effectiveAtMicros)),
    column((transfer) => isoOf(transfer.recordedAtMicros)),
    column((transfer) => transfer.debitBalanceMinutes),
    column((transfer) => transfer.creditBalanceMinutes),
    column((transfer) => transfer.debitPrev),
    column((transfer) => transfer.creditPrev),
    links,
  ]);
}

const updateCounters: Prepared = {
  name: 'ledger.updateCounters',
  text: `with changed as (
      update account set debited_minutes = a.debited, credited_minutes = a.credited,
        last_sequence = a.last_sequence, version = account.version + 1
      from unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[])
        as a(id, debited, credited, last_sequence, version)
      where account.city_code = $1 and account.id = a.id and account.version = a.version
      returning 1)
    select count(*) as count from changed`,
};

/** @throws Error when an account was changed by somebody who did not hold the city's lock */
export async function writeAccounts(tx: Tx, cityCode: number, accounts: readonly Account[]): Promise<void> {
  if (accounts.length === 0) return;
  const [written] = await tx.query<{ count: number }>(updateCounters, [
    cityCode,
    accounts.map((account) => account.id),
    accounts.map((account) => account.debitedMinutes),
    accounts.map((account) => account.creditedMinutes),
    accounts.map((account) => account.lastSequence),
    accounts.map((account) => account.version),
  ]);
  if (written?.count !== accounts.length)
    throw new Error(`ledger ${cityCode}: an account changed under the city's lock`);
}

const insertRejections: Prepared = {
  name: 'ledger.insertRejections',
  text: `insert into rejected_transfer (city_code, id, content, code, data, rejected_at)
    select $1::int, r.id, r.content, r.code, r.data, $6::timestamptz
    from unnest($2::uuid[], $3::text[], $4::text[], $5::json[]) as r(id, content, code, data)`,
};

export async function insertRejected(
  tx: Tx,
  cityCode: number,
  rejections: readonly Rejection[],
  at: Date,
): Promise<void> {
  if (rejections.length === 0) return;
  await tx.query(insertRejections, [
    cityCode,
    rejections.map((rejection) => rejection.id),
    rejections.map((rejection) => rejection.content),
    rejections.map((rejection) => rejection.code),
    rejections.map((rejection) => JSON.stringify(rejection.data)),
    at,
  ]);
}

const updateHead: Prepared = {
  name: 'ledger.updateHead',
  text: 'update ledger_head set next_sequence = $2, chain_hash = $3 where city_code = $1',
};

export async function writeHead(tx: Tx, cityCode: number, head: Head): Promise<void> {
  await tx.query(updateHead, [cityCode, head.nextSequence, head.chainHash]);
}

const selectOwned: Prepared = {
  name: 'ledger.selectOwned',
  text: `select city_code as "cityCode", ${accountColumns} from account
    where owner_id = $1 and kind = 'personal' and ($2::int is null or city_code = $2)
    order by opened_at, city_code limit 1`,
};

/** A person's account: in the city named, or the one opened first. */
export async function findOwned(
  database: Database,
  ownerId: string,
  cityCode: number | undefined,
): Promise<OwnedAccount | undefined> {
  const [account] = await database.query<OwnedAccount>(selectOwned, [ownerId, cityCode ?? null]);
  return account;
}

const selectStatement: Prepared = {
  name: 'ledger.selectStatement',
  text: `with recursive line as (
      select 1 as place, transfer.* from transfer
      where city_code = $1 and sequence = $2 and $3 in (debit_account_id, credit_account_id)
      union all
      select line.place + 1, before.* from line
      join transfer before on before.city_code = $1 and before.sequence =
        case when line.debit_account_id = $3 then line.debit_prev else line.credit_prev end
      where line.place < $4)
    select ${transferColumns} from line order by place`,
};

/** At most `limit` transfers of an account, newest first, from number `from` on. None when that is not one of its own. */
export async function readStatement(
  database: Database,
  account: OwnedAccount,
  from: number,
  limit: number,
): Promise<Transfer[]> {
  return database.query<Transfer>(selectStatement, [account.cityCode, from, account.id, limit]);
}

/** The city's head without a lock. */
export async function readHead(tx: Tx, cityCode: number): Promise<Head> {
  const [head] = await tx.query<Head>(
    'select next_sequence as "nextSequence", chain_hash as "chainHash" from ledger_head where city_code = $1',
    [cityCode],
  );
  return head ?? { nextSequence: 1, chainHash: genesisHash };
}

const chunkRows = 2_000;

/** Every transfer of a city in order, some thousands at a time. */
export async function* readChain(tx: Tx, cityCode: number): AsyncGenerator<ChainedTransfer[]> {
  for (let after = 0; ;) {
    const rows = await tx.query<ChainedTransfer>(
      `select ${transferColumns}, chain_hash as "chainHash" from transfer
       where city_code = $1 and sequence > $2 order by sequence limit $3`,
      [cityCode, after, chunkRows],
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.sequence;
  }
}

/** Every account of a city in order of ids, some thousands at a time. */
export async function* readAllAccounts(tx: Tx, cityCode: number): AsyncGenerator<AuditedAccount[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await tx.query<AuditedAccount>(
      `select kind, ${accountColumns} from account where city_code = $1 and id > $2 order by id limit $3`,
      [cityCode, after, chunkRows],
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.id;
  }
}

function byId<T extends { id: string }>(rows: T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function isoOf(micros: number): string {
  return new Date(micros / 1000).toISOString();
}
