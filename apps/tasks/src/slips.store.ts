import type { SlipReason, SlipState } from '#contracts';
import type { Database, Tx } from '#platform';

type Reader = Pick<Tx | Database, 'query'>;

/** Takes a slip for a record or a link, once. `unknown`: the resident has no such slip; `spent`: used or expired. */
export async function takeSlip(
  tx: Tx,
  slip: { cityCode: number; codeIndex: Buffer; recordId?: string; linkId?: string },
  now: Date,
  today: string,
): Promise<'taken' | 'spent' | 'cancelled' | 'unknown'> {
  const key = [slip.cityCode, slip.codeIndex];
  const taken = await tx.query(
    `update paper_slip set used_record_id = $3, used_link_id = $4, used_at = $5
     where city_code = $1 and code_index = $2 and used_at is null and cancellation_id is null and expires_on >= $6
     returning id`,
    [...key, slip.recordId ?? null, slip.linkId ?? null, now, today],
  );
  if (taken.length > 0) return 'taken';
  const [known] = await tx.query<{ cancelled: boolean }>(
    `select cancellation_id is not null as cancelled from paper_slip where city_code = $1 and code_index = $2`,
    key,
  );
  if (!known) return 'unknown';
  return known.cancelled ? 'cancelled' : 'spent';
}

/** Writes a sheet of slips; one that is there already stays as it is. */
export async function addSlips(
  tx: Tx,
  sheet: { cityCode: number; residentId: string; printedBy: string; printedAt: Date; expiresOn: string },
  slips: readonly { id: string; codeIndex: Buffer }[],
): Promise<void> {
  await tx.query(
    `insert into paper_slip (city_code, id, resident_id, code_index, printed_by, printed_at, expires_on)
     select $1, s.id, $2, s.code_index, $3, $4, $5 from unnest($6::uuid[], $7::bytea[]) as s(id, code_index)
     on conflict do nothing`,
    [
      sheet.cityCode,
      sheet.residentId,
      sheet.printedBy,
      sheet.printedAt,
      sheet.expiresOn,
      slips.map(({ id }) => id),
      slips.map(({ codeIndex }) => codeIndex),
    ],
  );
}

/** What is known of the first slip of a sheet. */
export async function readSlip(
  reader: Reader,
  cityCode: number,
  id: string,
): Promise<{ residentId: string; expiresOn: string } | undefined> {
  const [row] = await reader.query<{ residentId: string; expiresOn: string }>(
    `select resident_id as "residentId", to_char(expires_on, 'YYYY-MM-DD') as "expiresOn" from paper_slip
     where city_code = $1 and id = $2`,
    [cityCode, id],
  );
  return row;
}

export interface SlipRow {
  id: string;
  state: SlipState;
  printedAt: Date;
  expiresOn: string;
  reason: SlipReason | null;
}

/** Slips of a resident, the newest sheet first. */
export function readSlips(
  reader: Reader,
  resident: { cityCode: number; id: string },
  today: string,
  limit: number,
): Promise<SlipRow[]> {
  return reader.query<SlipRow & Record<string, unknown>>(
    `select s.id, case when s.used_at is not null then 'used' when c.id is not null then 'cancelled'
         when s.expires_on < $3 then 'expired' else 'printed' end as state,
       s.printed_at as "printedAt", to_char(s.expires_on, 'YYYY-MM-DD') as "expiresOn", c.reason
     from paper_slip s left join slip_cancellation c on c.city_code = s.city_code and c.id = s.cancellation_id
     where s.city_code = $1 and s.resident_id = $2 order by s.printed_at desc, s.id limit $4`,
    [resident.cityCode, resident.id, today, limit],
  );
}

/** Locks the slips of a resident that still count: those named, or all. In the order of their ids. */
export async function lockOpenSlips(
  tx: Tx,
  resident: { cityCode: number; id: string },
  slipIds: readonly string[] | undefined,
  today: string,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from paper_slip where city_code = $1 and resident_id = $2 and used_at is null
       and cancellation_id is null and expires_on >= $3 and ($4::uuid[] is null or id = any($4)) order by id limit 100 for update`,
    [resident.cityCode, resident.id, today, slipIds ?? null],
  );
  return rows.map(({ id }) => id);
}

export interface CancellationRow {
  cityCode: number;
  id: string;
  residentId: string;
  reason: SlipReason;
  replaced: number;
}

export async function readCancellation(
  tx: Tx,
  cityCode: number,
  id: string,
): Promise<(CancellationRow & { slipIds: string[] }) | undefined> {
  const [row] = await tx.query<CancellationRow & { slipIds: string[] }>(
    `select city_code as "cityCode", id, resident_id as "residentId", reason, replaced,
       array(select s.id from paper_slip s where s.city_code = c.city_code and s.cancellation_id = c.id order by s.id)
         as "slipIds"
     from slip_cancellation c where city_code = $1 and id = $2`,
    [cityCode, id],
  );
  return row;
}

export async function cancelSlips(
  tx: Tx,
  row: CancellationRow,
  slipIds: readonly string[],
  by: { id: string; at: Date },
): Promise<void> {
  await tx.query(
    `insert into slip_cancellation (city_code, id, resident_id, reason, replaced, cancelled_by, cancelled_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.cityCode, row.id, row.residentId, row.reason, row.replaced, by.id, by.at],
  );
  await tx.query('update paper_slip set cancellation_id = $2 where city_code = $1 and id = any($3)', [
    row.cityCode,
    row.id,
    slipIds,
  ]);
}
