import type { Tx } from '#platform';

const recordsTogether = 20_000;
const transfersTogether = 100_000;
const shownFaults = 20;
const beforeAll = '00000000-0000-0000-0000-000000000000';

/**
 * Service records whose earning does not stand in the ledger as it is remembered, or that are credited by a
 * transfer which nobody remembers; at most twenty. That a record without an earning bears a reason is a
 * constraint of the table. Some thousands at a time.
 * @param clearingAccountId what is issued to it funds a payer's service and credits nobody
 */
export async function readEarningFaults(
  tx: Tx,
  cityCode: number,
  clearingAccountId: string,
): Promise<string[]> {
  const faults = new Set<string>();
  for (let after: string | undefined = beforeAll; after !== undefined;) {
    const { wrong, last } = await readWronglyRemembered(tx, cityCode, after);
    for (const recordId of wrong) faults.add(recordId);
    after = last;
  }
  const [head] = await tx.query<{ next: number }>(
    'select next_sequence as next from ledger_head where city_code = $1',
    [cityCode],
  );
  for (let from = 1; from < (head?.next ?? 1); from += transfersTogether)
    for (const recordId of await readForgotten(tx, cityCode, from, clearingAccountId)) faults.add(recordId);
  return [...faults].slice(0, shownFaults);
}

async function readWronglyRemembered(
  tx: Tx,
  cityCode: number,
  after: string,
): Promise<{ wrong: string[]; last: string | undefined }> {
  const rows = await tx.query<{ recordId: string; isWrong: boolean }>(
    `select record_id as "recordId",
       (transfer_id is not null and (own.minutes is distinct from credited_minutes
         or own.reference is distinct from 'serviceRecord:' || record_id))
       or (donation_id is not null and (donation.minutes is distinct from donated_minutes
         or donation.reference is distinct from 'serviceRecord:' || record_id)) as "isWrong"
     from (select * from earned_record where city_code = $1 and record_id > $2 order by record_id limit $3) as earned
     left join transfer own on own.city_code = $1 and own.id = transfer_id
     left join transfer donation on donation.city_code = $1 and donation.id = donation_id
     order by record_id`,
    [cityCode, after, recordsTogether],
  );
  return {
    wrong: rows.filter(({ isWrong }) => isWrong).map(({ recordId }) => recordId),
    last: rows.length === recordsTogether ? rows.at(-1)?.recordId : undefined,
  };
}

/** Credits of records, not taken back, that are not the one the record remembers. */
async function readForgotten(
  tx: Tx,
  cityCode: number,
  from: number,
  clearingAccountId: string,
): Promise<string[]> {
  const rows = await tx.query<{ recordId: string }>(
    `select substr(t.reference, 15) as "recordId" from transfer t
     left join earned_record e on e.city_code = $1 and e.record_id =
       case when t.reference ~ '^serviceRecord:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
         then substr(t.reference, 15)::uuid end
     where t.city_code = $1 and t.sequence >= $2 and t.sequence < $2 + $3
       and t.code in ('earn', 'exchange') and t.reference like 'serviceRecord:%' and t.credit_account_id <> $4
       and t.id is distinct from e.transfer_id and t.id is distinct from e.donation_id
       and not exists (select from transfer r where r.city_code = $1 and r.reverses_id = t.id)
     limit $5`,
    [cityCode, from, transfersTogether, clearingAccountId, shownFaults],
  );
  return rows.map(({ recordId }) => recordId);
}
