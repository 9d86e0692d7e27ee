import { type EventEnvelope, type ServiceName, serviceNames, services } from '#contracts';
import { poll } from '#local';
import { batchesHeader, batchesText, connectNats, type EventBatch, eventStream } from '#platform';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { headers, type NatsConnection } from '@nats-io/transport-node';
import type { TestNats } from './nats.js';

/** What goes out as one message each: windows of at most `most` events, each divided by subject. */
export function messagesOf(events: readonly EventEnvelope[], most: number): EventEnvelope[][] {
  const found: EventEnvelope[][] = [];
  for (let start = 0; start < events.length; start += most) {
    const bySubject = new Map<string, EventEnvelope[]>();
    for (const each of events.slice(start, start + most))
      bySubject.set(each.subject, [...(bySubject.get(each.subject) ?? []), each]);
    found.push(...bySubject.values());
  }
  return found;
}

/** The service that tells of such an event. */
export function ownerOf({ subject }: EventEnvelope): ServiceName {
  const owner = serviceNames.find((name) =>
    services[name].publishes.some((contract) => contract.subject === subject),
  );
  if (!owner) throw new Error(`nobody tells of ${subject}`);
  return owner;
}

/**
 * Publishes messages as they are, each an array of events with one subject, without deduplication by
 * message id: what is told twice arrives twice.
 * @param connection of the service that owns the subjects
 */
export async function tell(connection: NatsConnection, ...messages: EventEnvelope[][]): Promise<void> {
  for (const events of messages) {
    const [first] = events;
    if (first) await jetstream(connection).publish(first.subject, JSON.stringify(events));
  }
}

/** Publishes batches of one subject in one message, as an outbox does; returns when NATS has stored it. */
export async function tellBatches(connection: NatsConnection, ...batches: EventBatch[]): Promise<void> {
  const events = batches.flatMap((batch) => batch.events);
  const hdrs = headers();
  hdrs.set(batchesHeader, batchesText(batches.map(({ id, events }) => ({ id, events: events.length }))));
  await jetstream(connection).publish(events[0]?.subject ?? '', JSON.stringify(events), { headers: hdrs });
}

/** Waits until a service has handled and acknowledged every message of the stream. */
export async function allConsumed(nats: TestNats, service: ServiceName): Promise<void> {
  const connection = await connectNats('provisioner', nats.url('provisioner'));
  try {
    const manager = await jetstreamManager(connection);
    const isDone = async () => {
      const info = await manager.consumers.info(eventStream, service);
      return info.num_pending + info.num_ack_pending === 0 || undefined;
    };
    // What a stopping service had fetched and could not hand back is delivered again after 30 seconds.
    await poll(isDone, 45_000, () => new Error(`${service} did not come to the end of the stream`));
  } finally {
    await connection.close();
  }
}

/** Has what was delivered and not acknowledged delivered again after a second, not after half a minute. */
export async function hurryRedelivery(nats: TestNats, ...services: ServiceName[]): Promise<void> {
  const connection = await connectNats('provisioner', nats.url('provisioner'));
  try {
    const manager = await jetstreamManager(connection);
    for (const service of services) await manager.consumers.update(eventStream, service, { ack_wait: 1e9 });
  } finally {
    await connection.close();
  }
}
