import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personSessions, type SessionList, stations, systemActor } from '#contracts';
import { poll, type StandIn, startStandIn } from '#local';
import { newId, newTraceId } from '#platform';
import { serviceDefinition, startHouse, type TestHouse } from '#testing';
import { type RunningGateway, startGateway } from '../../apps/gateway/src/definition.js';

// Real: two gateways over stations and volunteers. What ends at one gateway must end at the other.
const region = '120116014001';
const password = 'a-long-password';
const effectiveMs = 5_000;
let house: TestHouse;
let standIn: StandIn;
let gateways: RunningGateway[];
let userNames = 0;

beforeAll(async () => {
  standIn = await startStandIn(0);
  const services = await Promise.all([serviceDefinition('stations'), serviceDefinition('volunteers')]);
  house = await startHouse(services, { env: { SMS_URL: standIn.url, WECHAT_URL: standIn.url } });
  const env = { ...house.env, PORT: '0', SIGN_INS_PER_MINUTE: '1000' };
  gateways = await Promise.all([startGateway(env), startGateway(env)]);
});
afterAll(async () => {
  await Promise.all(gateways.map((gateway) => gateway.stop()));
  await Promise.all([house.stop(), standIn.stop()]);
});

interface Reply<T> {
  status: number;
  body: T & { code?: string };
}

async function ask<T = object>(
  gateway: number,
  path: string,
  token?: string,
  body?: object,
): Promise<Reply<T>> {
  const response = await fetch(`${gateways[gateway]?.url}/api/v1${path}`, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
  });
  return { status: response.status, body: (await response.json()) as Reply<T>['body'] };
}

async function hire(role: 'official' | 'administrator', at = region) {
  const id = newId();
  const userName = `person-${++userNames}`;
  await house.call(
    stations.createStaff,
    { id, userName, password, displayName: '示例', role, region: at },
    { actor: systemActor('gateway'), traceId: newTraceId() },
  );
  return { id, userName };
}

async function signIn(userName: string, gateway = 0): Promise<string> {
  const { status, body } = await ask<{ accessToken: string }>(gateway, '/auth/staff/sign-in', undefined, {
    userName,
    password,
  });
  expect(status).toBe(200);
  return body.accessToken;
}

const listOf = async (token: string) => (await ask<SessionList>(0, '/sessions', token)).body.items;
const ended = (token: string, gateway: number) =>
  poll(
    async () => ((await ask(gateway, '/me', token)).body.code === 'auth.tokenInvalid' ? true : undefined),
    effectiveMs,
    () => new Error('the token still opens'),
  );

