import 'reflect-metadata';
import type { ErrorCode, SealingServiceName, ServiceName } from '#contracts';
import { type INestMicroservice, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NatsConnection } from '@nats-io/transport-node';
import type { DataSourceOptions, MigrationInterface } from 'typeorm';
import { Clock, SystemClock } from './clock.js';
import { type Config, readConfig, type SettingGroup } from './config.js';
import { Database, type DatabaseOptions } from './database.js';
import { type Probe, startHealthServer } from './health.js';
import { createLog, type Log, nestLogger } from './log.js';
import {
  CreateMessaging1772000000000,
  InboxOfBatches1772000059690,
  PlainOutbox1772000059000,
} from './messaging.migration.js';
import { collectProcessMetrics } from './metrics.js';
import { migrateSchema } from './migrate.js';
import { connectNats } from './nats.js';
import { NatsStrategy, PassThroughFilter } from './nats.strategy.js';
import { Outbox } from './outbox.js';
import type { SealedColumn } from './reseal.js';
import { pruneDaily } from './retention.js';
import { RpcClient } from './rpc.client.js';
import { Seal } from './seal.js';
import { Sealing1772000071000 } from './sealing.migration.js';
import { Sealing } from './sealing.js';
import { tokens } from './tokens.js';

/** What a service is made of; its `main.ts` and the suite start the same definition. */
export interface ServiceDefinition {
  name: ServiceName;
  module: Type;
  entities: NonNullable<DataSourceOptions['entities']>;
  /** After the shared messaging tables, in this order. */
  migrations: (new () => MigrationInterface)[];
  constraints: Record<string, ErrorCode>;
  /**
   * Plans a prepared statement once, not for every value: where each goes by its key whatever is asked, PostgreSQL's
   * choice to plan anew takes longer than the reading.
   */
  plansOnce?: boolean;
  /** Transactions of its event consumer at a time, 1 unless told; its handlers take events in any order. */
  eventLanes?: number;
  /** Columns of sealed values, which change when a key does: `settings` must name `seal`. */
  sealed?: readonly SealedColumn[];
  /** Groups of settings it reads, besides `common` and `database`. */
  settings: readonly SettingGroup[];
}

export interface RunningService {
  name: ServiceName;
  app: { get<T>(token: Type<T> | symbol): T };
  ready: Probe;
  /** Finishes what is under way. Safe to call twice. */
  stop(): Promise<void>;
}

/** What tests may put in place of the real thing. */
export interface Overrides {
  clock?: Clock;
}

const messagingMigrations = [
  CreateMessaging1772000000000,
  PlainOutbox1772000059000,
  InboxOfBatches1772000059690,
];

function databaseOptions(definition: ServiceDefinition, url: string, poolSize: number): DatabaseOptions {
  return {
    service: definition.name,
    url,
    poolSize,
    entities: definition.entities,
    migrations: [
      ...messagingMigrations,
      ...(definition.sealed ? [Sealing1772000071000] : []),
      ...definition.migrations,
    ],
    constraints: definition.constraints,
    plansOnce: definition.plansOnce,
  };
}

/** Brings the service's schema up to date; see {@link migrateSchema}. */
export function migrateService(definition: ServiceDefinition, env: NodeJS.ProcessEnv): Promise<string[]> {
  const { migrationDatabaseUrl } = readConfig(definition.name, ['migration'], env);
  return migrateSchema(databaseOptions(definition, migrationDatabaseUrl, 2));
}

/** Connects, wires and starts a service; it answers requests when the promise resolves. */
export async function startService(
  definition: ServiceDefinition,
  env: NodeJS.ProcessEnv,
  overrides: Overrides = {},
): Promise<RunningService> {
  const { name } = definition;
  const config = readConfig(name, ['common', 'database', ...definition.settings], env) as Config<
    'common' | 'database'
  >;
  const log = createLog(name, config.logLevel);
  const clock = overrides.clock ?? new SystemClock();
  const connection = await connectNats(name, config.natsUrl);
  const database = await Database.open(databaseOptions(definition, config.databaseUrl, config.poolSize));
  const outbox = new Outbox(name, database, connection, clock, log);
  const sealing = openSealing(definition, config, { database, clock, log });
  const app = await NestFactory.createMicroservice(
    serviceModule(definition.module, { config, log, clock, database, outbox, connection, sealing }),
    {
      strategy: new NatsStrategy(name, connection, database, log, definition.eventLanes ?? 1),
      logger: nestLogger(log),
      abortOnError: false,
    },
  );
  app.useGlobalFilters(new PassThroughFilter());
  await app.listen();
  // Interest must have reached the server before anybody is told that we answer.
  await connection.flush();
  outbox.start();
  sealing?.start();
  const timer = setInterval(() => database.observePool(), 5_000).unref();
  const stopPruning = pruneDaily(name, database, clock, config.retentionDays, log);
  const stop = async () => {
    clearInterval(timer);
    stopPruning();
    await stopInOrder({ app, outbox, database, connection, sealing }, config.shutdownMs);
  };
  let stopped: Promise<void> | undefined;
  return {
    name,
    app,
    ready: async () => {
      await Promise.all([database.query('select 1'), connection.flush()]);
      return true;
    },
    stop: () => (stopped ??= stop()),
  };
}

