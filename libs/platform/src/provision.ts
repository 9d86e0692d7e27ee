import { serviceNames, services } from '#contracts';
import {
  AckPolicy,
  DeliverPolicy,
  jetstreamManager,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream';
import { connectNats, deadStream, deadSubjects, eventStream, eventSubjects } from './nats.js';

const dayNanos = 86_400 * 1e9;

/**
 * Creates the streams and one durable pull consumer a service, or brings them up to date. Run by
 * `migrate` as NATS user `provisioner`: services themselves may not create anything.
 */
export async function provisionStreams(url: string): Promise<void> {
  const connection = await connectNats('provisioner', url);
  try {
    const manager = await jetstreamManager(connection);
    await upsertStream(manager, eventStream, eventSubjects, 14);
    await upsertStream(manager, deadStream, deadSubjects, 365);
    for (const service of serviceNames) {
      if (services[service].consumes.length > 0) await upsertConsumer(manager, service);
    }
  } finally {
    await connection.close();
  }
}

async function upsertStream(
  manager: JetStreamManager,
  name: string,
  subjects: string,
  days: number,
): Promise<void> {
  const changeable = { subjects: [subjects], max_age: days * dayNanos, duplicate_window: 120 * 1e9 };
  const known = await manager.streams.info(name).catch(() => undefined);
  if (known) await manager.streams.update(name, changeable);
  else
    await manager.streams.add({
      name,
      ...changeable,
      storage: StorageType.File,
      retention: RetentionPolicy.Limits,
    });
}

async function upsertConsumer(manager: JetStreamManager, durable: string): Promise<void> {
  // One filter a consumer: arrays of filters are ignored in silence by servers before 2.10, so what a
  // service does not listen to is acknowledged and dropped by its strategy.
  const changeable = { ack_wait: 30 * 1e9, max_ack_pending: 2_000 };
  const known = await manager.consumers.info(eventStream, durable).catch(() => undefined);
  if (known) await manager.consumers.update(eventStream, durable, changeable);
  else
    await manager.consumers.add(eventStream, {
      durable_name: durable,
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.All,
      filter_subject: eventSubjects,
      ...changeable,
    });
}
