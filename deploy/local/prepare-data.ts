import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './folders.js';
import type { DemoLogin } from './prepare-step.js';
import { say } from './progress.js';

interface Migration {
  migrate(env: NodeJS.ProcessEnv, report: (part: string, ran: number) => void): Promise<unknown>;
}
interface Demonstration {
  demoVersion: string;
  demoLogins: DemoLogin[];
  loadDemo(env: NodeJS.ProcessEnv): Promise<unknown>;
}

/** Program of the launcher: migrates, then loads the demonstration unless this version of it is there. */
const demoFile = process.argv[2]!;
const { migrate } = await suitePart<Migration>('migrate');
await migrate(process.env, (part, ran) => {
  if (ran > 0) say(`  ${part}：执行了 ${ran} 个迁移`, `ran ${ran} migrations`);
});

const demo = await suitePart<Demonstration>('demo');
const known = JSON.parse(existsSync(demoFile) ? await readFile(demoFile, 'utf8') : '{}') as {
  version?: string;
};
if (known.version !== demo.demoVersion) {
  say('  载入演示数据…', 'loading the demonstration …');
  await demo.loadDemo(process.env);
  const content = JSON.stringify({ version: demo.demoVersion, logins: demo.demoLogins }, null, 2);
  await writeFile(demoFile, content, { mode: 0o600 });
}

/** By path, because the launcher must compile without the services, and only the suite may import them. */
function suitePart<T>(name: string): Promise<T> {
  return import(pathToFileURL(join(projectRoot, `dist/apps/suite/src/${name}.js`)).href) as Promise<T>;
}
