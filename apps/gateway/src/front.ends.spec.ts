import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { serveFrontEnds } from './front.ends.js';

const files: Record<string, string | Buffer> = {
  'console/index.html': 'the console',
  'console/assets/app-1a2b3c4d.js': 'plain',
  'console/assets/app-1a2b3c4d.js.gz': gzipSync('compressed'),
  'console/map.json': '{}',
  'miniprogram/index.html': 'the mini-program',
};

let folder: string;
let server: FastifyInstance;
let origin: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shunlu-front-ends-'));
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  }
  await writeFile(join(folder, 'secret.txt'), 'secret');
  server = serving(folder);
  origin = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

function serving(builds: string): FastifyInstance {
  const instance = fastify();
  instance.setNotFoundHandler((_, reply) => void reply.status(404).send('no such thing'));
  serveFrontEnds(instance, builds);
  return instance;
}

const page = { accept: 'text/html,*/*' };

async function get(url: string, headers: Record<string, string> = {}, at = origin) {
  const answer = await fetch(at + url, { headers });
  return {
    status: answer.status,
    text: await answer.text(),
    header: (name: string) => answer.headers.get(name),
  };
}

describe('front ends', () => {
  it.each([
    ['/', 'the console'],
    ['/needs/board?state=open', 'the console'],
    ['/m/', 'the mini-program'],
    ['/m/pages/feed', 'the mini-program'],
  ])('%s answers its page, asked for again each time', async (url, content) => {
    const { status, text, header } = await get(url, page);
    expect([status, text]).toEqual([200, content]);
    expect(header('cache-control')).toBe('public, max-age=0');
    expect(header('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
  });

  it('keeps for good what bears a digest, compressed for those who accept it', async () => {
    const url = '/assets/app-1a2b3c4d.js';
    const plain = await get(url, { 'accept-encoding': 'identity' });
    expect(plain.text).toBe('plain');
    expect(plain.header('cache-control')).toBe('public, max-age=31536000, immutable');
    const packed = await get(url, { 'accept-encoding': 'gzip' });
    expect([packed.text, packed.header('content-encoding')]).toEqual(['compressed', 'gzip']);
    expect(packed.header('content-type')).toContain('javascript');
    expect((await get('/map.json')).header('cache-control')).toBe('public, max-age=0');
  });

  it.each([
    ['an operation that is not there, asked for by a browser', '/api/v1/nothing', page],
    ['a file that is not there', '/assets/gone-1a2b3c4d.js', page],
    ['an address asked for by a program', '/needs/board', { accept: '*/*' }],
    ['a file beside the builds', '/..%2fsecret.txt', page],
  ])('leaves %s to the problems', async (_, url, headers) => {
    const { status, text } = await get(url, headers);
    expect([status, text]).toEqual([404, 'no such thing']);
  });

  it('serves none where none is built', async () => {
    const bare = serving(join(folder, 'nowhere'));
    const address = await bare.listen({ host: '127.0.0.1', port: 0 });
    expect((await get('/', page, address)).status).toBe(404);
    await bare.close();
  });
});
