import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type {
  Actor,
  CertificateNotice,
  CertificateNoticePage,
  CertificateView,
  NeedView,
  PublishedKeys,
  Role,
  ServiceRecordView,
} from '#contracts';
import { poll, type StandIn, startStandIn } from '#local';
import { newId, shanghaiDay } from '#platform';
import { allConsumed, person, readPdf, startHouse, type TestHouse } from '#testing';
import { compactVerify, createLocalJWKSet, type JWK } from 'jose';
import { type RunningGateway, startGateway } from '../../apps/gateway/src/definition.js';
import { committeeId, staffId, stationId } from '../../apps/suite/src/demo.data.js';
import { loadDemo } from '../../apps/suite/src/demo.js';
import { definitions } from '../../apps/suite/src/definitions.js';
import { claimsOf, sign } from './edge.harness.js';

// The whole house over HTTP: a service, a certificate of it on paper and as a credential, what everybody can check,
// and its end.
const publicUrl = 'https://shunlu.example';
let house: TestHouse;
let standIn: StandIn;
let gateway: RunningGateway;
let key: JWK;

beforeAll(async () => {
  standIn = await startStandIn(0);
  house = await startHouse(definitions, { env: { WECHAT_URL: standIn.url, SMS_URL: standIn.url } });
  await loadDemo(house.env);
  gateway = await startGateway({ ...house.env, PORT: '0', PUBLIC_URL: publicUrl });
  key = JSON.parse(await readFile(house.env['TOKEN_KEY_FILE'] ?? '', 'utf8')) as JWK;
  await serve();
}, 60_000);
afterAll(async () => {
  await gateway.stop();
  await Promise.all([house.stop(), standIn.stop()]);
});

interface Reply<T> {
  status: number;
  bytes: Buffer;
  body: T & { code?: string };
}
type Client = <T = object>(method: 'GET' | 'POST', path: string, body?: object) => Promise<Reply<T>>;

