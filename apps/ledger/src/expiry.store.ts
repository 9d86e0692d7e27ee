import type { Tx } from '#platform';
import { accountColumns } from './ledger.store.js';
import type { Account } from './transfer.js';

/** How far a city's credits were counted as old. */
export interface Cutoff {
  /** `2026-03-02`, Asia/Shanghai: what was credited before it is old. */
  day: string;
  lastSequence: number;
  isPosted: boolean;
}

export async function readCutoff(tx: Tx, cityCode: number): Promise<Cutoff | undefined> {
  const [row] = await tx.query<Cutoff>(
    `select day::text as day, last_sequence as "lastSequence", is_posted as "isPosted"
     from expiry_cutoff where city_code = $1`,
    [cityCode],
  );
  return row;
}

/** The last transfer recorded before a day begins in Asia/Shanghai; numbers and times grow together. */
export async function lastSequenceBefore(
  tx: Tx,
  cityCode: number,
  from: number,
  day: string,
): Promise<number> {
  let [low, high] = [from, await lastSequence(tx, cityCode)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const [row] = await tx.query<{ isBefore: boolean }>(
      `select recorded_at < $3::date::timestamp at time zone 'Asia/Shanghai' as "isBefore"
       from transfer where city_code = $1 and sequence = $2`,
      [cityCode, middle, day],
    );
    if (row?.isBefore) low = middle;
    else high = middle - 1;
  }
  return low;
}

async function lastSequence(tx: Tx, cityCode: number): Promise<number> {
  const [row] = await tx.query<{ last: number }>(
    'select next_sequence - 1 as last from ledger_head where city_code = $1',
    [cityCode],
  );
  return row?.last ?? 0;
}

/** Counts the credits of transfers after `from` up to `to` as old. Needs the city's lock. */
export async function ageCredits(tx: Tx, cityCode: number, from: number, to: number): Promise<void> {
  await tx.query(
    `insert into aged_credit (city_code, account_id, credited_minutes)
     select $1::int, credit_account_id, sum(transfer.minutes) from transfer
     join account on account.city_code = $1 and account.id = credit_account_id and account.kind = 'personal'
     where transfer.city_code = $1 and sequence > $2 and sequence <= $3 and phase in ('single', 'capture')
     group by credit_account_id
     on conflict (city_code, account_id) do update
       set credited_minutes = aged_credit.credited_minutes + excluded.credited_minutes`,
    [cityCode, from, to],
  );
}

/** Needs the city's lock. */
export async function writeCutoff(tx: Tx, cityCode: number, cutoff: Cutoff): Promise<void> {
  await tx.query(
    `insert into expiry_cutoff (city_code, day, last_sequence, is_posted) values ($1, $2::date, $3, $4)
     on conflict (city_code) do update
       set day = excluded.day, last_sequence = excluded.last_sequence, is_posted = excluded.is_posted`,
    [cityCode, cutoff.day, cutoff.lastSequence, cutoff.isPosted],
  );
}

export interface AgedAccount extends Account {
  agedMinutes: number;
}

/** Open accounts with more old credits than were ever spent or are held, in order of their ids. Needs the city's lock. */
export async function readExpirable(
  tx: Tx,
  cityCode: number,
  after: string,
  limit: number,
): Promise<AgedAccount[]> {
  return tx.query<AgedAccount>(
    `select ${accountColumns}, aged_minutes as "agedMinutes" from account
     join aged_credit as aged (aged_city, aged_id, aged_minutes) on aged_city = city_code and aged_id = id
     where city_code = $1 and id > $2 and closed_at is null
       and aged_minutes > debited_minutes + pending_debit_minutes
     order by id limit $3`,
    [cityCode, after, limit],
  );
}
