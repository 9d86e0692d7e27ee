import { type ChildProcess, execFile, spawn, type SpawnOptions } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** Looks again every few milliseconds until `look` gives a value; throws `late()` after the deadline. */
export async function poll<T>(
  look: () => Promise<T | undefined>,
  deadlineMillis: number,
  late: () => Error | Promise<Error>,
): Promise<T> {
  const end = performance.now() + deadlineMillis;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw await late();
    await delay(10);
  }
}

/** Runs a program to its end. Rejects with its error output when it cannot start or exits non-zero. */
export function run(program: string, args: string[], options: SpawnOptions = {}): Promise<string> {
  return new Promise((done, fail) => {
    execFile(program, args, { ...options, encoding: 'utf8', maxBuffer: 64 << 20 }, (error, out, err) => {
      if (error) fail(new Error(`${program}: ${err.trim() || error.message}`, { cause: error }));
      else done(out);
    });
  });
}

/**
 * Starts a server in a session of its own, so that Ctrl-C on the terminal reaches only the launcher, which
 * stops everything in order. Output goes to `logFile`: no pipe that breaks when the launcher dies.
 */
export async function startServer(
  program: string,
  args: string[],
  logFile: string,
  options: SpawnOptions = {},
): Promise<{ child: ChildProcess; ended: Promise<void> }> {
  const log = await open(logFile, 'a', 0o600);
  try {
    const child = spawn(program, args, { ...options, detached: true, stdio: ['ignore', log.fd, log.fd] });
    // Listened for at once: a server with a bad setting is gone before the log is closed here.
    const ended = new Promise<void>((done) => child.once('exit', () => done()));
    await new Promise((done, fail) => child.once('spawn', done).once('error', fail));
    return { child, ended };
  } finally {
    await log.close();
  }
}

/** The last lines of a log file, for the message of a failed start. */
export async function tail(file: string, lines = 12): Promise<string> {
  const content = await readFile(file, 'utf8').catch(() => '');
  return content.trimEnd().split('\n').slice(-lines).join('\n');
}

/** The processes that one has started and that have not ended. */
export async function childrenOf(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() =>
    // Where there is no such file; pgrep also fails where there are no children.
    run('pgrep', ['-P', String(pid)]).catch(() => ''),
  );
  return children.split(/\s+/).filter(Boolean).map(Number);
}

/** The command line of a process, or undefined when there is no such process. */
export async function commandLine(pid: number): Promise<string | undefined> {
  if (!isAlive(pid)) return undefined;
  try {
    // A zombie has ended but keeps its pid, with an empty command line, until its parent looks.
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim() || undefined;
  } catch {
    return run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).then(
      (line) => line.trim() || undefined,
      () => undefined,
    );
  }
}

/** True when the process exists, also when it belongs to another user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Stops a process by pid, but only when every one of `marks` stands in its command line: pids are reused,
 * and a stranger must never be hit. After `patienceMillis` the signal `last` is sent. Signal 0 only waits, for a
 * process that is about to end by itself.
 */
export async function stopProcess(
  pid: number,
  marks: string[],
  signal: NodeJS.Signals | 0 = 'SIGTERM',
  patienceMillis = 4000,
  last: NodeJS.Signals = 'SIGKILL',
): Promise<void> {
  const isOurs = async () => {
    const line = await commandLine(pid);
    return line !== undefined && marks.every((mark) => line.includes(mark));
  };
  const gone = async () => ((await isOurs()) ? undefined : true);
  if (await gone()) return;
  process.kill(pid, signal);
  const late = () => new Error(`process ${pid} (${marks.join(' ')}) does not stop`);
  try {
    await poll(gone, patienceMillis, late);
  } catch {
    if (await isOurs()) process.kill(pid, last);
    await poll(gone, 2000, late);
  }
}

/** When a process began, in the system's own words; undefined when there is none. With the pid it is unique. */
export async function processBirth(pid: number): Promise<string | undefined> {
  if (!(await commandLine(pid))) return undefined;
  try {
    // Field 22 of stat, counted after the program's name, which may itself hold spaces and parentheses.
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return (await run('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => '')).trim() || undefined;
  }
}
