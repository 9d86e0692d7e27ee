import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot, randomSecret } from '../local/folders.js';
import { localSecrets } from '../local/secrets.js';
import { passwordVariable } from '../nats/permissions.js';

/** Command: makes the passwords (.env) and keys (.shunlu/docker) that docker-compose.yml asks for, once. */
const file = join(projectRoot, '.env');
const keys = join(projectRoot, '.shunlu/docker');
await mkdir(keys, { recursive: true, mode: 0o700 });
// Keys that a new version needs are added to those that are there.
const { passwords, keyFiles } = await localSecrets(keys);
// Compose mounts these files as they are, and the containers' user is another one; the folder is closed.
await Promise.all(Object.values(keyFiles).map((key) => chmod(key, 0o644)));
if (existsSync(file)) {
  process.stderr.write('.env 已存在，未改动。  .env is there already and was left alone.\n');
} else {
  const lines = [
    `POSTGRES_PASSWORD=${randomSecret()}`,
    ...Object.entries(passwords.postgres).map(
      ([role, word]) => `POSTGRES_PASSWORD_${role.toUpperCase()}=${word}`,
    ),
    ...Object.entries(passwords.nats).map(([user, word]) => `${passwordVariable(user)}=${word}`),
  ];
  await writeFile(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  process.stdout.write('.env 与 .shunlu/docker 已生成。  .env and .shunlu/docker are made.\n');
}
