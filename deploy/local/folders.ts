import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the nearest package.json upward: the same whether this file runs from source or from dist. */
export const projectRoot = findProjectRoot(dirname(fileURLToPath(import.meta.url)));

function findProjectRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('no package.json above the launcher');
  return findProjectRoot(parent);
}

/** Where data, secrets and downloads live: SHUNLU_DATA_DIR, or `.shunlu` in the project. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env): string {
  return resolve(env['SHUNLU_DATA_DIR'] || join(projectRoot, '.shunlu'));
}

/** Downloads that survive `--reset` and serve every run of this checkout. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(dataFolder(env), 'cache');
}

/**
 * Makes a folder that others may traverse, whatever the umask: as root, PostgreSQL runs as another user.
 * What must stay private in it carries its own mode.
 */
export async function makeTraversable(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await makeTraversable(dirname(folder));
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
}

/** A random secret, hexadecimal and led by a letter: safe in URLs, SQL and NATS configuration alike. */
export function randomSecret(): string {
  return `s${randomBytes(18).toString('hex')}`;
}

/**
 * Reads a private file (mode 0600), made from `make` when it is absent. Whoever makes it at the same moment reads
 * the same content, and one who dies while making it leaves no half of it.
 */
export async function readOrMake(file: string, make: () => string | Promise<string>): Promise<string> {
  if (existsSync(file)) return readFile(file, 'utf8');
  const draft = `${file}.${randomSecret()}`;
  await writeFile(draft, await make(), { mode: 0o600, flag: 'wx' });
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return readFile(file, 'utf8');
}
