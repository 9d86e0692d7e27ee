import { connect } from '@nats-io/transport-node';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { authorization, type NatsUser, provisioner } from '../nats/permissions.js';
import { makeTraversable } from './folders.js';
import { findNatsServer } from './nats-binary.js';
import { problem } from './problem.js';
import { poll, startServer, stopProcess, tail } from './processes.js';

/** What to start. */
export interface NatsOptions {
  /** Folder for the JetStream store, configuration and log; made when absent. */
  dataDir: string;
  /** Folder of downloaded programs. */
  cacheDir: string;
  users: readonly NatsUser[];
  /** Password by user name. */
  passwords: Readonly<Record<string, string>>;
  /** TCP port on 127.0.0.1; a free one when absent. */
  port?: number;
  /** Told when a program has to be fetched. */
  progress?: (chinese: string, english: string) => void;
}

/** A running NATS server with JetStream. */
export interface Nats {
  port: number;
  pid: number;
  /** The URL of one user, password included. */
  url(user: string): string;
  /** Resolves when the server ends, wanted or not. */
  ended: Promise<void>;
  /** Ends the process; JetStream's store stays. Safe to call twice. */
  stop(patienceMillis?: number): Promise<void>;
}

/**
 * Starts a nats-server on the loopback interface with one user per service, taking over from an orphan that
 * a killed launcher left. Resolves when JetStream answers. Errors: a `problem` with its remedy.
 */
export async function startNats(options: NatsOptions): Promise<Nats> {
  const { dataDir, passwords } = options;
  const program = await findNatsServer(options.cacheDir, options.progress);
  await makeTraversable(dataDir);
  await stopOrphanNats(dataDir);
  const ports = join(dataDir, 'ports');
  await rm(ports, { recursive: true, force: true });
  await mkdir(ports);
  await writeFile(configFile(dataDir), configuration(options, ports), { mode: 0o600 });

  const log = join(dataDir, 'nats.log');
  const { child, ended } = await startServer(program, ['-c', configFile(dataDir)], log);
  const pid = child.pid!;
  let isRunning = true;
  void ended.then(() => (isRunning = false));
  const stop = async (patienceMillis = 2000) => {
    if (!isRunning) return;
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), Math.min(patienceMillis, 2000));
    await ended;
    clearTimeout(force);
  };
  try {
    const port = await poll(
      async () => {
        if (!isRunning) throw await failedStart(log);
        return listeningPort(ports, pid);
      },
      10_000,
      () => failedStart(log),
    );
    const url = (user: string) => `nats://${user}:${passwords[user]}@127.0.0.1:${port}`;
    await probeJetStream(url(provisioner));
    return { port, pid, url, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Proves that JetStream answers at a URL, not only that something listens there. A server that was given by
 * NATS_URL may well run without it. Errors: a `problem` with its remedy.
 */
export async function probeJetStream(url: string): Promise<void> {
  const { protocol, host, username } = new URL(url);
  const shown = `${protocol}//${host}`;
  try {
    const connection = await connect({
      servers: host,
      user: username || undefined,
      pass: new URL(url).password || undefined,
      inboxPrefix: `_INBOX_${provisioner}`,
      timeout: 5000,
      reconnect: false,
    });
    try {
      const reply = await connection.request('$JS.API.INFO', '', { timeout: 5000 });
      const { error } = reply.json<{ error?: { description: string } }>();
      if (error) throw new Error(error.description);
    } finally {
      await connection.close();
    }
  } catch (error) {
    const reason = (error as Error).message || (error as Error).name;
    throw problem(
      `NATS 服务器 ${shown} 不可用或未启用 JetStream（${reason}）。请在其配置中加入 jetstream {}，或取消 NATS_URL，由启动器自行启动。`,
      `The NATS server at ${shown} cannot be used, or runs without JetStream (${reason}). Add jetstream {} to its configuration, or unset NATS_URL and let the launcher start its own.`,
    );
  }
}

/** Stops a nats-server that still runs with the configuration in `dataDir`. */
export async function stopOrphanNats(dataDir: string): Promise<void> {
  const pid = Number(await readFile(join(dataDir, 'nats.pid'), 'utf8').catch(() => ''));
  if (pid > 0) await stopProcess(pid, ['nats-server', configFile(dataDir)]);
}

function configFile(dataDir: string): string {
  return join(dataDir, 'nats.conf');
}

/** Port -1: the server takes a free one itself and writes it into `ports`, so nobody can come between. */
function configuration({ dataDir, users, passwords, port }: NatsOptions, ports: string): string {
  return `server_name: shunlu
host: 127.0.0.1
port: ${port ?? -1}
ports_file_dir: ${JSON.stringify(ports)}
pid_file: ${JSON.stringify(join(dataDir, 'nats.pid'))}
max_payload: 8MB
jetstream { store_dir: ${JSON.stringify(join(dataDir, 'store'))} }
${authorization(users, (user) => JSON.stringify(passwords[user]))}`;
}

async function listeningPort(ports: string, pid: number): Promise<number | undefined> {
  const file = (await readdir(ports)).find((name) => name.endsWith(`_${pid}.ports`));
  if (!file) return undefined;
  const content = await readFile(join(ports, file), 'utf8');
  const found = /nats:\/\/127\.0\.0\.1:(\d+)/.exec(content)?.[1];
  return found ? Number(found) : undefined;
}

async function failedStart(log: string): Promise<Error> {
  return problem(
    `NATS 服务器未能启动，日志（${log}）末尾如下。`,
    `The NATS server did not start. The end of its log (${log}):\n${await tail(log)}`,
  );
}
