import { setTimeout as delay } from 'node:timers/promises';
import { type EventEnvelope, type ServiceName } from '#contracts';
import { type ConsumerMessages, jetstream, type JsMsg } from '@nats-io/jetstream';
import { headers, type NatsConnection, type Payload } from '@nats-io/transport-node';
import { batchesHeader, readBatches } from './event.batches.js';
import type { Database, Tx } from './database.js';
import { type EventBatch, takeBatches, takeEvents } from './inbox.js';
import { describeError, type Log } from './log.js';
import { metrics } from './metrics.js';
import { deadSubject, eventStream, replaySubject } from './nats.js';

/** Takes fresh events inside the transaction that remembers them. */
export type EventHandler = (events: EventEnvelope[], tx: Tx) => Promise<void>;

const prefetchMessages = 256;
const messagesPerTransaction = 64;
const deliveriesBeforeDead = 5;
const firstBackoffMs = 200;
const outagePauseMs = 1_000;

/** Header of a dead letter: why it could not be handled, URI-encoded. */
export const reasonHeader = 'Shunlu-Reason';

/** What goes into the dead-letter stream. */
interface Letter {
  /** How many. */
  events: number;
  payload: Payload;
  reason: string;
}

/**
 * One durable pull consumer: what waits is taken together, the ids of its batches go into the inbox in the
 * transaction of the effect, and only then is it acknowledged. A message that cannot be handled is tried again with
 * growing pauses; at last those of its events that fail even alone are put into the dead-letter stream,
 * from where a command replays them. While the database does not answer nothing is given up.
 */
export class EventConsumer {
  private readonly queue: JsMsg[] = [];
  private messages: ConsumerMessages | undefined;
  private readonly idle = new Set<() => void>();
  private stopped = false;
  private running: Promise<void>[] = [];

  /**
   * @param handlers subject → the consumer of that subject; one function may serve several subjects
   * @param lanes transactions at a time: while one waits for the database another is made ready
   */
  constructor(
    private readonly service: ServiceName,
    private readonly connection: NatsConnection,
    private readonly database: Database,
    private readonly handlers: Map<string, EventHandler>,
    private readonly log: Log,
    private readonly lanes: number,
  ) {}

  start(): void {
    this.running = [this.receive(), ...Array.from({ length: this.lanes }, () => this.work())];
  }

  /** Takes no more, finishes the batch under way; what is left is delivered to somebody else at once. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.messages?.close();
    this.wake();
    await Promise.allSettled(this.running);
    for (const message of this.queue) message.nak();
  }

  private async receive(): Promise<void> {
    while (!this.stopped) {
      try {
        const consumer = await jetstream(this.connection).consumers.get(eventStream, this.service);
        // A stream that vanished is asked for again here, sooner than the client would by itself.
        const options = { max_messages: prefetchMessages, expires: 5_000, abort_on_missing_resource: true };
        this.messages = await consumer.consume(options);
        if (this.stopped) return this.messages.stop();
        for await (const message of this.messages) {
          metrics.consumerPending.set({ service: this.service }, message.info.pending);
          this.queue.push(message);
          this.wake();
        }
      } catch (error) {
        if (this.stopped) return;
        this.log.warn({ err: describeError(error) }, 'consumer: receiving failed, will try again');
        await delay(500);
      }
    }
  }

  private wake(): void {
    for (const resolve of this.idle) resolve();
    this.idle.clear();
  }

  private async work(): Promise<void> {
    while (!this.stopped) {
      const batch = this.queue.splice(0, messagesPerTransaction);
      if (batch.length === 0) {
        await new Promise<void>((resolve) => this.idle.add(resolve));
      } else if (await this.handle(batch)) continue;
      else if (await this.databaseAnswers()) await this.sortOut(batch);
      else for (const message of batch) this.retry(message, outagePauseMs);
    }
  }

  /** One bad message must not hold up its neighbours: each is tried alone. */
  private async sortOut(batch: JsMsg[]): Promise<void> {
    for (const message of batch) {
      if (await this.handle([message])) continue;
      const { deliveryCount } = message.info;
      if (deliveryCount < deliveriesBeforeDead) this.retry(message, firstBackoffMs * 2 ** deliveryCount);
      else await this.bury(message);
    }
  }

