import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  childrenOf,
  databaseEnvironment,
  databaseUrl,
  ensureDatabase,
  isAlive,
  type Postgres,
  startPostgres,
} from '#local';
import { migrateService } from '#platform';
import { type DatabaseService, type TestDatabase, testServers } from './database.js';
import { serviceDefinition } from './definitions.js';

/** A PostgreSQL server with one database that a test may treat badly; `drop` stops it. */
export interface OwnPostgres extends TestDatabase {
  /** SIGKILL to the server and all it has started: nothing more is written, and nobody is told. */
  kill(): Promise<void>;
  /** SIGQUIT, its immediate shutdown: everybody is cut off, and nothing is put in order. */
  quit(): Promise<void>;
  /** Starts it again on the same port and folder: it recovers from its log. */
  start(): Promise<void>;
}

/** As in production: what was committed is on disk. The server that all tests share is not so careful. */
const durableSettings = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };

/**
 * A durable PostgreSQL server of a test file's own (some seconds). Call `drop` in afterAll.
 * @param services whose schemas are brought up to date
 */
export async function createPostgres(...services: DatabaseService[]): Promise<OwnPostgres> {
  const { folder, passwords } = testServers();
  const options = { dataDir: join(folder, `postgres-${randomUUID()}`), settings: durableSettings };
  let server = await startPostgres(options);
  const { port, adminUrl } = server;
  const name = 'shunlu';
  const env = databaseEnvironment(adminUrl, name, passwords.postgres);
  try {
    await ensureDatabase(adminUrl, name, passwords.postgres);
    for (const service of services) await migrateService(await serviceDefinition(service), env);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    name,
    adminUrl: databaseUrl(adminUrl, name),
    url: (service) => env[`${service.toUpperCase()}_DATABASE_URL`]!,
    ownerUrl: (service) => env[`${service.toUpperCase()}_MIGRATION_DATABASE_URL`]!,
    env,
    drop: () => server.stop(),
    kill: () => killAll(server),
    quit: () => {
      process.kill(server.pid, 'SIGQUIT');
      return server.ended;
    },
    start: async () => void (server = await startPostgres({ ...options, port })),
  };
}

/** Each child leads a process group of its own: a signal to the server's group would reach the server alone. */
async function killAll({ pid, ended }: Postgres): Promise<void> {
  const children = await childrenOf(pid);
  for (const each of [pid, ...children]) if (isAlive(each)) process.kill(each, 'SIGKILL');
  await ended;
}
