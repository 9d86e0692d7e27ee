import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './folders.js';
import { problem } from './problem.js';

/** A demonstration account, as the demo loader names it. */
export interface DemoLogin {
  /** What the person is, in Chinese and English. */
  who: string;
  name: string;
  password: string;
}

/**
 * True when the schema, streams and demonstration in the data folder came from this very build, so that a
 * warm start has nothing to do. Both stores carry the mark: one that was deleted has lost it.
 */
export async function isPrepared(folder: string): Promise<boolean> {
  if (process.env['NATS_URL']) return false;
  const build = await buildMark();
  const marks = await Promise.all(markFiles(folder).map((file) => readFile(file, 'utf8').catch(() => '')));
  return marks.every((mark) => mark === build);
}

/** Remembers that this build has prepared the data folder. */
export async function markPrepared(folder: string): Promise<void> {
  const build = await buildMark();
  await Promise.all(markFiles(folder).map((file) => writeFile(file, build)));
}

/**
 * Migrates, provisions streams and loads the demonstration, in a process of its own: the launcher stays
 * small, and Ctrl-C ends a long load at once.
 */
export function prepareData(folder: string, env: NodeJS.ProcessEnv, stopping: AbortSignal): Promise<void> {
  const program = join(projectRoot, 'dist/deploy/local/prepare-data.js');
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--enable-source-maps', program, demoFile(folder)], {
      cwd: projectRoot,
      env: { LOG_LEVEL: 'warn', ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      signal: stopping,
    });
    const failure = problem(
      '数据库结构更新或演示数据载入失败，原因见上文。',
      'Migrating or loading the demonstration failed: see above.',
    );
    child.once('error', fail).once('exit', (code) => (code === 0 ? done() : fail(failure)));
  });
}

/** The closing lines of a start: where things are, and who can sign in. */
export async function welcome(folder: string, url: string, seconds: string): Promise<string> {
  const demo = await readFile(demoFile(folder), 'utf8').catch(() => '{"logins":[]}');
  const { logins } = JSON.parse(demo) as { logins: DemoLogin[] };
  return [
    '',
    `顺路已就绪（${seconds} 秒）  Shunlu is ready (${seconds} s)`,
    `  地址 address    ${url}`,
    `  接口 API        ${url}/api/docs`,
    `  数据 data       ${folder}`,
    ...(logins.length > 0 ? ['  演示账号 demonstration sign-ins'] : []),
    ...logins.map(({ who, name, password }) => `    ${name} / ${password}  ${who}`),
    '  按 Ctrl-C 停止  press Ctrl-C to stop',
    '',
  ].join('\n');
}

function markFiles(folder: string): string[] {
  return ['postgres', 'nats'].map((store) => join(folder, store, 'prepared'));
}

function demoFile(folder: string): string {
  return join(folder, 'demo.json');
}

/** Written by prepare.mjs after each build, from the names, sizes and times of the sources. */
function buildMark(): Promise<string> {
  return readFile(join(projectRoot, 'dist/.sources'), 'utf8').catch(() => `${Date.now()}`);
}
