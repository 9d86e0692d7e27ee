import type { DeliveryFault, DeliveryState, Metrics, SubscriptionKind } from '#contracts';
import type { Database, Tx } from '#platform';
import type { RegionRange } from '#regions';

type Reader = Pick<Tx, 'query'>;

export interface SubscriptionRow extends Record<string, unknown> {
  cityCode: number;
  id: string;
  regionCode: number;
  kind: SubscriptionKind;
  url: string;
  createdBy: string;
  createdAt: Date;
  endedAt: Date | null;
  waiting: number;
  dead: number;
}

const columns = `s.city_code as "cityCode", s.id, s.region_code as "regionCode", s.kind, s.url, s.created_by as "createdBy",
  s.created_at as "createdAt", s.ended_at as "endedAt",
  (select count(*)::int from report_delivery d where d.city_code = s.city_code and d.subscription_id = s.id
    and d.state = 'waiting') as waiting,
  (select count(*)::int from report_delivery d where d.city_code = s.city_code and d.subscription_id = s.id
    and d.state = 'dead') as dead`;

/** Writes a subscription unless there is one of its id. */
export async function insertSubscription(
  tx: Tx,
  row: Pick<SubscriptionRow, 'cityCode' | 'id' | 'regionCode' | 'kind' | 'url' | 'createdBy' | 'createdAt'>,
): Promise<void> {
  await tx.query(
    `insert into report_subscription (city_code, id, region_code, kind, url, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [row.cityCode, row.id, row.regionCode, row.kind, row.url, row.createdBy, row.createdAt],
  );
}

export async function findSubscription(reader: Reader, id: string): Promise<SubscriptionRow | undefined> {
  const [row] = await reader.query<SubscriptionRow>(
    `select ${columns} from report_subscription s where s.id = $1`,
    [id],
  );
  return row;
}

/** The newest first. */
export function listSubscriptions(
  database: Database,
  region: RegionRange,
  before: string | null,
  limit: number,
): Promise<SubscriptionRow[]> {
  return database.query<SubscriptionRow>(
    `select ${columns} from report_subscription s
     where s.city_code between $1 and $2 and s.region_code between $3 and $4 and ($5::uuid is null or s.id < $5)
     order by s.id desc limit $6`,
    [region.cityCode, Math.floor(region.last / 1e8), region.code, region.last, before, limit],
  );
}

export async function endSubscription(tx: Tx, { cityCode, id }: SubscriptionRow, now: Date): Promise<void> {
  await tx.query(
    `update report_subscription set ended_at = $3 where city_code = $1 and id = $2 and ended_at is null`,
    [cityCode, id, now],
  );
  await tx.query(
    `delete from report_delivery where city_code = $1 and subscription_id = $2 and state = 'waiting'`,
    [cityCode, id],
  );
}

/** Deliveries that were given up begin anew. */
export async function reviveDeliveries(tx: Tx, { cityCode, id }: SubscriptionRow, now: Date): Promise<void> {
  await tx.query(
    `update report_delivery set state = 'waiting', tries = 0, next_at = $3
     where city_code = $1 and subscription_id = $2 and state = 'dead'`,
    [cityCode, id, now],
  );
}

export interface DeliveryRow extends Record<string, unknown> {
  id: string;
  from: string;
  revision: number;
  state: DeliveryState;
  tries: number;
  nextAt: Date | null;
  deliveredAt: Date | null;
  fault: DeliveryFault | null;
  status: number | null;
}

/** The newest first. */
export function listDeliveries(reader: Reader, { cityCode, id }: SubscriptionRow): Promise<DeliveryRow[]> {
  return reader.query<DeliveryRow>(
    `select id, to_char(first_day, 'YYYY-MM-DD') as "from", revision, state, tries, next_at as "nextAt",
       delivered_at as "deliveredAt", fault, status
     from report_delivery where city_code = $1 and subscription_id = $2
     order by first_day desc, revision desc limit 100`,
    [cityCode, id],
  );
}

/** What was published since somebody subscribed to it, and is in no delivery yet. */
export interface Undelivered extends Record<string, unknown> {
  cityCode: number;
  subscriptionId: string;
  from: string;
  revision: number;
}

export function findUndelivered(reader: Reader, limit: number): Promise<Undelivered[]> {
  return reader.query<Undelivered>(
    `select s.city_code as "cityCode", s.id as "subscriptionId", to_char(p.first_day, 'YYYY-MM-DD') as "from", p.revision
     from report_subscription s join published_report p on p.city_code = s.city_code and p.region_code = s.region_code
       and p.kind = s.kind and p.published_at >= s.created_at
     where s.ended_at is null and not exists (select from report_delivery d where d.city_code = s.city_code
       and d.subscription_id = s.id and d.first_day = p.first_day and d.revision = p.revision)
     order by s.id, p.first_day, p.revision limit $1`,
    [limit],
  );
}

export async function insertDeliveries(
  tx: Tx,
  rows: readonly (Undelivered & { id: string })[],
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into report_delivery (city_code, id, subscription_id, first_day, revision, state, tries, next_at)
     select *, 'waiting', 0, $6::timestamptz from unnest($1::int[], $2::uuid[], $3::uuid[], $4::date[], $5::int[])
     on conflict do nothing`,
    [
      rows.map(({ cityCode }) => cityCode),
      rows.map(({ id }) => id),
      rows.map(({ subscriptionId }) => subscriptionId),
      rows.map(({ from }) => from),
      rows.map(({ revision }) => revision),
      now,
    ],
  );
}

/** A delivery whose time has come, with all it says. */
export interface DueDelivery extends Record<string, unknown> {
  cityCode: number;
  id: string;
  subscriptionId: string;
  regionCode: number;
  kind: SubscriptionKind;
  url: string;
  tries: number;
  from: string;
  revision: number;
  reason: string | null;
  metrics: Metrics;
  publishedAt: Date;
}

export function findDue(reader: Reader, now: Date, limit: number): Promise<DueDelivery[]> {
  return reader.query<DueDelivery>(
    `select d.city_code as "cityCode", d.id, s.id as "subscriptionId", s.region_code as "regionCode", s.kind, s.url, d.tries,
       to_char(d.first_day, 'YYYY-MM-DD') as "from", d.revision, p.reason, p.metrics, p.published_at as "publishedAt"
     from report_delivery d
       join report_subscription s on s.city_code = d.city_code and s.id = d.subscription_id and s.ended_at is null
       join published_report p on p.city_code = s.city_code and p.region_code = s.region_code and p.kind = s.kind
         and p.first_day = d.first_day and p.revision = d.revision
     where d.state = 'waiting' and d.next_at <= $1 order by d.next_at, d.id limit $2`,
    [now, limit],
  );
}

/** What became of a try. */
export interface Tried {
  state: DeliveryState;
  nextAt: Date | null;
  deliveredAt: Date | null;
  fault: DeliveryFault | null;
  status: number | null;
}

/** Of a delivery that waits still: somebody may have been quicker. */
export async function writeTried(
  reader: Reader,
  { cityCode, id, tries }: DueDelivery,
  tried: Tried,
): Promise<void> {
  await reader.query(
    `update report_delivery set state = $4, tries = $3 + 1, next_at = $5, delivered_at = $6, fault = $7, status = $8
     where city_code = $1 and id = $2 and state = 'waiting' and tries = $3`,
    [cityCode, id, tries, tried.state, tried.nextAt, tried.deliveredAt, tried.fault, tried.status],
  );
}