async function client(role?: Role, actor: Partial<Actor> = {}): Promise<Client> {
  const token = role && (await sign(key, claimsOf({ ...actor, role })));
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  return async <T>(method: 'GET' | 'POST', path: string, body?: object) => {
    const response = await fetch(`${gateway.url}/api/v1${path}`, {
      ...{ method, headers },
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, bytes, body: (isJson ? JSON.parse(bytes.toString()) : {}) as T };
  };
}

const input = person({ name: '欧阳示例远', phone: '10098765451' });
const community = '120116014001';
const volunteer = () => client('volunteer', { id: input.id });
const station = () =>
  client('station', { id: staffId('teda-station'), region: '120116014000', organisationId: stationId });
const committee = () =>
  client('committee', { id: staffId('teda-c01'), region: community, organisationId: committeeId(community) });

async function told(): Promise<void> {
  const waiting = ['volunteers', 'tasks'].map(
    (name) => `select 1 from ${name}.outbox where published_at is null`,
  );
  await poll(
    async () => ((await house.sql(waiting.join(' union all '))).length === 0 ? true : undefined),
    20_000,
    () => new Error('events stay unpublished'),
  );
  for (const service of ['tasks', 'volunteers'] as const) await allConsumed(house.nats, service);
}

async function done<T>(answer: Promise<Reply<T>>): Promise<T> {
  const { status, body, bytes } = await answer;
  if (status >= 300) throw new Error(`${status} ${bytes.toString()}`);
  return body;
}

/** Half an hour for a resident, confirmed. */
async function serve(): Promise<void> {
  const [asStation, asCommittee, asVolunteer] = await Promise.all([station(), committee(), volunteer()]);
  await done(asStation('POST', '/volunteers', input));
  await done(asStation('POST', `/volunteers/${input.id}/verification`, { decision: 'verified' }));
  await told();
  const [resident] = await house.sql<{ id: string }>(
    `select id from tasks.resident where community_code = ${community} limit 1`,
  );
  const residentId = resident?.id ?? '';
  const start = Date.now();
  const need = await done(
    asCommittee<NeedView>('POST', '/needs', {
      ...{ residentId, type: 'groceries', summary: '米和油', channel: 'phone', expectedMinutes: 30 },
      windowStart: new Date(start).toISOString(),
      windowEnd: new Date(start + 3_600_000).toISOString(),
    }),
  );
  const { errandId } = await done(asStation<NeedView>('POST', `/needs/${need.id}/acceptance`));
  await done(asVolunteer('POST', `/errands/${errandId}/claims`));
  await done(asVolunteer('POST', `/errands/${errandId}/check-in`, { code: need.serviceCode }));
  await house.sql(
    `update tasks.claim set checked_in_at = checked_in_at - interval '30 minutes' where errand_id = $1`,
    [errandId],
  );
  await house.sql(`update tasks.errand set window_start = window_start - interval '1 hour' where id = $1`, [
    errandId,
  ]);
  const record = await done(asVolunteer<ServiceRecordView>('POST', `/errands/${errandId}/check-out`));
  const asResident = await client('resident', { id: residentId });
  await done(asResident('POST', `/service-records/${record.id}/confirmations`, { method: 'app' }));
  await told();
}

const period = () => ({
  from: shanghaiDay(new Date(Date.now() - 86_400_000)),
  to: shanghaiDay(new Date()),
});
/** So much later, as the certificate sees it. */
const later = (days: number) =>
  house.sql(
    `update volunteers.certificate set issued_at = issued_at - make_interval(days => $1),
       notice_from = notice_from - make_interval(days => $1), effective_from = effective_from - make_interval(days => $1)`,
    [days],
  );

let certificate: CertificateView;
let paper: { number: string; code: string };

const check = async (asked = paper) =>
  (await client())<CertificateNotice>(
    'GET',
    `/open/certificates/check?${new URLSearchParams(asked).toString()}`,
  );

it('is asked for, accepted by one and issued by another', async () => {
  const [asVolunteer, asCommittee, asStation] = await Promise.all([volunteer(), committee(), station()]);
  const id = newId();
  const nothing = await asVolunteer('POST', '/certificates', { id, from: '2020-01-01', to: '2020-12-31' });
  expect(nothing.body.code).toBe('certificate.nothingServed');
  certificate = await done(asVolunteer<CertificateView>('POST', '/certificates', { id, ...period() }));
  expect(certificate).toMatchObject({ id, state: 'requested', name: '欧***远', ...period() });
  expect((await asVolunteer('GET', `/certificates/${id}/pdf`)).body.code).toBe('certificate.stateConflict');
  expect((await asStation('POST', `/certificates/${id}/issue`)).body.code).toBe('certificate.stateConflict');
  await done(asCommittee('POST', `/certificates/${id}/acceptance`));
  expect((await asCommittee('POST', `/certificates/${id}/issue`)).body.code).toBe('certificate.samePerson');
  certificate = await done(asStation<CertificateView>('POST', `/certificates/${id}/issue`));
  expect(certificate).toMatchObject({ state: 'issued', serviceMinutes: 30 });
  expect(certificate.number).toMatch(/^ZM120116\d{12}$/);
});

it('is printed with a Chinese font of its own and a QR code that leads to the public check', async () => {
  const answer = await (await volunteer())('GET', `/certificates/${certificate.id}/pdf`);
  expect([answer.status, answer.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  const { text, fonts, qr = '' } = readPdf(answer.bytes);
  expect(fonts).toHaveLength(2);
  for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+NotoSansSC-/);
  const words = text.replaceAll(/\s/g, '');
  for (const said of [input.name, input.idNumber, certificate.number ?? '', '泰达街道社会工作服务站', '30分'])
    expect(words).toContain(said);
  const [, number = '', code = ''] =
    /^https:\/\/shunlu\.example\/verify\/certificate#(\w+)\.(\w+)$/.exec(qr) ?? [];
  expect(number).toBe(certificate.number);
  paper = { number, code };
  const page = await fetch(`${gateway.url}/verify/certificate`);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  const shown = await (await volunteer())('GET', `/certificates/${certificate.id}/qr`);
  expect(shown.bytes.subarray(0, 4).toString()).toBe('GIF8');
  // Nobody else gets them: they bear the whole name and number, and the code that checks them.
  for (const other of [await client('volunteer', { id: newId() }), await station()])
    for (const file of ['pdf', 'qr'])
      expect((await other('GET', `/certificates/${certificate.id}/${file}`)).status).toBeGreaterThan(402);
});

it('can be checked by everybody who holds the paper, with the name masked, through its notice', async () => {
  const answer = await check();
  expect(answer.body).toMatchObject({
    ...{ number: paper.number, name: '欧***远', state: 'issued', serviceMinutes: 30, ...period() },
    issuerName: '泰达街道社会工作服务站',
  });
  expect(answer.bytes.toString()).not.toMatch(/欧阳|129999|10098765451/);
  const wrong = await check({
    ...paper,
    code: paper.code.replace(/.$/, (sign) => (sign === '0' ? '1' : '0')),
  });
  expect(wrong.body.code).toBe('resource.notFound');
  const inNotice = async () =>
    (await (await client())<CertificateNoticePage>('GET', '/open/certificates?region=120116')).body.items;
  expect(await inNotice()).toEqual([]);
  await later(2);
  expect((await check()).body.state).toBe('inNotice');
  expect(await inNotice()).toMatchObject([{ number: paper.number, name: '欧***远' }]);
  await later(8);
  expect((await check()).body.state).toBe('effective');
  expect(await inNotice()).toEqual([]);
});

it('is a credential that anybody checks without us, and that cannot be changed', async () => {
  const file = await (await volunteer())('GET', `/certificates/${certificate.id}/credential`);
  const credential = file.bytes.toString();
  const published = (await (await client())<PublishedKeys>('GET', '/open/certificates/keys')).body;
  // From here on nothing of ours is asked.
  const keys = createLocalJWKSet(published);
  const { payload, protectedHeader } = await compactVerify(credential, keys, { algorithms: ['EdDSA'] });
  expect(protectedHeader).toMatchObject({ typ: 'vc+jwt', cty: 'vc', kid: published.keys[0]?.kid });
  const said = JSON.parse(Buffer.from(payload).toString()) as { issuer: { id: string } };
  expect(said).toMatchObject({
    type: ['VerifiableCredential', 'VolunteerServiceCertificate'],
    credentialSubject: { name: input.name, serviceMinutes: 30, ...period() },
    certificateNumber: paper.number,
  });
  expect(`${said.issuer.id}#0`).toBe(published.keys[0]?.kid);
  const [head, body = '', signature] = credential.split('.');
  const more = Buffer.from(body, 'base64url')
    .toString()
    .replace('"serviceMinutes":30', '"serviceMinutes":90');
  expect(more).toContain('90');
  const forged = [head, Buffer.from(more).toString('base64url'), signature].join('.');
  await expect(compactVerify(forged, keys, { algorithms: ['EdDSA'] })).rejects.toThrow(/signature/);
  expect(Object.keys(published.keys[0] ?? {})).not.toContain('d');
});

it('is revoked, and everybody can see it', async () => {
  const asStation = await station();
  const asVolunteer = await volunteer();
  const path = `/certificates/${certificate.id}`;
  const withdrawal = { reason: 'withdrawnByVolunteer' };
  expect((await asVolunteer('POST', `${path}/revocation`, withdrawal)).body.code).toBe(
    'certificate.stateConflict',
  );
  expect((await asStation('POST', `${path}/revocation`, withdrawal)).body.code).toBe('access.denied');
  const revoked = await done(
    asStation<CertificateView>('POST', `${path}/revocation`, { reason: 'recordsChanged' }),
  );
  expect(revoked).toMatchObject({ state: 'revoked', revocationReason: 'recordsChanged' });
  expect((await check()).body).toMatchObject({ state: 'revoked', revokedAt: revoked.revokedAt });
  for (const file of ['pdf', 'credential'])
    expect((await asVolunteer('GET', `${path}/${file}`)).body.code).toBe('certificate.stateConflict');
});
