import type { AccountKind } from '#contracts';
import type { Database, Prepared, Tx } from '#platform';
import { type ChainedTransfer, genesisHash } from './chain.js';
import type { Account, Transfer } from './transfer.js';

/** Where a city's chain ends. Holding its lock means being the only writer of the city. */
export interface Head {
  nextSequence: number;
  chainHash: Buffer;
}

export interface OwnedAccount extends Account {
  cityCode: number;
}

/** An account as an audit needs it. */
export interface AuditedAccount extends Account {
  kind: AccountKind;
}

/** Columns of an `Account`. */
export const accountColumns = `id, floor_minutes as "floorMinutes", debited_minutes as "debitedMinutes",
  credited_minutes as "creditedMinutes", pending_debit_minutes as "pendingDebitMinutes",
  pending_credit_minutes as "pendingCreditMinutes", last_sequence as "lastSequence", version,
  closed_at is not null as closed`;

/** Columns of a `Transfer`. */
export const transferColumns = `sequence, id, phase, debit_account_id as "debitAccountId",
  credit_account_id as "creditAccountId", minutes, hold_id as "holdId", reverses_id as "reversesId",
  link_id as "linkId", (extract(epoch from expires_at) * 1000000)::bigint as "expiresAtMicros",
  code, reference, community_code as "communityCode", policy_version as "policyVersion",
  actor_role as "actorRole", actor_id as "actorId",
  (extract(epoch from effective_at) * 1000000)::bigint as "effectiveAtMicros",
  (extract(epoch from recorded_at) * 1000000)::bigint as "recordedAtMicros",
  debit_balance_minutes as "debitBalanceMinutes", credit_balance_minutes as "creditBalanceMinutes",
  debit_prev as "debitPrev", credit_prev as "creditPrev"`;

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

// One probe of the key a line, whatever the statistics say: a join would be planned as a scan while they are young.
const selectStatement: Prepared = {
  name: 'ledger.selectStatement',
  text: `with recursive line as (
      select 1 as place, transfer.* from transfer
      where city_code = $1 and sequence = $2 and $3 in (debit_account_id, credit_account_id)
        and phase in ('single', 'capture')
      union all
      select line.place + 1, before.* from line
      cross join lateral (select * from transfer where city_code = $1 and sequence =
        case when line.debit_account_id = $3 then line.debit_prev else line.credit_prev end limit 1) as before
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

/** Every hold of a city that the ledger takes for open. */
export async function readOpenHolds(tx: Tx, cityCode: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>('select hold_id as id from open_hold where city_code = $1', [
    cityCode,
  ]);
  return rows.map(({ id }) => id);
}
