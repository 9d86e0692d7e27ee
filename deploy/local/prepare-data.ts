import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { DemoLogin } from './prepare-step.js';
import { say } from './progress.js';
import { type Migration, suitePart } from './suite-part.js';

interface Demonstration {
  demoVersion: string;
  demoLogins: DemoLogin[];
  loadDemo(env: NodeJS.ProcessEnv): Promise<unknown>;
}

/** Program of the launcher: migrates, then loads the demonstration unless this version of it is there. */
const demoFile = process.argv[2]!;
const { migrate } = await suitePart<Migration>('migrate');
await migrate(process.env);

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
