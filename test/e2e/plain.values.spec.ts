import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import {
  type CertificateView,
  currentGuardianWording,
  type DepartureView,
  type NeedView,
  type Role,
  type ServiceRecordView,
} from '#contracts';
import { freePort, poll, type StandIn, startStandIn } from '#local';
import { connectNats, newId, readConfig, shanghaiDay } from '#platform';
import { allConsumed, idNumber, person, startHouse, type TestHouse } from '#testing';
import { jetstreamManager } from '@nats-io/jetstream';
import { AccessTokens } from '../../apps/gateway/src/access.tokens.js';
import { couriers, residents, staffId, stationId } from '../../apps/suite/src/demo.data.js';
import { loadDemo } from '../../apps/suite/src/demo.js';
import { definitions } from '../../apps/suite/src/definitions.js';
import { ServiceProcess } from '../chaos/service.process.js';
import { playStory } from '../story/story.js';
import { plainValuesIn } from './plain.values.js';

// The suite as it is deployed, saying all it can say, through the whole story and a second one with people whose
// values are nobody else's. Whatever it printed, told or kept is then searched for them.
const resident = {
  id: newId(),
  name: '慕容示例奶奶',
  phone: '022-87654309',
  communityCode: '120116014001',
  door: '示例里九号楼七门一千二百零四',
  point: { longitude: 117.71, latitude: 39.03 },
};
const staying = person({ name: '司马示例明', phone: '10098765431', skills: ['groceries'] });
const leaver = person({ name: '诸葛示例亮', phone: '10098765432' });
const minor = person({
  ...{ name: '上官示例儿', phone: '10098765433', guardianName: '上官示例母' },
  idNumber: idNumber(`12999920${String(new Date().getFullYear() - 2014).padStart(2, '0')}0302007`),
});
const openid = `openid-${randomBytes(6).toString('hex')}`;

const values = [
  ...[staying, leaver, minor].flatMap(({ name, phone, idNumber: number, guardianName = name }) => [
    ...[name, phone, number, guardianName],
  ]),
  ...[resident.name, resident.phone, resident.door, openid],
  ...couriers.flatMap(({ name, phone, idDigits }) => [name, phone, idDigits]),
  ...residents.flatMap(({ name, phone, door }) => [name, phone, door]),
];

let house: TestHouse;
let standIn: StandIn;
let suite: ServiceProcess;
let tokens: AccessTokens;
let url: string;
let printed = '';

beforeAll(async () => {
  standIn = await startStandIn(0);
  const outside = { WECHAT_URL: standIn.url, SMS_URL: standIn.url, CALL_RELAY_URL: standIn.url };
  house = await startHouse([], { env: { ...outside, LOG_LEVEL: 'silent' } });
  await loadDemo(house.env);
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const settings = {
    ...{ PORT: String(port), LOG_LEVEL: 'trace', NODE_ENV: 'production', ACCESS_TOKEN_MINUTES: '60' },
    ...{ REQUESTS_PER_MINUTE: '1000000', SIGN_INS_PER_MINUTE: '1000000' },
  };
  tokens = await AccessTokens.open(readConfig('gateway', ['gateway'], house.env).tokenKeyFile, 60, 5);
  suite = new ServiceProcess('suite', { ...house.env, ...settings }, (text) => (printed += text));
  await suite.start();
  await playStory(
    { url, readCode: (phone) => Promise.resolve(standIn.lastCode(phone) ?? '') },
    () => undefined,
  );
  await live();
  await settled();
}, 240_000);
afterAll(async () => {
  await suite.stop();
  await Promise.all([house.stop(), standIn.stop()]);
});

interface Reply<T> {
  status: number;
  body: T & { code?: string };
}

async function client(role: Role, id: string = newId(), region?: string, organisationId?: string) {
  const refresh = { refreshToken: '', refreshExpiresAt: '' };
  const token = await tokens.issue({
    actorId: id,
    role,
    region,
    organisationId,
    sessionId: newId(),
    ...refresh,
  });
  return async <T = object>(path: string, body?: object | string): Promise<Reply<T>> => {
    const response = await fetch(`${url}/api/v1${path}`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    });
    const isJson = response.headers.get('content-type')?.includes('json');
    const said: unknown = isJson
      ? await response.json()
      : { octets: (await response.arrayBuffer()).byteLength };
    return { status: response.status, body: said as Reply<T>['body'] };
  };
}

