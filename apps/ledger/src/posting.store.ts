import type { AccountKind } from '#contracts';
import type { Database, Prepared, Tx } from '#platform';
import type { PostingState } from './book.js';
import { genesisHash } from './chain.js';
import { accountColumns, type Head, transferColumns } from './ledger.store.js';
import type { Decision, Named } from './posting.js';
import type { Account, Rejection, Transfer } from './transfer.js';

export interface NewAccount {
  id: string;
  kind: AccountKind;
  /** Null for the city's own accounts. */
  ownerId: string | null;
  floorMinutes: number | null;
}

interface Resolution {
  origin: string;
  id: string;
}

const selectHead: Prepared = {
  name: 'ledger.lockHead',
  text: `select next_sequence as "nextSequence", chain_hash as "chainHash"
    from ledger_head where city_code = $1 for update`,
};

/** Locks the city's head until the transaction ends, if there is one. */
export async function lockHead(tx: Tx, cityCode: number): Promise<Head | undefined> {
  const [head] = await tx.query<Head>(selectHead, [cityCode]);
  return head;
}

/** Locks the city's head until the transaction ends. A city's first transfer makes it. */
export async function lockCity(tx: Tx, cityCode: number): Promise<Head> {
  const head = await lockHead(tx, cityCode);
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

// Without a name, so that each is planned for the ids it bears and the table as it is: a plan made while the table
// was empty must not walk it when it holds millions.
function byIds(columns: string, table: string): string {
  return `select ${columns} from ${table} where city_code = $1 and id = any($2::uuid[])`;
}

const selectAccounts = byIds(accountColumns, 'account');
const selectPosted = byIds(transferColumns, 'transfer');
const selectRejected = byIds('id, content, code, data', 'rejected_transfer');

const selectResolutions: Prepared = {
  name: 'ledger.selectResolutions',
  text: `select hold_id as origin, id from transfer where city_code = $1 and hold_id = any($2::uuid[])`,
};

const selectReversals: Prepared = {
  name: 'ledger.selectReversals',
  text: `select reverses_id as origin, id from transfer where city_code = $1 and reverses_id = any($2::uuid[])`,
};

/** What is named by those who ask, as it stands. */
export type Known = Omit<PostingState, 'nextSequence' | 'policyVersion'>;

/** All that posting must know of what is named. Needs the city's lock. */
export async function readKnown(tx: Tx, cityCode: number, named: Named): Promise<Known> {
  const { accountIds, transferIds, holdIds, reversedIds } = named;
  const ofOrigin = async (statement: Prepared, ids: string[]) => {
    const rows = ids.length > 0 ? await tx.query<Resolution>(statement, [cityCode, ids]) : [];
    return new Map(rows.map(({ origin, id }) => [origin, id]));
  };
  const ids = [...new Set([...transferIds, ...holdIds, ...reversedIds])];
  const [accounts, posted, rejected, resolvedBy, reversedBy] = await Promise.all([
    tx.query<Account>(selectAccounts, [cityCode, accountIds]),
    tx.query<Transfer>(selectPosted, [cityCode, ids]),
    tx.query<Rejection>(selectRejected, [cityCode, transferIds]),
    ofOrigin(selectResolutions, holdIds),
    ofOrigin(selectReversals, reversedIds),
  ]);
  return {
    accounts: byId(accounts),
    posted: byId(posted),
    rejected: byId(rejected),
    resolvedBy,
    reversedBy,
  };
}

/** The chain's links of transfers that follow `head`. */
export type Linking = (head: Buffer, transfers: readonly Transfer[]) => Buffer[];

/** Where the city's chain ends, and how it goes on. */
interface ChainEnd {
  head: Buffer;
  link: Linking;
}

/** Writes what was decided; statements go out together. */
export async function writeDecision(
  tx: Tx,
  cityCode: number,
  { transfers, rejections, accounts, nextSequence }: Decision,
  chainEnd: ChainEnd,
  at: Date,
): Promise<void> {
  const last = insertPosted(tx, cityCode, transfers, chainEnd, at);
  await Promise.all([
    insertRejected(tx, cityCode, rejections, at),
    writeAccounts(tx, cityCode, accounts),
    writeOpenHolds(tx, cityCode, transfers),
    last && tx.query(updateHead, [cityCode, nextSequence, last]),
  ]);
}

const insertTransfers: Prepared = {
  name: 'ledger.insertTransfers',
  text: `insert into transfer (city_code, sequence, id, phase, debit_account_id, credit_account_id, minutes,
      hold_id, reverses_id, code, reference, community_code, policy_version, actor_role, actor_id,
      effective_at, recorded_at, debit_balance_minutes, credit_balance_minutes, debit_prev, credit_prev,
      chain_hash, expires_at, link_id)
    select $1::int, t.sequence, t.id, t.phase, t.debit_account_id, t.credit_account_id, t.minutes, t.hold_id,
      t.reverses_id, t.code, t.reference, t.community_code, t.policy_version, t.actor_role, t.actor_id,
      coalesce(t.effective_at, $2), $2::timestamptz, t.debit_balance, t.credit_balance, t.debit_prev,
      t.credit_prev, t.chain_hash, t.expires_at, t.link_id
    from unnest($3::bigint[], $4::uuid[], $5::text[], $6::uuid[], $7::uuid[], $8::int[], $9::uuid[],
      $10::uuid[], $11::text[], $12::text[], $13::bigint[], $14::int[], $15::text[], $16::text[],
      $17::timestamptz[], $18::bigint[], $19::bigint[], $20::bigint[], $21::bigint[], $22::bytea[],
      $23::timestamptz[], $24::uuid[])
    as t(sequence, id, phase, debit_account_id, credit_account_id, minutes, hold_id, reverses_id, code,
      reference, community_code, policy_version, actor_role, actor_id, effective_at, debit_balance,
      credit_balance, debit_prev, credit_prev, chain_hash, expires_at, link_id)`,
};

/** While PostgreSQL inserts one slice, the next is linked and made ready. */
const sliceRows = 128;

/** Answers the last link, if there is one. */
function insertPosted(
  tx: Tx,
  cityCode: number,
  transfers: readonly Transfer[],
  { head, link }: ChainEnd,
  at: Date,
): Buffer | undefined {
  let last: Buffer | undefined;
  for (let start = 0; start < transfers.length; start += sliceRows) {
    const slice = transfers.slice(start, start + sliceRows);
    const links = link(last ?? head, slice);
    insertSlice(tx, cityCode, slice, links, at);
    last = links.at(-1);
  }
  return last;
}

function insertSlice(
  tx: Tx,
  cityCode: number,
  transfers: readonly Transfer[],
  links: readonly Buffer[],
  at: Date,
): void {
  const plain = (value: (transfer: Transfer) => string | number | null) => plainArray(transfers.map(value));
  const text = (value: (transfer: Transfer) => string) => transfers.map(value);
  const instant = (value: (transfer: Transfer) => number | null) =>
    plain((transfer) => {
      const micros = value(transfer);
      return micros === null ? null : quoted(isoOf(micros));
    });
  tx.write(insertTransfers, [
    cityCode,
    at,
    plain((transfer) => transfer.sequence),
    plain((transfer) => transfer.id),
    plain((transfer) => transfer.phase),
    plain((transfer) => transfer.debitAccountId),
    plain((transfer) => transfer.creditAccountId),
    plain((transfer) => transfer.minutes),
    plain((transfer) => transfer.holdId),
    plain((transfer) => transfer.reversesId),
    plain((transfer) => transfer.code),
    text((transfer) => transfer.reference),
    plain((transfer) => transfer.communityCode),
    plain((transfer) => transfer.policyVersion),
    plain((transfer) => transfer.actorRole),
    text((transfer) => transfer.actorId),
    instant((transfer) =>
      transfer.effectiveAtMicros === transfer.recordedAtMicros ? null : transfer.effectiveAtMicros,
    ),
    plain((transfer) => transfer.debitBalanceMinutes),
    plain((transfer) => transfer.creditBalanceMinutes),
    plain((transfer) => transfer.debitPrev),
    plain((transfer) => transfer.creditPrev),
    plainArray(links.map((link) => quoted(`\\\\x${link.toString('hex')}`))),
    instant((transfer) => transfer.expiresAtMicros),
    plain((transfer) => transfer.linkId),
  ]);
}

/**
 * An array as PostgreSQL writes it, of what needs no quotes: numbers, ids, words of ours. The driver would look
 * at every character of it. Of nothing but nulls it is empty, since `unnest` fills up with nulls.
 */
function plainArray(values: readonly (string | number | null)[]): string {
  return values.every((value) => value === null)
    ? '{}'
    : `{${values.map((value) => value ?? 'NULL').join(',')}}`;
}

function quoted(text: string): string {
  return `"${text}"`;
}

const updateCounters: Prepared = {
  name: 'ledger.updateCounters',
  text: `with changed as (
      update account set debited_minutes = a.debited, credited_minutes = a.credited,
        pending_debit_minutes = a.pending_debit, pending_credit_minutes = a.pending_credit,
        last_sequence = a.last_sequence, version = account.version + 1
      from unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[])
        as a(id, debited, credited, last_sequence, version, pending_debit, pending_credit)
      where account.city_code = $1 and account.id = a.id and account.version = a.version
      returning 1)
    select count(*) as count from changed`,
};

/** @throws Error when an account was changed by somebody who did not hold the city's lock */
async function writeAccounts(tx: Tx, cityCode: number, accounts: readonly Account[]): Promise<void> {
  if (accounts.length === 0) return;
  const plain = (value: (account: Account) => string | number | null) => plainArray(accounts.map(value));
  const [written] = await tx.query<{ count: number }>(updateCounters, [
    cityCode,
    plain((account) => account.id),
    plain((account) => account.debitedMinutes),
    plain((account) => account.creditedMinutes),
    plain((account) => account.lastSequence),
    plain((account) => account.version),
    plain((account) => account.pendingDebitMinutes),
    plain((account) => account.pendingCreditMinutes),
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

async function insertRejected(
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

const insertHolds: Prepared = {
  name: 'ledger.insertHolds',
  text: `insert into open_hold (city_code, hold_id, expires_at)
    select $1::int, * from unnest($2::uuid[], $3::timestamptz[])`,
};

const deleteHolds: Prepared = {
  name: 'ledger.deleteHolds',
  text: 'delete from open_hold where city_code = $1 and hold_id = any($2::uuid[])',
};

async function writeOpenHolds(tx: Tx, cityCode: number, transfers: readonly Transfer[]): Promise<void> {
  const held = transfers.filter(({ phase }) => phase === 'hold');
  const resolved = transfers.flatMap(({ holdId }) => holdId ?? []);
  const expiries = held.map(({ expiresAtMicros }) =>
    expiresAtMicros === null ? null : isoOf(expiresAtMicros),
  );
  // In this order: a hold may be resolved in the batch that made it.
  if (held.length > 0) await tx.query(insertHolds, [cityCode, held.map(({ id }) => id), expiries]);
  if (resolved.length > 0) await tx.query(deleteHolds, [cityCode, resolved]);
}

/** A hold nobody resolved in time. */
export interface DueHold extends Transfer {
  cityCode: number;
}

/** Holds that expired by `at`, the earliest first. */
export async function readDueHolds(database: Database, at: Date, limit: number): Promise<DueHold[]> {
  return database.query<DueHold>(
    `select city_code as "cityCode", ${transferColumns} from (
       select open_hold.city_code as city, hold_id as held, expires_at as due from open_hold
       where expires_at <= $1 order by expires_at limit $2) as open
     join transfer on city_code = city and id = held order by due`,
    [at, limit],
  );
}

function byId<T extends { id: string }>(rows: T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function isoOf(micros: number): string {
  return new Date(micros / 1000).toISOString();
}
