import type { Actor, StatementSpan } from '#contracts';
import type { Database } from '#platform';
import type { OwnedAccount } from './ledger.store.js';

/** What the ledger knows of an account's owner. */
export interface Holder {
  /** 12-digit code of where the owner lives. */
  communityCode: number;
  /** 1950 for 1950 to 1959. */
  birthDecade: number;
}

export async function findHolder(
  database: Database,
  cityCode: number,
  ownerId: string,
): Promise<Holder | undefined> {
  const [holder] = await database.query<Holder & object>(
    `select community_code as "communityCode", birth_decade as "birthDecade" from holder
     where city_code = $1 and owner_id = $2`,
    [cityCode, ownerId],
  );
  return holder;
}

/** Writes down that staff reads somebody's statement; rows are never changed. */
export async function recordReading(
  database: Database,
  id: string,
  account: OwnedAccount,
  actor: Actor,
  { from, to }: StatementSpan,
  at: Date,
): Promise<void> {
  await database.query(
    `insert into statement_reading (city_code, id, account_id, actor_role, actor_id, first_day, last_day, read_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [account.cityCode, id, account.id, actor.role, actor.id, from ?? null, to ?? null, at],
  );
}
