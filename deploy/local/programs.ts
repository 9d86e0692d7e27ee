import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './folders.js';
import { problem } from './problem.js';
import { poll, stopProcess, tail } from './processes.js';

/**
 * How every service is run: room for what a request makes, since that dies with it; and what did survive is
 * collected when the heap has grown by 30 per cent, where V8 would wait until it has doubled.
 */
export const nodeArguments = [
  '--enable-source-maps',
  '--max-semi-space-size=16',
  '--heap-growing-percent=30',
];

/** A part of the suite to run as a process of its own. */
export interface Program {
  name: string;
  /** Compiled entry, relative to the project. */
  entry: string;
  /** Answers 200 once the program can serve. */
  readyUrl: string;
}

/** The running programs. */
export interface Programs {
  /** Rejects when a program ends that nobody stopped. */
  crashed: Promise<never>;
  stop(): Promise<void>;
}

const leash = join(projectRoot, 'dist/deploy/local/leash.js');
/** Leaves NATS and PostgreSQL their share of the five seconds a stop may take. */
const patienceMillis = 3000;

/**
 * Starts programs and waits until all are ready. Their logs go to `<dataDir>/logs`; the log of the run
 * before is kept as `.1`. Errors: a `problem` with the end of the log.
 */
export async function startPrograms(
  dataDir: string,
  programs: readonly Program[],
  env: NodeJS.ProcessEnv,
  stopping: AbortSignal,
): Promise<Programs> {
  const logs = join(dataDir, 'logs');
  await mkdir(logs, { recursive: true });
  const children: ChildProcess[] = [];
  const failure = new AbortController();
  let isStopping = false;
  const stop = async () => {
    isStopping = true;
    await Promise.all(children.map(stopChild));
  };
  let reject: (reason: Error) => void;
  const crashed = new Promise<never>((_, fail) => (reject = fail));
  // Whoever stops before anyone waits for a crash must not be told of it as an unhandled rejection.
  crashed.catch(() => undefined);
  for (const program of programs) {
    const log = join(logs, `${program.name}.log`);
    const child = await startProgram(program, log, dataDir, env);
    children.push(child);
    child.once('exit', (code, signal) => {
      if (!isStopping) void crash(program.name, String(code ?? signal), logs).then(reject);
    });
  }
  await writeFile(runFile(dataDir), JSON.stringify(children.map(({ pid }) => pid)));
  try {
    const quit = AbortSignal.any([stopping, failure.signal]);
    await Promise.race([crashed, Promise.all(programs.map((program) => ready(program, logs, quit)))]);
  } catch (error) {
    failure.abort();
    await stop();
    throw error;
  }
  return { crashed, stop };
}

/**
 * Waits for programs whose launcher was killed: the leash has told them to stop, and a second signal would
 * cut their work short. What hangs is killed in the end.
 */
export async function stopOrphanPrograms(dataDir: string): Promise<void> {
  const content = await readFile(runFile(dataDir), 'utf8').catch(() => '[]');
  const pids = JSON.parse(content) as number[];
  await Promise.all(pids.map((pid) => stopProcess(pid, [leash, dataDir], 0, patienceMillis)));
}

async function startProgram(program: Program, logFile: string, dataDir: string, env: NodeJS.ProcessEnv) {
  await rename(logFile, `${logFile}.1`).catch(() => undefined);
  const log = await open(logFile, 'a', 0o600);
  try {
    // The programs do not read the data folder's name: it tells a later launcher whose process this is.
    const args = [...nodeArguments, '--import', leash, join(projectRoot, program.entry), dataDir];
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      env,
      detached: true,
      stdio: ['ignore', log.fd, log.fd, 'ipc'],
    });
    await new Promise((done, fail) => child.once('spawn', done).once('error', fail));
    return child;
  } finally {
    await log.close();
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), patienceMillis);
  await ended;
  clearTimeout(force);
}

async function ready({ name, readyUrl }: Program, logs: string, stopping: AbortSignal): Promise<true> {
  const isReady = () => {
    stopping.throwIfAborted();
    return fetch(readyUrl, { signal: AbortSignal.timeout(1000) }).then(
      (response) => (response.ok ? (true as const) : undefined),
      () => undefined,
    );
  };
  return poll(isReady, 30_000, () => failed(name, '30 秒内未就绪', 'is not ready after 30 s', logs));
}

async function crash(name: string, how: string, logs: string): Promise<Error> {
  return failed(name, `意外退出（${how}）`, `ended unexpectedly (${how})`, logs);
}

async function failed(name: string, chinese: string, english: string, logs: string): Promise<Error> {
  const log = join(logs, `${name}.log`);
  return problem(
    `${name} ${chinese}。日志：${log}`,
    `${name} ${english}. The end of its log:\n${await tail(log)}`,
  );
}

function runFile(dataDir: string): string {
  return join(dataDir, 'programs.json');
}
