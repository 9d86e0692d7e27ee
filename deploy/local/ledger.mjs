// `npm run ledger`: prepares the checkout and runs apps/suite/src/ledger.cli.ts. Without a database named in
// the environment it looks at the one `npm start` runs.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBuilt, ensureInstalled, checkNode, root } from './prepare.mjs';

checkNode();
await ensureInstalled();
await ensureBuilt();
const variable = 'LEDGER_DATABASE_URL';
const url = process.env[variable] ?? localUrl(resolve(process.env.SHUNLU_DATA_DIR || join(root, '.shunlu')));
if (!url) {
  process.stderr.write(
    `没有运行中的本机数据库；请先 npm start，或设置 ${variable}\nno local database is running: npm start, or set ${variable}\n`,
  );
  process.exit(2);
}
const program = join(root, 'dist/apps/suite/src/ledger.cli.js');
const child = spawn(process.execPath, [program, ...process.argv.slice(2)], {
  env: { ...process.env, [variable]: url },
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
child.once('exit', (code) => process.exit(code ?? 2));

/** Line 4 of postmaster.pid is the port. */
function localUrl(folder) {
  try {
    const { postgres } = JSON.parse(readFileSync(join(folder, 'passwords.json'), 'utf8'));
    const port = readFileSync(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[3];
    return `postgres://ledger:${postgres.ledger}@127.0.0.1:${port}/shunlu`;
  } catch {
    return undefined;
  }
}
