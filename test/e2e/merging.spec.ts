import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type {
  Actor,
  Breakdown,
  MergePage,
  MergeView,
  NeedView,
  RegisterVolunteerInput,
  Role,
  ServiceRecordView,
  VolunteerView,
} from '#contracts';
import { poll, type StandIn, startStandIn } from '#local';
import { newId } from '#platform';
import { person, startHouse, type TestHouse } from '#testing';
import type { JWK } from 'jose';
import { type RunningGateway, startGateway } from '../../apps/gateway/src/definition.js';
import { loadDemo } from '../../apps/suite/src/demo.js';
import { definitions } from '../../apps/suite/src/definitions.js';
import { claimsOf, sign } from './edge.harness.js';
import { settled } from './settled.js';

// The whole house over HTTP: somebody is registered twice, serves under both names, and is made one.
let house: TestHouse;
let standIn: StandIn;
let gateway: RunningGateway;
let key: JWK;
let residentId: string;

beforeAll(async () => {
  standIn = await startStandIn(0);
  house = await startHouse(definitions, { env: { WECHAT_URL: standIn.url, SMS_URL: standIn.url } });
  await loadDemo(house.env);
  gateway = await startGateway({ ...house.env, PORT: '0' });
  key = JSON.parse(await readFile(house.env['TOKEN_KEY_FILE'] ?? '', 'utf8')) as JWK;
  const [resident] = await house.sql<{ id: string }>(
    'select id from tasks.resident where community_code = 120116014001 limit 1',
  );
  residentId = resident?.id ?? '';
}, 60_000);
afterAll(async () => {
  await gateway.stop();
  await Promise.all([house.stop(), standIn.stop()]);
});

interface Reply<T> {
  status: number;
  body: T & { code?: string; detail?: string };
}
type Client = <T = object>(method: 'GET' | 'POST', path: string, body?: object) => Promise<Reply<T>>;

