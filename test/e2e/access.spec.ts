import { createHash } from 'node:crypto';
import { SchedulerRegistry } from '@nestjs/schedule';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import {
  type Actor,
  type Class,
  type NeedView,
  type Role,
  roles,
  services,
  type StaffRole,
  staffRoles,
} from '#contracts';
import { type StandIn, startStandIn } from '#local';
import { newId, shanghaiDay, type RunningService } from '#platform';
import { allConsumed, startHouse, type TestHouse } from '#testing';
import type { JWK } from 'jose';
import { type RunningGateway, startGateway } from '../../apps/gateway/src/definition.js';
import { type Endpoint, endpointsOf } from '../../apps/gateway/src/endpoint.js';
import { apiControllers } from '../../apps/gateway/src/gateway.module.js';
import { loadDemo } from '../../apps/suite/src/demo.js';
import { definitions } from '../../apps/suite/src/definitions.js';
import { Dice, type Document, Generator, type Operation } from './bad-input.js';
import { claimsOf, sign } from './edge.harness.js';

// Every endpoint × every role, inside and outside the region, against what its contract declares: who may call
// (`callers`) and where (`reach`). The house is real, the town is TEDA, the outsiders are staff of another district.
const seed = 20_260_601;
const community = '120116014001';
const inside: Record<StaffRole, string> = {
  committee: '120116014001',
  station: '120116014000',
  official: '120116000000',
  administrator: '120100000000',
};
const outside = '120101000000';

function isLast({ path }: Endpoint): boolean {
  return path.endsWith('/leaving') || path.endsWith('/sign-out');
}

interface Id {
  id: string;
}
type Asked = [method: string, path: string, body?: object];

interface Answer {
  status: number;
  code?: string;
  text: string;
}

let house: TestHouse;
let standIn: StandIn;
let gateway: RunningGateway;
let document: Document;
let key: JWK;
/** Of things of the town. */
let knownIds: string[];
const persons = new Map<Role, string>();
const endpoints = apiControllers
  .flatMap((controller) => endpointsOf(controller as Class).map(([, endpoint]) => endpoint))
  // Leaving and signing out last: they end what the others need.
  .sort((one, other) => Number(isLast(one)) - Number(isLast(other)));

beforeAll(async () => {
  standIn = await startStandIn(0);
  house = await startHouse(definitions, {
    env: {
      ...{ WECHAT_URL: standIn.url, SMS_URL: standIn.url, CALL_RELAY_URL: standIn.url },
      ...{ WEBHOOK_KEY: 'k'.repeat(32), WEBHOOK_TARGETS: 'any' },
    },
  });
  await loadDemo(house.env);
  const unlimited = {
    REQUESTS_PER_MINUTE: '1000000',
    SIGN_INS_PER_MINUTE: '1000000',
    FILES_PER_MINUTE: '1000000',
  };
  gateway = await startGateway({ ...house.env, ...unlimited, PORT: '0' });
  key = JSON.parse(await readFile(house.env['TOKEN_KEY_FILE'] ?? '', 'utf8')) as JWK;
  document = (await (await fetch(`${gateway.url}/api/openapi.json`)).json()) as Document;
  await seedTown();
  // What jobs write by the clock is not the walker's doing.
  for (const service of house.services) for (const job of jobsOf(service)) await job.stop();
}, 300_000);
afterAll(async () => {
  await gateway.stop();
  await Promise.all([house.stop(), standIn.stop()]);
});

/** None of a service that has none. */
function jobsOf({ app }: RunningService) {
  try {
    return [...app.get(SchedulerRegistry).getCronJobs().values()];
  } catch {
    return [];
  }
}

