import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { problem } from './problem.js';
import { run } from './processes.js';

/** The release fetched when nothing nearer is found; compose uses the same version. */
export const natsVersion = '2.14.6';
/** The oldest server with all we use: durable pull consumers, deduplication, `$ENV` passwords. */
const oldestVersion = [2, 9, 0];

type Progress = (chinese: string, english: string) => void;

/**
 * Finds a nats-server, or fetches one into `cache` without root and without touching the system. Order:
 * NATS_SERVER_BIN, PATH and /usr/sbin, the cache, Debian or Ubuntu package, Homebrew, official release.
 * Errors: a `problem` that names all ways, with what each of them answered.
 */
export async function findNatsServer(
  cache: string,
  progress: Progress = () => undefined,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const named = env['NATS_SERVER_BIN'];
  if (named) {
    const fault = await faultOf(named);
    if (!fault) return named;
    throw problem(
      `NATS_SERVER_BIN=${named} 不可用：${fault}`,
      `NATS_SERVER_BIN=${named} cannot be used: ${fault}`,
    );
  }
  const cached = join(cache, 'nats-server');
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  for (const file of [...folders.map((folder) => join(folder, 'nats-server')), cached]) {
    if (existsSync(file) && !(await faultOf(file))) return file;
  }
  await mkdir(cache, { recursive: true });
  const answers: string[] = [];
  for (const [name, fetchTo] of [
    ['apt', fromDebian],
    ['brew', fromHomebrew],
    ['release', fromRelease],
  ] as const) {
    progress(`正在获取 nats-server（${name}）…`, `fetching nats-server (${name}) …`);
    const scratch = join(cache, `${name}.${process.pid}`);
    try {
      await mkdir(scratch);
      const found = await fetchTo(scratch, env);
      const fault = await faultOf(found);
      if (fault) throw new Error(fault);
      if (name === 'brew') return found;
      // Renamed into place: a rival start sees a whole program or none.
      await copyFile(found, `${cached}.${process.pid}`);
      await chmod(`${cached}.${process.pid}`, 0o755);
      await rename(`${cached}.${process.pid}`, cached);
      return cached;
    } catch (error) {
      answers.push(`  ${name}: ${(error as Error).message.trim().split('\n').at(-1)}`);
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  }
  throw notFound(answers);
}

/** Why a program cannot be used as our nats-server; undefined when it can. */
async function faultOf(file: string): Promise<string | undefined> {
  const said = await run(file, ['--version']).catch((error: Error) => error);
  if (said instanceof Error) return said.message;
  const version = /v(\d+)\.(\d+)\.(\d+)/.exec(said)?.slice(1).map(Number);
  if (!version) return `unknown version: ${said.split('\n')[0]}`;
  const difference = version.map((part, at) => part - oldestVersion[at]!).find((part) => part !== 0) ?? 0;
  return difference < 0 ? `version ${version.join('.')} is older than ${oldestVersion.join('.')}` : undefined;
}

async function fromDebian(scratch: string): Promise<string> {
  const options: string[] = [];
  const download = () => run('apt-get', ['download', 'nats-server', ...options], { cwd: scratch });
  await download().catch(async (error: Error) => {
    if (error.message.includes('ENOENT')) throw error;
    // A fresh machine has no package lists, and only root may renew the system's: keep lists of our own.
    await mkdir(join(scratch, 'lists/partial'), { recursive: true });
    await mkdir(join(scratch, 'archives/partial'), { recursive: true });
    options.push('-o', `Dir::State::lists=${scratch}/lists`, '-o', `Dir::Cache=${scratch}`);
    options.push('-o', 'Dir::State::status=/var/lib/dpkg/status', '-o', 'APT::Sandbox::User=');
    options.push('-o', 'Acquire::http::Timeout=15', '-o', 'Acquire::https::Timeout=15');
    // One unreachable extra source makes the whole update fail; the download decides.
    await run('apt-get', ['update', ...options]).catch(() => undefined);
    await download();
  });
  const archive = (await readdir(scratch)).find((name) => name.endsWith('.deb'));
  if (!archive) throw new Error('apt-get downloaded nothing');
  await run('dpkg-deb', ['-x', archive, 'unpacked'], { cwd: scratch });
  return firstExisting(
    ['usr/sbin', 'usr/bin'].map((folder) => join(scratch, 'unpacked', folder, 'nats-server')),
  );
}

async function fromHomebrew(): Promise<string> {
  await run('brew', ['install', 'nats-server']);
  return join((await run('brew', ['--prefix', 'nats-server'])).trim(), 'bin/nats-server');
}

async function fromRelease(scratch: string, env: NodeJS.ProcessEnv): Promise<string> {
  const base = env['NATS_RELEASE_URL'] || 'https://github.com/nats-io/nats-server/releases/download';
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch === 'arm' ? 'arm7' : process.arch;
  const name = `nats-server-v${natsVersion}-${process.platform}-${architecture}`;
  const archive = await download(`${base}/v${natsVersion}/${name}.tar.gz`);
  const sums = (await download(`${base}/v${natsVersion}/SHA256SUMS`)).toString();
  const published = sums
    .split('\n')
    .find((line) => line.trimEnd().endsWith(`${name}.tar.gz`))
    ?.split(/\s/)[0];
  if (published !== createHash('sha256').update(archive).digest('hex')) {
    throw new Error(`${name}.tar.gz does not have its published checksum`);
  }
  await writeFile(join(scratch, 'release.tar.gz'), archive);
  await run('tar', ['-xzf', 'release.tar.gz'], { cwd: scratch });
  return firstExisting([join(scratch, name, 'nats-server')]);
}

async function download(url: string): Promise<Buffer> {
  const response = await fetch(url, { signal: AbortSignal.timeout(120_000) }).catch((error: Error) => {
    throw new Error(`${url}: ${error.cause instanceof Error ? error.cause.message : error.message}`);
  });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

function firstExisting(files: string[]): string {
  const found = files.find((file) => existsSync(file));
  if (!found) throw new Error(`no nats-server in what was fetched`);
  return found;
}

function notFound(answers: string[]): Error {
  return problem(
    `找不到 nats-server（需要 ${oldestVersion.join('.')} 或更新）。任选其一：
  1. 设置 NATS_URL 指向已启用 JetStream 的 NATS 服务器；
  2. 设置 NATS_SERVER_BIN 指向 nats-server 程序；
  3. Debian/Ubuntu：apt-get install nats-server；macOS：brew install nats-server；
  4. 从 https://github.com/nats-io/nats-server/releases 下载并放入 PATH（NATS_RELEASE_URL 可指定镜像）。`,
    `No nats-server was found (${oldestVersion.join('.')} or newer is needed). Do one of these:
  1. set NATS_URL to a NATS server with JetStream;
  2. set NATS_SERVER_BIN to a nats-server program;
  3. Debian/Ubuntu: apt-get install nats-server; macOS: brew install nats-server;
  4. download it from https://github.com/nats-io/nats-server/releases into your PATH (NATS_RELEASE_URL names a mirror).
What was tried:\n${answers.join('\n')}`,
  );
}
