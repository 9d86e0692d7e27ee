import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { problem } from './problem.js';

/** What `--reset` leaves: downloads, and the lock this launcher holds. */
const kept = ['cache', 'launcher.lock'];

/** Empties the data folder, asking first unless `isConfirmed`. Error: a `problem` when the answer is no. */
export async function resetData(folder: string, isConfirmed: boolean): Promise<void> {
  if (!isConfirmed && !(await isAgreed(folder))) {
    throw problem('未重置，数据未改动。', 'Not reset: the data is as it was.');
  }
  for (const name of await readdir(folder)) {
    if (!kept.includes(name)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

async function isAgreed(folder: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw problem(
      '重置会删除所有本地数据，需要在终端中确认；脚本中请加 --yes。',
      'A reset deletes all local data and asks on a terminal first; in a script add --yes.',
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question(
      `将删除 ${folder} 中的数据库、消息、密钥和日志。\nThis deletes the databases, messages, keys and logs in ${folder}.\n继续？ Continue? [y/N] `,
    );
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
