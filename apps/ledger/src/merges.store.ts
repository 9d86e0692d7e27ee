import type { Merge, Tx } from '#platform';
import { transferColumns } from './ledger.store.js';
import type { Transfer } from './transfer.js';

/** Cities in which somebody has an account, in the order they are locked in. */
export async function readCitiesOf(tx: Tx, ownerId: string): Promise<number[]> {
  const rows = await tx.query<{ cityCode: number }>(
    `select city_code as "cityCode" from account where owner_id = $1 and kind = 'personal' order by 1`,
    [ownerId],
  );
  return rows.map(({ cityCode }) => cityCode);
}

/** What was earned counts as earned by the kept one: a day's cap is one for both. Needs the city's lock. */
export async function carryEarned(tx: Tx, cityCode: number, { mergedId, keptId }: Merge): Promise<void> {
  await tx.query('update earned_record set volunteer_id = $3 where city_code = $1 and volunteer_id = $2', [
    cityCode,
    mergedId,
    keptId,
  ]);
}

/**
 * What the merged account was given to begin with where the kept one was given that too, and nobody took it back;
 * where it still waits for it and the kept one was dealt with, it waits no more. Needs the city's lock.
 */
export async function readSecondWelcome(
  tx: Tx,
  cityCode: number,
  mergedAccountId: string,
  keptAccountId: string,
): Promise<Transfer | undefined> {
  await tx.query(
    `delete from starter_grant merged using starter_grant kept
     where merged.city_code = $1 and merged.account_id = $2 and merged.transfer_id is null
       and kept.city_code = $1 and kept.account_id = $3`,
    [cityCode, mergedAccountId, keptAccountId],
  );
  const [row] = await tx.query<Transfer>(
    `select ${transferColumns} from transfer
     where city_code = $1 and id = (
         select merged.transfer_id from starter_grant merged join starter_grant kept on kept.city_code = $1
           and kept.account_id = $3 and kept.transfer_id is not null
         where merged.city_code = $1 and merged.account_id = $2)
       and not exists (select from transfer r where r.city_code = $1 and r.reverses_id = transfer.id)`,
    [cityCode, mergedAccountId, keptAccountId],
  );
  return row;
}

/** Accounts that should be empty and are not: something was on its way, or held, when their owners were merged. */
export async function readUnsettled(tx: Tx): Promise<(Merge & { cityCode: number })[]> {
  return tx.query<Merge & { cityCode: number } & object>(
    `select m.merged_id as "mergedId", m.kept_id as "keptId", a.city_code as "cityCode"
     from merged_person m join account a on a.owner_id = m.merged_id and a.kind = 'personal'
     where a.closed_at is null and a.credited_minutes - a.debited_minutes <> a.pending_debit_minutes
     order by a.city_code, m.merged_id`,
  );
}
