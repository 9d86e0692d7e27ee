import type { Tx } from '#platform';
import type { EarnedRecord } from './earning.js';
import { transferColumns } from './ledger.store.js';
import type { Transfer } from './transfer.js';

/** What is known of these service records; what somebody reversed credits nothing any more. Needs the city's lock. */
export async function readEarned(
  tx: Tx,
  cityCode: number,
  recordIds: string[],
): Promise<Map<string, EarnedRecord>> {
  const rows = await tx.query<{ recordId: string; version: number; transferId: string | null }>(
    `select record_id as "recordId", version, transfer_id as "transferId" from earned_record
     where city_code = $1 and record_id = any($2::uuid[])`,
    [cityCode, recordIds],
  );
  const ids = rows.flatMap(({ transferId }) => transferId ?? []);
  const transfers =
    ids.length > 0
      ? await tx.query<Transfer>(
          `select ${transferColumns} from transfer where city_code = $1 and id = any($2::uuid[])
             and not exists (select from transfer as r where r.city_code = $1 and r.reverses_id = transfer.id)`,
          [cityCode, ids],
        )
      : [];
  const standing = new Map(transfers.map((transfer) => [transfer.id, transfer]));
  return new Map(
    rows.map(({ recordId, version, transferId }) => [
      recordId,
      { version, standing: transferId === null ? undefined : standing.get(transferId) },
    ]),
  );
}

export interface EarnedVersion {
  recordId: string;
  version: number;
  /** What credits the record now. */
  transferId: string | null;
}

/** Remembers the versions that were just dealt with. Needs the city's lock. */
export async function writeEarned(tx: Tx, cityCode: number, rows: readonly EarnedVersion[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into earned_record (city_code, record_id, version, transfer_id)
     select $1::int, * from unnest($2::uuid[], $3::int[], $4::uuid[])
     on conflict (city_code, record_id) do update
       set version = excluded.version, transfer_id = excluded.transfer_id`,
    [
      cityCode,
      rows.map(({ recordId }) => recordId),
      rows.map(({ version }) => version),
      rows.map(({ transferId }) => transferId),
    ],
  );
}