async function seedTown(): Promise<void> {
  const within = `where community_code = ${community} order by id`;
  const idsOf = async (query: string) => (await house.sql<{ id: string }>(query)).map(({ id }) => id);
  const volunteers = await idsOf(`select id from volunteers.volunteer ${within} limit 2`);
  const residents = await idsOf(`select id from tasks.resident ${within} limit 2`);
  const stations = await idsOf(
    `select id from stations.organisation where kind = 'socialWorkStation' order by id limit 1`,
  );
  persons.set('volunteer', volunteers[0] ?? '').set('resident', residents[0] ?? '');
  const start = Date.now() + 60_000;
  const windows = {
    windowStart: new Date(start).toISOString(),
    windowEnd: new Date(start + 3_600_000).toISOString(),
  };
  const need = {
    residentId: residents[0],
    type: 'groceries',
    summary: '米和油',
    channel: 'phone',
    ...windows,
    expectedMinutes: 30,
  };
  const needs: NeedView[] = [];
  for (let count = 0; count < 4; count++) needs.push(await made('/needs', 'committee', need));
  const [, posted, taken, accepted] = needs as [NeedView, NeedView, NeedView, NeedView];
  const { errandId: open } = await made<NeedView>(`/needs/${posted.id}/acceptance`, 'station');
  const { errandId: claimed } = await made<NeedView>(`/needs/${taken.id}/acceptance`, 'station');
  await allConsumed(house.nats, 'tasks');
  await made(`/errands/${claimed ?? ''}/claims`, 'volunteer');
  await made(`/errands/${claimed ?? ''}/check-in`, 'volunteer');
  const record = await made<Id>(`/errands/${claimed ?? ''}/check-out`, 'volunteer');
  const hazard = await made<Id>('/hazards', 'volunteer', {
    category: 'rubbish',
    severity: 'low',
    communityCode: community,
    description: '垃圾堆积',
    point: { longitude: 117.708, latitude: 39.016 },
  });
  const { windowStart: _start, windowEnd: _end, ...content } = need;
  const series = await made<Id>('/need-series', 'committee', {
    ...content,
    ...{ firstDay: inThreeWeeks(), startTime: '09:30', windowMinutes: 60, rule: 'FREQ=WEEKLY' },
  });
  const referral = await made<Id>('/referrals', 'station', {
    ...{ needId: accepted.id, body: 'hospital', bodyName: '社区医院', reason: '需要就医', consent: 'spoken' },
  });
  const asked = { category: 'medicine', asked: '降压药用完', state: 'open', evidence: '接待登记表' };
  const problem = await made<Id>('/problems', 'station', { region: community, day: '2026-01-05', ...asked });
  const subscription = await made<Id>('/reports/subscriptions', 'official', {
    ...{ region: community, kind: 'day', url: 'http://127.0.0.1:9/' },
  });
  // Of the second volunteer: the first one leaves on the walk.
  const qualification = await made<Id>(`/volunteers/${volunteers[1] ?? ''}/qualifications`, 'station', {
    name: 'safetyTraining',
  });
  const award = await made<Id>(`/volunteers/${volunteers[1] ?? ''}/awards`, 'station', {
    ...{ title: '季度之星', reason: '示例' },
  });
  const approval = await made<Id>('/staff', 'administrator', {
    ...{
      userName: 'awaited.official',
      password: newId(),
      displayName: '示例',
      role: 'official',
      region: community,
    },
  });
  const guardianConsents = await idsOf(
    `insert into volunteers.guardian_consent (city_code, id, volunteer_id, relation, way, version, given_at, recorded_by,
       recorded_role, ended_at, end_reason, ended_by)
     select city_code, '${newId()}', id, 'parent', 'inPerson', '-', now(), id, 'station', now(), 'withdrawn', id
     from volunteers.volunteer where id = '${volunteers[1] ?? ''}' returning id`,
  );
  const links = await idsOf(
    `insert into tasks.resident_link (city_code, id, person_id, resident_id, community_code, state, proposed_at)
     select city_code, '${newId()}', '${newId()}', id, community_code, 'proposed', now()
     from tasks.resident ${within} limit 1 returning id`,
  );
  // One asked for and one that ended: of the second every step says so, to those who may take it.
  const certificates = await idsOf(
    `insert into volunteers.certificate (city_code, id, volunteer_id, community_code, from_day, to_day, state,
       requested_at, requested_by, revoked_at, revoked_by, revocation_reason)
     select city_code, made.id, v.id, community_code, '2026-01-01', '2026-02-01', made.state, now(), v.id,
       made.ended_at, made.by, made.reason
     from volunteers.volunteer v, (values
       ('${newId()}'::uuid, 'requested', null::timestamptz, null::uuid, null),
       ('${newId()}'::uuid, 'revoked', now(), '${newId()}'::uuid, 'issuedInError')) as made(id, state, ended_at, by, reason)
     where v.id = '${volunteers[0] ?? ''}' returning id`,
  );
  const hazards = await idsOf('select id from tasks.hazard');
  const own = [record, hazard, series, referral, problem, subscription, qualification, award, approval].map(
    ({ id }) => id,
  );
  knownIds = [...volunteers, ...residents, ...stations, ...needs.map(({ id }) => id)];
  knownIds.push(...[open, claimed].map((id) => id ?? ''), ...own, ...hazards, ...links, ...guardianConsents);
  knownIds.push(...certificates);
}

