import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  databaseEnvironment,
  databaseUrl,
  dataFolder,
  ensureDatabase,
  freePort,
  localSecrets,
  natsEnvironment,
  natsUsers,
  nodeArguments,
  type Postgres,
  projectRoot,
  startNats,
  startPostgres,
  stopOrphan,
  stopOrphanNats,
  cacheFolder,
} from '#local';
import type { ServiceName } from '#contracts';
import { migrate } from '../../apps/suite/src/migrate.js';
import type { Keeper } from './keeper.js';

/** One whole house under test: its own database and NATS, the suite in a process of its own. */
export interface Stack {
  port: number;
  pid: number;
  adminUrl: string;
  env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

export interface BenchServers {
  postgres: Postgres;
  folder: string;
  keeper: Keeper;
  stop(): Promise<void>;
}

/** A suite that is asked to stop finishes what it has in hand. */
const patienceMs = 10_000;

/** Durable as in production: fsync and synchronous_commit stay on; the rest is sized for a bench. */
export const benchSettings = {
  shared_buffers: '1GB',
  min_wal_size: '4GB',
  max_wal_size: '16GB',
  checkpoint_timeout: '30min',
  synchronous_commit: 'on',
  fsync: 'on',
};

/** A PostgreSQL of the bench's own, emptied before and removed after; `keeper` stops it where the bench is killed. */
export async function startBenchServers(keeper: Keeper): Promise<BenchServers> {
  const folder = join(dataFolder(), 'bench');
  await stopOrphans(folder);
  const empty = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  await empty();
  await mkdir(folder, { recursive: true });
  await keeper.start(Promise.resolve({ stop: empty }));
  const dataDir = join(folder, 'postgres');
  const postgres = await keeper.start(startPostgres({ dataDir, settings: benchSettings }));
  return { postgres, folder, keeper, stop: () => keeper.stopAll() };
}

/** What a bench left that was killed outright; its suite ended itself when the channel closed. */
async function stopOrphans(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (name === 'postgres') await stopOrphan(join(folder, name));
    else await stopOrphanNats(join(folder, name, 'nats'));
  }
}

/** Starts a house named `name` with further settings in `extra`: the whole suite, or one service of it, or none. */
export async function startStack(
  servers: BenchServers,
  name: string,
  extra: Record<string, string>,
  runs: ServiceName | 'suite' | 'nothing' = 'suite',
): Promise<Stack> {
  const folder = join(servers.folder, name);
  await mkdir(folder, { recursive: true });
  // Roles belong to the whole PostgreSQL server, so all stacks share their passwords.
  const secrets = await localSecrets(servers.folder);
  const nats = await servers.keeper.start(
    startNats({
      dataDir: join(folder, 'nats'),
      cacheDir: cacheFolder(),
      users: natsUsers,
      passwords: secrets.passwords.nats,
    }),
  );
  await ensureDatabase(servers.postgres.adminUrl, name, secrets.passwords.postgres);
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    ...databaseEnvironment(servers.postgres.adminUrl, name, secrets.passwords.postgres),
    ...natsEnvironment(
      natsUsers.map((user) => user.name),
      nats.url,
    ),
    ...secrets.keyFiles,
    LOG_LEVEL: 'error',
    PORT: String(port),
    ACCESS_TOKEN_MINUTES: '60',
    REQUESTS_PER_MINUTE: '100000000',
    ...extra,
  };
  await migrate(env);
  const program = runs === 'nothing' ? undefined : await servers.keeper.start(startProgram(runs, env));
  return {
    port,
    pid: program?.pid ?? 0,
    adminUrl: databaseUrl(servers.postgres.adminUrl, name),
    env,
    stop: async () => {
      await program?.stop();
      await nats.stop();
    },
  };
}

/** In a group of its own: a Ctrl-C at the terminal reaches the bench alone, which stops all in order. */
async function startProgram(name: ServiceName | 'suite', env: NodeJS.ProcessEnv) {
  const main = join(projectRoot, `dist/apps/${name}/src/main.js`);
  const program = spawn(process.execPath, [...nodeArguments, main], {
    env,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const died = once(program, 'exit').then(() => {
    throw new Error(`${name} did not start`);
  });
  await Promise.race([once(program, 'message'), died]);
  died.catch(() => undefined);
  const stop = async () => {
    if (program.exitCode !== null || program.signalCode !== null) return;
    const ended = once(program, 'exit');
    program.kill('SIGTERM');
    const force = setTimeout(() => program.kill('SIGKILL'), patienceMs);
    await ended;
    clearTimeout(force);
  };
  return { pid: program.pid ?? 0, stop };
}
