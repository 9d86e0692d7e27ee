import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import {
  type Actor,
  type Breakdown,
  type CorrectionView,
  type FeedbackView,
  type NeedView,
  type RecordHistory,
  type Role,
  type ServiceRecordView,
  type SlipSheet,
  type VolunteerView,
} from '#contracts';
import { poll, type StandIn, startStandIn } from '#local';
import { newId } from '#platform';
import { allConsumed, startHouse, type TestHouse } from '#testing';
import type { JWK } from 'jose';
import { type RunningGateway, startGateway } from '../../apps/gateway/src/definition.js';
import { loadDemo } from '../../apps/suite/src/demo.js';
import { definitions } from '../../apps/suite/src/definitions.js';
import { claimsOf, sign } from './edge.harness.js';

// The whole house over HTTP: a service is confirmed by the resident's word, corrected, voided and given back,
// and after each step time bank, register and reports say the same.
let house: TestHouse;
let standIn: StandIn;
let gateway: RunningGateway;
let key: JWK;
let volunteerId: string;
let residentId: string;

beforeAll(async () => {
  standIn = await startStandIn(0);
  house = await startHouse(definitions, { env: { WECHAT_URL: standIn.url, SMS_URL: standIn.url } });
  await loadDemo(house.env);
  gateway = await startGateway({ ...house.env, PORT: '0' });
  key = JSON.parse(await readFile(house.env['TOKEN_KEY_FILE'] ?? '', 'utf8')) as JWK;
  const one = async (text: string) => (await house.sql<{ id: string }>(text))[0]?.id ?? '';
  volunteerId = await one(
    `select id from volunteers.volunteer where verification = 'verified' order by id limit 1`,
  );
  residentId = await one('select id from tasks.resident order by id limit 1');
  await settled();
}, 60_000);
afterAll(async () => {
  await gateway.stop();
  await Promise.all([house.stop(), standIn.stop()]);
});

/** Somebody who asks over HTTP; answers status and body. */
async function client(role: Role, actor: Partial<Actor> = {}) {
  const token = await sign(key, claimsOf({ region: '120116014000', ...actor, role }));
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return async <T>(method: 'GET' | 'POST', path: string, body?: object) => {
    const response = await fetch(`${gateway.url}/api/v1${path}`, {
      ...{ method, headers },
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    });
    return { status: response.status, body: (await response.json()) as T & { code?: string } };
  };
}

/** Everything said has been heard, by all who listen. */
async function settled(): Promise<void> {
  const waiting = ['volunteers', 'tasks', 'ledger'].map(
    (name) => `select 1 from ${name}.outbox where published_at is null`,
  );
  await poll(
    async () => ((await house.sql(waiting.join(' union all '))).length === 0 ? true : undefined),
    20_000,
    () => new Error('events stay unpublished'),
  );
  for (const service of ['ledger', 'tasks', 'volunteers', 'reporting'] as const)
    await allConsumed(house.nats, service);
}

interface Figures {
  services: number;
  minutes: number;
  issued: number;
  lifetime: number;
}

async function figures(): Promise<Figures> {
  // The ledger speaks after it has heard, so what it says is waited for as well.
  await settled();
  await settled();
  const official = await client('official', { region: '120000000000' });
  const volunteer = await client('volunteer', { id: volunteerId, region: undefined });
  const { metrics } = (await official<Breakdown>('GET', '/reports/breakdown?region=120116014')).body;
  const { lifetimeMinutes } = (await volunteer<VolunteerView>('GET', `/volunteers/${volunteerId}`)).body;
  return {
    services: metrics.servicesConfirmed,
    minutes: metrics.deviceVerifiedMinutes + metrics.attestedMinutes,
    issued: metrics.creditsIssuedMinutes,
    lifetime: lifetimeMinutes,
  };
}

const since = (before: Figures, after: Figures) => ({
  services: after.services - before.services,
  minutes: after.minutes - before.minutes,
  issued: after.issued - before.issued,
  lifetime: after.lifetime - before.lifetime,
});

