import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { natsUsers } from '../nats/permissions.js';
import { readOrMake } from './folders.js';
import { makePasswords, type Passwords } from './service-environment.js';

/** Everything secret of a local installation, made at its first start and kept in files of mode 0600. */
export interface Secrets {
  passwords: Passwords;
  /** Variable → file: the key that signs access tokens, those that seal personal data, those of certificates. */
  keyFiles: Record<'TOKEN_KEY_FILE' | 'SEAL_KEY_FILE' | 'CERTIFICATE_KEY_FILE', string>;
  /** Master key of what reports are signed with when they are sent out. */
  webhookKey: string;
}

/** Reads the secrets of a data folder, making what is missing. */
export async function localSecrets(folder: string): Promise<Secrets> {
  const keyFiles = {
    TOKEN_KEY_FILE: join(folder, 'token-key.json'),
    SEAL_KEY_FILE: join(folder, 'seal-key.json'),
    CERTIFICATE_KEY_FILE: join(folder, 'certificate-key.json'),
  };
  await readOrMake(keyFiles.TOKEN_KEY_FILE, () => JSON.stringify(makeSigningKey(), null, 2));
  await readOrMake(keyFiles.SEAL_KEY_FILE, makeSealKey);
  await readOrMake(keyFiles.CERTIFICATE_KEY_FILE, () =>
    JSON.stringify({ keys: [makeSigningKey()] }, null, 2),
  );
  const webhookKey = await readOrMake(join(folder, 'webhook-key'), () => randomBytes(32).toString('hex'));
  return { passwords: await localPasswords(join(folder, 'passwords.json')), keyFiles, webhookKey };
}

/** A service that joined since the last start gets its passwords, the others keep theirs. */
async function localPasswords(file: string): Promise<Passwords> {
  const fresh = makePasswords(natsUsers.map((user) => user.name));
  const content = await readOrMake(file, () => JSON.stringify(fresh, null, 2));
  const known = JSON.parse(content) as Passwords;
  const passwords = {
    postgres: { ...fresh.postgres, ...known.postgres },
    nats: { ...fresh.nats, ...known.nats },
  };
  const merged = JSON.stringify(passwords, null, 2);
  if (merged !== (await readFile(file, 'utf8'))) await writeFile(file, merged, { mode: 0o600 });
  return passwords;
}

function makeSigningKey(): object {
  const { privateKey } = generateKeyPairSync('ed25519');
  const kid = randomBytes(6).toString('hex');
  return { ...privateKey.export({ format: 'jwk' }), kid, alg: 'EdDSA', use: 'sig' };
}

function makeSealKey(): string {
  const key = () => randomBytes(32).toString('base64');
  return JSON.stringify({ current: 'k1', keys: { k1: key() }, indexKey: key() }, null, 2);
}
