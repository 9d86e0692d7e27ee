import type { AccountKind, CohortKnown, EventEnvelope, TransferCode } from '#contracts';
import type { Prepared, Tx } from '#platform';
import { parseRegion, type RegionRange } from '#regions';
import type { HeadContent } from './heads.js';
import type { Band, KindTotal } from './solvency.js';

/** Remembers where people live and their decade of birth; the newest version of each wins. */
export function writeHolders(tx: Tx, events: readonly EventEnvelope<CohortKnown>[]): void {
  const newest = new Map<string, EventEnvelope<CohortKnown>>();
  for (const event of events) {
    const key = `${event.cityCode} ${event.data.volunteerId}`;
    if (event.data.version > (newest.get(key)?.data.version ?? 0)) newest.set(key, event);
  }
  const told = [...newest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, event]) => event);
  tx.write(
    `insert into holder (city_code, owner_id, version, community_code, birth_decade)
     select * from unnest($1::int[], $2::uuid[], $3::int[], $4::bigint[], $5::int[])
     on conflict (city_code, owner_id) do update set version = excluded.version,
       community_code = excluded.community_code, birth_decade = excluded.birth_decade
     where holder.version < excluded.version`,
    [
      told.map(({ cityCode }) => cityCode),
      told.map(({ data }) => data.volunteerId),
      told.map(({ data }) => data.version),
      told.map(({ data }) => parseRegion(data.communityCode).code),
      told.map(({ data }) => data.birthDecade),
    ],
  );
}

/**
 * What moved from one number to another, by place and code; a reversal counts against the code of what it takes
 * back. One probe for each reversal, whatever the statistics say.
 */
const flows = `
  select transfer.community_code, coalesce(reversed.code, transfer.code) as code,
    sum(case when reversed.code is null then transfer.minutes else -transfer.minutes end)::bigint as minutes
  from transfer left join lateral (
    select original.code from transfer as original
    where original.city_code = transfer.city_code and original.id = transfer.reverses_id limit 1
  ) as reversed on transfer.reverses_id is not null
  where transfer.city_code = $1 and transfer.phase in ('single', 'capture')`;

export const insertDayFlow: Prepared = {
  name: 'ledger.insertDayFlow',
  text: `insert into day_flow (city_code, day, community_code, code, minutes)
    select $1::int, $2::date, f.* from (${flows} and transfer.sequence between $3 and $4 group by 1, 2) as f`,
};

/** The flows of a day that is over. Belongs into the transaction of its head. */
export function writeDayFlow(tx: Tx, head: HeadContent): void {
  tx.write(insertDayFlow, [head.cityCode, head.day, head.firstSequence, head.lastSequence]);
}

/** Minutes by code from a day on: days that are over from their sums, the rest from its transfers. */
export async function readFlows(
  tx: Tx,
  region: RegionRange,
  fromDay: string,
): Promise<Map<TransferCode, number>> {
  const rows = await tx.query<{ code: TransferCode; minutes: number }>(
    `select code, sum(minutes)::bigint as minutes from (
       select community_code, code, minutes from day_flow where city_code = $1 and day >= $4::date
       union all
       ${flows} and transfer.sequence > coalesce(
           (select last_sequence from ledger_head_day where city_code = $1 order by day desc limit 1), 0)
         and transfer.recorded_at >= ($4::date::timestamp at time zone 'Asia/Shanghai')
       group by 1, 2) as flow
     where community_code between $2 and $3 group by code`,
    [region.cityCode, region.code, region.last, fromDay],
  );
  return new Map(rows.map(({ code, minutes }) => [code, minutes]));
}

/** Day of the city's first transfer in Asia/Shanghai, if there is one. */
export async function readFirstDay(tx: Tx, cityCode: number): Promise<string | undefined> {
  const [row] = await tx.query<{ day: string }>(
    `select to_char(recorded_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day from transfer
     where city_code = $1 and sequence = 1`,
    [cityCode],
  );
  return row?.day;
}

/** People's credits by decade; null holds those of whom it is not known, who count for the city alone. */
export async function readBands(tx: Tx, region: RegionRange, isCity: boolean): Promise<Band[]> {
  return tx.query<Band>(
    `select holder.birth_decade as "birthDecade", count(*) as "holderCount",
       sum(account.credited_minutes - account.debited_minutes)::bigint as "balanceMinutes",
       sum(account.pending_debit_minutes)::bigint as "heldMinutes"
     from account left join holder
       on holder.city_code = account.city_code and holder.owner_id = account.owner_id
     where account.city_code = $1 and account.kind = 'personal' and account.closed_at is null
       and ($4 or holder.community_code between $2 and $3)
     group by holder.birth_decade order by holder.birth_decade`,
    [region.cityCode, region.code, region.last, isCity],
  );
}

/** Totals of the city's accounts by kind. */
export async function readKinds(tx: Tx, cityCode: number): Promise<KindTotal[]> {
  return tx.query<KindTotal & { kind: AccountKind }>(
    `select kind, count(*) as "accountCount", sum(credited_minutes - debited_minutes)::bigint as "balanceMinutes",
       sum(pending_debit_minutes)::bigint as "heldMinutes"
     from account where city_code = $1 group by kind order by kind`,
    [cityCode],
  );
}
