import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makePasswords } from './service-environment.js';
import {
  cacheFolder,
  findNatsServer,
  isAlive,
  makeTraversable,
  natsUsers,
  probeJetStream,
  provisioner,
  startNats,
  startPostgres,
  withClient,
} from './index.js';
import { testServers } from '#testing';

const folder = join(testServers().folder, 'servers-spec');
beforeAll(() => makeTraversable(folder));
afterAll(() => rm(folder, { recursive: true, force: true }));

const count = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ rows: number }>('select count(*)::int as rows from kept');
    return rows[0];
  });

describe('startPostgres', () => {
  const dataDir = join(folder, 'postgres');

  it('makes the cluster once, keeps its data, and takes over from an orphan', async () => {
    const first = await startPostgres({ dataDir });
    await withClient(first.adminUrl, (client) => client.query('create table kept as select 1 as one'));

    // A launcher that was killed leaves its server running: the next start finds exactly this.
    const second = await startPostgres({ dataDir });
    await first.ended;
    expect(isAlive(first.pid)).toBe(false);
    expect(await count(second.adminUrl)).toEqual({ rows: 1 });

    process.kill(second.pid, 'SIGKILL');
    await second.ended;
    const third = await startPostgres({ dataDir });
    expect(await count(third.adminUrl)).toEqual({ rows: 1 });
    await third.stop();
    await third.stop();
  });

  it('never signals a stranger that got the pid of the last run', async () => {
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)']);
    await writeFile(join(dataDir, 'cluster/postmaster.pid'), `${stranger.pid}\n`);
    const server = await startPostgres({ dataDir });
    expect(stranger.exitCode).toBeNull();
    expect(isAlive(stranger.pid!)).toBe(true);
    stranger.kill();
    await server.stop();
  });

  it('says what the server said when it cannot start', async () => {
    await expect(startPostgres({ dataDir, settings: { no_such_setting: '1' } })).rejects.toThrow(
      'unrecognized configuration parameter',
    );
  });
});

describe('startNats', () => {
  const options = {
    dataDir: join(folder, 'nats'),
    cacheDir: cacheFolder(),
    users: natsUsers,
    passwords: makePasswords(natsUsers.map(({ name }) => name)).nats,
  };

  it('takes over from an orphan and stops for good', async () => {
    const first = await startNats(options);
    const second = await startNats(options);
    await first.ended;
    await probeJetStream(second.url(provisioner));
    await second.stop();
    await expect(probeJetStream(second.url(provisioner))).rejects.toThrow('cannot be used');
  });

  it('tells a server without JetStream from one with it', async () => {
    const ports = join(folder, 'ports');
    await makeTraversable(ports);
    const config = join(folder, 'plain.conf');
    await writeFile(config, `host: 127.0.0.1\nport: -1\nports_file_dir: ${JSON.stringify(ports)}\n`);
    const server = spawn(await findNatsServer(options.cacheDir), ['-c', config]);
    const url = new Promise<string>((done) =>
      server.stderr.on('data', (line: Buffer) => {
        const port = /client connections on 127\.0\.0\.1:(\d+)/.exec(String(line))?.[1];
        if (port) done(`nats://127.0.0.1:${port}`);
      }),
    );
    await expect(probeJetStream(await url)).rejects.toThrow('without JetStream');
    server.kill();
  });
});
