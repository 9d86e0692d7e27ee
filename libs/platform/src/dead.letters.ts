import type { EventEnvelope, ServiceName } from '#contracts';
import { jetstream, jetstreamManager, type JetStreamManager, type StoredMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { reasonHeader } from './event.consumer.js';
import { deadStream, deadSubject, replaySubject } from './nats.js';

/** Events that a service could not handle, together in one message. */
export interface DeadLetter {
  /** Place in the dead-letter stream. */
  sequence: number;
  service: ServiceName;
  /** Of the events, without the prefix all share: `errand.claimed`. */
  subject: string;
  events: number;
  /** Why the first of them failed. */
  reason: string;
  at: Date;
}

/**
 * What no consumer could take, and the way back. A letter is published to the one service that failed,
 * and removed when that is stored; dying in between publishes it again, which the inbox forgives.
 */
export class DeadLetters {
  private constructor(
    private readonly connection: NatsConnection,
    private readonly manager: JetStreamManager,
  ) {}

  /** @param connection of the user `provisioner` */
  static async open(connection: NatsConnection): Promise<DeadLetters> {
    return new DeadLetters(connection, await jetstreamManager(connection));
  }

  /** Those of one service, or of all, oldest first. */
  async *list(service?: ServiceName): AsyncGenerator<DeadLetter> {
    for await (const message of this.messages(service)) yield letterOf(message);
  }

  /** Delivers again what is there now; what fails again comes back as a new letter. Answers how many. */
  async replay(service?: ServiceName): Promise<number> {
    let count = 0;
    for await (const message of this.messages(service)) {
      const subject = replaySubject(letterOf(message).service);
      await jetstream(this.connection).publish(subject, message.data);
      await this.manager.streams.deleteMessage(deadStream, message.seq);
      count++;
    }
    return count;
  }

  private async *messages(service: ServiceName | undefined): AsyncGenerator<StoredMsg> {
    const { state } = await this.manager.streams.info(deadStream);
    const next_by_subj = deadSubject(service ?? '*', '>');
    let seq = state.first_seq;
    while (seq <= state.last_seq) {
      // A message of that subject from there on; the client's type knows the first half only.
      const query = { seq, next_by_subj };
      const message = await this.manager.streams.getMessage(deadStream, query);
      if (!message || message.seq > state.last_seq) return;
      yield message;
      seq = message.seq + 1;
    }
  }
}

function letterOf(message: StoredMsg): DeadLetter {
  const [, , , service, ...subject] = message.subject.split('.');
  const events = eventsIn(message);
  const reason = message.header?.get(reasonHeader) ?? '';
  return {
    sequence: message.seq,
    service: service as ServiceName,
    subject: events[0]?.subject?.replace('shunlu.evt.v1.', '') ?? subject.join('.'),
    events: events.length,
    reason: decodeURIComponent(reason),
    at: message.time,
  };
}

/** A letter may be a letter because nobody can read it. */
function eventsIn(message: StoredMsg): Partial<EventEnvelope>[] {
  try {
    const events = message.json<(Partial<EventEnvelope> | null)[]>();
    return Array.isArray(events) ? events.map((event) => event ?? {}) : [];
  } catch {
    return [];
  }
}
