import { join } from 'node:path';
import type { EventContract, EventEnvelope, ServiceName } from '#contracts';
import { poll, projectRoot, type StandIn, startStandIn } from '#local';
import {
  connectNats,
  eventStream,
  newId,
  newTraceId,
  type Overrides,
  provisionStreams,
  RpcClient,
  type RunningService,
  type ServiceDefinition,
  startService,
} from '#platform';
import { jetstreamManager } from '@nats-io/jetstream';
import { createDatabase, type TestDatabase } from './database.js';
import { tell } from './events.js';
import { localFiles } from './files.js';
import { createNats } from './nats.js';

/** Some services running for one test file, over a database and a NATS server of their own. */
export interface House {
  env: Record<string, string>;
  database: TestDatabase;
  standIn: StandIn;
  services: RunningService[];
  /** Speaks as the gateway. */
  rpc: RpcClient;
  /** Tells events as if their owner had; a second time with the same id is a second delivery. */
  publish<D extends object>(
    contract: EventContract<D>,
    cityCode: number,
    data: D[],
    id?: string,
  ): Promise<void>;
  /** Resolves when a service's consumer has taken all that was published. */
  settled(service: ServiceName): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the named services; a name that stands twice gives two replicas. A test of one service whose
 * requests go to another thereby meets the real other one. Call `stop` in afterAll.
 */
export async function startHouse(names: readonly ServiceName[], overrides: Overrides = {}): Promise<House> {
  const [database, nats, standIn, files] = await Promise.all([
    createDatabase(),
    createNats(),
    startStandIn(0),
    localFiles(),
  ]);
  await provisionStreams(nats.url('provisioner'));
  const urls = { WECHAT_URL: standIn.url, SMS_URL: standIn.url };
  const env = { ...database.env, ...nats.env, ...files, ...urls, LOG_LEVEL: 'silent' };
  const known = await definitions();
  const services = await Promise.all(names.map((name) => startService(known(name), env, overrides)));
  const [gateway, provisioner] = await Promise.all([
    connectNats('gateway', nats.url('gateway')),
    connectNats('provisioner', nats.url('provisioner')),
  ]);
  return {
    env,
    database,
    standIn,
    services,
    rpc: new RpcClient(gateway),
    publish: async ({ subject, owner }, cityCode, data, id) => {
      const occurredAt = new Date().toISOString();
      const envelopes = data.map((one): EventEnvelope => ({
        id: id ?? newId(),
        subject,
        cityCode,
        occurredAt,
        traceId: newTraceId(),
        data: one,
      }));
      const connection = await connectNats(owner, nats.url(owner));
      await tell(connection, envelopes);
      await connection.close();
    },
    settled: async (service) => {
      const manager = await jetstreamManager(provisioner);
      const isSettled = async () => {
        const info = await manager.consumers.info(eventStream, service);
        return info.num_pending + info.num_ack_pending === 0 || undefined;
      };
      await poll(isSettled, 10_000, () => new Error(`${service} did not come to the end of the stream`));
    },
    stop: async () => {
      await Promise.all([gateway.close(), provisioner.close()]);
      await Promise.all(services.map((service) => service.stop()));
      await Promise.all([database.drop(), nats.stop(), standIn.stop()]);
    },
  };
}

/** By path, since no library may know the services. */
async function definitions(): Promise<(name: ServiceName) => ServiceDefinition> {
  const file = join(projectRoot, 'apps/suite/src/definitions.ts');
  const { definitions: all } = (await import(file)) as { definitions: ServiceDefinition[] };
  return (name) => {
    const found = all.find((definition) => definition.name === name);
    if (!found) throw new Error(`no service ${name}`);
    return found;
  };
}
