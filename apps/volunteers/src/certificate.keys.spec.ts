import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '#platform';
import { compactVerify, createLocalJWKSet, importJWK, type JWK } from 'jose';
import { CertificateKeys } from './certificate.keys.js';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'shunlu-certificate-keys-'))));
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
async function fileOf(content: string): Promise<string> {
  const file = join(folder, `${++files}.json`);
  await writeFile(file, content);
  return file;
}
const makeKey = () => generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
const publicOf = ({ kty, crv, x }: JWK) => ({ kty, crv, x });

describe('keys of certificates', () => {
  it('sign with the first and publish all, without what is private', async () => {
    const [current, former] = [makeKey(), makeKey()];
    const file = await fileOf(JSON.stringify({ keys: [current, publicOf(former)] }));
    const keys = await CertificateKeys.open(file);
    expect(keys.published.keys.map(({ x }) => x)).toEqual([current.x, former.x]);
    expect(JSON.stringify(keys.published)).not.toContain(current.d);
    const signed = await keys.sign({ said: '证明' });
    // Ed25519 is deterministic: what was given out and what is given again are one.
    expect(await keys.sign({ said: '证明' })).toBe(signed);
    const { payload } = await compactVerify(signed, createLocalJWKSet(keys.published));
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({ said: '证明' });
  });

  it('say by their id alone which key it is', async () => {
    const keys = await CertificateKeys.open(await fileOf(JSON.stringify({ keys: [makeKey()], one: true })));
    const [, did = ''] = /^did:jwk:([\w-]+)$/.exec(keys.issuer) ?? [];
    const inside = JSON.parse(Buffer.from(did, 'base64url').toString()) as JWK;
    const signed = await keys.sign({ said: 1 });
    await expect(compactVerify(signed, await importJWK(inside, 'EdDSA'))).resolves.toBeDefined();
  });

  it.each([
    ['no JSON', '{ "keys": secret'],
    ['no set', '[]'],
    ['an empty set', '{ "keys": [] }'],
    ['another kind', '{ "keys": [{ "kty": "EC", "crv": "P-256", "x": "a", "y": "b", "d": "secret" }] }'],
    ['a public one first', '{ "keys": [{ "kty": "OKP", "crv": "Ed25519", "x": "secret" }] }'],
  ])('that are %s are refused with a reason, and not shown', async (_, content) => {
    const failure = await CertificateKeys.open(await fileOf(content)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ConfigError);
    expect(String(failure)).toContain('CERTIFICATE_KEY_FILE');
    expect(String(failure)).not.toContain('secret');
  });

  it('that are missing are refused with a reason', async () => {
    const absent = CertificateKeys.open(join(folder, 'absent.json'));
    await expect(absent).rejects.toThrow(/CERTIFICATE_KEY_FILE .*ENOENT/);
  });
});