describe('sessions', () => {
  it('are listed for whom they belong to, and one that is closed ends at every gateway within 5 s', async () => {
    const { userName } = await hire('official');
    const [here, lost] = [await signIn(userName), await signIn(userName, 1)];
    const items = await listOf(here);
    expect(items.map(({ isCurrent }) => isCurrent).sort()).toEqual([false, true]);
    expect((await ask(1, '/me', lost)).status).toBe(200);
    const other = items.find(({ isCurrent }) => !isCurrent)?.id ?? '';

    const stranger = await signIn((await hire('official')).userName);
    expect((await ask(0, `/sessions/${other}/closing`, stranger, {})).body.code).toBe('resource.notFound');
    expect((await ask(0, `/sessions/${other}/closing`, here, {})).body).toEqual({ id: other });
    // Twice is the same.
    expect((await ask(0, `/sessions/${other}/closing`, here, {})).status).toBe(200);

    expect((await ask(0, '/me', lost)).body.code).toBe('auth.tokenInvalid');
    await ended(lost, 1);
    expect((await ask(1, '/me', here)).status).toBe(200);
    expect(await listOf(here)).toHaveLength(1);
  });

  it('of a member of staff are all closed by the administrator of the region, and by no other', async () => {
    const { id, userName } = await hire('official');
    const tokens = [await signIn(userName), await signIn(userName)];
    const path = `/staff/${id}/sessions/closing`;
    const foreign = await signIn((await hire('administrator', '120115')).userName);
    expect((await ask(0, path, foreign, {})).body.code).toBe('resource.notFound');
    const own = await signIn((await hire('administrator', '120116')).userName);
    expect((await ask(0, path, own, {})).status).toBe(200);
    for (const token of tokens) await Promise.all([ended(token, 0), ended(token, 1)]);
  });

  it('of who is taken off end at every gateway, and the account opens no more', async () => {
    const { id, userName } = await hire('official');
    const tokens = [await signIn(userName), await signIn(userName, 1)];
    const administrator = await hire('administrator', '120116');
    const boss = await signIn(administrator.userName);
    const colleague = await signIn((await hire('official')).userName);
    expect((await ask(0, `/staff/${id}/disabling`, colleague, {})).body.code).toBe('access.denied');
    expect((await ask(0, `/staff/${administrator.id}/disabling`, boss, {})).body.code).toBe(
      'staff.ownAccount',
    );
    expect((await ask(0, `/staff/${id}/disabling`, boss, {})).body).toEqual({ id });
    // Where it was done at once, elsewhere within seconds.
    for (const token of tokens) expect((await ask(0, '/me', token)).body.code).toBe('auth.tokenInvalid');
    for (const token of tokens) await ended(token, 1);
    const refused = await ask(0, '/auth/staff/sign-in', undefined, { userName, password });
    expect(refused).toMatchObject({ status: 403, body: { code: 'auth.disabled' } });
  });

  it('end with a password that is changed or reset, but for the one it was changed in', async () => {
    const { id, userName } = await hire('official');
    const [here, there] = [await signIn(userName), await signIn(userName, 1)];
    const wrong = { currentPassword: 'not the one', newPassword: 'a-better-password' };
    // No 401: that would sign the browser out.
    expect(await ask(0, '/own/password', here, wrong)).toMatchObject({
      status: 422,
      body: { code: 'password.wrong' },
    });
    const right = { currentPassword: password, newPassword: 'a-better-password' };
    expect((await ask(0, '/own/password', here, right)).body).toEqual({ id });
    await ended(there, 1);
    expect((await ask(0, '/me', here)).status).toBe(200);

    const boss = await signIn((await hire('administrator', '120116')).userName);
    const reset = await ask<{ password: string }>(0, `/staff/${id}/password-reset`, boss, {});
    await ended(here, 0);
    const oneTime = { userName, password: reset.body.password };
    const refused = await ask(0, '/auth/staff/sign-in', undefined, oneTime);
    expect(refused).toMatchObject({ status: 403, body: { code: 'auth.passwordChangeRequired' } });
    const replaced = await ask<{ accessToken: string }>(0, '/auth/staff/password', undefined, {
      ...oneTime,
      newPassword: password,
    });
    expect((await ask(0, '/me', replaced.body.accessToken)).body).toMatchObject({ id, role: 'official' });
  });

  it('of volunteers are theirs too, and a gateway that starts later knows what was closed before', async () => {
    const phone = '10000009901';
    await ask(0, '/auth/phone-codes', undefined, { phone });
    const signedIn = await ask<{ accessToken: string; actorId: string }>(
      0,
      '/auth/phone/sign-in',
      undefined,
      {
        phone,
        code: standIn.lastCode(phone),
      },
    );
    const token = signedIn.body.accessToken;
    const [session] = await listOf(token);
    expect(session?.isCurrent).toBe(true);
    const actor = { id: signedIn.body.actorId, role: 'volunteer' as const };
    await house.call(personSessions.close, { id: session?.id ?? '' }, { actor, traceId: newTraceId() });
    const late = await startGateway({ ...house.env, PORT: '0' });
    gateways.push(late);
    await ended(token, 2);
  });
});
