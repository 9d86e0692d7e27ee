import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApprovalView,
  type AuditPage,
  type DelegationView,
  type QualificationPage,
  type QualificationView,
  stations,
  systemActor,
  volunteers,
} from '#contracts';
import { poll } from '#local';
import { newId, newTraceId } from '#platform';
import { idNumber, person, seedErrands, serviceDefinition, startHouse, type TestHouse } from '#testing';
import { type RunningGateway, startGateway } from '../../apps/gateway/src/definition.js';
import { claimsOf, sign } from './edge.harness.js';
import type { JWK } from 'jose';
import { readFile } from 'node:fs/promises';

// Real: two gateways over stations, volunteers and tasks, with the clock of the machine.
const [district, community] = ['120116', '120116014001'];
const password = 'a-long-password';
const effectiveMs = 5_000;
let house: TestHouse;
let gateways: RunningGateway[];
let key: JWK;
let userNames = 0;

beforeAll(async () => {
  const services = await Promise.all((['stations', 'volunteers', 'tasks'] as const).map(serviceDefinition));
  house = await startHouse(services);
  const env = { ...house.env, PORT: '0', SIGN_INS_PER_MINUTE: '1000', REQUESTS_PER_MINUTE: '100000' };
  gateways = await Promise.all([startGateway(env), startGateway(env)]);
  key = JSON.parse(await readFile(house.env['TOKEN_KEY_FILE'] ?? '', 'utf8')) as JWK;
});
afterAll(async () => {
  await Promise.all(gateways.map((gateway) => gateway.stop()));
  await house.stop();
});

interface Reply<T> {
  status: number;
  body: T & { code?: string; title?: string };
}

async function ask<T = object>(path: string, token?: string, body?: object, gateway = 0): Promise<Reply<T>> {
  const response = await fetch(`${gateways[gateway]?.url}/api/v1${path}`, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
  });
  return { status: response.status, body: (await response.json()) as Reply<T>['body'] };
}

const system = { actor: systemActor('gateway'), traceId: newTraceId() };
const newcomer = (role: 'official' | 'administrator', region = district) => ({
  ...{ id: newId(), userName: `colleague-${++userNames}`, password, displayName: '示例', role, region },
});

async function hired(role: 'official' | 'administrator', region = district) {
  const staff = newcomer(role, region);
  await house.call(stations.createStaff, staff, system);
  return { ...staff, token: await signIn(staff.userName) };
}

async function signIn(userName: string): Promise<string> {
  const path = '/auth/staff/sign-in';
  const { status, body } = await ask<{ accessToken: string }>(path, undefined, { userName, password });
  expect(status).toBe(200);
  return body.accessToken;
}

describe('roles', () => {
  it('are asked for by one administrator and granted by another', async () => {
    const [asker, approver] = [await hired('administrator'), await hired('administrator', '1201')];
    const wanted = newcomer('official', community);
    const asked = await ask<ApprovalView>('/staff', asker.token, wanted);
    expect(asked).toMatchObject({ status: 201, body: { state: 'requested', region: community } });
    const decide = (token: string) => ask(`/approvals/${wanted.id}/decision`, token, { decision: 'approve' });
    expect(await decide(asker.token)).toMatchObject({ status: 403, body: { code: 'approval.ownRequest' } });
    expect(
      (await ask('/auth/staff/sign-in', undefined, { userName: wanted.userName, password })).status,
    ).toBe(401);
    expect(await decide(approver.token)).toMatchObject({ status: 200, body: { state: 'approved' } });
    await signIn(wanted.userName);
    const { body } = await ask<AuditPage>(`/role-audit?region=${community}`, approver.token);
    expect(body.items.map(({ action, byId }) => [action, byId])).toEqual([
      ['roleGranted', approver.id],
      ['roleRequested', asker.id],
    ]);
  });

  it('are handed to a colleague for a while: the deputy acts under the own id, no longer than that', async () => {
    const [away, deputy] = [await hired('administrator'), await hired('official')];
    const now = Date.now();
    const [startsAt, endsAt] = [now - 60_000, now + 300_000].map((ms) => new Date(ms).toISOString());
    const made = await ask<DelegationView>('/delegations', away.token, {
      ...{ userName: deputy.userName, startsAt, endsAt },
    });
    expect(made.status).toBe(201);
    const path = `/auth/delegations/${made.body.id}/sign-in`;
    expect((await ask(path, away.token, {})).status).toBe(404);
    const standing = await ask<{ accessToken: string; expiresInSeconds: number }>(path, deputy.token, {});
    expect(standing.body).toMatchObject({
      actorId: deputy.id,
      role: 'administrator',
      refreshExpiresAt: endsAt,
    });
    // Tokens live ten minutes otherwise.
    expect(standing.body.expiresInSeconds).toBeLessThanOrEqual(300);
    const token = standing.body.accessToken;
    expect((await ask('/approvals', deputy.token)).status).toBe(403);
    expect((await ask('/approvals', token)).status).toBe(200);
    expect((await ask(`/delegations/${made.body.id}/ending`, away.token, {})).status).toBe(200);
    for (const gateway of [0, 1])
      await poll(
        async () => ((await ask('/me', token, undefined, gateway)).status === 401 ? true : undefined),
        effectiveMs,
        () => new Error('the deputy’s token still opens'),
      );
    expect((await ask('/me', deputy.token)).status).toBe(200);
  });
});

describe('qualifications', () => {
  it('are declared on the phone, verified at the desk, and open the errand within a second', async () => {
    const desk = await sign(key, claimsOf({ role: 'station', region: '120116014000' }));
    const input = person({ communityCode: community, idNumber: idNumber('12999919800101501') });
    const call = {
      actor: { id: newId(), role: 'station' as const, region: district },
      traceId: newTraceId(),
    };
    await house.call(volunteers.register, input, call);
    await house.call(volunteers.verify, { id: input.id, decision: 'verified' }, call);
    const phone = await sign(key, claimsOf({ id: input.id, role: 'volunteer' }));
    const { errandIds } = await seedErrands(house.database.adminUrl, {
      ...{ errands: 1, volunteers: 0, from: new Date(), communityCode: Number(community) },
    });
    await house.sql(`update tasks.errand set requirements = '{accidentInsurance}' where id = $1`, [
      errandIds[0],
    ]);
    const own = `/volunteers/${input.id}/qualifications`;
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    expect((await ask(own, phone, { name: 'accidentInsurance' })).body.code).toBe(
      'qualification.expiryRequired',
    );
    const declared = await ask<QualificationView>(own, phone, { name: 'accidentInsurance', expiresAt });
    expect(declared).toMatchObject({ status: 201, body: { state: 'declared', isInForce: false } });
    const claim = () => ask(`/errands/${errandIds[0] ?? ''}/claims`, phone, {});
    await poll(
      async () => ((await claim()).body.code === 'claim.requirementUnmet' ? true : undefined),
      effectiveMs,
      () => new Error('the errand does not ask for the insurance'),
    );
    expect((await claim()).body.title).toContain('意外伤害保险');
    const waiting = await ask<QualificationPage>('/qualifications?state=declared', desk);
    expect(waiting.body.items.map(({ id }) => id)).toEqual([declared.body.id]);
    const decision = { decision: 'verified' };
    expect((await ask(`/qualifications/${declared.body.id}/decision`, desk, decision)).status).toBe(200);
    await poll(
      async () => ((await claim()).status < 300 ? true : undefined),
      1_000,
      () => new Error('tasks does not hear of it within a second'),
    );
  });
});
