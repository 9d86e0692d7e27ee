import type { AccountKind, Actor } from '#contracts';
import type { Tx } from '#platform';
import { accountColumns } from './ledger.store.js';
import type { NewAccount } from './posting.store.js';
import type { Account } from './transfer.js';

export interface KnownAccount extends Account {
  kind: AccountKind;
  ownerId: string | null;
}

export type AccountChange = 'opened' | 'floorSet' | 'closed';

export async function readAccount(tx: Tx, cityCode: number, id: string): Promise<KnownAccount | undefined> {
  const [account] = await tx.query<KnownAccount>(
    `select kind, owner_id as "ownerId", ${accountColumns} from account where city_code = $1 and id = $2`,
    [cityCode, id],
  );
  return account;
}

/** Error: the owner's account of this kind is open already (`account_owner`). Needs the city's lock. */
export async function insertAccount(tx: Tx, cityCode: number, account: NewAccount, at: Date): Promise<void> {
  await tx.query(
    `insert into account (city_code, id, kind, owner_id, floor_minutes, opened_at) values ($1, $2, $3, $4, $5, $6)`,
    [cityCode, account.id, account.kind, account.ownerId, account.floorMinutes, at],
  );
}

/** Changes what no transfer changes. Needs the city's lock. */
export async function updateAccount(
  tx: Tx,
  cityCode: number,
  id: string,
  change: { floorMinutes: number | null; closedAt: Date | null },
): Promise<void> {
  await tx.query(
    `update account set floor_minutes = $3, closed_at = $4, version = version + 1
     where city_code = $1 and id = $2`,
    [cityCode, id, change.floorMinutes, change.closedAt],
  );
}

/** Who did what to the account; rows are never changed. */
export async function recordChange(
  tx: Tx,
  cityCode: number,
  account: Account,
  change: AccountChange,
  actor: Actor,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into account_change (city_code, account_id, version, change, floor_minutes, actor_role, actor_id, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [cityCode, account.id, account.version, change, account.floorMinutes, actor.role, actor.id, at],
  );
}
