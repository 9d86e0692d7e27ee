import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type {
  Actor,
  Breakdown,
  DepartureView,
  NeedView,
  Role,
  ServiceRecordView,
  VolunteerView,
} from '#contracts';
import { type StandIn, startStandIn } from '#local';
import { newId } from '#platform';
import { person, startHouse, type TestHouse } from '#testing';
import type { JWK } from 'jose';
import { type RunningGateway, startGateway } from '../../apps/gateway/src/definition.js';
import { loadDemo } from '../../apps/suite/src/demo.js';
import { definitions } from '../../apps/suite/src/definitions.js';
import { claimsOf, sign } from './edge.harness.js';
import { settled } from './settled.js';

// The whole house over HTTP: somebody registers, serves, takes along everything that is kept, and leaves.
const files = 3;
let house: TestHouse;
let standIn: StandIn;
let gateway: RunningGateway;
let key: JWK;
let residentId: string;

beforeAll(async () => {
  standIn = await startStandIn(0);
  house = await startHouse(definitions, { env: { WECHAT_URL: standIn.url, SMS_URL: standIn.url } });
  await loadDemo(house.env);
  gateway = await startGateway({ ...house.env, PORT: '0', FILES_PER_MINUTE: String(files) });
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
  text: string;
  body: T & { code?: string };
}
type Client = <T = object>(method: 'GET' | 'POST', path: string, body?: object) => Promise<Reply<T>>;

async function client(role: Role, actor: Partial<Actor> = {}): Promise<Client> {
  const claims = claimsOf({ region: '120116014000', id: newId(), ...actor, role });
  const headers = { authorization: `Bearer ${await sign(key, claims)}`, 'content-type': 'application/json' };
  return async <T>(method: 'GET' | 'POST', path: string, body?: object) => {
    const response = await fetch(`${gateway.url}/api/v1${path}`, {
      ...{ method, headers },
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    });
    const text = await response.text();
    return { status: response.status, text, body: JSON.parse(text) as T & { code?: string } };
  };
}

const input = person({ name: '欧阳示例远', phone: '10098765441', skills: ['groceries'] });
const volunteerOf = (id: string) => client('volunteer', { id, region: undefined });

async function claimed(volunteer: Client, committee: Client, station: Client): Promise<NeedView> {
  const start = Date.now();
  const need = await committee<NeedView>('POST', '/needs', {
    ...{ residentId, type: 'groceries', summary: '米和油', channel: 'phone', expectedMinutes: 30 },
    windowStart: new Date(start).toISOString(),
    windowEnd: new Date(start + 3_600_000).toISOString(),
  });
  const accepted = await station<NeedView>('POST', `/needs/${need.body.id}/acceptance`);
  const claim = await volunteer('POST', `/errands/${accepted.body.errandId}/claims`);
  expect(claim.status).toBe(201);
  return { ...need.body, errandId: accepted.body.errandId };
}

async function served(volunteer: Client, committee: Client, station: Client): Promise<number> {
  const { errandId, serviceCode } = await claimed(volunteer, committee, station);
  expect((await volunteer('POST', `/errands/${errandId}/check-in`, { code: serviceCode })).status).toBe(200);
  await house.sql(
    `update tasks.claim set checked_in_at = checked_in_at - interval '30 minutes' where errand_id = $1`,
    [errandId],
  );
  await house.sql(`update tasks.errand set window_start = window_start - interval '1 hour' where id = $1`, [
    errandId,
  ]);
  const record = (await volunteer<ServiceRecordView>('POST', `/errands/${errandId}/check-out`)).body;
  const resident = await client('resident', { id: residentId, region: undefined });
  const confirming = await resident('POST', `/service-records/${record.id}/confirmations`, { method: 'app' });
  expect(confirming.status).toBe(200);
  await settled(house);
  return record.serviceMinutes;
}

const totals = async () => {
  const official = await client('official', { region: '120000000000' });
  const { metrics } = (await official<Breakdown>('GET', '/reports/breakdown?region=120116014')).body;
  return metrics;
};
/** What the ledger keeps of somebody, to the last transfer. */
const credits = (id: string) =>
  house.sql(
    `select a.credited_minutes, a.debited_minutes, (select count(*) from ledger.transfer t
       where t.credit_account_id = a.id or t.debit_account_id = a.id) as transfers
     from ledger.account a where a.owner_id = $1`,
    [id],
  );

let minutes: number;

it('gives a person everything that is kept as a file, and nobody else', async () => {
  const [committee, station] = await Promise.all([
    client('committee', { region: '120116014001' }),
    client('station'),
  ]);
  expect((await station('POST', '/volunteers', input)).status).toBe(201);
  expect(
    (await station('POST', `/volunteers/${input.id}/verification`, { decision: 'verified' })).status,
  ).toBe(200);
  await settled(house);
  const volunteer = await volunteerOf(input.id);
  minutes = await served(volunteer, committee, station);
  const file = await volunteer<OwnData>('GET', '/me/data');
  expect(file.status).toBe(200);
  const { register, service, credits: credited, transfers, personId } = file.body;
  expect(personId).toBe(input.id);
  expect(register['volunteer']).toMatchObject([
    { name: input.name, phone: input.phone, idNumber: input.idNumber, verification: 'verified' },
  ]);
  expect(register['volunteerConsent']).toHaveLength(input.consents.length);
  expect(register['creditedRecord']).toMatchObject([{ minutes }]);
  expect(service['claim']).toHaveLength(1);
  expect(service['serviceRecord']).toMatchObject([{ serviceMinutes: minutes, state: 'credited' }]);
  expect(credited['account']).toMatchObject([{ ownerId: input.id, cityCode: 1201 }]);
  expect(transfers).toMatchObject([{ cityCode: 1201, minutes, code: 'earn' }]);
  // Nothing that only machines read.
  expect(file.text).not.toMatch(/\\\\x[0-9a-f]{16}|Digest|Sealed"/);
  const other = await (await volunteerOf(newId()))<OwnData>('GET', '/me/data');
  expect(other.status).toBe(200);
  expect(other.text).not.toContain(input.id);
  expect(other.body.transfers).toEqual([]);
  expect((await station('GET', '/me/data')).body.code).toBe('access.denied');
});

it('counts the file against the limit of files', async () => {
  const volunteer = await volunteerOf(newId());
  for (let times = 0; times < files; times++) expect((await volunteer('GET', '/me/data')).status).toBe(200);
  expect((await volunteer('GET', '/me/data')).body.code).toBe('request.tooMany');
});

it('lets nobody leave with an errand in hand', async () => {
  const [committee, station] = await Promise.all([
    client('committee', { region: '120116014001' }),
    client('station'),
  ]);
  const volunteer = await volunteerOf(input.id);
  const { errandId } = await claimed(volunteer, committee, station);
  const refused = await volunteer('POST', '/me/leaving', { confirm: 'leave' });
  expect(refused.body).toMatchObject({ code: 'volunteer.errandsHeld', data: { count: 1 } });
  expect((await volunteer<VolunteerView>('GET', `/volunteers/${input.id}`)).body.name).toBe('欧***远');
  expect((await volunteer('POST', `/errands/${errandId}/release`, { reason: '家里有事' })).status).toBe(200);
});

it('destroys what names a person who leaves, and moves neither totals nor credits', async () => {
  const volunteer = await volunteerOf(input.id);
  const station = await client('station');
  await settled(house);
  const [totalsBefore, creditsBefore] = [await totals(), await credits(input.id)];
  expect((await volunteer('POST', '/me/leaving', {})).body.code).toBe('request.invalid');
  const left = await volunteer<DepartureView>('POST', '/me/leaving', { confirm: 'leave' });
  expect(left.status).toBe(200);
  expect(left.body.kept.length).toBeGreaterThan(3);
  for (const { what, why } of left.body.kept)
    for (const { zh, en } of [what, why]) expect(Math.min(zh.length, en.length)).toBeGreaterThan(5);
  // Twice is once, also for a token that is still on its way.
  expect((await volunteer('POST', '/me/leaving', { confirm: 'leave' })).body).toEqual(left.body);
  await settled(house);

  const [row] = await house.sql(
    `select name_sealed, id_number_sealed, phone_sealed, identity_digest, content_digest, skills,
       lifetime_minutes, verification from volunteers.volunteer where id = $1`,
    [input.id],
  );
  expect(row).toEqual({
    ...{ name_sealed: null, id_number_sealed: null, phone_sealed: null, identity_digest: null },
    ...{ content_digest: null, skills: [], lifetime_minutes: minutes, verification: 'verified' },
  });
  for (const owner of ['identity_owner where volunteer_id', 'phone_owner where person_id'])
    expect(await house.sql(`select 1 from volunteers.${owner} = $1`, [input.id])).toEqual([]);
  expect(
    await house.sql('select display_name, verification from tasks.volunteer where id = $1', [input.id]),
  ).toEqual([{ display_name: '已退出 *', verification: 'unverified' }]);
  expect(await totals()).toEqual(totalsBefore);
  expect(await credits(input.id)).toEqual(creditsBefore);
  expect((await station('GET', `/volunteers/${input.id}`)).body.code).toBe('resource.notFound');
  const list = await station<{ items: VolunteerView[] }>('GET', '/volunteers?limit=100');
  expect(list.body.items.map(({ id }) => id)).not.toContain(input.id);
});

it('lets who left register anew, as somebody new', async () => {
  const station = await client('station');
  const again = { ...input, id: newId() };
  const answer = await station<VolunteerView>('POST', '/volunteers', again);
  expect([answer.status, answer.body.lifetimeMinutes]).toEqual([201, 0]);
  expect((await station('POST', '/volunteers', input)).body.code).toBe('idempotency.conflict');
});

it('keeps no half of a person, whatever the code does', async () => {
  const half = house.sql('update volunteers.volunteer set left_at = now() where id <> $1', [input.id]);
  await expect(half).rejects.toThrow(/volunteer_left_is_pseudonym/);
  const nameless = house.sql('update volunteers.volunteer set name_sealed = null where id <> $1', [input.id]);
  await expect(nameless).rejects.toThrow(/volunteer_left_is_pseudonym/);
});

interface OwnData {
  personId: string;
  register: Record<string, object[]>;
  service: Record<string, object[]>;
  credits: Record<string, object[]>;
  transfers: object[];
}
