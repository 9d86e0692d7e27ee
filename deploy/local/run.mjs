// `npm run story`, `npm run bench`: prepares the checkout and runs test/<name>/main.ts with the arguments.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

const [name, ...args] = process.argv.slice(2);
await prepare();
// With the settings a service runs with: a bench may run one in its own process.
const { nodeArguments } = await import(join(root, 'dist/deploy/local/programs.js'));
const program = join(root, 'dist/test', name, 'main.js');
const child = spawn(process.execPath, [...nodeArguments, program, ...args], { stdio: 'inherit' });
// The terminal's Ctrl-C reaches the child as well, which cleans up and decides the exit code.
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
child.once('exit', (code) => process.exit(code ?? 1));
