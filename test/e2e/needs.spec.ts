import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { ErrorCode } from '#contracts';
import { newId } from '#platform';
import { serviceDefinition, startHouse, type TestHouse } from '#testing';
import type { JWK } from 'jose';
import { type RunningGateway, startGateway } from '../../apps/gateway/src/definition.js';
import { claimsOf, sign } from './edge.harness.js';

// Real: the gateway over HTTP, NATS, PostgreSQL, the services tasks and stations with TEDA's divisions.
const community = '120116014001';
let house: TestHouse;
let gateway: RunningGateway;
let tokens: Record<'committee' | 'station' | 'volunteer', string>;
let residentId: string;

beforeAll(async () => {
  house = await startHouse([await serviceDefinition('stations'), await serviceDefinition('tasks')]);
  gateway = await startGateway({ ...house.env, PORT: '0', REQUESTS_PER_MINUTE: '100000' });
  const key = JSON.parse(await readFile(house.env['TOKEN_KEY_FILE'] ?? '', 'utf8')) as JWK;
  tokens = {
    committee: await sign(key, claimsOf({ role: 'committee', region: community })),
    station: await sign(key, claimsOf({ role: 'station', region: '120116014000' })),
    volunteer: await sign(key, claimsOf({ role: 'volunteer' })),
  };
  const resident = {
    name: '示例奶奶',
    phone: '022-00000001',
    communityCode: community,
    door: '1 号',
    point: { longitude: 117.71, latitude: 39.03 },
  };
  residentId = (await send('committee', '/residents', resident)).body['id'] as string;
}, 60_000);
afterAll(async () => {
  await gateway.stop();
  await house.stop();
});

interface Answer {
  status: number;
  body: Record<string, unknown> & { code?: ErrorCode; fields?: { field: string }[] };
}

async function send(role: keyof typeof tokens, path: string, body?: object): Promise<Answer> {
  const headers = { authorization: `Bearer ${tokens?.[role] ?? ''}`, 'content-type': 'application/json' };
  const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers };
  const response = await fetch(`${gateway.url}/api/v1${path}`, init);
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
const need = (changes: object = {}) => ({
  id: newId(),
  residentId,
  type: 'groceries',
  summary: '米和油',
  channel: 'phone',
  windowStart: hours(1),
  windowEnd: hours(3),
  expectedMinutes: 30,
  ...changes,
});
const hazard = (changes: object = {}) => ({
  id: newId(),
  communityCode: community,
  point: { longitude: 117.71, latitude: 39.03 },
  category: 'rubbish',
  severity: 'low',
  description: '楼下堆了垃圾',
  ...changes,
});
const stop = { point: { longitude: 117.72, latitude: 39.03 }, task: '取药' };

describe('bad input over HTTP', () => {
  it.each<[string, object, number, string]>([
    ['a window in the past', { windowStart: hours(-3), windowEnd: hours(-1) }, 422, 'need.windowInvalid'],
    ['a window that ends before it starts', { windowEnd: hours(0.5) }, 422, 'need.windowInvalid'],
    ['a window of 32 days', { windowEnd: hours(32 * 24) }, 422, 'need.windowInvalid'],
    ['zero slots', { slots: 0 }, 400, 'slots'],
    ['201 slots', { slots: 201 }, 400, 'slots'],
    ['half a slot', { slots: 1.5 }, 400, 'slots'],
    ['4 expected minutes', { expectedMinutes: 4 }, 400, 'expectedMinutes'],
    ['721 expected minutes', { expectedMinutes: 721 }, 400, 'expectedMinutes'],
    ['a type nobody knows', { type: 'money' }, 400, 'type'],
    ['no type and no template', { type: undefined }, 400, 'type'],
    ['a purchase for nothing', { purchaseCeilingFen: 0 }, 400, 'purchaseCeilingFen'],
    ['a requirement nobody knows', { requirements: ['wings'] }, 400, 'requirements'],
    ['eleven stops', { stops: Array.from({ length: 11 }, () => stop) }, 400, 'stops'],
    ['stops for two volunteers', { slots: 2, stops: [stop] }, 400, 'slots'],
    ['a template nobody made', { templateId: newId() }, 422, 'template.notOffered'],
    ['a resident nobody knows', { residentId: newId() }, 404, 'resource.notFound'],
  ])('of a need: %s is refused and nothing is written', async (_, changes, status, expected) => {
    const input = need(changes);
    const { status: answered, body } = await send('committee', '/needs', input);
    expect(answered).toBe(status);
    expect([body.code, ...(body.fields ?? []).map(({ field }) => field.split('.')[0])]).toContain(expected);
    expect(await house.sql('select 1 from tasks.need where id = $1', [input.id])).toEqual([]);
  });

  it.each<[string, object, number, string]>([
    ['a place on the moon', { point: { longitude: 0, latitude: 0 } }, 400, 'point'],
    ['a category nobody knows', { category: 'dragon' }, 400, 'category'],
    ['no words', { description: '' }, 400, 'description'],
    ['a whole subdistrict', { communityCode: '120116014' }, 422, 'region.unknown'],
    ['an errand nobody knows', { errandId: newId() }, 404, 'resource.notFound'],
    ['no place and no errand', { communityCode: undefined }, 400, 'communityCode'],
  ])('of a hazard: %s is refused and nothing is written', async (_, changes, status, expected) => {
    const input = hazard(changes);
    const { status: answered, body } = await send('volunteer', '/hazards', input);
    expect([answered === status || (answered === 404 && status === 422), answered < 500]).toEqual([
      true,
      true,
    ]);
    expect([body.code, ...(body.fields ?? []).map(({ field }) => field.split('.')[0])]).toContain(expected);
    expect(await house.sql('select 1 from tasks.hazard_report where id = $1', [input.id])).toEqual([]);
  });

  it('of a rejection: a code is needed, and a text', async () => {
    const input = need();
    await send('committee', '/needs', input);
    const path = `/needs/${input.id}/rejection`;
    expect(await send('station', path, { reason: '家人已办' })).toMatchObject({ status: 400 });
    expect(await send('station', path, { code: 'doneAlready' })).toMatchObject({ status: 400 });
    const { body } = await send('station', path, { code: 'doneAlready', reason: '家人已办' });
    expect(body).toMatchObject({ state: 'rejected' });
    expect((body['history'] as object[]).at(-1)).toMatchObject({ code: 'doneAlready', reason: '家人已办' });
  });
});

describe('a hazard over HTTP', () => {
  it('goes from a volunteer to station and committee and back', async () => {
    const input = hazard({ category: 'fallenTree', severity: 'high' });
    expect(await send('volunteer', '/hazards', input)).toMatchObject({
      status: 201,
      body: { joined: false },
    });
    for (const role of ['committee', 'station'] as const) {
      const { body } = await send(role, `/hazards?category=fallenTree`);
      expect(body['items']).toMatchObject([{ id: input.id, state: 'routed' }]);
    }
    await send('station', `/hazards/${input.id}/handling`, { note: '树已锯断运走' });
    await send('committee', `/hazards/${input.id}/feedback`, { message: '路通了' });
    const { body } = await send('volunteer', `/hazards/${input.id}/closing`, {});
    expect(body).toMatchObject({ state: 'closed', feedback: '路通了', minutesToClosure: 0 });
  });
});
