import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import {
  cacheFolder,
  databaseEnvironment,
  ensureDatabase,
  isAlive,
  makePasswords,
  natsEnvironment,
  natsUsers,
  type Passwords,
  projectRoot,
  startNats,
  startPostgres,
  stopOrphan,
  stopOrphanNats,
} from '#local';

/** What the test processes need to know about the servers of the run; handed on in SHUNLU_TEST as JSON. */
export interface TestServers {
  /** Folder of this run; whatever is put there is removed with it. */
  folder: string;
  adminUrl: string;
  natsPort: number;
  passwords: Passwords;
}

/** The migrated database every test database is cloned from. */
export const templateDatabase = 'shunlu_template';

/**
 * Starts one PostgreSQL and one NATS server for the whole run, in the system's temporary folder, which the
 * server's user can reach wherever the checkout lies, and migrates the template database.
 */
export async function startServers(): Promise<{ stop(): Promise<void> }> {
  await removeLeftovers();
  const folder = await mkdtemp(join(tmpdir(), runPrefix()));
  await chmod(folder, 0o755);
  await writeFile(join(folder, 'pid'), String(process.pid));
  const passwords = makePasswords(natsUsers.map((user) => user.name));
  const [postgres, nats] = await Promise.all([
    startPostgres({ dataDir: join(folder, 'postgres'), settings: fastSettings }),
    startNats({
      dataDir: join(folder, 'nats'),
      cacheDir: cacheFolder(),
      users: natsUsers,
      passwords: passwords.nats,
    }),
  ]);
  const stopAtExit = () =>
    [postgres.pid, nats.pid].forEach((pid) => isAlive(pid) && process.kill(pid, 'SIGINT'));
  const interrupted = () => process.exit(130);
  process.once('exit', stopAtExit).once('SIGINT', interrupted).once('SIGTERM', interrupted);
  const stop = async () => {
    process.off('exit', stopAtExit).off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await Promise.all([nats.stop(), postgres.stop()]);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const servers: TestServers = { folder, adminUrl: postgres.adminUrl, natsPort: nats.port, passwords };
    process.env['SHUNLU_TEST'] = JSON.stringify(servers);
    await ensureDatabase(postgres.adminUrl, templateDatabase, passwords.postgres);
    await migrateTemplate({
      ...databaseEnvironment(postgres.adminUrl, templateDatabase, passwords.postgres),
      ...natsEnvironment(
        natsUsers.map((user) => user.name),
        nats.url,
      ),
    });
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Nothing here must survive a crash of the machine. */
const fastSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  shared_buffers: '128MB',
};

async function migrateTemplate(env: Record<string, string>): Promise<void> {
  const file = join(projectRoot, 'apps/suite/src/migrate.ts');
  if (!existsSync(file)) return;
  const { migrate } = (await import(file)) as { migrate(env: Record<string, string>): Promise<unknown> };
  await migrate(env);
}

function runPrefix(): string {
  return `shunlu-test-${userInfo().uid}-`;
}

/** A run that was killed could stop nothing: its servers and folder are cleared away by the next run. */
async function removeLeftovers(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(runPrefix()));
  for (const name of names) {
    const folder = join(tmpdir(), name);
    const pid = Number(await readFile(join(folder, 'pid'), 'utf8').catch(() => ''));
    if (!pid || isAlive(pid)) continue;
    // Test files have servers of their own beside the shared ones.
    for (const part of await readdir(folder)) {
      if (part.startsWith('postgres')) await stopOrphan(join(folder, part));
      if (part.startsWith('nats')) await stopOrphanNats(join(folder, part));
    }
    await rm(folder, { recursive: true, force: true });
  }
}