/** For whom seals something; the operator's command opens it too. */
export function openSealing(
  { name, sealed }: Pick<ServiceDefinition, 'name' | 'sealed'>,
  config: object,
  parts: { database: Database; clock: Clock; log: Log },
): Sealing | undefined {
  if (!sealed) return undefined;
  const seal = Seal.fromFile((config as Config<'seal'>).sealKeyFile);
  return new Sealing({ service: name as SealingServiceName, seal, sealed, ...parts });
}

interface Parts {
  config: Config<'common' | 'database'>;
  log: Log;
  clock: Clock;
  database: Database;
  outbox: Outbox;
  connection: NatsConnection;
  sealing: Sealing | undefined;
}

function serviceModule(module: Type, parts: Parts): Type {
  const providers = [
    { provide: tokens.config, useValue: parts.config },
    { provide: tokens.log, useValue: parts.log },
    { provide: Clock, useValue: parts.clock },
    { provide: Database, useValue: parts.database },
    { provide: Outbox, useValue: parts.outbox },
    { provide: tokens.nats, useValue: parts.connection },
    ...(parts.sealing ? [{ provide: Sealing, useValue: parts.sealing }] : []),
    { provide: RpcClient, useValue: new RpcClient(parts.connection, parts.config.rpcBatching) },
  ];
  @Module({})
  class Platform {}
  @Module({ imports: [{ module: Platform, global: true, providers, exports: providers }, module] })
  class Service {}
  return Service;
}

/** Requests first, so that nothing new starts; then events already committed go out; then the doors close. */
async function stopInOrder(
  {
    app,
    outbox,
    database,
    connection,
    sealing,
  }: Pick<Parts, 'outbox' | 'database' | 'connection' | 'sealing'> & { app: INestMicroservice },
  limitMs: number,
): Promise<void> {
  const orderly = async () => {
    await app.close();
    await sealing?.stop();
    await outbox.stop();
    await connection.drain();
    await database.close();
  };
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([orderly(), limit]);
  clearTimeout(timer);
}

/** The whole of a service's `main.ts`: runs it in this process until a signal or the launcher's death. */
export async function runService(definition: ServiceDefinition): Promise<void> {
  await runProcess(async () => {
    const { healthHost, healthPort } = readConfig(definition.name, ['common'], process.env);
    const service = await startService(definition, process.env);
    const health = healthPort
      ? await startHealthServer(healthPort, healthHost, { [service.name]: service.ready })
      : undefined;
    return async () => {
      health?.close();
      await service.stop();
    };
  });
}

/**
 * Starts something and keeps it until SIGINT, SIGTERM or the end of the parent's IPC channel, then stops
 * it in order. Tells the parent `ready` when it is.
 */
export async function runProcess(start: () => Promise<() => Promise<void>>): Promise<void> {
  collectProcessMetrics();
  const log = createLog('process', process.env['LOG_LEVEL'] ?? 'info');
  process.on('unhandledRejection', (error) =>
    log.fatal({ err: error }, 'a promise was rejected and nobody looked'),
  );
  // Node would print the error with all its fields: those of a driver hold what people typed.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'an error was thrown and nobody caught it');
    process.exit(1);
  });
  let stop: () => Promise<void>;
  try {
    stop = await start();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    log.fatal({ err: error }, 'could not start');
    process.exit(1);
  }
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    void stop()
      .catch((error: unknown) => log.error({ err: error }, 'stopping failed'))
      .finally(() => process.exit(0));
  };
  process.once('SIGINT', end).once('SIGTERM', end).once('disconnect', end);
  process.send?.('ready');
}
