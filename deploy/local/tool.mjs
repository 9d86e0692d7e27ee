// `npm run ledger`, `npm run reporting`: prepares the checkout and runs apps/suite/src/<name>.cli.ts. Without an
// address named in the environment it looks at what `npm start` runs.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBuilt, ensureInstalled, checkNode, root } from './prepare.mjs';

const tools = {
  ledger: { variable: 'LEDGER_DATABASE_URL', localUrl: databaseUrl, what: ['数据库', 'database'] },
  reporting: { variable: 'GATEWAY_NATS_URL', localUrl: natsUrl, what: ['顺路', 'suite'] },
};

const [name, ...args] = process.argv.slice(2);
const { variable, localUrl, what } = tools[name];
checkNode();
await ensureInstalled();
await ensureBuilt();
const url = process.env[variable] || localUrl(resolve(process.env.SHUNLU_DATA_DIR || join(root, '.shunlu')));
if (!url) {
  const [chinese, english] = what;
  process.stderr.write(
    `没有运行中的本机${chinese}；请先 npm start，或设置 ${variable}\nno local ${english} is running: npm start, or set ${variable}\n`,
  );
  process.exit(2);
}
const program = join(root, `dist/apps/suite/src/${name}.cli.js`);
const child = spawn(process.execPath, [program, ...args], {
  env: { ...process.env, [variable]: url },
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
child.once('exit', (code) => process.exit(code ?? 2));

/** Line 4 of postmaster.pid is the port. */
function databaseUrl(folder) {
  try {
    const { postgres } = passwords(folder);
    const port = readFileSync(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[3];
    return `postgres://ledger:${postgres.ledger}@127.0.0.1:${port}/shunlu`;
  } catch {
    return undefined;
  }
}

/** NATS writes its port into a file named after its process, and removes it when it stops. */
function natsUrl(folder) {
  try {
    const ports = join(folder, 'nats/ports');
    const file = readdirSync(ports).find((each) => each.endsWith('.ports'));
    const [, port] = /nats:\/\/127\.0\.0\.1:(\d+)/.exec(readFileSync(join(ports, file), 'utf8'));
    return `nats://gateway:${passwords(folder).nats.gateway}@127.0.0.1:${port}`;
  } catch {
    return undefined;
  }
}

function passwords(folder) {
  return JSON.parse(readFileSync(join(folder, 'passwords.json'), 'utf8'));
}
