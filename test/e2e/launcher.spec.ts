import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { commandLine, freePort, isAlive, makeTraversable, poll, projectRoot, run } from '#local';
import { testServers } from '#testing';
import { readCodeFrom } from '../story/phones.js';
import { playStory } from '../story/story.js';

const folder = join(testServers().folder, 'launcher-spec');
const leftovers: ChildProcess[] = [];

beforeAll(() => makeTraversable(folder));
afterAll(async () => {
  for (const child of leftovers) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

interface Launch {
  child: ChildProcess;
  output(): string;
  /** Resolves with the exit code. */
  exit: Promise<number | null>;
  /** Resolves when the addresses are printed; rejects with the output when the launcher ends before. */
  ready(): Promise<number>;
}

function launch(port: number, args: string[] = []): Launch {
  const start = performance.now();
  const child = spawn(process.execPath, ['deploy/local/start.mjs', ...args], {
    cwd: projectRoot,
    env: { ...process.env, SHUNLU_DATA_DIR: folder, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  leftovers.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)));
  let hasEnded = false;
  const exit = new Promise<number | null>((done) => child.once('exit', done));
  void exit.then(() => (hasEnded = true));
  const ready = () =>
    poll(
      async () => {
        if (hasEnded) throw new Error(output);
        return output.includes('Ctrl-C') ? performance.now() - start : undefined;
      },
      120_000,
      () => new Error(output),
    );
  return { child, output: () => output, exit, ready };
}

/** Every process that works in this data folder, by its command line. */
async function processes(): Promise<string[]> {
  const listed = await run('ps', ['-A', '-ww', '-o', 'args=']).catch(fromProc);
  return listed.split('\n').filter((line) => line.includes(folder));
}

/** Slim containers have no `ps`. */
async function fromProc(): Promise<string> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(pids.map((pid) => commandLine(Number(pid))));
  return lines.join('\n');
}

/** Every step of the story asserts; what it says is for people. */
function story(port: number): Promise<void> {
  return playStory({ url: `http://127.0.0.1:${port}`, readCode: readCodeFrom(folder) }, () => undefined);
}

describe('npm start', () => {
  it('comes up, keeps its data over every way to end, and leaves no process', async () => {
    const port = await freePort();
    const first = launch(port);
    await first.ready();
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    await story(port);

    const rival = launch(port);
    expect(await rival.exit).toBe(1);
    expect(rival.output()).toContain(`in use by another launcher (process ${first.child.pid})`);

    first.child.kill('SIGKILL');
    await first.exit;
    const second = launch(port);
    expect(await second.ready()).toBeLessThan(20_000);
    expect(second.output()).not.toContain('migrating');

    const stopStart = performance.now();
    second.child.kill('SIGTERM');
    expect(await second.exit).toBe(0);
    expect(performance.now() - stopStart).toBeLessThan(5000);
    expect(await processes()).toEqual([]);
  }, 240_000);

  it('runs each service in a process of its own, and stops all when one crashes', async () => {
    const port = await freePort();
    const split = launch(port, ['--split']);
    await split.ready();
    await story(port);
    const running = await processes();
    for (const name of ['gateway', 'volunteers', 'stations', 'tasks', 'ledger', 'reporting']) {
      expect(running.filter((line) => line.includes(`dist/apps/${name}/src/main.js`))).toHaveLength(1);
    }
    const pids = JSON.parse(await readFile(join(folder, 'programs.json'), 'utf8')) as number[];
    process.kill(pids[0]!, 'SIGKILL');
    expect(await split.exit).toBe(1);
    expect(split.output()).toContain('ended unexpectedly (SIGKILL)');
    expect(await processes()).toEqual([]);
    expect(pids.filter(isAlive)).toEqual([]);
  }, 120_000);

  it('names an occupied port and the remedy before it starts anything', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    const { port } = server.address() as { port: number };
    const refused = launch(port);
    expect(await refused.exit).toBe(1);
    expect(refused.output()).toContain(`Port ${port} cannot be used`);
    expect(refused.output()).toContain(`PORT=${port + 1} npm start`);
    server.close();
  });

  it('does not reset without being sure', async () => {
    const refused = launch(await freePort(), ['--reset']);
    expect(await refused.exit).toBe(1);
    expect(refused.output()).toContain('in a script add --yes');
    expect(await readdir(folder)).toContain('passwords.json');
  });
});
