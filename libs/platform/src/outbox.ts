import { setTimeout as delay } from 'node:timers/promises';
import type { EventContract, EventEnvelope, ServiceName } from '#contracts';
import { jetstream } from '@nats-io/jetstream';
import { headers, type NatsConnection } from '@nats-io/transport-node';
import type { Clock } from './clock.js';
import type { Database, Tx } from './database.js';
import { batchesHeader, batchesText } from './event.batches.js';
import { deterministicId, firstIdAt, newId } from './ids.js';
import { describeError, type Log } from './log.js';
import { metrics } from './metrics.js';

/** An event about to be told. One whose `id` is given is told alone, and once however often it is told. */
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
/** What is younger is still in the hands of the process that wrote it, unless that died. */
const orphanedAfterMs = 1_000;
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
    where published_at is null and id < $2 order by id limit $1 for update skip locked`,
};
const markPublished = {
  name: 'outbox.mark',
  text: `update outbox set published_at = $3 from unnest($1::int[], $2::uuid[]) as done(city_code, id)
    where outbox.city_code = done.city_code and outbox.id = done.id`,
};

/**
 * Tells events exactly when their change is committed: `add` writes them in the change's transaction and
 * remembers them once that is committed, the relay publishes what is remembered and marks it. Whatever stays
 * unmarked, since its process died or the relay fell behind, is read from the table. There is no "last
 * position": a transaction that commits late would be skipped by it. Publishing again is harmless, since
 * consumers keep an inbox.
 */
export class Outbox {
  private wake: (() => void) | undefined;
  private poked = false;
  private stopped = false;
  private running: Promise<void> | undefined;
  /** Committed and not published yet. */
  private fresh: OutboxRow[] = [];
  /** Not before the relay runs, and not while it is behind: then it reads everything from the table. */
  private remembers = false;
  /** When the table was last looked through, of the process's clock, milliseconds. */
  private sweptAt = 0;

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
    const rows = rowsOf(events, this.clock.now());
    for (const { city_code, id, subject, events, event_count, occurred_at } of rows)
      tx.write(insertRow, [city_code, id, subject, events, event_count, occurred_at]);
    tx.afterCommit(() => this.remember(rows));
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

  private remember(rows: OutboxRow[]): void {
    if (this.remembers) this.fresh.push(...rows);
    if (this.fresh.length > batchRows) this.forget();
    this.poke();
  }

  private forget(): void {
    this.remembers = false;
    this.fresh = [];
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
        if (!this.remembers) await this.catchUp();
        await this.publishFresh();
        if (performance.now() - this.sweptAt >= idlePollMs) await this.sweep(Date.now() - orphanedAfterMs);
        await this.pause(idlePollMs);
        const early = leastIntervalMs - (performance.now() - begun);
        if (early > 0 && !this.stopped) await delay(early);
      } catch (error) {
        this.forget();
        this.log.warn({ err: describeError(error) }, 'outbox: publishing failed, will try again');
        await this.pause(failurePauseMs);
      }
    }
    await this.catchUp().catch(() => undefined);
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

  /** Remembers first, then reads: what is committed in between is published twice rather than late. */
  private async catchUp(): Promise<void> {
    this.remembers = true;
    while ((await this.sweep(Date.now() + orphanedAfterMs)) === batchRows);
  }

  /** Publish, await the acks, mark. Dying before the mark publishes again. */
  private async publishFresh(): Promise<void> {
    const rows = this.fresh;
    if (rows.length === 0) return;
    this.fresh = [];
    this.observeLag(rows);
    await this.publishAll(rows);
    await this.database.transaction((tx) => Promise.resolve(this.mark(tx, rows)));
  }

  /** One transaction: take what was written before `until`, publish, await the acks, mark. Answers rows. */
  private async sweep(until: number): Promise<number> {
    const count = await this.database.transaction(async (tx) => {
      const rows = await tx.query<OutboxRow>(takeUnpublished, [batchRows, firstIdAt(until)]);
      this.observeLag(rows);
      if (rows.length === 0) return 0;
      await this.publishAll(rows);
      this.mark(tx, rows);
      return rows.length;
    });
    this.sweptAt = performance.now();
    return count;
  }

  private mark(tx: Tx, rows: OutboxRow[]): void {
    // A mark that a crash loses is made again: the events go out twice and count once.
    tx.write('set local synchronous_commit = off');
    const ids = [rows.map((row) => row.city_code), rows.map((row) => row.id)];
    tx.write(markPublished, [...ids, this.clock.now()]);
    metrics.outboxPublished.inc({ service: this.service }, sumOf(rows));
  }

  /** Before publishing: while that fails the lag must be seen to grow. */
  private observeLag(rows: OutboxRow[]): void {
    const now = this.clock.now().getTime();
    const oldest = Math.min(now, ...rows.map((row) => row.occurred_at.getTime()));
    metrics.outboxLagSeconds.set({ service: this.service }, (now - oldest) / 1000);
  }

  private async publishAll(rows: OutboxRow[]): Promise<void> {
    await Promise.all(messagesOf(rows).map((message) => this.publish(message)));
  }

  private async publish(rows: [OutboxRow, ...OutboxRow[]]): Promise<void> {
    const [{ subject }] = rows;
    const msgID = deterministicId(subject, ...rows.map((row) => row.id));
    const events = rows.map((row) => row.events.slice(1, -1)).join(',');
    if (!this.connection) throw new Error('an outbox without a connection publishes nothing');
    const hdrs = headers();
    hdrs.set(batchesHeader, batchesText(rows.map(batchOf)));
    await jetstream(this.connection).publish(subject, `[${events}]`, { msgID, headers: hdrs });
  }
}

interface Gathering {
  cityCode: number;
  subject: string;
  envelopes: string[];
  characters: number;
}

/** A row for a batch of events, since a row for each would be the dearest write of most transactions. */
function rowsOf(events: NewEvent[], now: Date): OutboxRow[] {
  const occurredAt = now.toISOString();
  const open = new Map<string, Gathering>();
  const gatherings: Gathering[] = [];
  for (const { contract, cityCode, data, traceId, id: given } of events) {
    if (given !== undefined && open.has(given)) continue;
    const { subject } = contract;
    const id = given ?? newId();
    const envelope: EventEnvelope = { id, subject, cityCode, occurredAt, traceId, data };
    const text = JSON.stringify(envelope);
    const key = given ?? `${cityCode} ${subject}`;
    let gathering = open.get(key);
    if (!gathering || gathering.characters + text.length > batchCharacters) {
      gathering = { cityCode, subject, envelopes: [], characters: 0 };
      open.set(key, gathering);
      gatherings.push(gathering);
    }
    gathering.envelopes.push(text);
    gathering.characters += text.length;
  }
  return gatherings.map(({ cityCode, subject, envelopes }) => ({
    city_code: cityCode,
    // Of the time it is made at, also where its event's id is given: the sweep goes by it.
    id: newId(),
    subject,
    events: `[${envelopes.join(',')}]`,
    event_count: envelopes.length,
    occurred_at: now,
  }));
}

/** A batch of one goes by its event's id: told again in another row, it still counts once. */
function batchOf({ id, event_count, events }: OutboxRow): { id: string; events: number } {
  const [event] = event_count === 1 ? (JSON.parse(events) as EventEnvelope[]) : [];
  return { id: event?.id ?? id, events: event_count };
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
