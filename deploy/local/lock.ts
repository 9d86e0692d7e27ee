import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from './problem.js';
import { processBirth } from './processes.js';

/**
 * Takes the data folder for this launcher; resolves to the function that gives it back. A lock whose process
 * has died counts for nothing. Error: a `problem` when another launcher works there.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'launcher.lock');
  const mine = join(folder, `launcher.${randomUUID()}`);
  // A pid alone may by now belong to somebody else; together with its birth it names one process.
  await writeFile(mine, `${process.pid} ${await processBirth(process.pid)}`);
  try {
    for (;;) {
      const taken = await link(mine, file).then(
        () => true,
        () => false,
      );
      if (taken) return () => rm(file, { force: true });
      const holder = await readFile(file, 'utf8').catch(() => '');
      const [pid, ...birth] = holder.split(' ');
      if (holder && (await processBirth(Number(pid))) === birth.join(' ')) throw inUse(folder, pid!);
      await removeStale(file, holder);
    }
  } finally {
    await rm(mine, { force: true });
  }
}

/** Moves the stale lock aside and looks at it: a rival may have replaced it since it was read. */
async function removeStale(file: string, holder: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  await rename(file, aside).catch(() => undefined);
  if ((await readFile(aside, 'utf8').catch(() => holder)) !== holder) await rename(aside, file);
  await rm(aside, { force: true });
}

function inUse(folder: string, pid: string): Error {
  return problem(
    `数据目录 ${folder} 正被另一个启动器使用（进程 ${pid}）。请先停止它（Ctrl-C 或 kill ${pid}），或用 SHUNLU_DATA_DIR 指定另一个目录。`,
    `The data folder ${folder} is in use by another launcher (process ${pid}). Stop it first (Ctrl-C there, or kill ${pid}), or name another folder with SHUNLU_DATA_DIR.`,
  );
}