async function send<T>(method: string, path: string, body?: object, token?: string): Promise<Reply<T>> {
  const response = await fetch(`${gateway.url}/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
  });
  return { status: response.status, body: (await response.json()) as Reply<T>['body'] };
}

async function client(role: Role, actor: Partial<Actor> = {}): Promise<Client> {
  const token = await sign(key, claimsOf({ region: '120116014000', id: newId(), ...actor, role }));
  return (method, path, body) => send(method, path, body, token);
}
const volunteerOf = (id: string) => client('volunteer', { id, region: undefined });

async function registered(station: Client, input: RegisterVolunteerInput): Promise<string> {
  expect((await station('POST', '/volunteers', input)).status).toBe(201);
  const decided = await station('POST', `/volunteers/${input.id}/verification`, { decision: 'verified' });
  expect(decided.status).toBe(200);
  await settled(house);
  return input.id;
}

/** Half an hour for the resident, who confirms it. */
async function served(volunteer: Client): Promise<ServiceRecordView> {
  const [committee, station] = [
    await client('committee', { region: '120116014001' }),
    await client('station'),
  ];
  const start = Date.now();
  const need = await committee<NeedView>('POST', '/needs', {
    ...{ residentId, type: 'groceries', summary: '米和油', channel: 'phone', expectedMinutes: 30 },
    windowStart: new Date(start).toISOString(),
    windowEnd: new Date(start + 3_600_000).toISOString(),
  });
  const { errandId } = (await station<NeedView>('POST', `/needs/${need.body.id}/acceptance`)).body;
  expect((await volunteer('POST', `/errands/${errandId}/claims`)).status).toBe(201);
  const checkIn = await volunteer('POST', `/errands/${errandId}/check-in`, { code: need.body.serviceCode });
  expect(checkIn.status).toBe(200);
  const past = (table: string, columns: string, key: string) =>
    house.sql(`update tasks.${table} set ${columns} where ${key} = $1`, [errandId]);
  await past('claim', `checked_in_at = checked_in_at - interval '30 minutes'`, 'errand_id');
  await past('errand', `window_start = window_start - interval '1 hour'`, 'id');
  const record = (await volunteer<ServiceRecordView>('POST', `/errands/${errandId}/check-out`)).body;
  const resident = await client('resident', { id: residentId, region: undefined });
  expect(
    (await resident('POST', `/service-records/${record.id}/confirmations`, { method: 'app' })).status,
  ).toBe(200);
  await settled(house);
  return record;
}

async function signedIn(
  phone: string,
): Promise<Reply<{ actorId: string } & Record<'accessToken' | 'refreshToken', string>>> {
  await send('POST', '/auth/phone-codes', { phone });
  return send('POST', '/auth/phone/sign-in', { phone, code: standIn.lastCode(phone) });
}
const totals = async () => {
  const official = await client('official', { region: '120000000000' });
  return (await official<Breakdown>('GET', '/reports/breakdown?region=120116014')).body.metrics;
};

it('makes one of two: hours, balance and totals are right, and the old sign-in says what to do', async () => {
  const station = await client('station');
  const before = await totals();
  const card = person({ phone: '10098765551' });
  const passport = person({
    ...{ documentType: 'passport', idNumber: 'E12345678', birthDay: '1980-01-01' },
    phone: '10098765552',
  });
  const [kept, lost] = [await registered(station, card), await registered(station, passport)];
  const [first, second] = [await served(await volunteerOf(kept)), await served(await volunteerOf(lost))];
  const minutes = first.serviceMinutes + second.serviceMinutes;
  const session = (await signedIn(passport.phone)).body;
  expect(session.actorId).toBe(lost);

  const proposal = { id: newId(), keptId: kept, mergedId: lost, reason: 'otherDocument' };
  const proposed = await station<MergeView>('POST', '/volunteer-merges', proposal);
  expect([proposed.status, proposed.body.state]).toEqual([201, 'requested']);
  const own = await station('POST', `/volunteer-merges/${proposal.id}/decision`, { decision: 'approve' });
  expect([own.status, own.body.code]).toEqual([403, 'approval.ownRequest']);
  const elsewhere = await client('station', { region: '120101001000' });
  const foreign = await elsewhere('POST', `/volunteer-merges/${proposal.id}/decision`, {
    decision: 'approve',
  });
  expect(foreign.body.code).toBe('resource.notFound');
  const other = await client('administrator');
  const waiting = await other<MergePage>('GET', '/volunteer-merges?state=requested');
  expect(waiting.body.items.map(({ id }) => id)).toEqual([proposal.id]);
  const approved = await other<MergeView>('POST', `/volunteer-merges/${proposal.id}/decision`, {
    decision: 'approve',
  });
  expect([approved.status, approved.body.state]).toEqual([200, 'approved']);
  await settled(house);

  const volunteer = await volunteerOf(kept);
  const view = await volunteer<VolunteerView>('GET', `/volunteers/${kept}`);
  expect(view.body.lifetimeMinutes).toBe(minutes);
  expect(
    (await volunteer<{ balanceMinutes: number }>('GET', `/accounts/${kept}/balance`)).body.balanceMinutes,
  ).toBe(minutes);
  const records = await volunteer<{ items: ServiceRecordView[] }>('GET', '/service-records');
  expect(records.body.items.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
  const after = await totals();
  expect([
    after.volunteersRegistered - before.volunteersRegistered,
    after.volunteersVerified - before.volunteersVerified,
    after.volunteersActive30 - before.volunteersActive30,
    after.homeDeviceVerifiedMinutes - before.homeDeviceVerifiedMinutes,
  ]).toEqual([1, 1, 1, minutes]);

  // The one that ended: no new session, no view, and its phone leads to the person.
  const { accessToken, refreshToken } = session;
  await poll(
    async () => ((await send('GET', '/me', undefined, accessToken)).status === 401 ? true : undefined),
    8_000,
    () => new Error('the session that was closed is still heeded'),
  );
  const refreshed = await send('POST', '/auth/refresh', { kind: 'person', refreshToken });
  expect([refreshed.status, refreshed.body.code]).toEqual([401, 'auth.failed']);
  expect((await station('GET', `/volunteers/${lost}`)).status).toBe(404);
  const again = await station('POST', '/volunteers', { ...passport, id: newId(), phone: '10000009999' });
  expect([again.status, again.body.code]).toEqual([409, 'volunteer.exists']);
  await house.sql(
    "update volunteers.phone_code set hour_started_at = now() - interval '2 hours', sent_at = now() - interval '1 hour'",
  );
  expect((await signedIn(passport.phone)).body.actorId).toBe(kept);
}, 60_000);
