import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { natsUsers, provisioner } from '../nats/permissions.js';
import { ensureDatabase } from '../postgres/roles.js';
import { cacheFolder, dataFolder, makeTraversable } from './folders.js';
import { lockFolder } from './lock.js';
import { probeJetStream, startNats, stopOrphanNats } from './nats.js';
import { type LaunchOptions, launchOptions } from './options.js';
import { freePort, startPostgres, stopOrphan } from './postgres.js';
import { isPrepared, markPrepared, prepareData, welcome } from './prepare-step.js';
import { problem } from './problem.js';
import { type Program, startPrograms, stopOrphanPrograms } from './programs.js';
import { report, say, secondsSince, step } from './progress.js';
import { resetData } from './reset.js';
import { localSecrets, type Secrets } from './secrets.js';
import { databaseEnvironment, natsEnvironment } from './service-environment.js';
import { standInFile, startStandIn } from './stand-in.js';

const database = 'shunlu';
/** A stop must be over within five seconds; what stops last gets what is left of this. */
const stopMillis = 4700;

/** What has been started, in the order of starting. */
interface Started {
  name: string;
  /** Settles when the part ends by itself. */
  ended: Promise<unknown>;
  stop(patienceMillis: number): Promise<unknown>;
}

/**
 * Runs the whole house until it is told to stop: PostgreSQL, NATS, migrations, demonstration, services.
 * Resolves to the exit code: 0 after a wanted stop, 1 after a fault, which it has told.
 */
export async function launch(args: string[]): Promise<number> {
  const stopping = stopSignal();
  const started: Started[] = [];
  let exitCode = 0;
  try {
    await bringUp(launchOptions(args, process.env), started, stopping);
    await Promise.race([aborted(stopping), ...started.map(watch)]);
  } catch (error) {
    if (!stopping.aborted) {
      report(error);
      exitCode = 1;
    }
  }
  await takeDown(started);
  return exitCode;
}

/** Aborted by the first SIGINT, SIGTERM or SIGHUP; further ones change nothing, as a stop is bounded anyway. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // npm killed outright cannot pass a signal on: then this process gets another parent.
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event']) setInterval(() => process.ppid === parent || stop(), 500).unref();
  // A closed terminal or pipe must not keep the rest from being stopped in order.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  return controller.signal;
}

async function bringUp(options: LaunchOptions, started: Started[], stopping: AbortSignal): Promise<void> {
  const begin = performance.now();
  const folder = dataFolder();
  await makeTraversable(folder);
  const unlock = await lockFolder(folder);
  started.push({ name: 'lock', ended: forever, stop: unlock });

  await stopOrphans(folder);
  await checkPort(options);
  if (options.isReset) await resetData(folder, options.isConfirmed);
  const secrets = await localSecrets(folder);
  const { postgresUrl, natsUrl } = await startServers(folder, secrets, started);
  stopping.throwIfAborted();

  const env = {
    ...serviceEnvironment(options, secrets, postgresUrl, natsUrl),
    ...(await startPhones(folder, started)),
  };
  if (!(await isPrepared(folder))) {
    await ensureDatabase(postgresUrl, database, secrets.passwords.postgres);
    await step('更新数据库结构并载入演示数据', 'migrating, loading the demonstration', () =>
      prepareData(folder, env, stopping),
    );
    await markPrepared(folder);
  }
  stopping.throwIfAborted();

  const programs = await step('启动服务', 'starting the services', async () => {
    const list = await programList(options, env);
    return startPrograms(folder, list, withoutMigrationRights(env), stopping);
  });
  started.push({ name: 'services', ended: programs.crashed, stop: programs.stop });
  process.stdout.write(await welcome(folder, shownUrl(options), secondsSince(begin)));
}

/** Whatever a killed launcher left: services first, so that they do not see their servers vanish. */
async function stopOrphans(folder: string): Promise<void> {
  await stopOrphanPrograms(folder);
  await stopOrphanNats(join(folder, 'nats'));
  await stopOrphan(join(folder, 'postgres'));
}

async function startServers(folder: string, secrets: Secrets, started: Started[]) {
  const given = process.env['NATS_URL'];
  const nats = async () => {
    if (given) {
      await probeJetStream(given);
      return () => given;
    }
    const server = await startNats({
      dataDir: join(folder, 'nats'),
      cacheDir: cacheFolder(),
      users: natsUsers,
      passwords: secrets.passwords.nats,
      progress: (chinese, english) => say(`  ${chinese}`, english),
    });
    started.push({ name: 'NATS', ...server });
    return server.url;
  };
  const postgres = async () => {
    const server = await startPostgres({ dataDir: join(folder, 'postgres') });
    started.push({ name: 'PostgreSQL', ...server });
    return server.adminUrl;
  };
  return step('启动 PostgreSQL 和 NATS', 'starting PostgreSQL and NATS', async () => {
    // Both are awaited even when one fails: only what has started can be stopped.
    const [postgresUrl, natsUrl] = await Promise.allSettled([postgres(), nats()]);
    if (postgresUrl.status === 'rejected') throw postgresUrl.reason;
    if (natsUrl.status === 'rejected') throw natsUrl.reason;
    return { postgresUrl: postgresUrl.value, natsUrl: natsUrl.value };
  });
}

