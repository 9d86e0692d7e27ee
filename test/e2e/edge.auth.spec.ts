import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import {
  DomainError,
  errands,
  type RefreshSessionInput,
  type Session,
  type SignOutInput,
  stations,
  volunteers,
} from '#contracts';
import { poll } from '#local';
import { newId } from '#platform';
import type { JWK, JWTPayload } from 'jose';
import request from 'supertest';
import { claimsOf, type EdgeBench, type Received, sign, startEdge } from './edge.harness.js';

let edge: EdgeBench;
let received: Received[];

beforeAll(async () => {
  edge = await startEdge({ CLOCK_SKEW_SECONDS: '5', ACCESS_TOKEN_MINUTES: '10' });
  await edge.answer(errands.feed, (_, call) => {
    received.push(call);
    return { items: [] };
  });
});
beforeEach(() => {
  received = [];
});
afterAll(() => edge.stop());

const now = () => Math.floor(Date.now() / 1000);
const feed = () => request(edge.url).get('/api/v1/errands');

async function feedWith(claims: JWTPayload, header: Record<string, unknown> = {}, key: JWK = edge.key) {
  return feed().auth(await sign(key, claims, header), { type: 'bearer' });
}

describe('a token', () => {
  it('names the actor to the service', async () => {
    const actor = { id: newId(), role: 'station' as const, region: '120116000000', sessionId: newId() };
    const response = await feedWith(claimsOf(actor));
    expect(response.status).toBe(200);
    expect(received).toEqual([{ actor: { ...actor }, key: undefined }]);
  });

  it('is required', async () => {
    const response = await feed();
    expect(response.body).toMatchObject({ status: 401, code: 'auth.required' });
    expect(response.headers['www-authenticate']).toBe('Bearer realm="shunlu"');
  });

  it.each([
    'Bearer',
    'Bearer ',
    'Bearer garbage',
    'Bearer a.b.c',
    'Bearer ..',
    'Basic dTpw',
    'Bearer an.over-long.one',
    'Bearer null',
    'bearer a b',
  ])('is refused when it is none: %s', async (authorization) => {
    const sent = authorization.replace('over-long', 'x'.repeat(5_000));
    const response = await feed().set('authorization', sent);
    expect(response.body).toMatchObject({ status: 401, code: 'auth.tokenInvalid' });
  });

  it('expires', async () => {
    const response = await feedWith({ ...claimsOf(), iat: now() - 600, exp: now() - 6 });
    expect(response.body).toMatchObject({ status: 401, code: 'auth.tokenExpired' });
    expect(response.headers['www-authenticate']).toContain('invalid_token');
  });

  it('may be off by the allowed skew either way', async () => {
    expect((await feedWith({ ...claimsOf(), iat: now() - 300, exp: now() - 2 })).status).toBe(200);
    expect((await feedWith({ ...claimsOf(), iat: now() + 3 })).status).toBe(200);
  });

  it.each<[string, JWTPayload, Record<string, unknown>]>([
    ['issued in the future', { iat: now() + 120, exp: now() + 700 }, {}],
    ['not valid yet', { nbf: now() + 120 }, {}],
    ['for another audience', { aud: 'another' }, {}],
    ['of another issuer', { iss: 'another' }, {}],
    ['of a role nobody has', { role: 'root' }, {}],
    ['of a service', { role: 'system' }, {}],
    ['of nobody', { sub: undefined }, {}],
    ['without an end', { exp: undefined }, {}],
    ['of another kind', {}, { typ: 'refresh' }],
    ['of an unknown key', {}, { kid: 'another' }],
  ])('%s is refused', async (_, claims, header) => {
    const response = await feedWith({ ...claimsOf(), ...claims }, header);
    expect(response.body).toMatchObject({ status: 401, code: 'auth.tokenInvalid' });
    expect(received).toEqual([]);
  });

  it('lives no longer than we issue, whatever it says', async () => {
    const response = await feedWith({ ...claimsOf(), iat: now() - 3_600, exp: now() + 3_600 });
    expect(response.body).toMatchObject({ code: 'auth.tokenExpired' });
  });

  it('signed by a foreign key is refused', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const foreign = { ...privateKey.export({ format: 'jwk' }), kid: edge.key.kid } as JWK;
    const response = await feedWith(claimsOf(), {}, foreign);
    expect(response.body).toMatchObject({ status: 401, code: 'auth.tokenInvalid' });
  });

  it('with a changed payload or without a signature is refused', async () => {
    const [header, , signature] = (await sign(edge.key, claimsOf())).split('.');
    const payload = Buffer.from(JSON.stringify(claimsOf({ role: 'administrator' }))).toString('base64url');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
    for (const token of [`${header}.${payload}.${signature}`, `${none}.${payload}.`]) {
      const response = await feed().auth(token, { type: 'bearer' });
      expect(response.body).toMatchObject({ status: 401, code: 'auth.tokenInvalid' });
    }
  });

  it('checked once is not good for ever', async () => {
    const token = await sign(edge.key, { ...claimsOf(), iat: now() - 100, exp: now() - 3 });
    const statusNow = async () => (await feed().auth(token, { type: 'bearer' })).body as { code?: string };
    expect((await statusNow()).code).toBeUndefined();
    const ended = await poll(
      async () => (await statusNow()).code,
      10_000,
      () => new Error('it never expires'),
    );
    expect(ended).toBe('auth.tokenExpired');
  });

  it('of a role the contract does not name is refused before the service', async () => {
    const response = await feedWith(claimsOf({ role: 'resident' }));
    expect(response.body).toMatchObject({ status: 403, code: 'access.denied' });
    expect(received).toEqual([]);
  });
});

