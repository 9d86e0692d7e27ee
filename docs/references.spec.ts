import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { projectRoot } from '#platform';

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8');
const list = (folder: string, ending: RegExp) =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name));

const documents = ['README.md', 'README.zh.md', ...list('docs', /\.md$/)];
const sources = ['apps', 'libs', 'deploy'].flatMap((folder) => list(folder, /(?<!\.spec)\.ts$/));
const source = sources.map(read).join('\n');

/** What stands in backticks, outside of blocks. */
function spans(text: string): string[] {
  return [...text.replaceAll(/```[^]*?```/g, '').matchAll(/`([^`]+)`/g)].map(([, span]) => span ?? '');
}

describe.each(documents)('%s', (file) => {
  const text = read(file);

  it('links to nothing that is not there', () => {
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '');
    const local = targets.filter((target) => !/^(https?:|#)/.test(target));
    const missing = local.filter(
      (target) => !existsSync(resolve(projectRoot, dirname(file), target.replace(/#.*/, ''))),
    );
    expect(missing).toEqual([]);
  });

  it('names no file or folder that is not there', () => {
    const paths = spans(text).filter((span) => /^(apps|libs|deploy|test|docs)\/[\w./-]+$/.test(span));
    expect(paths.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
  });

  it('names no variable that nobody reads and no figure that nobody counts', () => {
    const variables = spans(text).flatMap(
      (span) => /^(<SERVICE>)?[A-Z]*(_[A-Z]+)+(?==|$)/.exec(span)?.[0] ?? [],
    );
    const configuration = read('docs/configuration.md');
    expect(variables.filter((variable) => !configuration.includes(variable))).toEqual([]);
    const figures = text.match(/\bshunlu_[a-z_]+/g) ?? [];
    expect(figures.filter((figure) => !source.includes(`'${figure}'`))).toEqual([]);
  });
});

describe('the documents', () => {
  it('name the same files in both languages', () => {
    const paths = (file: string) =>
      spans(read(file)).filter((span) => /^(apps|libs|test|docs|deploy)\//.test(span));
    expect(paths('README.zh.md')).toEqual(paths('README.md'));
  });

  it('can all be found from the others', () => {
    const linked = documents.flatMap((file) =>
      [...read(file).matchAll(/\]\(([^)\s#]+)/g)].map(([, target]) => join(dirname(file), target ?? '')),
    );
    expect(documents.filter((file) => !linked.includes(file))).toEqual([]);
  });

  it('define no word that the code does not use', () => {
    const rows = read('docs/glossary.md')
      .split('\n')
      .filter((line) => line.startsWith('|') && line.includes('`'));
    const words = rows
      .flatMap((row) => spans(row.split('|').at(-2) ?? ''))
      .map((span) => span.split('.').at(-1) ?? '');
    expect(words.length).toBeGreaterThan(80);
    expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(source))).toEqual([]);
  });

  it('give a reason for every package, and for none that is gone', () => {
    const { workspaces } = JSON.parse(read('package.json')) as { workspaces: string[] };
    const manifests = ['', ...workspaces]
      .map((folder) => join(folder, 'package.json'))
      .filter((file) => existsSync(join(projectRoot, file)))
      .map((file) => JSON.parse(read(file)) as Record<string, object>);
    const named = manifests.flatMap(({ dependencies, devDependencies }) =>
      Object.keys({ ...dependencies, ...devDependencies }),
    );
    const explained = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \|/gm)].map(
      ([, name]) => name,
    );
    expect([...new Set(explained)].sort()).toEqual([...new Set(named)].sort());
  });
});
