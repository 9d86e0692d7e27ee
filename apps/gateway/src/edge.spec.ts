import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog, newId, readConfig } from '#platform';
import { AccessTokens } from './access.tokens.js';
import { Edge } from './edge.js';
import { createHttp } from './http.js';

let folder: string;
let keyFile: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shunlu-edge-'));
  keyFile = join(folder, 'key.json');
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeFile(keyFile, JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid: 'k1' }));
});
afterAll(() => rm(folder, { recursive: true }));

const open = (file: string) => AccessTokens.open(file, 10, 5);

describe('the access log', () => {
  it('has a line a request: trace, route, status and time, and nothing that identifies', async () => {
    const lines: string[] = [];
    const log = createLog('gateway', 'info', { write: (line: string) => void lines.push(line) });
    const config = readConfig('gateway', ['gateway'], { TOKEN_KEY_FILE: keyFile });
    const instance = createHttp(config, new Edge(await open(keyFile), config, log)).getInstance();
    instance.get('/volunteers/:id', { config: { open: true } }, () => ({ alive: true }));
    const url = await instance.listen({ host: '127.0.0.1', port: 0 });
    const id = newId();
    const headers = { traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` };
    await fetch(`${url}/volunteers/${id}?phone=13800000000`, { headers });
    await fetch(`${url}/nothing/${id}`);
    await instance.close();
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries).toMatchObject([
      {
        traceId: 'a'.repeat(32),
        method: 'GET',
        route: '/volunteers/:id',
        status: 200,
        ms: expect.any(Number),
      },
      { route: 'none', status: 404 },
    ]);
    expect(lines.join()).not.toMatch(new RegExp(`${id}|13800000000`));
  });
});

describe('the signing key', () => {
  it.each<[string, string]>([
    ['no JSON, with a secret', '{"d":"secret-part"'],
    ['a public key', JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: 'x', kid: 'k' })],
    ['another kind of key', JSON.stringify({ kty: 'oct', k: 'secret-part', kid: 'k' })],
    ['half a key', JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: 'x', d: 'secret-part', kid: 'k' })],
  ])('that is %s is refused by name and never quoted', async (_, content) => {
    const file = join(folder, 'other.json');
    await writeFile(file, content);
    const failure = await open(file).catch((error: unknown) => error);
    expect(String(failure)).toContain(`TOKEN_KEY_FILE (${file})`);
    expect(String(failure)).not.toContain('secret-part');
  });

  it('that is absent is refused by name', async () => {
    await expect(open(join(folder, 'nowhere.json'))).rejects.toThrow('ENOENT');
  });
});
