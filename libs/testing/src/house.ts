import { type Actor, DomainError, type RpcContract } from '#contracts';
import { withClient } from '#local';
import {
  type Call,
  connectNats,
  newTraceId,
  type Overrides,
  provisionStreams,
  RpcClient,
  type RunningService,
  type ServiceDefinition,
  startService,
} from '#platform';
import type { NatsConnection } from '@nats-io/transport-node';
import type { QueryResultRow } from 'pg';
import { createDatabase, type TestDatabase } from './database.js';
import { localFiles } from './files.js';
import { createNats, type OwnNats } from './nats.js';

export interface HouseOptions extends Overrides {
  /** How often each service runs, 1 unless told. */
  replicas?: number;
  /** Gateways that ask, 1 unless told. */
  clients?: number;
  /** Further settings. */
  env?: Record<string, string>;
  /** Where services keep what they know, a clone of the template unless told; `stop` drops it. */
  database?: TestDatabase;
}

/** Services running over a database and a NATS server of a test file's own. */
export interface TestHouse {
  /** Settings the services run with. */
  env: Record<string, string>;
  database: TestDatabase;
  nats: OwnNats;
  services: RunningService[];
  /** Asks as the gateway does; a refusal is an answer too. */
  ask<I extends object, O extends object>(
    contract: RpcContract<I, O>,
    input: I,
    actor: Actor,
    client?: number,
  ): Promise<O | DomainError>;
  /** Calls as the gateway does; throws what is refused. */
  call<I extends object, O extends object>(contract: RpcContract<I, O>, input: I, call: Call): Promise<O>;
  /** Queries as superuser, or at the given address. */
  sql<Row extends QueryResultRow = QueryResultRow>(
    text: string,
    values?: unknown[],
    url?: string,
  ): Promise<Row[]>;
  /** A connection as a user of NATS; closed by `stop`. */
  connectAs(user: Parameters<typeof connectNats>[0]): Promise<NatsConnection>;
  stop(): Promise<void>;
}

/** Starts the given services. Call `stop` in afterAll. */
export async function startHouse(
  definitions: readonly ServiceDefinition[],
  { replicas = 1, clients = 1, env: further = {}, database: given, ...overrides }: HouseOptions = {},
): Promise<TestHouse> {
  const [database, nats, files] = await Promise.all([given ?? createDatabase(), createNats(), localFiles()]);
  await provisionStreams(nats.url('provisioner'));
  const env = { ...database.env, ...nats.env, ...files, LOG_LEVEL: 'silent', ...further };
  const all = definitions.flatMap((definition) => Array.from({ length: replicas }, () => definition));
  const services = await Promise.all(all.map((definition) => startService(definition, env, overrides)));
  const connections: NatsConnection[] = [];
  const connectAs: TestHouse['connectAs'] = async (user) => {
    const connection = await connectNats(user, nats.url(user));
    connections.push(connection);
    return connection;
  };
  const gateways = await Promise.all(
    Array.from({ length: clients }, async () => new RpcClient(await connectAs('gateway'))),
  );
  const gateway = (index: number): RpcClient => {
    const client = gateways[index];
    if (!client) throw new RangeError(`no client ${index}`);
    return client;
  };
  return {
    env,
    database,
    nats,
    services,
    connectAs,
    call: (contract, input, call) => gateway(0).call(contract, input, call),
    ask: async (contract, input, actor, client = 0) => {
      try {
        return await gateway(client).call(contract, input, { actor, traceId: newTraceId() });
      } catch (error) {
        if (error instanceof DomainError) return error;
        throw error;
      }
    },
    sql: <Row extends QueryResultRow>(text: string, values: unknown[] = [], url = database.adminUrl) =>
      withClient(url, async (client) => (await client.query<Row>(text, values)).rows),
    stop: async () => {
      await Promise.all(connections.map((connection) => connection.close()));
      await Promise.all(services.map((service) => service.stop()));
      await Promise.all([database.drop(), nats.stop()]);
    },
  };
}
