import { setTimeout as delay } from 'node:timers/promises';
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

/** Events of one city and subject, told together. */
interface OutboxRow {
  city_code: number;
  id: string;
  subject: string;
  /** Their {@link EventEnvelope}s as a JSON array, passed on as it is. */
  events: string;
  event_count: number;
  occurred_at: Date;
}

const batchRows = 500;
/** Far below the megabyte that a NATS server takes. */
const batchCharacters = 128 * 1024;
const idlePollMs = 500;
const failurePauseMs = 1_000;
/** Under load what comes within this time goes out together; after a quiet moment an event goes out at once. */
const leastIntervalMs = 50;

// A statement for each row, though sets are our way: a row holds a batch's events already, and inside an array
// their JSON would be escaped here and unescaped there.
const insertRow = {
  name: 'outbox.insert',
  text: `insert into outbox (city_code, id, subject, events, event_count, occurred_at)
    values ($1, $2, $3, $4, $5, $6)`,
};
const takeUnpublished = {
  name: 'outbox.take',
  text: `select city_code, id, subject, events::text, event_count, occurred_at from outbox
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
    /** None for who only adds: whoever runs the service publishes. */
    private readonly connection: NatsConnection | undefined,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Goes out with the COMMIT: see {@link Tx.write}. */
  add(tx: Tx, events: NewEvent[]): void {
    if (events.length === 0) return;
    const now = this.clock.now();
    for (const { cityCode, subject, envelopes } of rowsOf(events, now))
      tx.write(insertRow, [cityCode, newId(), subject, `[${envelopes.join(',')}]`, envelopes.length, now]);
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
      const begun = performance.now();
      try {
        const published = await this.publishBatch();
        if (published === batchRows) continue;
        await this.pause(idlePollMs);
        const early = leastIntervalMs - (performance.now() - begun);
        if (early > 0 && !this.stopped) await delay(early);
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

  /** One transaction: take, publish, await the acks, mark. Dying before the mark publishes again. Answers rows. */
  private async publishBatch(): Promise<number> {
    return this.database.transaction(async (tx) => {
      // A mark that a crash loses is made again: the events go out twice and count once.
      tx.write('set local synchronous_commit = off');
      const rows = await tx.query<OutboxRow>(takeUnpublished, [batchRows]);
      this.observeLag(rows);
      if (rows.length === 0) return 0;
      await Promise.all(messagesOf(rows).map((message) => this.publish(message)));
      const ids = [rows.map((row) => row.city_code), rows.map((row) => row.id)];
      tx.write(markPublished, [...ids, this.clock.now()]);
      metrics.outboxPublished.inc({ service: this.service }, sumOf(rows));
      return rows.length;
    });
  }

  /** Before publishing: while that fails the lag must be seen to grow. */
  private observeLag(rows: OutboxRow[]): void {
    const now = this.clock.now().getTime();
    const oldest = Math.min(now, ...rows.map((row) => row.occurred_at.getTime()));
    metrics.outboxLagSeconds.set({ service: this.service }, (now - oldest) / 1000);
  }

  private async publish(rows: [OutboxRow, ...OutboxRow[]]): Promise<void> {
    const [{ subject }] = rows;
    const msgID = deterministicId(subject, ...rows.map((row) => row.id));
    const events = rows.map((row) => row.events.slice(1, -1)).join(',');
    if (!this.connection) throw new Error('an outbox without a connection publishes nothing');
    await jetstream(this.connection).publish(subject, `[${events}]`, { msgID });
  }
}

interface NewRow {
  cityCode: number;
  subject: string;
  envelopes: string[];
  characters: number;
}

/** A row for a batch of events, since a row for each would be the dearest write of most transactions. */
function rowsOf(events: NewEvent[], now: Date): NewRow[] {
  const occurredAt = now.toISOString();
  const open = new Map<string, NewRow>();
  const rows: NewRow[] = [];
  for (const { contract, cityCode, data, traceId, id = newId() } of events) {
    const { subject } = contract;
    const envelope: EventEnvelope = { id, subject, cityCode, occurredAt, traceId, data };
    const text = JSON.stringify(envelope);
    const key = `${cityCode} ${subject}`;
    let row = open.get(key);
    if (!row || row.characters + text.length > batchCharacters) {
      row = { cityCode, subject, envelopes: [], characters: 0 };
      open.set(key, row);
      rows.push(row);
    }
    row.envelopes.push(text);
    row.characters += text.length;
  }
  return rows;
}

/** Rows of one subject go out together, as far as a message takes them. */
function messagesOf(rows: OutboxRow[]): [OutboxRow, ...OutboxRow[]][] {
  const open = new Map<string, { rows: [OutboxRow, ...OutboxRow[]]; characters: number }>();
  const messages: [OutboxRow, ...OutboxRow[]][] = [];
  for (const row of rows) {
    const message = open.get(row.subject);
    if (message && message.characters + row.events.length <= batchCharacters) {
      message.rows.push(row);
      message.characters += row.events.length;
    } else {
      const begun: [OutboxRow, ...OutboxRow[]] = [row];
      open.set(row.subject, { rows: begun, characters: row.events.length });
      messages.push(begun);
    }
  }
  return messages;
}

function sumOf(rows: OutboxRow[]): number {
  return rows.reduce((sum, row) => sum + row.event_count, 0);
}
