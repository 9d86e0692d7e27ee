import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot, run } from '#local';

const configFile = join(projectRoot, '.dependency-cruiser.cjs');
const { forbidden } = createRequire(configFile)(configFile) as { forbidden: { name: string }[] };

type Files = Record<string, string>;

/** A house in which everything is as it should be; every example below adds what should not be. */
const sound: Files = {
  'libs/contracts/src/index.ts': `import 'class-validator'; export * from './errors.js';`,
  'libs/contracts/src/errors.ts': `export const codes = [];`,
  'libs/regions/src/index.ts': `import 'node:fs'; export const levels = [];`,
  'libs/platform/src/index.ts': `import '#contracts'; import '#regions'; import 'typeorm'; export const x = 1;`,
  'libs/platform/src/c.spec.ts': `import '@jest/globals'; export {};`,
  'libs/testing/src/index.ts': `import '#local'; import '@jest/globals'; export const x = 1;`,
  'libs/api-client/src/index.ts': `export const x = 1;`,
  'deploy/local/index.ts': `import '#contracts'; export const x = 1;`,
  'apps/tasks/src/main.ts': `import '#platform'; import './definition.js';`,
  'apps/tasks/src/definition.ts': `import './tasks.module.js'; import './migrations/1.js'; export const x = 1;`,
  'apps/tasks/src/migrations/1.ts': `import type { A } from 'typeorm'; export const x = 1 as A;`,
  'apps/tasks/src/tasks.module.ts': `import './claims.controller.js'; import './tasks.consumer.js'; export const x = 1;`,
  'apps/tasks/src/claims.controller.ts': `import '#contracts'; import './claims.service.js'; export const x = 1;`,
  'apps/tasks/src/tasks.consumer.ts': `import './claims.service.js'; export const x = 1;`,
  'apps/tasks/src/claims.service.ts': `import './claim.js'; import './claims.store.js'; import './claim.entity.js'; export const x = 1;`,
  'apps/tasks/src/claims.store.ts': `import '#platform'; import type { C } from './claim.js'; export const x = 1 as C;`,
  'apps/tasks/src/claim.entity.ts': `import 'typeorm'; import '#contracts'; export const x = 1;`,
  'apps/tasks/src/claim.ts': `import '#contracts'; import '#regions'; export type C = number;`,
  'apps/tasks/src/claims.medium.spec.ts': `import '#testing'; import '@jest/globals'; import './definition.js'; export {};`,
  'apps/ledger/src/main.ts': `import './definition.js';`,
  'apps/ledger/src/definition.ts': `export const x = 1;`,
  'apps/gateway/src/main.ts': `import './definition.js';`,
  'apps/gateway/src/definition.ts': `import '#platform'; export const x = 1;`,
  'apps/suite/src/main.ts': `import '../../tasks/src/definition.js'; import '../../gateway/src/definition.js';`,
  'apps/console/src/app.ts': `import '#api-client'; export const x = 1;`,
  'test/bench/main.ts': `import '#testing'; import '../../apps/tasks/src/claims.service.js'; export const x = 1;`,
};

