import type { CountFactsInput, EventContract, FactCounts, FlowName } from '#contracts';
import { formatRegion, parseRegion } from '#regions';
import type { Clock } from './clock.js';
import type { Database, Tx } from './database.js';

/** What an owner counts, and where. */
export interface Facts {
  names: readonly FlowName[];
  /** A query of (community_code bigint, at timestamptz, name text, amount) within city codes $1–$2 and codes $3–$4. */
  sql: string;
  /** The events that tell of it. */
  events: readonly EventContract<object>[];
}

const toldForMs = 24 * 3_600_000;

/**
 * An owner's own counts, and the events told of the same facts: of one snapshot, so that whoever has taken all these
 * events must count the same.
 */
export function countFacts(
  database: Database,
  clock: Clock,
  { names, sql, events }: Facts,
  input: CountFactsInput,
): Promise<FactCounts> {
  const { code, last, cityCode } = parseRegion(input.region);
  const range = [cityCode, Math.floor(last / 1e8), code, input.alone ? code : last];
  const day = input.byDay ? `to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')` : 'null';
  return database.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only');
    const counts = await tx.query<{ code: number; day: string | null; name: FlowName; amount: number }>(
      `select community_code as code, ${day} as day, name, sum(amount)::bigint as amount
       from (${sql}) as fact group by 1, 2, 3 having sum(amount) <> 0`,
      range,
    );
    const told = input.withEvents ? await eventsTold(tx, clock, events, range) : [];
    return {
      names: [...names],
      counts: counts.map((row) => ({
        communityCode: formatRegion(row.code),
        ...(row.day !== null && { day: row.day }),
        name: row.name,
        amount: row.amount,
      })),
      events: told,
    };
  });
}

/** The events told lately of `events`' kinds within city codes and codes as in {@link Facts.sql}. */
export function eventsTold(
  tx: Tx,
  clock: Clock,
  events: readonly EventContract<object>[],
  range: readonly number[],
): Promise<{ batchId: string; envelope: string }[]> {
  const subjects = events.map(({ subject }) => subject);
  const since = new Date(clock.now().getTime() - toldForMs);
  return tx.query<{ batchId: string; envelope: string }>(toldEvents, [...range, subjects, since]);
}

const toldEvents = `
  select case event_count when 1 then (event->>'id')::uuid else outbox.id end as "batchId", event::text as envelope
  from outbox cross join json_array_elements(events) as event
  where city_code between $1 and $2 and subject = any($5) and (published_at is null or published_at > $6)
    and rpad(event->'data'->>'communityCode', 12, '0')::bigint between $3 and $4`;
