import type { HeldMode, PaymentState } from '#contracts';
import type { Database, Tx } from '#platform';

/** How a need is paid. */
export interface PaymentRow {
  cityCode: number;
  needId: string;
  mode: HeldMode;
  payerId: string | null;
  state: PaymentState;
  errandId: string | null;
  expiresAt: Date | null;
  heldMinutes: number;
  chargedMinutes: number;
  refusal: string | null;
}

const columns = `city_code as "cityCode", need_id as "needId", mode, payer_id as "payerId", state,
  errand_id as "errandId", expires_at as "expiresAt", held_minutes as "heldMinutes",
  charged_minutes as "chargedMinutes", refusal`;

export function readPayments(from: Database | Tx, needIds: readonly string[]): Promise<PaymentRow[]> {
  return from.query<PaymentRow>(`select ${columns} from need_payment where need_id = any($1::uuid[])`, [
    needIds,
  ]);
}

/** Reads and locks; the need is locked before. */
export async function lockPayment(
  tx: Tx,
  { cityCode, id }: { cityCode: number; id: string },
): Promise<PaymentRow | undefined> {
  const [row] = await tx.query<PaymentRow>(
    `select ${columns} from need_payment where city_code = $1 and need_id = $2 for update`,
    [cityCode, id],
  );
  return row;
}

export async function insertPayment(
  tx: Tx,
  row: Pick<PaymentRow, 'cityCode' | 'needId' | 'mode' | 'payerId'>,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into need_payment (city_code, need_id, mode, payer_id, state, changed_at)
     values ($1, $2, $3, $4, 'asked', $5)`,
    [row.cityCode, row.needId, row.mode, row.payerId, at],
  );
}

export async function updatePayment(tx: Tx, row: PaymentRow, at: Date): Promise<void> {
  await tx.query(
    `update need_payment set state = $3, errand_id = $4, expires_at = $5, held_minutes = $6, refusal = $7,
       changed_at = $8 where city_code = $1 and need_id = $2`,
    [row.cityCode, row.needId, row.state, row.errandId, row.expiresAt, row.heldMinutes, row.refusal, at],
  );
}

/** Needs whose hold was asked for before `before` and not answered since, the oldest first. */
export function readUnanswered(
  database: Database,
  before: Date,
  limit: number,
): Promise<Pick<PaymentRow, 'cityCode' | 'needId'>[]> {
  return database.query(
    `select city_code as "cityCode", need_id as "needId" from need_payment
     where state = 'holding' and changed_at <= $1 order by changed_at limit $2`,
    [before, limit],
  );
}

/** What the ledger must be told of an errand that can get no further service. */
export interface Settled {
  cityCode: number;
  errandId: string;
  version: number;
  awaitedIds: string[];
}

/**
 * Marks payments whose errand can get no new claim, and answers what has changed since the ledger was told:
 * which claims still may need a hold. A claim's id is that of its record. Over is what was cancelled, rejected
 * or served to the end, what nobody can claim any more, and what is past the end of its hold.
 * @param needId one need, or every one that is due
 */
export function settlePayments(tx: Tx, at: Date, needId: string | null, limit: number): Promise<Settled[]> {
  return tx.query<Settled>(
    `with due as (
       select p.city_code, p.need_id, p.expires_at <= $1 as is_past, claims.awaited, claims.pending
       from need_payment p
       join need n on n.city_code = p.city_code and n.id = p.need_id
       left join errand e on e.city_code = p.city_code and e.id = p.errand_id
       cross join lateral (
         select coalesce(array_agg(c.id order by c.id) filter (where c.state not in ('released', 'cancelled', 'voided')),
             '{}') as awaited,
           count(*) filter (where c.state in ('claimed', 'inProgress', 'finished', 'disputed')) as pending
         from claim c where c.city_code = p.city_code and c.errand_id = p.errand_id) as claims
       where p.state in ('holding', 'held') and ($2::uuid is null or p.need_id = $2)
         and (n.state in ('cancelled', 'rejected', 'closed') or p.expires_at <= $1
           or e.state in ('cancelled', 'expired', 'voided', 'recorded') or e.window_end <= $1)
         and (claims.pending = 0 or p.expires_at <= $1 or p.awaited_ids is distinct from claims.awaited)
       order by p.changed_at limit $3
       for update of p skip locked)
     update need_payment p set awaited_ids = due.awaited, settled_version = p.settled_version + 1, changed_at = $1,
       state = case when due.pending = 0 or due.is_past then 'settled' else p.state end
     from due where p.city_code = due.city_code and p.need_id = due.need_id
     returning p.city_code as "cityCode", p.errand_id as "errandId", p.settled_version as version,
       p.awaited_ids as "awaitedIds"`,
    [at, needId, limit],
  );
}

/** Adds what was charged for needs, or given back. */
export async function addCharged(
  tx: Tx,
  charges: readonly { needId: string; minutes: number }[],
): Promise<void> {
  if (charges.length === 0) return;
  await tx.query(
    `update need_payment p set charged_minutes = charged_minutes + c.minutes
     from (select need_id, sum(minutes)::int as minutes from unnest($1::uuid[], $2::int[]) as told(need_id, minutes)
           group by need_id) as c
     where p.need_id = c.need_id`,
    [charges.map(({ needId }) => needId), charges.map(({ minutes }) => minutes)],
  );
}
