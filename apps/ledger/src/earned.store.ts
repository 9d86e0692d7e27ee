import type { ServiceRecordConfirmed } from '#contracts';
import type { Database, Tx } from '#platform';
import type { Credit, CreditReason } from './credit.js';
import type { EarnedRecord } from './earning.js';
import { transferColumns } from './ledger.store.js';
import type { EarnedDay } from './standings.js';
import type { Transfer } from './transfer.js';

type EarnedRow = Omit<EarnedRecord, 'standing' | 'donation'> & {
  recordId: string;
  transferId: string | null;
  donationId: string | null;
};

/** What is known of these service records; what somebody reversed credits nothing any more. Needs the city's lock. */
export async function readEarned(
  tx: Tx,
  cityCode: number,
  recordIds: string[],
): Promise<Map<string, EarnedRecord>> {
  const rows = await tx.query<EarnedRow>(
    `select record_id as "recordId", version, volunteer_id as "volunteerId", service_day::text as "serviceDay",
       policy_version as "policyVersion", honour_minutes as "honourMinutes", reason,
       transfer_id as "transferId", donation_id as "donationId"
     from earned_record where city_code = $1 and record_id = any($2::uuid[])`,
    [cityCode, recordIds],
  );
  const ids = rows.flatMap(({ transferId, donationId }) => [transferId ?? [], donationId ?? []].flat());
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
    rows.map(({ recordId, transferId, donationId, ...row }) => [
      recordId,
      { ...row, standing: standing.get(transferId ?? ''), donation: standing.get(donationId ?? '') },
    ]),
  );
}

/** What a version of a service record came to. */
export interface EarnedVersion extends Pick<Credit, 'creditedMinutes' | 'donatedMinutes' | 'honourMinutes'> {
  record: ServiceRecordConfirmed;
  /** 12-digit code of the place of service. */
  communityCode: number;
  serviceDay: string;
  policyVersion: number;
  reason: CreditReason | null;
  /** What credits the record now. */
  transferId: string | null;
  /** What gives some of it to the pool now. */
  donationId: string | null;
}

/** Remembers the versions that were just dealt with. Needs the city's lock. */
export async function writeEarned(
  tx: Tx,
  cityCode: number,
  rows: readonly EarnedVersion[],
  at: Date,
): Promise<void> {
  if (rows.length === 0) return;
  const column = <T>(value: (row: EarnedVersion) => T): T[] => rows.map(value);
  await tx.query(upsert, [
    cityCode,
    column(({ record }) => record.recordId),
    column(({ record }) => record.version),
    column(({ transferId }) => transferId),
    column(({ record }) => record.volunteerId),
    column(({ communityCode }) => communityCode),
    column(({ record }) => record.serviceMinutes),
    column(({ record }) => record.verification),
    column(({ record }) => record.confirmations ?? null),
    column(({ record }) => record.groupId !== undefined),
    column(({ record }) => record.samePairBreakMinutes ?? null),
    column(({ record }) => record.endedAt),
    column(({ serviceDay }) => serviceDay),
    column(({ policyVersion }) => policyVersion),
    column(({ creditedMinutes }) => creditedMinutes),
    column(({ donatedMinutes }) => donatedMinutes),
    column(({ honourMinutes }) => honourMinutes),
    column(({ reason }) => reason),
    column(({ donationId }) => donationId),
    column(({ record }) => record.type ?? null),
    at,
  ]);
}

const columns = [
  'version',
  'transfer_id',
  'volunteer_id',
  'community_code',
  'service_minutes',
  'verification',
  'confirmations',
  'is_group',
  'break_minutes',
  'ended_at',
  'service_day',
  'policy_version',
  'credited_minutes',
  'donated_minutes',
  'honour_minutes',
  'reason',
  'donation_id',
  'type',
  'decided_at',
];

const upsert = {
  name: 'ledger.upsertEarned',
  text: `insert into earned_record (city_code, record_id, ${columns.join(', ')})
    select $1::int, e.*, $21::timestamptz from unnest($2::uuid[], $3::int[], $4::uuid[], $5::uuid[], $6::bigint[],
      $7::int[], $8::text[], $9::int[], $10::boolean[], $11::int[], $12::timestamptz[], $13::date[], $14::int[],
      $15::int[], $16::int[], $17::int[], $18::text[], $19::uuid[], $20::text[]) as e
    on conflict (city_code, record_id) do update set
      ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}`,
};

/** Minutes that are left of what these volunteers earned on these days. Needs the city's lock. */
export async function readEarnedDays(
  tx: Tx,
  cityCode: number,
  volunteerIds: readonly string[],
  days: readonly string[],
): Promise<EarnedDay[]> {
  return tx.query<EarnedDay>(
    `select volunteer_id as "volunteerId", service_day::text as day, sum(
         case when exists (select from transfer r where r.city_code = $1 and r.reverses_id = e.transfer_id)
           then 0 else credited_minutes end +
         case when exists (select from transfer r where r.city_code = $1 and r.reverses_id = e.donation_id)
           then 0 else donated_minutes end)::int as "earnedMinutes"
     from unnest($2::uuid[], $3::date[]) as asked(id, day)
     join earned_record e on e.city_code = $1 and e.volunteer_id = asked.id and e.service_day = asked.day
     group by 1, 2`,
    [cityCode, volunteerIds, days],
  );
}

/** What an account has, and how much of it is held. */
export interface OwnBalance {
  ownerId: string;
  balanceMinutes: number;
  heldMinutes: number;
}

/** Balances of these volunteers. Needs the city's lock. */
export async function readBalances(
  tx: Tx,
  cityCode: number,
  volunteerIds: readonly string[],
): Promise<OwnBalance[]> {
  return tx.query<OwnBalance>(
    `select owner_id as "ownerId", credited_minutes - debited_minutes as "balanceMinutes",
       pending_debit_minutes as "heldMinutes" from account
     where city_code = $1 and kind = 'personal' and owner_id = any($2::uuid[])`,
    [cityCode, volunteerIds],
  );
}

/** A record as somebody may ask for it. */
export interface EarningRow extends Pick<Credit, 'creditedMinutes' | 'donatedMinutes' | 'honourMinutes'> {
  version: number;
  volunteerId: string | null;
  communityCode: number | null;
  policyVersion: number | null;
  reason: CreditReason | null;
  transferId: string | null;
  decidedAt: Date | null;
}

export async function readEarning(database: Database, recordId: string): Promise<EarningRow | undefined> {
  const [row] = await database.query<EarningRow>(
    `select version, volunteer_id as "volunteerId", community_code as "communityCode",
       policy_version as "policyVersion", credited_minutes as "creditedMinutes",
       donated_minutes as "donatedMinutes", honour_minutes as "honourMinutes", reason,
       transfer_id as "transferId", decided_at as "decidedAt"
     from earned_record where record_id = $1`,
    [recordId],
  );
  return row;
}