/** Later than needs of a series are posted, so that no job writes anything meanwhile. */
const inThreeWeeks = () => shanghaiDay(new Date(Date.now() + 21 * 86_400_000));

async function made<T>(path: string, role: Role, body: object = {}): Promise<T> {
  const answer = await send(['POST', `/api/v1${path}`, body], await tokenOf(role));
  if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
  return JSON.parse(answer.text) as T;
}

/** Of somebody of the town, or of staff of another region. */
async function tokenOf(
  role: Role,
  region = (inside as Partial<Record<Role, string>>)[role],
): Promise<string> {
  const actor: Partial<Actor> = { id: persons.get(role) ?? newId(), role };
  return sign(key, claimsOf({ ...actor, ...(region && { region }) }));
}

async function send([method, path, body]: Asked, token?: string): Promise<Answer> {
  const headers: Record<string, string> = { ...(token && { authorization: `Bearer ${token}` }) };
  if (body) headers['content-type'] = 'application/json';
  const response = await fetch(`${gateway.url}${path}`, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem');
  return {
    status: response.status,
    text,
    ...(isProblem && { code: (JSON.parse(text) as { code: string }).code }),
  };
}

/** A request that fits the document; ids and divisions in it are those of the town. */
function requestTo({ method, path }: Endpoint, dice: Dice, id?: string): Asked {
  const operation = (document.paths[path] as Record<string, Operation>)[method.toLowerCase()] as Operation;
  const make = new Generator(dice, document.components.schemas, knownIds, [community], {
    personId: persons.get('resident') ?? '',
    residentId: persons.get('resident') ?? '',
    volunteerId: persons.get('volunteer') ?? '',
  });
  const query = new URLSearchParams();
  let url = path;
  for (const { name, in: place, required, schema } of operation.parameters) {
    const value = name === 'cityCode' ? Number(community.slice(0, 4)) : make.good(schema, name);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (place === 'path')
      url = url.replace(`{${name}}`, encodeURIComponent(schema.format === 'uuid' && id ? id : text));
    else if (place === 'query' && (required || schema.format === 'uuid')) query.append(name, text);
  }
  const schema = operation.requestBody?.content['application/json'].schema;
  const body = schema && (make.good(schema) as object);
  return [method, query.size > 0 ? `${url}?${query.toString()}` : url, body];
}

/** Of each endpoint its own, so that a new one changes no other's luck. */
const diceFor = (endpoint: Endpoint) =>
  new Dice(seed + createHash('sha256').update(nameOf(endpoint)).digest().readUInt32BE());

const nameOf = ({ method, path }: Endpoint) => `${method} ${path.replace('/api/v1', '')}`;

describe('every endpoint × role', () => {
  it('is refused to those whom its contract does not name, and only to them', async () => {
    const wrong: string[] = [];
    for (const endpoint of endpoints) {
      const dice = diceFor(endpoint);
      const { callers, errors } = endpoint.contract;
      for (const role of [undefined, ...roles]) {
        const { status, code } = await send(requestTo(endpoint, dice), role && (await tokenOf(role)));
        const isNamed = callers.includes('public') || (role !== undefined && callers.includes(role));
        const expected = role === undefined ? 'auth.required' : 'access.denied';
        const isRefused = code === expected && !(isNamed && errors.includes(expected));
        if (isRefused === isNamed)
          wrong.push(`${role ?? 'nobody'} ${nameOf(endpoint)} → ${status} ${code ?? ''}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 300_000);
});

/** Of a request that reads or changes nothing of the town: it is not found, or lies elsewhere. */
const notHere = ['access.foreignRegion', 'region.unknown'];
/** Said of the content alone, before anything is looked up. */
const ofContent = [
  'cursor.invalid',
  'request.invalid',
  'photo.unreadable',
  'feedback.choiceInvalid',
  'redemption.notAllowed',
  'kinship.oneself',
  'link.proofInvalid',
  'merge.sameRegistration',
];

/** What staff of anywhere do in their own region, and is written down as theirs. */
const ownLog = 'POST /audit-searches';

/** The town has none of these, or chance does not hit on content that fits: not shown to be open from inside. */
const absentHere = [
  ...['/staff', '/need-templates/', '/kinship', '/dispatches/', '/notices/', '/corrections/', '/objections/'],
  ...[
    '/photos',
    '/purchases/',
    '/ties/',
    '/pair-flags/',
    '/no-shows/',
    '/suspensions/',
    '/accounts',
    '/goods/',
    '/goods-orders/',
    '/policies',
    '/earning',
    '/call-backs',
    '/reports/daily',
    '/resident-links/',
    '/reports/periods',
    '/reports/file',
    'POST /referrals',
    '/certificate-batches/',
    '/courier-sites/',
    // Steps that rise, once more than there are versions: chance hits on neither.
    'POST /star-steps',
    // Of two different volunteers, and once proposed.
    'POST /volunteer-merges',
    // Asked for without the volunteer, and revoked for a reason only volunteers have.
    'POST /certificates',
  ],
];

describe('every endpoint that reaches no further than a region', () => {
  const bound = endpoints.filter(({ contract }) => contract.reach === 'region');

  /** Every role that may call × everything of the town that the address may name. */
  async function walk(
    take: (endpoint: Endpoint, role: StaffRole, asked: Asked, answer: Answer) => void,
    region?: string,
  ): Promise<void> {
    for (const endpoint of bound)
      for (const role of staffRoles.filter((staff) => endpoint.contract.callers.includes(staff))) {
        const dice = diceFor(endpoint);
        const token = await tokenOf(role, region);
        for (const id of endpoint.input.pathFields.length > 0 ? knownIds : noIds) {
          const asked = requestTo(endpoint, dice, id);
          take(endpoint, role, asked, await send(asked, token));
        }
      }
  }
  const noIds = Array<undefined>(12).fill(undefined);
  const isRefusal = ({ status, code = '' }: Answer) => status === 404 || notHere.includes(code);

  it('gives nothing of the town to staff of another district, and lets them change nothing', async () => {
    const wrong: string[] = [];
    await toldAll();
    const before = await rowCounts();
    await walk((endpoint, role, asked, answer) => {
      const isEmpty = answer.status < 300 && (endpoint.method === 'GET' || nameOf(endpoint) === ownLog);
      const isTaken = answer.code === 'idempotency.conflict' && nameOf(endpoint) === ownLog;
      const isFine = isRefusal(answer) || isEmpty || isTaken || ofContent.includes(answer.code ?? '');
      if (!isFine || knownIds.some((known) => answer.text.includes(known)))
        wrong.push(`${role} ${nameOf(endpoint)} ${JSON.stringify(asked)} → ${answer.text.slice(0, 200)}`);
    }, outside);
    expect(wrong).toEqual([]);
    await toldAll();
    expect(await rowCounts()).toEqual(before);
  }, 300_000);

  it('is open to staff of the town', async () => {
    const reached = new Set<string>();
    await walk((endpoint, role, _, answer) => {
      if (!isRefusal(answer) && answer.code !== 'request.invalid' && answer.code !== 'access.denied')
        reached.add(`${role} ${nameOf(endpoint)}`);
    });
    const all = bound.flatMap((endpoint) =>
      staffRoles
        .filter((role) => endpoint.contract.callers.includes(role))
        .map((role) => `${role} ${nameOf(endpoint)}`),
    );
    const unreached = all.filter((name) => !reached.has(name));
    expect(unreached.filter((name) => !absentHere.some((path) => name.includes(path)))).toEqual([]);
  }, 300_000);
});

/** Waits until every service knows what the others had to tell. */
async function toldAll(): Promise<void> {
  for (const { name } of definitions)
    if (services[name].consumes.length > 0) await allConsumed(house.nats, name);
}

/** Rows of every table, for "nothing written": what a count of sealed values writes, which goes on by itself, is not. */
async function rowCounts(): Promise<Record<string, number>> {
  const tables = await house.sql<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname = any($1) and tablename not in ('reveal_search', 'sealed_count') order by 1`,
    [definitions.map(({ name }) => name)],
  );
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*)::int as n from ${name}`);
  const rows = await house.sql<{ name: string; n: number }>(counts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}
