// What must be true before anything built can run: a new enough Node, installed packages, a fresh build.
// Plain JavaScript with Node's own modules only, because on a fresh clone nothing else is there yet.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const oldestNode = [20, 19];
/** Folders of apps/ that browsers and phones run. */
const frontEnds = ['console', 'miniprogram'];
/** What they are built of besides their own folders. */
const sharedByFrontEnds = ['libs/api-client', 'libs/contracts/src/id-number.ts', 'package-lock.json'];
const compressible = /\.(?:js|css|html|json|svg|geojson)$/;

/** Prints one line of progress in both languages. */
export function say(chinese, english) {
  process.stdout.write(`${chinese}  ${english}\n`);
}

/** Brings a checkout to the point where dist/ can run. Ends the process with a message when it cannot. */
export async function prepare() {
  checkNode();
  await ensureInstalled();
  await ensureBuilt();
  await ensureFrontEndsBuilt();
}

/** Ends the process with a message when this Node is too old. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  const wanted = oldestNode.join('.');
  giveUp(
    `需要 Node.js ${wanted} 或更新版本，当前为 ${process.versions.node}。请从 https://nodejs.org 安装后重试。`,
    `Node.js ${wanted} or newer is needed; this is ${process.versions.node}. Install it from https://nodejs.org and try again.`,
  );
}

/** `npm ci` when packages are missing or belong to another package-lock.json. */
export async function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules/.shunlu-lock');
  if (existsSync(stamp) ? readFileSync(stamp, 'utf8') === wanted : isInstalledByHand()) return;
  const npm = process.env.npm_execpath;
  const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  // Dependencies for development too, whatever NODE_ENV says: the build needs the compiler.
  const exit = await watched(['正在安装依赖…', 'installing packages …'], program, [
    ...first,
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    // Some development packages ask for a newer Node than they need: dozens of lines nobody can act upon.
    '--loglevel=error',
  ]);
  if (exit !== 0) {
    giveUp(
      '依赖安装失败。请检查网络或 npm 镜像（npm config get registry）后重试。',
      'Installing packages failed. Check the network or the registry (npm config get registry) and try again.',
    );
  }
  writeFileSync(stamp, wanted);
}

function isInstalledByHand() {
  const written = join(root, 'node_modules/.package-lock.json');
  return (
    existsSync(written) && statSync(written).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
  );
}

/** Compiles when any source differs from those of the last build; otherwise costs a few milliseconds. */
export async function ensureBuilt() {
  const wanted = sourceFingerprint();
  const stamp = join(root, 'dist/.sources');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const exit = await watched(['正在编译…', 'building …'], process.execPath, [
    join(root, 'node_modules/typescript/bin/tsc'),
    '-p',
    join(root, 'tsconfig.build.json'),
  ]);
  if (exit !== 0) giveUp('编译失败，见上文。', 'The build failed: see above.');
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, wanted);
}

/**
 * Builds each front end whose sources differ from those of its last build, by its own `build` script, into
 * dist/apps/<name>, and lays a compressed copy beside what browsers load.
 */
export async function ensureFrontEndsBuilt() {
  for (const name of frontEnds.filter((name) => existsSync(join(root, 'apps', name, 'package.json')))) {
    const wanted = fingerprint([`apps/${name}`, ...sharedByFrontEnds], () => true);
    const folder = join(root, 'dist/apps', name);
    const stamp = join(folder, '.sources');
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) continue;
    const npm = process.env.npm_execpath;
    const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []];
    const args = [...first, 'run', 'build', '--workspace', `apps/${name}`, '--silent'];
    const exit = await watched([`正在编译 ${name}…`, `building ${name} …`], program, args);
    if (exit !== 0) giveUp(`${name} 编译失败，见上文。`, `The build of ${name} failed: see above.`);
    compress(folder);
    writeFileSync(stamp, wanted);
  }
}

/** The gateway sends these copies to browsers that accept them, brotli before gzip, and spends no time on compressing. */
function compress(folder) {
  const texts = readdirSync(folder, { recursive: true }).filter((name) => compressible.test(name));
  for (const name of texts) {
    const content = readFileSync(join(folder, name));
    if (content.length <= 1024) continue;
    writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content));
  }
}

/** Sources of what tsc compiles; front ends have compilers of their own. */
function sourceFingerprint() {
  const isSource = (name, path) =>
    name.endsWith('.ts') || (!name.includes('.') && !(path === 'apps' && frontEnds.includes(name)));
  const sources = ['apps', 'libs', 'deploy', 'test', 'docs', 'package.json', 'tsconfig.json'];
  return fingerprint([...sources, 'tsconfig.build.json'], isSource);
}

/** Paths, sizes and times of files: a changed, added or removed one changes it. */
function fingerprint(paths, isSource) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const facts = statSync(join(root, path));
    if (!facts.isDirectory()) return hash.update(`${path}:${facts.size}:${facts.mtimeMs}\n`);
    for (const name of readdirSync(join(root, path)).sort())
      if (name !== 'node_modules' && isSource(name, path)) visit(`${path}/${name}`);
  };
  paths.filter((path) => existsSync(join(root, path))).forEach(visit);
  return hash.digest('hex');
}

/** Runs a program that may take long: shows its output, and every few seconds that it is still at work. */
async function watched([chinese, english], program, args) {
  say(chinese, english);
  const start = performance.now();
  const seconds = () => Math.round((performance.now() - start) / 1000);
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const heartbeat = setInterval(() => say(`  …${seconds()} 秒`, `${seconds()} s`), 10_000);
  // Told to stop in the middle of an installation, nothing may go on behind the user's back.
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const pass = (signal) => child.kill(signal);
  signals.forEach((signal) => process.once(signal, pass));
  const exit = await new Promise((done) => child.once('error', () => done(1)).once('exit', done));
  signals.forEach((signal) => process.off(signal, pass));
  clearInterval(heartbeat);
  if (exit === null) process.exit(130);
  if (exit === 0) say(`  完成，${seconds()} 秒`, `done in ${seconds()} s`);
  return exit;
}

function giveUp(chinese, english) {
  process.stderr.write(`\n${chinese}\n${english}\n`);
  process.exit(1);
}