/** Everything that touches what is sealed, with every mistake that might put it into an error. */
async function live(): Promise<void> {
  const station = await client('station', newId(), '120116014');
  const committee = await client('committee', newId(), '120116014001');
  const done = async <T>(answer: Promise<Reply<T>>): Promise<Reply<T>['body']> => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  };
  const [volunteer, gone] = [await client('volunteer', staying.id), await client('volunteer', leaver.id)];

  // Mistakes: at the edge, in the contents, in the database.
  const { name, phone, idNumber: number } = staying;
  await station('/volunteers', `{"name":"${name}","phone":"${phone}","idNumber":"${number}`);
  await station('/volunteers', { ...staying, [name]: phone, phone: `${phone}0` });
  await station('/volunteers', {
    ...staying,
    idNumber: `${number.slice(0, 17)}${number.endsWith('0') ? '1' : '0'}`,
  });
  await station(`/volunteers?name=${encodeURIComponent(name)}&phone=${phone}&idNumber=${number}`);
  await station(`/volunteers/${encodeURIComponent(name)}`);
  await station(`/${encodeURIComponent(resident.door)}/${phone}`);
  await committee('/residents', { ...resident, phone: `${resident.phone}, ${resident.name}` });

  for (const input of [staying, leaver, minor]) await done(station('/volunteers', input));
  await station('/volunteers', { ...staying, id: newId() });
  await station('/volunteers', { ...staying, name: `${name}远` });
  const reason = `${name}本人到场，电话 ${phone}`;
  await done(station(`/volunteers/${staying.id}/verification`, { decision: 'verified', reason }));
  await done(station(`/volunteers/${leaver.id}/verification`, { decision: 'verified' }));
  const guardian = {
    ...{ guardianName: minor.guardianName, relation: 'parent', way: 'onPaper' },
    version: currentGuardianWording().version,
  };
  await done(station(`/volunteers/${minor.id}/guardian-consents`, guardian));
  await done(station(`/volunteers/${minor.id}/verification`, { decision: 'refused', reason: minor.name }));
  await done(committee('/residents', resident));
  await committee('/residents', { ...resident, id: newId() });
  await settled();

  // Signing in, by the wrong code and the right one.
  await volunteer('/auth/phone-codes', { phone });
  await volunteer('/auth/phone/sign-in', { phone, code: '000000' });
  await done(volunteer('/auth/phone/sign-in', { phone, code: standIn.lastCode(phone) ?? '' }));
  await done(volunteer('/auth/wechat/sign-in', { code: openid.replace('openid-', 'demo-') }));

  // An errand with everything that may go wrong on the way.
  const start = Date.now();
  const need = await done(
    committee<NeedView>('/needs', {
      ...{
        residentId: resident.id,
        type: 'groceries',
        summary: '米和油',
        channel: 'phone',
        expectedMinutes: 30,
      },
      ...{ windowStart: new Date(start).toISOString(), windowEnd: new Date(start + 3_600_000).toISOString() },
    }),
  );
  const { errandId } = await done(station<NeedView>(`/needs/${need.id}/acceptance`, {}));
  const errand = `/errands/${errandId}`;
  await done(volunteer('/volunteers/me/duty', { point: resident.point }));
  await done(volunteer(`${errand}/claims`, {}));
  await gone(`${errand}/claims`, {});
  await done(volunteer(`${errand}/contact-reveals`, {}));
  await done(volunteer(`${errand}/calls`, {}));
  await done(volunteer(`${errand}/delays`, { minutes: 10 }));
  await done(volunteer(`${errand}/emergencies`, { point: resident.point }));
  await volunteer(`${errand}/check-in`, { code: need.serviceCode === '0000' ? '0001' : '0000' });
  await done(volunteer(`${errand}/check-in`, { code: need.serviceCode }));
  const record = await done(volunteer<ServiceRecordView>(`${errand}/check-out`, {}));
  const path = `/service-records/${record.id}`;
  await done((await client('resident', resident.id))(`${path}/confirmations`, { method: 'app' }));
  const comment = `${resident.name}，${resident.door}，${resident.phone}`;
  await done(volunteer(`${path}/feedback`, { choices: ['welcoming'], comment }));
  await done(volunteer(`${path}/objections`, { reason: 'other', note: comment }));

  // A certificate bears the whole name and number, for its bearer alone.
  const today = shanghaiDay(new Date());
  const asked = await done(volunteer<CertificateView>('/certificates', { from: '2026-01-01', to: today }));
  const head = await client('station', staffId('teda-station'), '120116014', stationId);
  const handler = await client('committee', staffId('teda-c01'), '120116014001');
  await done(handler(`/certificates/${asked.id}/acceptance`, {}));
  await done(head(`/certificates/${asked.id}/issue`, {}));
  for (const file of ['pdf', 'credential', 'qr']) await done(volunteer(`/certificates/${asked.id}/${file}`));

  // What one has and takes away.
  await done(volunteer('/me/data'));
  await done(volunteer('/me/consents/location/withdrawal', {}));
  await done(volunteer('/reveals'));
  await done(gone('/me/data'));
  await done(gone<DepartureView>('/me/leaving', { confirm: 'leave' }));
}

