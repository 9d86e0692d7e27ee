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
  /** Of the events, each once; none where one of them cannot be read. */
  cityCodes: number[];
  /** Why the first of them failed: the kind of error, a colon, its words. */
  reason: string;
  at: Date;
}

/** Which letters are delivered again; all of them unless told. */
export interface ChosenLetters {
  /** First and last place in the stream. */
  from?: number;
  last?: number;
  /** No more than so many. */
  most?: number;
  isWanted?: (letter: DeadLetter) => boolean;
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

  /** @param connection of the user `provisioner`, or of `stations`, where administrators ask */
  static async open(connection: NatsConnection): Promise<DeadLetters> {
    return new DeadLetters(connection, await jetstreamManager(connection, { checkAPI: false }));
  }

  /** Those of one service, or of all, oldest first; from a place in the stream on. */
  async *list(service?: ServiceName, from = 0): AsyncGenerator<DeadLetter> {
    for await (const message of this.messages(service, from)) yield letterOf(message);
  }

  /** The last place in the stream that was ever taken. */
  async lastSequence(): Promise<number> {
    return (await this.manager.streams.info(deadStream)).state.last_seq;
  }

  /** Delivers again what is there now; what fails again comes back as a new letter. Answers how many. */
  async replay(service?: ServiceName, chosen: ChosenLetters = {}): Promise<number> {
    const { from = 0, last = Infinity, most = Infinity, isWanted = () => true } = chosen;
    let count = 0;
    for await (const message of this.messages(service, from)) {
      if (message.seq > last || count === most) break;
      const letter = letterOf(message);
      if (!isWanted(letter)) continue;
      await jetstream(this.connection).publish(replaySubject(letter.service), message.data);
      await this.remove(message.seq);
      count++;
    }
    return count;
  }

  /** Of two who replay it at once one finds it removed. */
  private async remove(seq: number): Promise<void> {
    try {
      await this.manager.streams.deleteMessage(deadStream, seq);
    } catch (error) {
      if (await this.manager.streams.getMessage(deadStream, { seq })) throw error;
    }
  }

  private async *messages(service: ServiceName | undefined, from: number): AsyncGenerator<StoredMsg> {
    const { state } = await this.manager.streams.info(deadStream);
    const next_by_subj = deadSubject(service ?? '*', '>');
    let seq = Math.max(from, state.first_seq);
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
    cityCodes: citiesOf(events),
    reason: decodeURIComponent(reason),
    at: message.time,
  };
}

function citiesOf(events: Partial<EventEnvelope>[]): number[] {
  const codes = events.map(({ cityCode }) => cityCode);
  return codes.every(Number.isSafeInteger) ? [...new Set(codes as number[])] : [];
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
