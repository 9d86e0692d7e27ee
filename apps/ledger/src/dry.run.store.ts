import type { CreditSums, DryRunLine, DryRunTotals, Policy, Verification } from '#contracts';
import type { Tx } from '#platform';
import { needsAge } from './credit.js';
import { groupBy } from './group.js';
import { type Effect, isShown, type Movement, type Past, type PastService, Trial } from './trial.js';

const volunteersTogether = 200;
const beforeAll = '00000000-0000-0000-0000-000000000000';

/** What is to be replayed, and how much of it shown. */
export interface DryRun {
  cityCode: number;
  /** First and last day of service, Asia/Shanghai. */
  from: string;
  to: string;
  policy: Policy;
  effect: Effect;
  limit: number;
  /** The last volunteer of the page before; none for the first page, which alone bears the totals. */
  after?: string;
}

export interface DryRunResult {
  totals: DryRunTotals | undefined;
  lines: DryRunLine[];
  /** There are more. */
  hasMore: boolean;
}

/** How old volunteers were on days, in the order asked; null where that is not known. */
export type AgesOf = (asked: readonly { volunteerId: string; day: string }[]) => Promise<(number | null)[]>;

/** Some hundreds of volunteers at a time, all their services of the period together; writes nothing. */
export async function replayDays(tx: Tx, run: DryRun, agesOf: AgesOf): Promise<DryRunResult> {
  const isFirst = run.after === undefined;
  const trial = new Trial(run.policy, isFirst ? await countUnknown(tx, run.cityCode) : 0);
  const lines: DryRunLine[] = [];
  for (let after = run.after ?? beforeAll; isFirst || lines.length <= run.limit;) {
    const ids = await readVolunteers(tx, run, after);
    const last = ids.at(-1);
    if (last === undefined) break;
    for (const past of await readPast(tx, run, ids, agesOf)) {
      const line = trial.take(past);
      if (isShown(line, run.effect) && lines.length <= run.limit) lines.push(line);
    }
    after = last;
  }
  return {
    totals: isFirst ? trial.close() : undefined,
    lines: lines.slice(0, run.limit),
    hasMore: lines.length > run.limit,
  };
}

/** Records from before their facts were kept, of whatever day. */
async function countUnknown(tx: Tx, cityCode: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'select count(*) as count from earned_record where city_code = $1 and volunteer_id is null',
    [cityCode],
  );
  return row?.count ?? 0;
}

