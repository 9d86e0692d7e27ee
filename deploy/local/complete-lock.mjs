// After `npm install` against a registry that lacks some platforms' binary packages, npm leaves those out of
// package-lock.json, and `npm ci` then refuses the lock as incomplete, on every platform. Their versions are
// pinned by the packages that want them, so this command writes them in: node deploy/local/complete-lock.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32'];

/** What `npm` would have noted: the part of a platform package's name that says where it runs. */
function platform(name) {
  const words = name.split('-').map((word) => (word.startsWith('arm') && word !== 'arm64' ? 'arm' : word));
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  return os.length === 1 && cpu.length === 1 ? { cpu, os } : undefined;
}

for (const [path, wanting] of Object.entries(lock.packages)) {
  if (!path) continue;
  for (const [name, version] of Object.entries(wanting.optionalDependencies ?? {})) {
    const nested = `${path}/node_modules/${name}`;
    const place = `node_modules/${name}`;
    const where = platform(name);
    if (lock.packages[place] || lock.packages[nested] || !where || !/^\d/.test(version)) continue;
    lock.packages[place] = { version, ...where, ...(wanting.dev ? { dev: true } : {}), optional: true };
    process.stdout.write(`${name} ${version}\n`);
  }
}
const names = Object.keys(lock.packages).sort((a, b) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries(names.map((name) => [name, lock.packages[name]]));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
