import type { HeldMode } from '#contracts';
import type { Tx } from '#platform';
import { deterministicId } from '#platform';
import type { Funding } from './funding.js';
import { accountColumns, transferColumns } from './ledger.store.js';
import type { Account, Transfer } from './transfer.js';

/** What is held for an errand. */
export interface Redemption {
  errandId: string;
  needId: string;
  mode: HeldMode;
  payerAccountId: string;
  servedId: string;
  slots: number;
  slotMinutes: number;
  wholeMinutes: number;
  expiresAt: Date;
}

/** A redemption as it stands; `redemption` is undefined where the errand was settled before anything was held. */
export interface KnownRedemption {
  errandId: string;
  redemption: Redemption | undefined;
  /** 0 as long as it was not settled. */
  settledVersion: number;
  awaitedIds: string[];
}

/** The id of the hold of a slot, which a retry asks for again. */
export function holdId(errandId: string, slot: number): string {
  return deterministicId('slotHold', errandId, slot);
}

type Row = Redemption & { settledVersion: number; awaitedIds: string[] | null };

/** What is known of these errands. Needs the city's lock. */
export async function readRedemptions(
  tx: Tx,
  cityCode: number,
  errandIds: readonly string[],
): Promise<Map<string, KnownRedemption>> {
  const rows = await tx.query<Row & { slots: number | null }>(
    `select errand_id as "errandId", need_id as "needId", mode, payer_account_id as "payerAccountId",
       served_id as "servedId", slots, slot_minutes as "slotMinutes", whole_minutes as "wholeMinutes",
       expires_at as "expiresAt", settled_version as "settledVersion", awaited_ids as "awaitedIds"
     from redemption where city_code = $1 and errand_id = any($2::uuid[])`,
    [cityCode, errandIds],
  );
  return new Map(
    rows.map(({ settledVersion, awaitedIds, ...redemption }) => [
      redemption.errandId,
      {
        errandId: redemption.errandId,
        redemption: redemption.slots === null ? undefined : redemption,
        settledVersion,
        awaitedIds: awaitedIds ?? [],
      },
    ]),
  );
}

