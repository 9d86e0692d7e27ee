import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Actor, OrganisationPage, OrganisationVersions, OrganisationView } from '#contracts';
import { newId } from '#platform';
import { serviceDefinition, startHouse, type TestHouse } from '#testing';
import type { JWK } from 'jose';
import { type RunningGateway, startGateway } from '../../apps/gateway/src/definition.js';
import { claimsOf, sign } from './edge.harness.js';

// Real: PostgreSQL, NATS, stations and the gateway.
const region = '120116014';
let house: TestHouse;
let gateway: RunningGateway;
let key: JWK;
let administrator: string;

beforeAll(async () => {
  house = await startHouse([await serviceDefinition('stations')]);
  gateway = await startGateway({ ...house.env, PORT: '0' });
  key = JSON.parse(await readFile(house.env['TOKEN_KEY_FILE'] ?? '', 'utf8')) as JWK;
  administrator = await as('administrator', '120116');
}, 60_000);
afterAll(async () => {
  await gateway.stop();
  await house.stop();
});

const as = (role: Actor['role'], place: string) =>
  sign(key, { ...claimsOf({ id: newId(), role, region: place }) });

async function send<T>(method: string, path: string, token = administrator, body?: object) {
  const answer = await fetch(`${gateway.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as T & { code?: string; detail?: string } };
}

describe('an organisation over HTTP', () => {
  it('opens, comes under others, closes, and is then listed as closed; each change stays', async () => {
    const hub = { id: newId(), kind: 'countyHubStation', name: '滨海新区总站', region: '120116' };
    expect((await send('POST', '/organisations', administrator, hub)).status).toBe(201);
    const body = { id: newId(), kind: 'socialWorkStation', name: '泰达社工站', region, supervisorId: hub.id };
    const { body: station } = await send<OrganisationView>('POST', '/organisations', administrator, body);
    expect(station).toMatchObject({ version: 1, supervisorId: hub.id });

    const closing = { version: 2, name: station.name, openedOn: '2019-05-01', closedOn: '2026-01-31' };
    const path = `/organisations/${station.id}/changes`;
    const change = { ...closing, reason: '并入县总站' };
    const strange = await as('administrator', '120101');
    expect((await send('POST', path, strange, change)).body.code).toBe('resource.notFound');
    expect((await send('POST', path, await as('station', region), change)).status).toBe(403);
    const blank = await send<{ fields: object[] }>('POST', path, administrator, { ...closing, reason: ' ' });
    expect([blank.status, blank.body.fields]).toEqual([
      400,
      [{ field: 'reason', rules: ['须为 1 至 300 个字符，不能只有空格'] }],
    ]);
    const first = await send<OrganisationView>('POST', path, administrator, change);
    expect(first.body).toMatchObject({ closedOn: '2026-01-31', version: 2 });
    expect((await send('POST', path, administrator, change)).body).toEqual(first.body);
    const stale = await send('POST', path, administrator, { ...change, name: '别的' });
    expect([stale.status, stale.body.code]).toEqual([409, 'version.conflict']);
    expect(stale.body.detail).toContain('刷新');

    const listed = async (open: boolean) => {
      const query = `?region=${region}&kind=socialWorkStation&open=${open}`;
      return (await send<OrganisationPage>('GET', `/organisations${query}`)).body.items.map(({ id }) => id);
    };
    expect([await listed(true), await listed(false)]).toEqual([[], [station.id]]);
    const versions = await send<OrganisationVersions>('GET', `/organisations/${station.id}/versions`);
    expect(versions.body.items.map(({ reason }) => reason)).toEqual(['并入县总站', undefined]);
    expect((await send('GET', `/organisations/${station.id}/versions`, strange)).status).toBe(404);
  });
});
