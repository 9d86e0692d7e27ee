import {
  type DistributionLine,
  type DistributionLines,
  type DistributionSum,
  type DistributionSums,
  errandEvents,
  hazardEvents,
  type ListDistributionsInput,
  type SumDistributionsInput,
} from '#contracts';
import { Clock, Database, eventsTold, type Tx } from '#platform';
import { formatRegion, parseRegion, type RegionRange } from '#regions';
import { Injectable } from '@nestjs/common';

const told = [errandEvents.claimed, hazardEvents.reported, hazardEvents.moved];
const townshipCodes = 1_000;

const bucketOf = (amount: string) => `ln(${amount}::float8) / ln(1.1::float8)`;
const shanghai = (at: string) => `(${at} at time zone 'Asia/Shanghai')`;

/**
 * (place, at, key, bucket) of every claim, every report and step of a hazard, and every closing, within city code $1 and the codes
 * $2–$3. Waits count where their errand's township is: its code is theirs. Buckets as totals have them.
 */
const facts = `
  select e.community_code / ${townshipCodes} * ${townshipCodes} as place, opened.at,
    'wait ' || e.type || ' ' || extract(hour from ${shanghai('opened.at')}) as key,
    case when c.waited_seconds < 1 then -1 else floor(${bucketOf('least(c.waited_seconds, 100000000)')})::int end as bucket
  from errand e join claim c on c.city_code = e.city_code and c.errand_id = e.id
    cross join lateral (select c.claimed_at - c.waited_seconds * interval '1 second') as opened(at)
  where e.city_code = $1 and c.waited_seconds is not null
    and e.community_code between $2::bigint and $3::bigint / ${townshipCodes} * ${townshipCodes} + ${townshipCodes - 1}
    and e.community_code / ${townshipCodes} * ${townshipCodes} between $2 and $3
  union all
  select h.community_code, r.reported_at, 'hazard ' || h.category || ' reported', 0
  from hazard h join hazard_report r on r.city_code = h.city_code and r.hazard_id = h.id
  where h.city_code = $1 and h.community_code between $2 and $3
  union all
  -- A hazard is routed once, at its second step; later that state says that it was opened again.
  select h.community_code, s.at,
    'hazard ' || h.category || ' ' || case when s.state = 'routed' and s.step > 2 then 'reopened' else s.state end, 0
  from hazard h join hazard_step s on s.city_code = h.city_code and s.hazard_id = h.id
  where h.city_code = $1 and h.community_code between $2 and $3 and s.state <> 'reported'
  union all
  select h.community_code, s.at, 'closure ' || h.category,
    case when open.minutes <= 0 then 0 else ceil(${bucketOf('open.minutes')} - 1e-9)::int + 1 end
  from hazard h join hazard_step s on s.city_code = h.city_code and s.hazard_id = h.id
    cross join lateral (select floor(extract(epoch from s.at - h.first_reported_at) / 60)) as open(minutes)
  where h.city_code = $1 and h.community_code between $2 and $3 and s.state = 'closed'`;

const checksum = `('x' || left(md5(concat_ws(' ', place, day, key, bucket)), 8))::bit(32)::int::bigint`;
const counted = `
  select place, ${shanghai('at')}::date as day, key, bucket, count(*)::bigint as n from (${facts}) as fact group by 1, 2, 3, 4`;

const sums = `
  select (place / ${townshipCodes} * ${townshipCodes})::text as township,
    to_char(date_trunc('month', day), 'YYYY-MM-DD') as month, split_part(key, ' ', 1) as family,
    sum(n)::bigint as n, sum(n * ${checksum})::bigint as checksum
  from (${counted}) as counter group by 1, 2, 3`;

const lines = `
  select place::text as place, to_char(day, 'YYYY-MM-DD') as day, key, bucket, n
  from (${counted}) as counter where day >= $4::date and day < $4::date + interval '1 month'`;

// Of a month in which some claims were made before waits were kept, no counter can be compared.
const firstMonth = `
  select to_char(date_trunc('month', ${shanghai('max(claimed_at)')}) + interval '1 month', 'YYYY-MM-DD') as "waitsFrom"
  from claim where city_code = $1 and waited_seconds is null`;

/** Waits of claims and the steps of hazards as their own tables have them; totals are held against them. */
@Injectable()
export class DistributionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async sum({ region }: SumDistributionsInput): Promise<DistributionSums> {
    const range = parseRegion(region);
    return this.database.transaction(async (tx) => {
      const rows = await tx.query<DistributionSum & Record<string, unknown>>(sums, rangeOf(range));
      return {
        items: rows.map((row) => ({ ...row, township: formatRegion(Number(row.township)) })),
        ...(await waitsFrom(tx, range)),
      };
    });
  }

  async list({ region, month, withEvents }: ListDistributionsInput): Promise<DistributionLines> {
    const range = parseRegion(region);
    return this.database.transaction(async (tx) => {
      await tx.query('set transaction isolation level repeatable read, read only');
      const rows = await tx.query<DistributionLine & Record<string, unknown>>(lines, [
        ...rangeOf(range),
        month,
      ]);
      const { cityCode, code, last } = range;
      return {
        items: rows.map((row) => ({ ...row, place: formatRegion(Number(row.place)) })),
        ...(await waitsFrom(tx, range)),
        events: withEvents ? await eventsTold(tx, this.clock, told, [cityCode, cityCode, code, last]) : [],
      };
    });
  }
}

async function waitsFrom(tx: Tx, { cityCode }: RegionRange): Promise<{ waitsFrom?: string }> {
  const [row] = await tx.query<{ waitsFrom: string | null }>(firstMonth, [cityCode]);
  return row?.waitsFrom ? { waitsFrom: row.waitsFrom } : {};
}

function rangeOf({ cityCode, code, last }: RegionRange): number[] {
  return [cityCode, code, last];
}
