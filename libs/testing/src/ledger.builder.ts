import type { PostTransferInput } from '#contracts';
import { withClient } from '#local';
import { newId } from '#platform';

/** A city with accounts that no earning had to open. */
export interface LedgerCity {
  cityCode: number;
  /** May issue without limit. */
  bank: string;
  /** Personal accounts at the floor of nothing; each bears its owner's id. */
  people: string[];
  /** A new request between two of its accounts. */
  transfer(debitAccountId: string, creditAccountId: string, minutes: number): PostTransferInput;
}

/** Inserts a bank and members into a city that has no ledger yet. */
export async function openCity(adminUrl: string, cityCode: number, members: number): Promise<LedgerCity> {
  const bank = newId();
  const people = Array.from({ length: members }, newId);
  await withClient(adminUrl, async (client) => {
    await client.query('insert into ledger.ledger_head values ($1, 1, $2)', [cityCode, Buffer.alloc(32)]);
    await client.query(
      `insert into ledger.account (city_code, id, kind, owner_id, floor_minutes, opened_at)
       select $1::int, $2::uuid, 'issuance', null, null::bigint, now() union all
       select $1, id, 'personal', id, 0, now() from unnest($3::uuid[]) as id`,
      [cityCode, bank, people],
    );
  });
  const transfer = (debitAccountId: string, creditAccountId: string, minutes: number): PostTransferInput => ({
    id: newId(),
    cityCode,
    debitAccountId,
    creditAccountId,
    minutes,
    code: 'gift',
    reference: 'test:1',
  });
  return { cityCode, bank, people, transfer };
}