  private async handle(batch: JsMsg[]): Promise<boolean> {
    try {
      const told = batch
        .filter((message) => this.isForUs(message))
        .flatMap((message) => this.batchesOf(message));
      if (told.length > 0)
        await this.database.transaction(async (tx) => this.effect(await takeBatches(tx, told), tx));
      for (const message of batch) message.ack();
      this.observe(told.flatMap(({ events }) => events));
      return true;
    } catch (error) {
      const subjects = [...new Set(batch.map(({ subject }) => subject))];
      this.log.warn(
        { err: describeError(error), subjects, messages: batch.length },
        'consumer: a batch failed',
      );
      return false;
    }
  }

  private isForUs({ subject }: JsMsg): boolean {
    return this.handlers.has(subject) || this.isReplay(subject);
  }

  private isReplay(subject: string): boolean {
    return subject === replaySubject(this.service);
  }

  /** NATS lets a service publish its own subjects only: an event must not bear another's inside. */
  private batchesOf(message: JsMsg): EventBatch[] {
    const { subject } = message;
    const events = message.json<EventEnvelope[]>();
    if (!Array.isArray(events)) throw new TypeError('a message of events is a list');
    if (!this.isReplay(subject) && events.some((event) => event.subject !== subject))
      throw new TypeError('an event of another subject');
    return readBatches(message.headers?.get(batchesHeader), events);
  }

  private async effect(fresh: EventEnvelope[], tx: Tx): Promise<void> {
    const byHandler = new Map<EventHandler, EventEnvelope[]>();
    for (const event of fresh) {
      const handler = this.handlers.get(event.subject);
      if (!handler) continue;
      const group = byHandler.get(handler);
      if (group) group.push(event);
      else byHandler.set(handler, [event]);
    }
    for (const [handler, group] of byHandler) await handler(group, tx);
  }

  private retry(message: JsMsg, pauseMs: number): void {
    message.nak(pauseMs);
    metrics.consumerEvents.inc({ service: this.service, outcome: 'retried' });
  }

  /** The last resort: those of a message's events that fail even alone go into the dead-letter stream. */
  private async bury(message: JsMsg): Promise<void> {
    try {
      const letter = await this.letterOf(message);
      if (!(await this.databaseAnswers())) return this.retry(message, outagePauseMs);
      if (letter.events > 0) await this.publishDead(message, letter);
      message.term();
      metrics.consumerEvents.inc({ service: this.service, outcome: 'dead' }, letter.events);
    } catch (error) {
      this.log.warn(
        { err: describeError(error) },
        'consumer: dead-letter stream not reachable, will try again',
      );
      message.nak(5_000);
    }
  }

  private async letterOf(message: JsMsg): Promise<Letter> {
    const rejected: EventEnvelope[] = [];
    let reason = '';
    try {
      for (const { events, ...batch } of this.batchesOf(message))
        for (const event of events) {
          const failure = await this.failureOf({ ...batch, events: [event] });
          if (failure) rejected.push(event);
          reason ||= failure ?? '';
        }
    } catch (error) {
      return { events: 1, payload: message.data, reason: reasonOf(error) };
    }
    return { events: rejected.length, payload: JSON.stringify(rejected), reason };
  }

  private async failureOf(batch: EventBatch): Promise<string | undefined> {
    try {
      await this.database.transaction(async (tx) => this.effect(await takeEvents(tx, [batch]), tx));
      this.observe(batch.events);
      return undefined;
    } catch (error) {
      return reasonOf(error);
    }
  }

  private async publishDead({ info, subject }: JsMsg, letter: Letter): Promise<void> {
    const hdrs = headers();
    hdrs.set(reasonHeader, encodeURIComponent(letter.reason));
    // Not the message's own id: another service may bury the same message, and this one may bury it again.
    const msgID = [this.service, info.streamSequence, info.timestampNanos].join('.');
    await jetstream(this.connection).publish(deadSubject(this.service, subject), letter.payload, {
      headers: hdrs,
      msgID,
    });
    this.log.error({ subject, events: letter.events }, 'consumer: put into the dead-letter stream');
  }

  private databaseAnswers(): Promise<boolean> {
    return this.database.query('select 1').then(
      () => true,
      () => false,
    );
  }

  private observe(events: EventEnvelope[]): void {
    if (events.length === 0) return;
    metrics.consumerEvents.inc({ service: this.service, outcome: 'done' }, events.length);
    const newest = Math.max(...events.map((event) => Date.parse(event.occurredAt)));
    metrics.consumerLagSeconds.set({ service: this.service }, Math.max(0, (Date.now() - newest) / 1000));
  }
}

function reasonOf(error: unknown): string {
  const { type, message = '' } = describeError(error);
  return `${type}: ${message}`;
}