/** Without WeChat and an SMS gateway of one's own, a local stand-in serves both; its address is left for the story. */
async function startPhones(folder: string, started: Started[]): Promise<NodeJS.ProcessEnv> {
  if (process.env['WECHAT_URL'] || process.env['SMS_URL']) return {};
  const standIn = await startStandIn(0);
  await writeFile(join(folder, standInFile), standIn.url);
  started.push({ name: 'stand-in', ended: forever, stop: standIn.stop });
  return { WECHAT_URL: standIn.url, SMS_URL: standIn.url, CALL_RELAY_URL: standIn.url };
}

function serviceEnvironment(
  options: LaunchOptions,
  secrets: Secrets,
  postgresUrl: string,
  natsUrl: (user: string) => string,
): NodeJS.ProcessEnv {
  return {
    SHUTDOWN_MS: '2500',
    // On a laptop everybody of the demonstration comes from one address.
    REQUESTS_PER_MINUTE: '6000',
    SIGN_INS_PER_MINUTE: '6000',
    ...process.env,
    ...databaseEnvironment(postgresUrl, database, secrets.passwords.postgres),
    ...natsEnvironment(
      natsUsers.map((user) => user.name),
      natsUrl,
    ),
    ...secrets.keyFiles,
    WEBHOOK_KEY: secrets.webhookKey,
    HOST: options.host,
    PORT: String(options.port),
  };
}

/** Only the migration step may change schemas and streams; no service holds those passwords. */
function withoutMigrationRights(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const names = Object.keys(env).filter(
    (name) => !name.endsWith('_MIGRATION_DATABASE_URL') && name !== 'NATS_PROVISION_URL',
  );
  return Object.fromEntries(names.map((name) => [name, env[name]]));
}

/** One program, or with --split one per service, each with a free port for its health checks in `env`. */
async function programList(options: LaunchOptions, env: NodeJS.ProcessEnv): Promise<Program[]> {
  const gatewayUrl = `${shownUrl(options)}/readyz`;
  if (!options.isSplit)
    return [{ name: 'suite', entry: 'dist/apps/suite/src/main.js', readyUrl: gatewayUrl }];
  const programs: Program[] = [];
  for (const { name } of natsUsers.filter((user) => user.name !== provisioner)) {
    const entry = `dist/apps/${name}/src/main.js`;
    if (name === 'gateway') {
      programs.push({ name, entry, readyUrl: gatewayUrl });
      continue;
    }
    const port = await freePort();
    env[`${name.toUpperCase()}_HEALTH_PORT`] = String(port);
    programs.push({ name, entry, readyUrl: `http://127.0.0.1:${port}/readyz` });
  }
  return programs;
}

/** Finds out before the long steps, not after them, that the port is taken by a stranger. */
function checkPort({ host, port }: LaunchOptions): Promise<void> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        problem(
          `端口 ${port} 无法使用（${error.code}）。请停止占用它的程序，或换一个端口：PORT=${port + 1} npm start`,
          `Port ${port} cannot be used (${error.code}). Stop the program that holds it, or choose another: PORT=${port + 1} npm start`,
        ),
      ),
    );
    probe.listen(port, host, () => probe.close(() => done()));
  });
}

function shownUrl({ host, port }: LaunchOptions): string {
  return `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`;
}

const forever = new Promise<never>(() => undefined);

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done());
  });
}

/** Rejects when a part ends that nobody stopped. */
async function watch({ name, ended }: Started): Promise<never> {
  await ended;
  throw problem(`${name} 意外退出。`, `${name} ended unexpectedly.`);
}

/** Stops in the order services, NATS, PostgreSQL, and gives the data folder back at the very end. */
async function takeDown(started: Started[]): Promise<void> {
  const begin = performance.now();
  const isTold = started.some(({ name }) => name !== 'lock');
  if (isTold) say('\n正在停止…', 'stopping …');
  const order = ['services', 'stand-in', 'NATS', 'PostgreSQL', 'lock'];
  started.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  for (const part of started) {
    const left = stopMillis - (performance.now() - begin);
    await part.stop(Math.max(left, 500)).catch(report);
  }
  if (isTold) say(`已停止（${secondsSince(begin)} 秒）。`, `stopped (${secondsSince(begin)} s).`);
}
