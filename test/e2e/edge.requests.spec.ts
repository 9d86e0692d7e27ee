import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { DomainError, errands, needs, stations, volunteers } from '#contracts';
import { newId } from '#platform';
import request from 'supertest';
import { claimsOf, type EdgeBench, type Received, sign, startEdge } from './edge.harness.js';

interface Problem {
  status: number;
  code: string;
  title: string;
  instance: string;
  type: string;
  fields?: { field: string; rules: string[] }[];
}

let edge: EdgeBench;
let volunteer: string;
let station: string;
const volunteerId = newId();
/** All that reached a service. */
let received: { subject: string; input: Record<string, unknown>; call: Received }[];

beforeAll(async () => {
  edge = await startEdge({ CORS_ORIGINS: 'https://console.example', BODY_LIMIT_BYTES: '65536' });
  volunteer = await sign(edge.key, claimsOf({ id: volunteerId }));
  station = await sign(edge.key, claimsOf({ role: 'station', region: '120116000000' }));
  const echoed = [errands.claim, errands.checkIn, errands.release, errands.feed, needs.registerResident];
  for (const contract of [...echoed, volunteers.register])
    await edge.answer(contract, (input: Record<string, unknown>, call) => {
      received.push({ subject: contract.subject, input, call });
      return input;
    });
});
beforeEach(() => {
  received = [];
});
afterAll(() => edge.stop());

const post = (path: string, token = volunteer) =>
  request(edge.url).post(`/api/v1${path}`).auth(token, { type: 'bearer' });
const get = (path: string, token = volunteer) =>
  request(edge.url).get(`/api/v1${path}`).auth(token, { type: 'bearer' });
const claims = `/errands/${newId()}/claims`;
const problem = (response: request.Response) => response.body as Problem;
const faults = (response: request.Response) =>
  Object.fromEntries(problem(response).fields?.map(({ field, rules }) => [field, rules]) ?? []);

