import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isPublicAddress, leadsInside, postOutside, targetOf } from './outgoing.js';

// Real: a server of this machine, and the system's own names.
const received: { path: string; body: string; type: string | undefined }[] = [];
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url: path = '', headers } = request;
      received.push({ path, body: Buffer.concat(chunks).toString(), type: headers['content-type'] });
      if (path === '/never') return;
      const [, status] = path.split('/');
      response.writeHead(Number(status), { location: '/200' }).end('x'.repeat(100_000));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('an address', () => {
  it.each(
    (
      '0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.9.9.9 169.254.169.254 172.16.0.1 172.31.255.255 192.168.1.1 198.18.0.1 ' +
      '224.0.0.1 255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 fc00::1 fd12::1 fe80::1 ff02::1 64:ff9b::a00:1 ' +
      '2001:db8::1 2001:0:1::1 2002:a00:1::1 localhost 1.2.3 2130706433'
    ).split(' '),
  )('%s is not of the public internet', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(
    '1.1.1.1 8.8.8.8 114.114.114.114 172.15.0.1 172.32.0.1 192.167.1.1 2400:3200::1 2606:4700::1111'.split(
      ' ',
    ),
  )('%s is', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    ['https://example.org/hook', true, true],
    ['http://example.org/hook', false, true],
    ['https://user:word@example.org/', false, false],
    ['https://user@example.org/', false, false],
    ['ftp://example.org/', false, false],
    ['file:///etc/passwd', false, false],
    ['example.org', false, false],
    ['https://', false, false],
  ])('%s can be a target: %s outside, %s anywhere', (text, outside, anywhere) => {
    expect([targetOf(text, 'public') !== undefined, targetOf(text, 'any') !== undefined]).toEqual([
      outside,
      anywhere,
    ]);
  });

  it.each(['127.0.0.1', '[::1]', '2130706433', '0x7f.1', 'localhost', '[::ffff:127.0.0.1]'])(
    '%s leads inside, however it is written',
    async (host) => expect(await leadsInside(new URL(`https://${host}/`), 'public')).toBe(true),
  );
});

describe('sending', () => {
  const post = (path: string, targets: 'public' | 'any' = 'any', patienceMs = 5_000) =>
    postOutside(new URL(path, url), '{"a":1}', { 'x-test': '1' }, targets, patienceMs);

  it('says what was answered, and follows nobody', async () => {
    expect(await post('/204')).toEqual({ status: 204 });
    expect(await post('/500')).toEqual({ status: 500 });
    expect(await post('/302')).toEqual({ status: 302 });
    expect(received.map(({ path }) => path)).toEqual(['/204', '/500', '/302']);
    expect(received[0]).toMatchObject({ body: '{"a":1}', type: 'application/json' });
  });

  it('reaches nothing inside unless that is allowed', async () => {
    const before = received.length;
    expect(await post('/200', 'public')).toEqual({ fault: 'refused' });
    const byName = new URL(url);
    byName.hostname = 'localhost';
    expect(await postOutside(byName, '{}', {}, 'public', 5_000)).toEqual({ fault: 'refused' });
    expect(received.length).toBe(before);
  });

  it('says why nothing was answered', async () => {
    expect(await post('/never', 'any', 200)).toEqual({ fault: 'timeout' });
    expect(await postOutside(new URL('http://nobody.invalid/'), '{}', {}, 'any', 5_000)).toEqual({
      fault: 'unresolved',
    });
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    await once(closed, 'close');
    expect(await postOutside(new URL(`http://127.0.0.1:${port}/`), '{}', {}, 'any', 5_000)).toEqual({
      fault: 'unreachable',
    });
  });
});
