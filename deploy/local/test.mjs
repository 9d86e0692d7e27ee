// `npm test`: everything a fresh clone needs, then jest with all projects; more arguments go to jest.
// The closing line `N passed, N failed` is what continuous integration reads.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkNode, ensureBuilt, ensureFrontEndsBuilt, ensureInstalled, root } from './prepare.mjs';

const wishes = process.argv.slice(2);
checkNode();
await ensureInstalled();
// jest compiles what it loads; only the whole run must also find dist/ fresh, once and ahead of the clock.
if (wishes.length === 0) await ensureBuilt();
// What browsers are tested with is what they are served.
if (wishes.length === 0 || wishes.some((wish) => wish.includes('browser'))) await ensureFrontEndsBuilt();
const folder = mkdtempSync(join(tmpdir(), 'shunlu-results-'));
const results = join(folder, 'results.json');
const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const jest = [join(root, 'node_modules/jest/bin/jest.js'), '--json', `--outputFile=${results}`];
const child = spawn(process.execPath, [...node, ...jest, ...wishes], {
  cwd: root,
  stdio: ['inherit', 'ignore', 'inherit'],
});
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
// Jest ends when it has written its results, unless a test left something open: that fails instead of hanging.
let isStuck = false;
const watch = setInterval(() => {
  if (!existsSync(results)) return;
  clearInterval(watch);
  setTimeout(() => (isStuck = child.kill('SIGKILL')), 10_000);
}, 500);
child.once('exit', (code) => {
  const { passed, failed } = count();
  rmSync(folder, { recursive: true, force: true });
  if (isStuck)
    process.stderr.write(
      '\n测试已全部结束，但 jest 没有退出：有测试留下了未关闭的服务器、连接或定时器。' +
        '\nThe tests are over but jest did not end: one of them left a server, a connection or a timer open.' +
        '\nnpm test -- --detectOpenHandles <file>\n',
    );
  process.stdout.write(`\n${passed} passed, ${failed + (isStuck ? 1 : 0)} failed\n`);
  process.exit(code || (failed > 0 || isStuck ? 1 : 0));
});

/** A file that does not even load counts as a failure, and so does a run that left no results. */
function count() {
  try {
    const said = JSON.parse(readFileSync(results, 'utf8'));
    return { passed: said.numPassedTests, failed: said.numFailedTests + said.numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
