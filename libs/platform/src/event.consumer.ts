import { setTimeout as delay } from 'node:timers/promises';
import { type EventEnvelope, type ServiceName } from '#contracts';
import { type ConsumerMessages, jetstream, type JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Database, Tx } from './database.js';
import { describeError, type Log } from './log.js';
import { metrics } from './metrics.js';
import { eventStream } from './nats.js';

/** Takes fresh events inside the transaction that remembers them. */
export type EventHandler = (events: EventEnvelope[], tx: Tx) => Promise<void>;

const prefetchMessages = 256;
const messagesPerTransaction = 64;
const deliveriesBeforeDead = 5;
const firstBackoffMs = 200;

const takeFresh = {
  name: 'inbox.take',
  text: `insert into inbox (city_code, event_id) select * from unnest($1::int[], $2::uuid[])
    on conflict do nothing returning event_id`,
};

/**
 * One durable pull consumer: what waits is taken together, its ids go into the inbox in the transaction
 * of the effect, and only then is it acknowledged. A message that cannot be handled is tried again with
 * growing pauses and at last put into the dead-letter stream, from where a command replays it.
 */
export class EventConsumer {
  private readonly queue: JsMsg[] = [];
  private messages: ConsumerMessages | undefined;
  private wake: (() => void) | undefined;
  private stopped = false;
  private running: Promise<void>[] = [];

  /** @param handlers subject → the consumer of that subject; one function may serve several subjects */
  constructor(
    private readonly service: ServiceName,
    private readonly connection: NatsConnection,
    private readonly database: Database,
    private readonly handlers: Map<string, EventHandler>,
    private readonly log: Log,
  ) {}

  start(): void {
    this.running = [this.receive(), this.work()];
  }

  /** Takes no more, finishes the batch under way; what is left is delivered again to somebody else. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.messages?.close();
    this.wake?.();
    await Promise.all(this.running);
  }

  private async receive(): Promise<void> {
    while (!this.stopped) {
      try {
        const consumer = await jetstream(this.connection).consumers.get(eventStream, this.service);
        this.messages = await consumer.consume({ max_messages: prefetchMessages, expires: 5_000 });
        for await (const message of this.messages) {
          metrics.consumerPending.set({ service: this.service }, message.info.pending);
          this.queue.push(message);
          this.wake?.();
        }
      } catch (error) {
        if (this.stopped) return;
        this.log.warn({ err: describeError(error) }, 'consumer: receiving failed, will try again');
        await delay(500);
      }
    }
  }

  private async work(): Promise<void> {
    while (!this.stopped) {
      const batch = this.queue.splice(0, messagesPerTransaction);
      if (batch.length === 0) {
        await new Promise<void>((resolve) => (this.wake = resolve));
        this.wake = undefined;
      } else if (!(await this.handle(batch))) {
        // One bad message must not hold up its neighbours: each is tried alone.
        for (const message of batch) if (!(await this.handle([message]))) await this.setAside(message);
      }
    }
  }

  private async handle(batch: JsMsg[]): Promise<boolean> {
    try {
      const events = batch
        .filter(({ subject }) => this.handlers.has(subject))
        .flatMap((message) => message.json<EventEnvelope[]>());
      if (events.length > 0) await this.database.transaction((tx) => this.effect(events, tx));
      for (const message of batch) message.ack();
      this.observe(events);
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

  private async effect(events: EventEnvelope[], tx: Tx): Promise<void> {
    const taken = await tx.query<{ event_id: string }>(takeFresh, [
      events.map((event) => event.cityCode),
      events.map((event) => event.id),
    ]);
    const fresh = new Set(taken.map((row) => row.event_id));
    const byHandler = new Map<EventHandler, EventEnvelope[]>();
    for (const event of events) {
      // Deleting as we go also drops a second copy inside this very batch.
      if (!fresh.delete(event.id)) continue;
      const handler = this.handlers.get(event.subject);
      if (!handler) continue;
      const group = byHandler.get(handler);
      if (group) group.push(event);
      else byHandler.set(handler, [event]);
    }
    for (const [handler, group] of byHandler) await handler(group, tx);
  }

  private async setAside(message: JsMsg): Promise<void> {
    const { deliveryCount } = message.info;
    if (deliveryCount < deliveriesBeforeDead) {
      message.nak(firstBackoffMs * 2 ** deliveryCount);
      metrics.consumerEvents.inc({ service: this.service, outcome: 'retried' });
      return;
    }
    try {
      await jetstream(this.connection).publish(`shunlu.dead.v1.${this.service}`, message.data, {
        headers: message.headers,
      });
      message.term();
      metrics.consumerEvents.inc({ service: this.service, outcome: 'dead' });
      this.log.error({ subject: message.subject }, 'consumer: put into the dead-letter stream');
    } catch (error) {
      this.log.warn(
        { err: describeError(error) },
        'consumer: dead-letter stream not reachable, will try again',
      );
      message.nak(5_000);
    }
  }

  private observe(events: EventEnvelope[]): void {
    if (events.length === 0) return;
    metrics.consumerEvents.inc({ service: this.service, outcome: 'done' }, events.length);
    const newest = Math.max(...events.map((event) => Date.parse(event.occurredAt)));
    metrics.consumerLagSeconds.set({ service: this.service }, Math.max(0, (Date.now() - newest) / 1000));
  }
}
