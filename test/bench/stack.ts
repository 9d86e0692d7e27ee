import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
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
  cacheFolder,
} from '#local';
import type { ServiceName } from '#contracts';
import { migrate } from '../../apps/suite/src/migrate.js';

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
  stop(): Promise<void>;
}

/** Durable as in production: fsync and synchronous_commit stay on; the rest is sized for a bench. */
export const benchSettings = {
  shared_buffers: '1GB',
  min_wal_size: '4GB',
  max_wal_size: '16GB',
  checkpoint_timeout: '30min',
  synchronous_commit: 'on',
  fsync: 'on',
};

/** A PostgreSQL of the bench's own, emptied before and removed after. */
export async function startBenchServers(): Promise<BenchServers> {
  const folder = join(dataFolder(), 'bench');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), settings: benchSettings });
  return {
    postgres,
    folder,
    stop: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
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
  const nats = await startNats({
    dataDir: join(folder, 'nats'),
    cacheDir: cacheFolder(),
    users: natsUsers,
    passwords: secrets.passwords.nats,
  });
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
  const program = runs === 'nothing' ? undefined : await startProgram(runs, env);
  return {
    port,
    pid: program?.pid ?? 0,
    adminUrl: databaseUrl(servers.postgres.adminUrl, name),
    env,
    stop: async () => {
      if (program) {
        program.kill('SIGTERM');
        await once(program, 'exit');
      }
      await nats.stop();
    },
  };
}

async function startProgram(name: ServiceName | 'suite', env: NodeJS.ProcessEnv) {
  const program = spawn(
    process.execPath,
    [...nodeArguments, join(projectRoot, `dist/apps/${name}/src/main.js`)],
    {
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const died = once(program, 'exit').then(() => {
    throw new Error(`${name} did not start`);
  });
  await Promise.race([once(program, 'message'), died]);
  died.catch(() => undefined);
  return program;
}