/** Needs the city's lock. */
export async function insertRedemption(tx: Tx, cityCode: number, row: Redemption, at: Date): Promise<void> {
  await tx.query(
    `insert into redemption (city_code, errand_id, need_id, mode, payer_account_id, served_id, slots, slot_minutes,
       whole_minutes, expires_at, held_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[cityCode, row.errandId, row.needId, row.mode, row.payerAccountId, row.servedId, row.slots],
      ...[row.slotMinutes, row.wholeMinutes, row.expiresAt, at],
    ],
  );
}

/** Marks an errand settled, unless that is known in as high a version. Needs the city's lock. */
export async function writeSettled(
  tx: Tx,
  cityCode: number,
  settled: { errandId: string; version: number; awaitedIds: string[] },
): Promise<void> {
  await tx.query(
    `insert into redemption (city_code, errand_id, settled_version, awaited_ids) values ($1, $2, $3, $4::uuid[])
     on conflict (city_code, errand_id) do update
       set settled_version = excluded.settled_version, awaited_ids = excluded.awaited_ids
     where redemption.settled_version < excluded.settled_version`,
    [cityCode, settled.errandId, settled.version, settled.awaitedIds],
  );
}

export interface OpenSlot {
  errandId: string;
  slot: number;
  hold: Transfer;
  /** Whether it may still be captured. */
  inTime: boolean;
}

/** Slots whose hold nobody has resolved. Needs the city's lock. */
export async function readOpenSlots(
  tx: Tx,
  cityCode: number,
  redemptions: readonly Redemption[],
  at: Date,
): Promise<OpenSlot[]> {
  const asked = redemptions.flatMap(({ errandId, slots }) =>
    Array.from({ length: slots }, (_, slot) => ({ errandId, slot, id: holdId(errandId, slot) })),
  );
  if (asked.length === 0) return [];
  const rows = await tx.query<Transfer>(
    `select ${transferColumns} from (
       select hold_id as held from open_hold where city_code = $1 and hold_id = any($2::uuid[])) as open
     join transfer on city_code = $1 and id = held`,
    [cityCode, asked.map(({ id }) => id)],
  );
  const holds = new Map(rows.map((row) => [row.id, row]));
  return asked.flatMap(({ errandId, slot, id }) => {
    const hold = holds.get(id);
    if (!hold) return [];
    return { errandId, slot, hold, inTime: (hold.expiresAtMicros ?? Infinity) > at.getTime() * 1000 };
  });
}

/** How a record is funded, with the transfers that do it. */
export interface FundedRecord extends Funding {
  recordId: string;
  errandId: string;
  chargeId: string | null;
  cityId: string | null;
}

const recordColumns = `record_id as "recordId", errand_id as "errandId", slot, credited_minutes as "creditedMinutes",
  charged_minutes as "chargedMinutes", charge_id as "chargeId", city_id as "cityId"`;

/** Every record of these errands. Needs the city's lock. */
export function readRecords(tx: Tx, cityCode: number, errandIds: readonly string[]): Promise<FundedRecord[]> {
  return tx.query<FundedRecord>(
    `select ${recordColumns} from redemption_record where city_code = $1 and errand_id = any($2::uuid[])`,
    [cityCode, errandIds],
  );
}

/** Needs the city's lock. */
export async function writeRecord(tx: Tx, cityCode: number, row: FundedRecord): Promise<void> {
  await tx.query(
    `insert into redemption_record (city_code, record_id, errand_id, slot, credited_minutes, charged_minutes,
       charge_id, city_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (city_code, record_id) do update set slot = excluded.slot,
       credited_minutes = excluded.credited_minutes, charged_minutes = excluded.charged_minutes,
       charge_id = excluded.charge_id, city_id = excluded.city_id`,
    [
      ...[cityCode, row.recordId, row.errandId, row.slot, row.creditedMinutes, row.chargedMinutes],
      ...[row.chargeId, row.cityId],
    ],
  );
}

/** Accounts by id. Needs the city's lock. */
export async function readAccounts(tx: Tx, cityCode: number, ids: string[]): Promise<Map<string, Account>> {
  const rows = await tx.query<Account>(
    `select ${accountColumns} from account where city_code = $1 and id = any($2::uuid[])`,
    [cityCode, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** A person's account in a city. */
export async function findPersonal(tx: Tx, cityCode: number, ownerId: string): Promise<Account | undefined> {
  const [row] = await tx.query<Account>(
    `select ${accountColumns} from account where owner_id = $2 and kind = 'personal' and city_code = $1`,
    [cityCode, ownerId],
  );
  return row;
}

/** Transfers by id. Needs the city's lock. */
export async function readTransfers(
  tx: Tx,
  cityCode: number,
  ids: readonly string[],
): Promise<Map<string, Transfer>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<Transfer>(
    `select ${transferColumns} from transfer where city_code = $1 and id = any($2::uuid[])`,
    [cityCode, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What the pool gave for somebody, or still holds, in errands held from `since` on. */
export async function readPoolMinutes(
  tx: Tx,
  cityCode: number,
  servedId: string,
  since: Date,
): Promise<number> {
  const held = await tx.query<Redemption>(
    `select errand_id as "errandId", slots, slot_minutes as "slotMinutes" from redemption
     where city_code = $1 and served_id = $2 and mode = 'publicPool' and held_at >= $3`,
    [cityCode, servedId, since],
  );
  const [open, records] = await Promise.all([
    readOpenSlots(tx, cityCode, held, since),
    readRecords(
      tx,
      cityCode,
      held.map(({ errandId }) => errandId),
    ),
  ]);
  return (
    open.reduce((sum, { hold }) => sum + hold.minutes, 0) +
    records.reduce((sum, { chargedMinutes }) => sum + chargedMinutes, 0)
  );
}