/** Rule → files that break it: path, what is imported, and where that leads; '' for one that only helps. */
const broken: Record<string, [file: string, imports: string, to: string][]> = {
  'apps-never-import-apps': [
    ['apps/ledger/src/a.service.ts', '../../tasks/src/claims.service.js', 'apps/tasks/src/claims.service.ts'],
    ['apps/gateway/src/a.spec.ts', '../../tasks/src/definition.js', 'apps/tasks/src/definition.ts'],
  ],
  'suite-imports-definitions': [
    ['apps/suite/src/a.ts', '../../tasks/src/tasks.module.js', 'apps/tasks/src/tasks.module.ts'],
  ],
  'libs-know-no-app': [
    ['libs/platform/src/app.ts', '../../../apps/tasks/src/definition.js', 'apps/tasks/src/definition.ts'],
  ],
  'contracts-stand-alone': [
    ['libs/contracts/src/a.ts', 'typeorm', 'node_modules/typeorm/index.js'],
    ['libs/contracts/src/b.ts', '#platform', 'libs/platform/src/index.ts'],
    ['libs/contracts/src/c.ts', 'node:fs', 'fs'],
  ],
  'regions-stand-alone': [['libs/regions/src/a.ts', '#contracts', 'libs/contracts/src/index.ts']],
  'platform-stands-on-contracts': [['libs/platform/src/a.ts', '#local', 'deploy/local/index.ts']],
  'doors-call-services': [
    ['apps/tasks/src/a.controller.ts', './claims.store.js', 'apps/tasks/src/claims.store.ts'],
    ['apps/tasks/src/a.consumer.ts', './claim.js', 'apps/tasks/src/claim.ts'],
    ['apps/tasks/src/b.consumer.ts', 'pg', 'node_modules/pg/index.js'],
  ],
  'services-open-no-doors': [
    ['apps/tasks/src/a.service.ts', './claims.controller.js', 'apps/tasks/src/claims.controller.ts'],
    ['apps/tasks/src/a.client.ts', './definition.js', 'apps/tasks/src/definition.ts'],
  ],
  'rules-stay-pure': [
    ['apps/tasks/src/a.ts', '#platform', 'libs/platform/src/index.ts'],
    ['apps/tasks/src/b.ts', './claim.entity.js', 'apps/tasks/src/claim.entity.ts'],
    ['apps/tasks/src/c.ts', 'typeorm', 'node_modules/typeorm/index.js'],
    ['apps/tasks/src/d.ts', 'node:fs', 'fs'],
  ],
  'stores-only-read-and-write': [
    ['apps/tasks/src/a.store.ts', './claims.service.js', 'apps/tasks/src/claims.service.ts'],
  ],
  'entities-map-columns': [['apps/tasks/src/a.entity.ts', '#platform', 'libs/platform/src/index.ts']],
  'migrations-never-change': [
    ['apps/tasks/src/migrations/2.ts', '#contracts', 'libs/contracts/src/index.ts'],
  ],
  'nobody-imports-main': [['apps/tasks/src/b.service.ts', './main.js', 'apps/tasks/src/main.ts']],
  'gateway-has-no-database': [
    ['apps/gateway/src/a.ts', 'typeorm', 'node_modules/typeorm/index.js'],
    ['apps/gateway/src/b.ts', 'pg', 'node_modules/pg/index.js'],
  ],
  'front-ends-use-the-client': [
    ['apps/console/src/a.ts', '#contracts', 'libs/contracts/src/index.ts'],
    ['apps/miniprogram/src/a.ts', '#platform', 'libs/platform/src/index.ts'],
  ],
  'client-stands-alone': [['libs/api-client/src/a.ts', '#contracts', 'libs/contracts/src/index.ts']],
  'testing-is-for-tests': [['apps/tasks/src/c.service.ts', '#testing', 'libs/testing/src/index.ts']],
  'nobody-imports-tests': [
    ['deploy/local/a.ts', '../../test/bench/main.js', 'test/bench/main.ts'],
    ['libs/platform/src/b.ts', './c.spec.js', 'libs/platform/src/c.spec.ts'],
  ],
  'deploy-stays-outside': [['apps/tasks/src/d.service.ts', '#local', 'deploy/local/index.ts']],
  'no-circular': [
    ['libs/platform/src/d.ts', './e.js', 'libs/platform/src/e.ts'],
    ['libs/platform/src/e.ts', './d.js', ''],
  ],
  'no-orphans': [['libs/platform/src/f.ts', '', 'libs/platform/src/f.ts']],
  'no-unreachable': [
    ['apps/tasks/src/e.spec.ts', './e.js', ''],
    ['apps/tasks/src/e.ts', '#contracts', 'apps/tasks/src/e.ts'],
  ],
  'no-dev-dependencies': [['apps/tasks/src/e.service.ts', 'supertest', 'node_modules/supertest/index.js']],
  'no-undeclared-packages': [['libs/platform/src/g.ts', 'lodash', 'node_modules/lodash/index.js']],
  'no-unresolvable': [['libs/platform/src/h.ts', './nowhere.js', './nowhere.js']],
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shunlu-import-rules-'));
  const { imports } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as Package;
  const dependencies = { 'class-validator': '1', typeorm: '1', pg: '1' };
  const devDependencies = { '@jest/globals': '1', supertest: '1' };
  const packages = [...Object.keys({ ...dependencies, ...devDependencies }), 'lodash'];
  await write('package.json', JSON.stringify({ type: 'module', imports, dependencies, devDependencies }));
  await write('tsconfig.json', '{}');
  for (const name of packages) {
    await write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0' }));
    await write(`node_modules/${name}/index.js`, '');
  }
  for (const [file, text] of Object.entries(sound)) await write(file, text);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Package {
  imports: Record<string, unknown>;
}

async function write(file: string, text: string): Promise<void> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** What `npm run lint` would say of the folder, as `rule: from → to`. */
async function violations(): Promise<string[]> {
  const program = join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', configFile, '--output-type', 'json', 'apps', 'libs', 'deploy', 'test'];
  const { summary } = JSON.parse(await run(process.execPath, args, { cwd: folder })) as Cruise;
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

interface Cruise {
  summary: { violations: { rule: { name: string }; from: string; to: string }[] };
}

describe('the import rules', () => {
  it('let pass what the architecture allows', async () => {
    expect(await violations()).toEqual([]);
  });

  it('each have an example of what they refuse', () => {
    expect(Object.keys(broken).sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });

  it('refuse every example', async () => {
    const examples = Object.values(broken).flat();
    for (const [file, imports] of examples)
      await write(file, imports ? `import '${imports}'; export const x = 1;` : 'export const x = 1;');
    const said = await violations();
    const expected = Object.entries(broken).flatMap(([rule, of]) =>
      of.flatMap(([from, , to]) => (to ? [`${rule}: ${from} → ${to}`] : [])),
    );
    expect(expected.filter((violation) => !said.includes(violation))).toEqual([]);
  });
});
