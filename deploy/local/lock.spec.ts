import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from './lock.js';

describe('lockFolder', () => {
  let folder: string;
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'shunlu-lock-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('lets one in at a time, naming the process that is inside', async () => {
    const unlock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(`process ${process.pid}`);
    await unlock();
    await (
      await lockFolder(folder)
    )();
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['a process that is gone', '999999999 1'],
    ['another process that got the same pid', `${process.pid} 1`],
    ['nothing at all', ''],
  ])('takes over a lock of %s', async (_, content) => {
    await writeFile(join(folder, 'launcher.lock'), content);
    await (
      await lockFolder(folder)
    )();
  });

  it('admits exactly one of many that find the same stale lock', async () => {
    await writeFile(join(folder, 'launcher.lock'), '999999999 1');
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
