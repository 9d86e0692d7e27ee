import { describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#platform';
import { otherVariables } from './configuration.page.js';
import { pages } from './pages.js';

const read = (file: string) => readFile(join(projectRoot, file), 'utf8');

describe('the generated pages', () => {
  it.each(Object.entries(pages))('%s is as `npm run docs` writes it', async (file, make) => {
    expect(await read(file)).toBe(await make());
  });

  it('name every variable that a program reads by itself', async () => {
    const page = await read('docs/configuration.md');
    const files = await sources(['apps', 'libs', 'deploy']);
    const texts = await Promise.all(files.map(read));
    const named = texts.flatMap((text) =>
      [...text.matchAll(/env(?:\.([A-Z_]+)\b|\['([A-Z_]+)'\])/g)].map(
        ([, dotted, quoted]) => dotted ?? quoted,
      ),
    );
    // PATH is the system's, SHUNLU_TEST how a test run tells its own processes where its servers are.
    const known = ['PATH', 'SHUNLU_TEST'];
    const unsaid = new Set(named.filter((name) => !known.includes(name!) && !page.includes(`\`${name}\``)));
    expect([...unsaid]).toEqual([]);
    const dead = otherVariables.filter(([variable]) => !named.includes(variable));
    expect(dead).toEqual([]);
  });
});

/** Sources that run in production or start it; tests read what they please. */
async function sources(folders: string[]): Promise<string[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(join(projectRoot, folder), { recursive: true });
      return names.filter((name) => /(?<!\.spec)\.m?ts$/.test(name)).map((name) => join(folder, name));
    }),
  );
  return found.flat().filter((file) => !file.includes('node_modules'));
}