describe('every operation', () => {
  it('needs a token, but for the public ones', async () => {
    const response = await request(edge.url).get('/api/openapi.json');
    const { paths } = response.body as { paths: Record<string, Record<string, { security: object[] }>> };
    const open: string[] = [];
    for (const [path, operations] of Object.entries(paths)) {
      for (const [method, { security }] of Object.entries(operations)) {
        const url = path.replaceAll(/\{\w+\}/g, newId());
        const send = request(edge.url);
        const { status } = method === 'get' ? await send.get(url) : await send.post(url).send({});
        if (security.length === 0) open.push(path);
        expect([path, status === 401]).toEqual([path, security.length > 0]);
      }
    }
    expect(open.sort()).toEqual([
      '/api/v1/auth/phone-codes',
      '/api/v1/auth/phone/sign-in',
      '/api/v1/auth/refresh',
      '/api/v1/auth/staff/password',
      '/api/v1/auth/staff/second-factor',
      '/api/v1/auth/staff/second-factor/confirmation',
      '/api/v1/auth/staff/sign-in',
      '/api/v1/auth/wechat/sign-in',
      '/api/v1/campaigns/{id}/versions',
      '/api/v1/consent-texts',
      '/api/v1/guardian-consent-text',
      '/api/v1/leaving-terms',
      '/api/v1/ledger/heads',
      '/api/v1/ledger/heads/{day}',
      '/api/v1/ledger/receipts/check',
      '/api/v1/open/campaigns',
      '/api/v1/open/certificates',
      '/api/v1/open/certificates/check',
      '/api/v1/open/certificates/keys',
      '/api/v1/open/figures',
      '/api/v1/open/honours',
      '/api/v1/open/totals',
      '/api/v1/open/totals/file',
      '/api/v1/regions/{code}',
      '/api/v1/star-steps',
      '/api/v1/statistics/{id}/versions',
    ]);
  });
});

