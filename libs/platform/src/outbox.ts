import type { EventContract, EventEnvelope, ServiceName } from '#contracts';
import { jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Clock } from './clock.js';
import type { Database, Tx } from './database.js';
import { deterministicId, newId } from './ids.js';
import { describeError, type Log } from './log.js';
import { metrics } from './metrics.js';

/** An event about to be told. `id` is given where a retry must tell the same event again. */
export interface NewEvent<D extends object = object> {
  contract: EventContract<D>;
  cityCode: number;
  data: D;
  traceId: string;
  id?: string;
}

interface OutboxRow {
  city_code: number;
  id: string;
  subject: string;
  /** JSON, passed on as it is. */
  data: string;
  trace_id: string;
  occurred_at: Date;
}

const batchEvents = 500;
const idlePollMs = 500;
const failurePauseMs = 1_000;

const insertEvents = {
  name: 'outbox.insert',
  text: `insert into outbox (city_code, id, subject, data, trace_id, occurred_at)
    select e.*, $6::timestamptz from unnest($1::int[], $2::uuid[], $3::text[], $4::json[], $5::text[]) as e
    on conflict do nothing`,
};
const takeUnpublished = {
  name: 'outbox.take',
  text: `select city_code, id, subject, data::text, trace_id, occurred_at from outbox
    where published_at is null order by id limit $1 for update skip locked`,
};
const markPublished = {
  name: 'outbox.mark',
  text: `update outbox set published_at = $3 from unnest($1::int[], $2::uuid[]) as done(city_code, id)
    where outbox.city_code = done.city_code and outbox.id = done.id`,
};

/**
 * Tells events exactly when their change is committed: `add` writes them in the change's transaction,
 * the relay publishes whatever is unpublished. It never keeps a "last position": a transaction that
 * commits late would be skipped by it. Publishing again is harmless, since consumers keep an inbox.
 */
export class Outbox {
  private wake: (() => void) | undefined;
  private poked = false;
  private stopped = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly service: ServiceName,
    private readonly database: Database,
    private readonly connection: NatsConnection,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async add(tx: Tx, events: NewEvent[]): Promise<void> {
    if (events.length === 0) return;
    const now = this.clock.now();
    await tx.query(insertEvents, [
      events.map((event) => event.cityCode),
      events.map((event) => event.id ?? newId()),
      events.map((event) => event.contract.subject),
      events.map((event) => JSON.stringify(event.data)),
      events.map((event) => event.traceId),
      now,
    ]);
    tx.afterCommit(() => this.poke());
  }

  start(): void {
    this.running ??= this.relay();
  }

  /** Publishes what is there, then stops. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.poke();
    await this.running;
  }

  private poke(): void {
    this.poked = true;
    this.wake?.();
  }

  private async relay(): Promise<void> {
    while (!this.stopped) {
      this.poked = false;
      try {
        const published = await this.publishBatch();
        if (published < batchEvents) await this.pause(idlePollMs);
      } catch (error) {
        this.log.warn({ err: describeError(error) }, 'outbox: publishing failed, will try again');
        await this.pause(failurePauseMs);
      }
    }
    await this.publishBatch().catch(() => undefined);
  }

  private async pause(milliseconds: number): Promise<void> {
    if (this.poked) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = undefined;
  }

  /** One transaction: take, publish, await the acks, mark. Dying before the mark publishes again. */
  private async publishBatch(): Promise<number> {
    return this.database.transaction(async (tx) => {
      // A mark that a crash loses is made again: the events go out twice and count once.
      const [, rows] = await Promise.all([
        tx.query('set local synchronous_commit = off'),
        tx.query<OutboxRow>(takeUnpublished, [batchEvents]),
      ]);
      this.observeLag(rows);
      if (rows.length === 0) return 0;
      await Promise.all([...groupBySubject(rows)].map(([subject, group]) => this.publish(subject, group)));
      const ids = [rows.map((row) => row.city_code), rows.map((row) => row.id)];
      await tx.query(markPublished, [...ids, this.clock.now()]);
      metrics.outboxPublished.inc({ service: this.service }, rows.length);
      return rows.length;
    });
  }

  /** Before publishing: while that fails the lag must be seen to grow. */
  private observeLag(rows: OutboxRow[]): void {
    const now = this.clock.now().getTime();
    const oldest = Math.min(now, ...rows.map((row) => row.occurred_at.getTime()));
    metrics.outboxLagSeconds.set({ service: this.service }, (now - oldest) / 1000);
  }

  private async publish(subject: string, rows: OutboxRow[]): Promise<void> {
    const envelopes = rows.map(envelopeOf);
    const msgID = deterministicId(subject, ...rows.map((row) => row.id));
    await jetstream(this.connection).publish(subject, `[${envelopes.join(',')}]`, { msgID });
  }
}

/** An {@link EventEnvelope} in JSON; its data is in JSON already. */
function envelopeOf(row: OutboxRow): string {
  const head: Omit<EventEnvelope, 'data'> = {
    id: row.id,
    subject: row.subject,
    cityCode: row.city_code,
    occurredAt: row.occurred_at.toISOString(),
    traceId: row.trace_id,
  };
  return `${JSON.stringify(head).slice(0, -1)},"data":${row.data}}`;
}

function groupBySubject(rows: OutboxRow[]): Map<string, OutboxRow[]> {
  const groups = new Map<string, OutboxRow[]>();
  for (const row of rows) {
    const group = groups.get(row.subject);
    if (group) group.push(row);
    else groups.set(row.subject, [row]);
  }
  return groups;
}