/** All that was told has been heard. */
async function settled(): Promise<void> {
  const unpublished = definitions.map(
    ({ name }) => `select 1 from ${name}.outbox where published_at is null`,
  );
  await poll(
    async () => (await house.sql(unpublished.join(' union all '))).length === 0 || undefined,
    20_000,
    () => new Error('events stay unpublished'),
  );
  for (const service of ['ledger', 'tasks', 'volunteers', 'reporting'] as const)
    await allConsumed(house.nats, service);
}

describe('the search', () => {
  it('finds a value as it is, escaped, in octets and in base64', () => {
    const { name, phone } = staying;
    for (const text of [
      `a ${name} b`,
      JSON.stringify({ phone: [`+86${phone}`] }),
      `\\x00${Buffer.from(name).toString('hex')}ff`,
      `?q=${encodeURIComponent(name)}`,
      ...[0, 1, 2].map((n) => Buffer.from(`${'x'.repeat(n)}${phone}, that is all`).toString('base64')),
      ...[0, 1, 2].map((n) => Buffer.from(`${'x'.repeat(n)}${name}y`).toString('base64url')),
      '\\u53f8\\u9a6c\\u793a\\u4f8b\\u660e',
    ])
      expect(plainValuesIn(text, [name, phone])).not.toEqual([]);
    expect(plainValuesIn('司*****明 100****5431', [name, phone])).toEqual([]);
    expect(plainValuesIn(`seconds_sum 0.00${phone}`, [phone])).toEqual([]);
    expect(plainValuesIn(`+86${phone} 0.5,${phone}`, [phone])).not.toEqual([]);
  });
});

describe('after the whole story no plain value of its people', () => {
  it('was printed, at the most talkative level', () => {
    // The mistakes were made and told.
    expect(printed.split('\n').length).toBeGreaterThan(50);
    expect(printed).toContain('"service":"tasks"');
    expect(plainValuesIn(printed, values)).toEqual([]);
  });

  it('is in any message of any stream', async () => {
    const connection = await connectNats('provisioner', house.nats.url('provisioner'));
    try {
      const manager = await jetstreamManager(connection);
      let text = '';
      for await (const { config, state } of manager.streams.list())
        for (let seq = Math.max(1, state.first_seq); seq <= state.last_seq; seq++) {
          const message = await manager.streams.getMessage(config.name, { seq });
          if (message)
            text += `${message.subject} ${[...(message.header ?? [])].join()} ${message.string()}\n`;
        }
      expect(text).toContain(staying.id);
      expect(text).toContain('司***明');
      expect(plainValuesIn(text, values)).toEqual([]);
    } finally {
      await connection.close();
    }
  });

  it('is in any metric', async () => {
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(text).toMatch(/http\w*seconds/);
    expect(plainValuesIn(text, values)).toEqual([]);
  });

  it('is in any row of any table', async () => {
    const tables = await house.sql<{ place: string }>(
      `select format('%I.%I', schemaname, tablename) as place from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(60);
    const found: string[] = [];
    let rows = 0;
    for (const { place } of tables) {
      const dump = await house.sql<{ row: string }>(`select t::text as row from ${place} t`);
      rows += dump.length;
      const text = dump.map(({ row }) => row).join('\n');
      found.push(...plainValuesIn(text, values).map((value) => `${place}: ${value}`));
    }
    expect(rows).toBeGreaterThan(1_000);
    expect(found).toEqual([]);
  });
});