describe('a problem', () => {
  it('says what is wrong, what to do and how it is traced', async () => {
    const response = await request(edge.url)
      .get('/nowhere')
      .set('traceparent', `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(response.body).toEqual({
      type: '/api/docs/errors#resource.notFound',
      title: '没有找到',
      status: 404,
      detail: '请核对编号；也可能已不在您的辖区内。',
      instance: 'a'.repeat(32),
      code: 'resource.notFound',
    });
    expect(response.headers['trace-id']).toBe('a'.repeat(32));
  });

  it.each([
    ['', 'zh'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,zh;q=0.1', 'en'],
    ['zh-CN,en;q=0.9', 'zh'],
    ['fr, en;q=0.4, zh;q=0.2', 'en'],
    ['*', 'zh'],
    [';;q=,,en;q=x', 'zh'],
  ])('speaks the language of %s', async (header, language) => {
    const response = await request(edge.url).get('/nowhere').set('accept-language', header);
    expect(response.headers['content-language']).toBe(language);
    expect(problem(response).title).toBe(language === 'zh' ? '没有找到' : 'Not found');
  });

  it.each<[string, () => request.Test, number, string]>([
    ['unknown path', () => get('/nothing/here'), 404, 'resource.notFound'],
    ['unknown method', () => request(edge.url).delete('/api/v1/needs'), 404, 'resource.notFound'],
    ['unreadable path', () => get('/errands/%zz'), 400, 'request.malformed'],
    ['over-long id', () => get(`/errands/${'a'.repeat(300)}`), 400, 'request.malformed'],
    ['half a JSON', () => post(claims).type('json').send('{"id":'), 400, 'request.malformed'],
    [
      'poisoned JSON',
      () => post(claims).type('json').send('{"__proto__":{"a":1}}'),
      400,
      'request.malformed',
    ],
    ['a list', () => post(claims).type('json').send('[]'), 400, 'request.invalid'],
    ['a word', () => post(claims).type('json').send('"text"'), 400, 'request.invalid'],
    ['plain text', () => post(claims).type('text').send('{}'), 415, 'request.unsupportedType'],
    ['a form', () => post(claims).type('form').send({ id: newId() }), 415, 'request.unsupportedType'],
    ['too much', () => post(claims).send({ id: 'x'.repeat(70_000) }), 413, 'request.tooLarge'],
    ['a bad id', () => post('/errands/1/claims'), 400, 'request.invalid'],
  ])('answers %s', async (_, send, status, code) => {
    const response = await send();
    expect([response.status, problem(response).code]).toEqual([status, code]);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.headers['x-content-type-options']).toBe('nosniff');
    expect(problem(response).instance).toMatch(/^[0-9a-f]{32}$/);
    expect(received).toEqual([]);
  });

  it('answers what is no HTTP', async () => {
    const { port, hostname } = new URL(edge.url);
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(Number(port), hostname, () => socket.write('NONSENSE\r\n\r\n'));
      socket.on('data', (data) => (text += String(data)));
      socket.once('error', reject).once('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\ncontent-type: application\/problem\+json/);
  });

  it('comes through from a service with its data', async () => {
    await edge.answer(stations.getOrganisation, () => {
      throw new DomainError('claim.limitReached', { limit: 5 });
    });
    const response = await get(`/organisations/${newId()}`, station).set('accept-language', 'en');
    expect(response.body).toMatchObject({
      status: 409,
      title: 'You hold 5 errands, the limit',
      data: { limit: 5 },
    });
  });

  it('is 503 at once when the service is away', async () => {
    const response = await get('/service-records');
    expect([response.status, problem(response).code]).toEqual([503, 'service.unavailable']);
  });
});

describe('an input', () => {
  it('is explained field by field in the language asked for', async () => {
    const resident = { id: 7, name: '', phone: 'x', communityCode: '12', point: { longitude: 500 }, more: 1 };
    const chinese = await post('/residents', station).send(resident);
    expect(faults(chinese)).toEqual({
      more: ['没有这个字段'],
      id: ['须为 UUID'],
      name: ['须为 1 至 50 个字符，在一行内，不能只有空格，不以 =、+、-、@ 开头'],
      phone: ['须为 5 至 20 个字符，只用数字和 -'],
      door: ['必填', '须为 1 至 100 个字符'],
      'point.longitude': ['须为 73 至 136 的数'],
      'point.latitude': ['必填', '须为 3 至 54 的数'],
    });
    const english = await post('/residents', station)
      .set('accept-language', 'en')
      .send({ ...resident, door: 1 });
    expect(faults(english)).toMatchObject({
      more: ['is not a known field'],
      door: ['must be 1 to 100 characters'],
    });
    expect(received).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['an unknown field', { other: 1 }, 'other'],
    ['a field of the path', { errandId: newId() }, 'errandId'],
    ['a method of every object', { toString: 1 }, 'toString'],
    ['a constructor', { constructor: 1 }, 'constructor'],
    ['half a surrogate pair', { reason: '\ud800' }, 'reason'],
    ['NUL', { reason: 'a\u0000b' }, 'reason'],
    ['over-long text', { reason: 'x'.repeat(201) }, 'reason'],
    ['an object for text', { reason: { a: 1 } }, 'reason'],
    ['null for text', { reason: null }, 'reason'],
  ])('with %s is refused', async (_, body, field) => {
    const response = await post(`/errands/${newId()}/release`).send({ reason: 'flat tyre', ...body });
    expect(response.status).toBe(400);
    expect(Object.keys(faults(response))).toEqual([field]);
    expect(received).toEqual([]);
  });

  it('as deep as an abyss is refused', async () => {
    const abyss = '['.repeat(20_000) + ']'.repeat(20_000);
    const response = await post(`/errands/${newId()}/release`).type('json').send(`{"reason":${abyss}}`);
    expect(faults(response)).toEqual({ reason: ['嵌套过深'] });
  });

  it('names no more faults than help, and shortens what it repeats', async () => {
    const body = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`${index}${'k'.repeat(90)}`, 1]),
    );
    const response = await post(`/errands/${newId()}/release`).send({ reason: 'x', ...body });
    expect(problem(response).fields).toHaveLength(30);
    expect(response.text.length).toBeLessThan(6_000);
  });

  it('may be empty where nothing is required, with or without a body', async () => {
    const checkIn = `/errands/${newId()}/check-in`;
    await post(checkIn).expect(200);
    await post(checkIn).type('json').send('').expect(200);
    await post(checkIn).send({}).expect(200);
    expect(received.map(({ input }) => Object.keys(input))).toEqual([
      ['errandId'],
      ['errandId'],
      ['errandId'],
    ]);
  });

  it('takes numbers, words and points from the query', async () => {
    const query = '?order=nearest&limit=5&type=groceries&point[longitude]=117.7&point[latitude]=39.03';
    await get(`/errands${query}`).expect(200);
    expect(received[0]?.input).toEqual({
      order: 'nearest',
      limit: 5,
      type: 'groceries',
      point: { longitude: 117.7, latitude: 39.03 },
    });
  });

  it.each<[string, string]>([
    ['?limit=0', 'limit'],
    ['?limit=1e2', 'limit'],
    ['?limit=', 'limit'],
    ['?limit=5&limit=6', 'limit'],
    ['?order=cheapest', 'order'],
    ['?point=1', 'point'],
    ['?point[longitude]=117', 'point.latitude'],
    ['?point[altitude]=1', 'point[altitude]'],
    ['?point[longitude][x]=1', 'point[longitude][x]'],
    ['?other=1', 'other'],
    ['?__proto__[a]=1', '__proto__[a]'],
    [`?cursor=${'x'.repeat(201)}`, 'cursor'],
  ])('refuses the query %s', async (query, field) => {
    const response = await get(`/errands${query}`);
    expect(response.status).toBe(400);
    expect(Object.keys(faults(response))).toContain(field);
    expect(received).toEqual([]);
  });

  it('refuses a query where there is a body', async () => {
    const response = await post(`${claims}?id=${newId()}`);
    expect(faults(response)).toEqual({ id: ['没有这个字段'] });
  });
});

describe('an id left to the gateway', () => {
  const idOf = async (send: request.Test) => ((await send.expect(201)).body as { id: string }).id;

  it('is the same for the same person, key and nothing else', async () => {
    const other = await sign(edge.key, claimsOf());
    const first = await idOf(post(claims).set('idempotency-key', 'k1'));
    expect(await idOf(post(claims).set('idempotency-key', 'k1'))).toBe(first);
    expect(await idOf(post(claims).set('idempotency-key', 'k2'))).not.toBe(first);
    expect(await idOf(post(claims, other).set('idempotency-key', 'k1'))).not.toBe(first);
    expect(await idOf(post(claims))).not.toBe(await idOf(post(claims)));
    expect(received[0]?.call.key).toBe('k1');
  });

  it('is the one given, when one is given', async () => {
    const id = newId();
    expect(await idOf(post(claims).set('idempotency-key', 'k3').send({ id }))).toBe(id);
  });

  it('is the person’s own for who registers', async () => {
    const person = {
      name: '测试甲',
      idNumber: '120101199001011234',
      phone: '13800000000',
      communityCode: '120116014001',
      consents: [],
    };
    expect(await idOf(post('/volunteers').send(person))).toBe(volunteerId);
    expect(await idOf(post('/volunteers', station).send(person))).not.toBe(volunteerId);
  });

  it.each(['x'.repeat(201), 'ключ'.replace(/./g, '\u00e9'), ''])('refuses the key %j', async (key) => {
    const response = await post(claims).set('idempotency-key', key);
    expect(faults(response)).toHaveProperty('Idempotency-Key');
    expect(received).toEqual([]);
  });
});

describe('an answer', () => {
  it('is revalidated by its ETag where that helps, and kept nowhere else', async () => {
    await edge.answer(stations.getRegion, ({ code }: { code: string }) => ({
      code,
      name: '天津市',
      level: 'city',
      children: [],
    }));
    const first = await request(edge.url).get('/api/v1/regions/120000000000').expect(200);
    const tag = String(first.headers['etag']);
    expect(first.headers['cache-control']).toBe('no-cache');
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await request(edge.url).get('/api/v1/regions/120000000000').set('if-none-match', known);
      expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', tag]);
    }
    await request(edge.url).get('/api/v1/regions/120100000000').set('if-none-match', tag).expect(200);
    const feed = await get('/errands');
    expect([feed.headers['etag'], feed.headers['cache-control']]).toEqual([undefined, 'no-store']);
  });

  it('allows the configured origins and no other', async () => {
    const preflight = (origin: string) =>
      request(edge.url).options('/api/v1/needs').set({
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      });
    const allowed = await preflight('https://console.example');
    expect(allowed.headers['access-control-allow-origin']).toBe('https://console.example');
    const other = await preflight('https://evil.example');
    expect(other.headers['access-control-allow-origin']).toBeUndefined();
    const refused = await request(edge.url).get('/api/v1/me').set('origin', 'https://console.example');
    expect([refused.status, refused.headers['access-control-allow-origin']]).toEqual([
      401,
      'https://console.example',
    ]);
  });
});

describe('operations', () => {
  it('counts requests by route and never by what identifies', async () => {
    const id = newId();
    await post(`/errands/${id}/check-in`).expect(200);
    const { text, headers } = await request(edge.url).get('/metrics').expect(200);
    expect(headers['content-type']).toContain('text/plain');
    expect(text).toContain('route="/api/v1/errands/:errandId/check-in",status="200"');
    expect(text).not.toContain(id);
  });

  it('is alive and ready', async () => {
    expect((await request(edge.url).get('/healthz')).body).toEqual({ alive: true });
    expect((await request(edge.url).get('/readyz')).body).toEqual({ ready: true, parts: { gateway: true } });
  });

  it('is not ready while a part is not, and says which', async () => {
    const other = await startEdge({}, { tasks: () => Promise.reject(new Error('away')) });
    const response = await request(other.url).get('/readyz');
    expect([response.status, response.body]).toEqual([
      503,
      { ready: false, parts: { gateway: true, tasks: false } },
    ]);
    await other.stop();
  });

  it('finishes what is under way when it stops, and takes no more', async () => {
    const other = await startEdge();
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await other.answer(stations.getRegion, async ({ code }: { code: string }) => {
      arrive();
      await released;
      return { code, name: '天津市', level: 'city', children: [] };
    });
    const underWay = fetch(`${other.url}/api/v1/regions/12`);
    await arrived;
    const stopped = other.stop();
    await expect(fetch(`${other.url}/healthz`)).rejects.toThrow();
    release();
    expect((await underWay).status).toBe(200);
    await stopped;
  });
});