async function readVolunteers(tx: Tx, { cityCode, from, to }: DryRun, after: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select distinct volunteer_id as id from earned_record
     where city_code = $1 and volunteer_id > $2 and service_day between $3::date and $4::date
     order by 1 limit $5`,
    [cityCode, after, from, to, volunteersTogether],
  );
  return rows.map(({ id }) => id);
}

async function readPast(tx: Tx, run: DryRun, ids: readonly string[], agesOf: AgesOf): Promise<Past[]> {
  const services = await readServices(tx, run, ids);
  if (needsAge(run.policy.earnerAge)) {
    const ages = await agesOf(services);
    services.forEach((service, index) => (service.ageYears = ages[index] ?? null));
  }
  const accounts = run.policy.balanceCap === null ? undefined : await readAccounts(tx, run, ids, services);
  return [...groupBy(services, ({ volunteerId }) => volunteerId)].map(([volunteerId, own]) => ({
    volunteerId,
    services: own,
    openingMinutes: accounts?.get(volunteerId)?.openingMinutes ?? 0,
    movements: accounts?.get(volunteerId)?.movements ?? [],
  }));
}

type OwnService = PastService & { volunteerId: string };
type ServiceRow = Omit<OwnService, 'actual' | 'ageYears'> &
  CreditSums & { verification: Verification | null };

async function readServices(
  tx: Tx,
  { cityCode, from, to }: DryRun,
  ids: readonly string[],
): Promise<OwnService[]> {
  const rows = await tx.query<ServiceRow>(
    `select e.volunteer_id as "volunteerId", e.record_id as "recordId", e.type, e.service_day::text as day,
       (extract(epoch from e.ended_at) * 1000000)::bigint as "endedAtMicros",
       e.service_minutes as "serviceMinutes", e.verification, e.confirmations, e.is_group as "isGroup",
       e.break_minutes as "breakMinutes", e.honour_minutes as "honourMinutes",
       case when back.id is null then e.credited_minutes else 0 end as "creditedMinutes",
       e.donated_minutes as "donatedMinutes",
       (e.reason is not distinct from 'refused' or back.id is not null) as "isSettled"
     from earned_record e
     left join transfer back on back.city_code = e.city_code and back.reverses_id = e.transfer_id
     where e.city_code = $1 and e.volunteer_id = any($2::uuid[]) and e.service_day between $3::date and $4::date
     order by e.volunteer_id, e.ended_at, e.record_id`,
    [cityCode, ids, from, to],
  );
  return rows.map(({ creditedMinutes, donatedMinutes, honourMinutes, ...row }) => ({
    ...row,
    ageYears: null,
    actual: { creditedMinutes, donatedMinutes, honourMinutes },
  }));
}

interface AccountPast {
  openingMinutes: number;
  movements: Movement[];
}

interface MovementRow extends Movement {
  ownerId: string;
  reference: string;
  isEarning: boolean;
}

/** Where the accounts stood when the period began, and what moved since besides these services' credits. */
async function readAccounts(
  tx: Tx,
  { cityCode, from }: DryRun,
  ids: readonly string[],
  services: readonly OwnService[],
): Promise<Map<string, AccountPast>> {
  const balances = await tx.query<{ ownerId: string; balanceMinutes: number }>(
    `select owner_id as "ownerId", credited_minutes - debited_minutes as "balanceMinutes" from account
     where city_code = $1 and kind = 'personal' and owner_id = any($2::uuid[])`,
    [cityCode, ids],
  );
  const accounts = new Map<string, AccountPast>(
    balances.map(({ ownerId, balanceMinutes }) => [
      ownerId,
      { openingMinutes: balanceMinutes, movements: [] },
    ]),
  );
  const replayed = new Set(services.map(({ recordId }) => `serviceRecord:${recordId}`));
  for (const { ownerId, atMicros, minutes, reference, isEarning } of await readMovements(
    tx,
    cityCode,
    ids,
    from,
  )) {
    const account = accounts.get(ownerId);
    if (!account) continue;
    account.openingMinutes -= minutes;
    if (!isEarning || !replayed.has(reference)) account.movements.push({ atMicros, minutes });
  }
  return accounts;
}

/** By the links from transfer to transfer, for all accounts at once; the oldest first. */
function readMovements(
  tx: Tx,
  cityCode: number,
  ids: readonly string[],
  from: string,
): Promise<MovementRow[]> {
  return tx.query<MovementRow>(
    `with recursive line as (
       select account.id as account, owner_id, transfer.* from account
       join transfer on transfer.city_code = $1 and transfer.sequence = account.last_sequence
       where account.city_code = $1 and kind = 'personal' and owner_id = any($2::uuid[])
         and transfer.recorded_at >= $3::date::timestamp at time zone 'Asia/Shanghai'
       union all
       select line.account, line.owner_id, before.* from line
       join transfer before on before.city_code = $1 and before.sequence =
         case when line.debit_account_id = line.account then line.debit_prev else line.credit_prev end
       where before.recorded_at >= $3::date::timestamp at time zone 'Asia/Shanghai')
     select owner_id as "ownerId", reference,
       (code in ('earn', 'exchange', 'reverse', 'writeOff') and reference like 'serviceRecord:%') as "isEarning",
       (extract(epoch from recorded_at) * 1000000)::bigint as "atMicros",
       case when debit_account_id = account then -minutes else minutes end as minutes
     from line order by sequence`,
    [cityCode, ids, from],
  );
}