it('carries confirmation, correction, void and return of a record through to every total', async () => {
  const committee = await client('committee', { id: newId() });
  const station = await client('station', { id: newId() });
  const volunteer = await client('volunteer', { id: volunteerId, region: undefined });
  const resident = await client('resident', { id: residentId, region: undefined });
  const before = await figures();

  const start = Date.now();
  const need = (
    await committee<NeedView>('POST', '/needs', {
      ...{ residentId, type: 'groceries', summary: '米和油', channel: 'phone', expectedMinutes: 30 },
      windowStart: new Date(start).toISOString(),
      windowEnd: new Date(start + 3_600_000).toISOString(),
    })
  ).body;
  const { errandId } = (await station<NeedView>('POST', `/needs/${need.id}/acceptance`)).body;
  expect((await volunteer('POST', `/errands/${errandId}/claims`)).status).toBe(201);
  const checkIn = { code: need.serviceCode };
  expect((await volunteer('POST', `/errands/${errandId}/check-in`, checkIn)).status).toBe(200);
  // Half an hour passes.
  await house.sql(
    `update tasks.claim set checked_in_at = checked_in_at - interval '30 minutes' where errand_id = $1`,
    [errandId],
  );
  await house.sql(`update tasks.errand set window_start = window_start - interval '1 hour' where id = $1`, [
    errandId,
  ]);
  const record = (await volunteer<ServiceRecordView>('POST', `/errands/${errandId}/check-out`)).body;
  expect(record).toMatchObject({ state: 'submitted', verification: 'deviceVerified' });
  const path = `/service-records/${record.id}`;
  const minutes = record.serviceMinutes;
  expect(minutes).toBeGreaterThanOrEqual(30);

  expect((await volunteer('POST', `${path}/confirmations`, { method: 'review' })).body.code).toBe(
    'record.selfConfirmation',
  );
  const sheet = (await committee<SlipSheet>('POST', '/paper-slips', { residentId, count: 1 })).body;
  const slip = { method: 'paperSlip', code: sheet.slips[0]?.code };
  expect((await volunteer<ServiceRecordView>('POST', `${path}/confirmations`, slip)).status).toBe(200);
  expect(since(before, await figures())).toEqual({
    services: 1,
    minutes,
    issued: minutes,
    lifetime: minutes,
  });

  const correct = async (terms: object) => {
    const proposed = await station<CorrectionView>('POST', `${path}/corrections`, {
      ...{ kind: 'correct', reason: 'wrongMinutes', evidence: 'callBack' },
      ...terms,
    });
    expect(proposed.status).toBe(201);
    const decision = `/corrections/${proposed.body.id}/decision`;
    expect((await station('POST', decision, { decision: 'apply' })).body.code).toBe('record.sameApprover');
    expect((await committee('POST', decision, { decision: 'apply' })).status).toBe(200);
    return since(before, await figures());
  };
  expect(await correct({ ofVersion: 1, serviceMinutes: 20 })).toEqual({
    ...{ services: 1, minutes: 20, issued: 20, lifetime: 20 },
  });
  expect(await correct({ ofVersion: 2, kind: 'void', reason: 'notServed' })).toEqual({
    ...{ services: 0, minutes: 0, issued: 0, lifetime: 0 },
  });
  expect(await correct({ ofVersion: 3, serviceMinutes: 25, reason: 'wronglyVoided' })).toEqual({
    ...{ services: 1, minutes: 25, issued: 25, lifetime: 25 },
  });

  const stale = await station('POST', `${path}/corrections`, {
    ...{ kind: 'correct', ofVersion: 3, serviceMinutes: 10, reason: 'wrongMinutes', evidence: 'callBack' },
  });
  expect([stale.status, stale.body.code]).toEqual([409, 'record.versionSuperseded']);
  const history = (await volunteer<RecordHistory>('GET', `${path}/history`)).body;
  expect(history.versions.map(({ serviceMinutes }) => serviceMinutes)).toEqual([minutes, 20, 0, 25]);
  expect(history.state).toBe('credited');

  const word = await resident<FeedbackView>('POST', `${path}/feedback`, { choices: ['friendly'] });
  expect([word.status, word.body.from]).toEqual([201, 'resident']);
  const read = await volunteer<{ items: FeedbackView[] }>('GET', '/feedback');
  expect(read.body.items.map(({ choices }) => choices)).toEqual([['friendly']]);
  const objection = { reason: 'minutesTooFew' };
  expect((await volunteer('POST', `${path}/objections`, objection)).status).toBe(201);
  expect((await volunteer('POST', `${path}/objections`, objection)).body.code).toBe('record.objectionOpen');
}, 120_000);
