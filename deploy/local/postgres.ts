import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { makeTraversable, randomSecret, readOrMake } from './folders.js';
import { canReach, postgresBinaries, type ServerUser, serverUser } from './postgres-binaries.js';
import { problem } from './problem.js';
import { poll, run, startServer, stopProcess, tail } from './processes.js';

/** What to start. */
export interface PostgresOptions {
  /** Folder for the cluster, its log and the administrator's password; made when absent. */
  dataDir: string;
  /** TCP port on 127.0.0.1; a free one when absent. */
  port?: number;
  /** Server settings by name, as in postgresql.conf. */
  settings?: Record<string, string>;
}

/** A running PostgreSQL. */
export interface Postgres {
  port: number;
  pid: number;
  /** Superuser URL of the maintenance database `postgres`. */
  adminUrl: string;
  /** Resolves when the server ends, wanted or not. */
  ended: Promise<void>;
  /** Fast shutdown: disconnects clients, writes a checkpoint, ends the process. Safe to call twice. */
  stop(patienceMillis?: number): Promise<void>;
}

/**
 * Starts PostgreSQL on the loopback interface with scram passwords, making the cluster at the first start
 * and taking over from an orphan that a killed launcher left behind. Errors: a `problem` with its remedy.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { dataDir } = options;
  const user = await serverUser();
  await makeTraversable(dataDir);
  if (!(await canReach(user, dataDir))) throw unreachable(dataDir);
  const binaries = await postgresBinaries(user, dataDir);
  const cluster = join(dataDir, 'cluster');
  const password = await adminPassword(dataDir, user);
  if (!existsSync(join(cluster, 'PG_VERSION'))) await makeCluster(binaries, dataDir, user);
  await stopOrphan(dataDir);

  const program = join(binaries, 'bin/postgres');
  const attempt = async () => {
    const port = options.port ?? (await freePort());
    const settings = { ...localSettings, ...options.settings, port: String(port) };
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const server = await startPostmaster(program, ['-D', cluster, ...args], dataDir, user);
    const adminUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
    return server && { port, adminUrl, ...server };
  };
  return poll(attempt, 10_000, () => failedStart(join(dataDir, 'postgres.log')));
}

/** Faults that pass: backends of a killed postmaster still hold the cluster, or a port was just taken. */
const passingFaults = /pre-existing shared memory block|could not create any TCP\/IP sockets/;

/** Undefined after a fault that passes: worth another try. */
async function startPostmaster(program: string, args: string[], dataDir: string, user: ServerUser) {
  const log = join(dataDir, 'postgres.log');
  await rename(log, `${log}.1`).catch(() => undefined);
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const { child, ended } = await startServer(program, args, log, { ...user, cwd: dataDir, env });
  const pid = child.pid!;
  let isRunning = true;
  void ended.then(() => (isRunning = false));
  const stop = async (patienceMillis = 4000) => {
    if (!isRunning) return;
    child.kill('SIGINT');
    // SIGQUIT, the immediate shutdown, also takes the backends along; SIGKILL would orphan them.
    const force = setTimeout(() => child.kill('SIGQUIT'), patienceMillis);
    await ended;
    clearTimeout(force);
  };
  const isUp = async () => {
    const status = await postmaster(join(dataDir, 'cluster'));
    return !isRunning || (status?.pid === pid && status.isReady) ? true : undefined;
  };
  await poll(isUp, 60_000, async () => {
    await stop();
    return failedStart(log);
  });
  if (isRunning) return { pid, ended, stop };
  if (passingFaults.test(await tail(log))) return undefined;
  throw await failedStart(log);
}

const localSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** Stops a postmaster that still runs on `dataDir`, left by a launcher that was killed. */
export async function stopOrphan(dataDir: string): Promise<void> {
  const cluster = join(dataDir, 'cluster');
  const status = await postmaster(cluster);
  if (!status) return;
  await stopProcess(status.pid, ['postgres', `-D ${cluster} `], 'SIGINT', 4000, 'SIGQUIT');
  // Whatever has this pid now is a stranger or a zombie, which PostgreSQL would take for a live postmaster.
  await rm(join(cluster, 'postmaster.pid'), { force: true });
}

/** Reads postmaster.pid: line 1 is the pid, line 8 the status. */
async function postmaster(cluster: string): Promise<{ pid: number; isReady: boolean } | undefined> {
  const content = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = content.split('\n');
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, isReady: lines[7]?.trim() === 'ready' } : undefined;
}

/** Made under another name and renamed when whole, so that a start killed half-way leaves no half cluster. */
async function makeCluster(binaries: string, dataDir: string, user: ServerUser): Promise<void> {
  const draft = join(dataDir, 'cluster.new');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await giveTo(user, draft);
  const flags = [
    '--username=postgres',
    `--pwfile=${join(dataDir, 'admin-password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-sync',
    '--no-instructions',
  ];
  await run(join(binaries, 'bin/initdb'), [`--pgdata=${draft}`, ...flags], { ...user, cwd: dataDir });
  await rename(draft, join(dataDir, 'cluster'));
}

async function adminPassword(dataDir: string, user: ServerUser): Promise<string> {
  const file = join(dataDir, 'admin-password');
  const password = await readOrMake(file, randomSecret);
  await giveTo(user, file);
  return password.trim();
}

async function giveTo(user: ServerUser, path: string): Promise<void> {
  if (user.uid !== undefined && user.gid !== undefined) await chown(path, user.uid, user.gid);
}

/** A TCP port on 127.0.0.1 that nobody holds at this moment. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? done(address.port) : fail(new Error('no free port')),
      );
    });
  });
}

function unreachable(dataDir: string): Error {
  return problem(
    `数据目录 ${dataDir} 对系统用户 postgres 不可达（以 root 运行时 PostgreSQL 使用该用户）。\n请把项目移到所有用户可进入的目录，或设置 SHUNLU_DATA_DIR=/var/lib/shunlu，或改用普通用户运行。`,
    `The data folder ${dataDir} cannot be reached by the system user "postgres", which PostgreSQL runs as when started by root.\nMove the project to a folder that all users may enter, or set SHUNLU_DATA_DIR=/var/lib/shunlu, or run as an ordinary user.`,
  );
}

async function failedStart(log: string): Promise<Error> {
  return problem(
    `PostgreSQL 未能启动，日志（${log}）末尾如下。`,
    `PostgreSQL did not start. The end of its log (${log}):\n${await tail(log)}`,
  );
}