describe('signing in', () => {
  const session: Session = {
    sessionId: newId(),
    actorId: newId(),
    role: 'station',
    region: '120116000000',
    organisationId: newId(),
    refreshToken: `${newId()}.${'s'.repeat(32)}.${'o'.repeat(32)}`,
    refreshExpiresAt: '2030-01-01T00:00:00.000Z',
  };
  const signIn = () =>
    request(edge.url)
      .post('/api/v1/auth/staff/sign-in')
      .send({ userName: 'station.teda', password: 'correct horse' });

  beforeAll(async () => {
    await edge.answer(stations.signIn, () => session);
  });

  it('gives an access token that says who one is, until one signs out', async () => {
    const ended: string[] = [];
    await edge.answer(stations.signOut, ({ sessionId }: SignOutInput) => {
      ended.push(sessionId);
      return { id: sessionId };
    });
    const response = await signIn();
    expect(response.status).toBe(200);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.body).toMatchObject({ expiresInSeconds: 600, refreshToken: session.refreshToken });
    const { accessToken } = response.body as { accessToken: string };
    const me = () => request(edge.url).get('/api/v1/me').auth(accessToken, { type: 'bearer' });
    expect((await me()).body).toEqual({
      id: session.actorId,
      role: 'station',
      region: session.region,
      organisationId: session.organisationId,
    });
    await request(edge.url).post('/api/v1/auth/sign-out').auth(accessToken, { type: 'bearer' }).expect(200);
    expect(ended).toEqual([session.sessionId]);
    expect((await me()).body).toMatchObject({ code: 'auth.tokenInvalid' });
  });

  it('passes on why it failed', async () => {
    await edge.answer(volunteers.signInByPhone, () => {
      throw new DomainError('auth.locked', { minutes: 15 });
    });
    const response = await request(edge.url)
      .post('/api/v1/auth/phone/sign-in')
      .set('accept-language', 'en')
      .send({ phone: '13800000000', code: '123456' });
    expect(response.status).toBe(429);
    expect(response.headers['retry-after']).toBe('900');
    expect(response.body).toMatchObject({ code: 'auth.locked', detail: 'Try again in 15 minutes.' });
  });

  it('refreshes at the service that knows the session', async () => {
    const asked: string[] = [];
    for (const [name, contract] of [
      ['staff', stations.refreshSession],
      ['person', volunteers.refreshSession],
    ] as const)
      await edge.answer(contract, (input: RefreshSessionInput) => {
        asked.push(`${name} ${input.refreshToken === session.refreshToken}`);
        return { ...session, sessionId: newId() };
      });
    for (const kind of ['staff', 'person'])
      await request(edge.url)
        .post('/api/v1/auth/refresh')
        .send({ kind, refreshToken: session.refreshToken })
        .expect(200);
    expect(asked).toEqual(['staff true', 'person true']);
  });

  it('ignores a token and an idempotency key, so that no answer is remembered for another', async () => {
    const calls: Received[] = [];
    await edge.answer(volunteers.signInByWechat, (_, call) => {
      calls.push(call);
      return session;
    });
    await request(edge.url)
      .post('/api/v1/auth/wechat/sign-in')
      .auth(await sign(edge.key, claimsOf()), { type: 'bearer' })
      .set('idempotency-key', 'same')
      .send({ code: 'c' })
      .expect(200);
    expect(calls).toEqual([{ actor: { id: 'anonymous', role: 'public' }, key: undefined }]);
  });
});

describe('limits', () => {
  it('count an address until it is known who asks, then the person', async () => {
    const limited = await startEdge({ REQUESTS_PER_MINUTE: '5', SIGN_INS_PER_MINUTE: '3' });
    try {
      await limited.answer(stations.signIn, () => {
        throw new DomainError('auth.failed');
      });
      const statuses: number[] = [];
      for (let attempt = 0; attempt < 4; attempt++) {
        const response = await request(limited.url)
          .post('/api/v1/auth/staff/sign-in')
          .send({ userName: 'nobody', password: 'wrong' });
        statuses.push(response.status);
      }
      expect(statuses).toEqual([401, 401, 401, 429]);
      const token = await sign(limited.key, claimsOf());
      const me = () => request(limited.url).get('/api/v1/me').auth(token, { type: 'bearer' });
      for (let asked = 0; asked < 5; asked++) await me().expect(200);
      const refused = await me();
      expect(refused.body).toMatchObject({ status: 429, code: 'request.tooMany' });
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      // Who watches over the gateway is not shut out with the others.
      for (let asked = 0; asked < 9; asked++) await request(limited.url).get('/healthz').expect(200);
    } finally {
      await limited.stop();
    }
  });

  it.each([
    ['each its own behind a proxy that is trusted', '127.0.0.1', [200, 200, 200]],
    ['none that a stranger claims to have', '', [200, 200, 429]],
  ])('count addresses: %s', async (_, trusted, expected) => {
    const limited = await startEdge({ REQUESTS_PER_MINUTE: '2', TRUSTED_PROXIES: trusted });
    try {
      const statuses: number[] = [];
      for (const address of ['203.0.113.1', '203.0.113.2', '203.0.113.3']) {
        const response = await request(limited.url).get('/api/openapi.json').set('x-forwarded-for', address);
        statuses.push(response.status);
      }
      expect(statuses).toEqual(expected);
    } finally {
      await limited.stop();
    }
  });
});
