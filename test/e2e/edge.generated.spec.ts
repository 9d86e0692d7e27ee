import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import {
  type Actor,
  type Class,
  type ErrorCode,
  errorCatalogue,
  type NeedView,
  type Role,
  type ServiceName,
} from '#contracts';
import { type StandIn, startStandIn } from '#local';
import { newId, validateInput } from '#platform';
import { allConsumed, startHouse, type TestHouse } from '#testing';
import type { JWK } from 'jose';
import { type RunningGateway, startGateway } from '../../apps/gateway/src/definition.js';
import { type Endpoint, endpointsOf } from '../../apps/gateway/src/endpoint.js';
import { apiControllers } from '../../apps/gateway/src/gateway.module.js';
import { loadDemo } from '../../apps/suite/src/demo.js';
import { definitions } from '../../apps/suite/src/definitions.js';
import { Dice, type Document, Generator, type Operation } from './bad-input.js';
import { claimsOf, sign } from './edge.harness.js';

// The whole house is real. Every operation of the document is sent input that was generated from its own
// schema, good and bad. Change the seed to see other input; a failure names what was sent.
const seed = 20_260_302;
const badRounds = 24;
const goodRounds = 12;

interface Sent {
  path: string;
  init: { method: string; headers: Record<string, string>; body?: string };
}

let house: TestHouse;
let standIn: StandIn;
let gateway: RunningGateway;
let document: Document;
let knownIds: string[];
let key: JWK;
const actors = new Map<Role, Partial<Actor>>();
const tokens = new Map<string, string>();
const endpoints = new Map<string, Endpoint>();

beforeAll(async () => {
  standIn = await startStandIn(0);
  const env = { WECHAT_URL: standIn.url, SMS_URL: standIn.url, CALL_RELAY_URL: standIn.url };
  house = await startHouse(definitions, { env });
  await loadDemo(house.env);
  const unlimited = {
    REQUESTS_PER_MINUTE: '1000000',
    SIGN_INS_PER_MINUTE: '1000000',
    FILES_PER_MINUTE: '1000000',
  };
  gateway = await startGateway({ ...house.env, ...unlimited, PORT: '0' });
  key = JSON.parse(await readFile(house.env['TOKEN_KEY_FILE'] ?? '', 'utf8')) as JWK;
  document = (await (await fetch(`${gateway.url}/api/openapi.json`)).json()) as Document;
  for (const controller of apiControllers)
    for (const [, endpoint] of endpointsOf(controller as Class))
      endpoints.set(`${endpoint.method} ${endpoint.path}`, endpoint);
  await seedPeopleAndNeeds();
}, 300_000);
afterAll(async () => {
  await gateway.stop();
  await Promise.all([house.stop(), standIn.stop()]);
});

/** Besides the people of the demonstration, needs at several stages, posted and taken on over HTTP. */
async function seedPeopleAndNeeds(): Promise<void> {
  const idsIn = async (table: string) =>
    (await house.sql<{ id: string }>(`select id from ${table} order by id limit 3`)).map(({ id }) => id);
  const volunteers = await idsIn('volunteers.volunteer');
  const residents = await idsIn('tasks.resident');
  const organisations = await idsIn('stations.organisation');
  actors
    .set('volunteer', { id: volunteers[0] })
    .set('resident', { id: residents[0] })
    .set('committee', { region: '120116014000' })
    .set('station', { region: '120116014000', organisationId: organisations[0] })
    .set('official', { region: '120100000000' })
    .set('administrator', { region: '120000000000' });
  await signInAll();
  const needs = await Promise.all([...residents, ...residents].map((residentId) => postNeed(residentId)));
  const open = await Promise.all(
    needs.slice(2).map((id) => post<NeedView>(`/needs/${id}/acceptance`, 'station')),
  );
  const errands = open.map(({ errandId }) => errandId ?? '');
  knownIds = [...volunteers, ...residents, ...organisations, ...needs, ...errands, newId()];
}

async function signInAll(): Promise<void> {
  for (const [role, actor] of actors) tokens.set(role, await sign(key, claimsOf({ ...actor, role })));
}

async function postNeed(residentId: string): Promise<string> {
  const start = Date.now() + 3_600_000;
  const { id } = await post<NeedView>('/needs', 'committee', {
    residentId,
    type: 'groceries',
    summary: '米和油',
    channel: 'phone',
    windowStart: new Date(start).toISOString(),
    windowEnd: new Date(start + 3_600_000).toISOString(),
    expectedMinutes: 30,
  });
  return id;
}

async function post<T>(path: string, role: Role, body: object = {}): Promise<T> {
  const headers = { authorization: `Bearer ${tokens.get(role) ?? ''}`, 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await fetch(`${gateway.url}/api/v1${path}`, init);
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** Signing out last: it ends what the others need. */
function operations(): [method: string, path: string, operation: Operation][] {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, Operation] => [
      method.toUpperCase(),
      path,
      operation,
    ]),
  );
  const isLast = ([, path]: (typeof all)[number]) => Number(path.endsWith('/sign-out'));
  return all.sort((one, other) => isLast(one) - isLast(other));
}

/** A request to the operation; `spoil` decides which parts of it are bad. */
function compose(
  method: string,
  path: string,
  operation: Operation,
  role: string,
  dice: Dice,
  spoil: boolean,
): Sent {
  const make = new Generator(dice, document.components.schemas, knownIds);
  const headers: Record<string, string> = { 'accept-language': dice.pick(['zh', 'en', 'x']) };
  const token = tokens.get(role);
  if (token) headers['authorization'] = `Bearer ${token}`;
  const query = new URLSearchParams();
  let url = path;
  for (const { name, in: place, required, schema } of operation.parameters) {
    const spoilt = spoil && dice.below(3) === 0;
    const value = spoilt ? make.bad(schema) : make.good(schema, name);
    if (place === 'path') url = url.replace(`{${name}}`, encodeURIComponent(textOf(value) || '-'));
    else if (place === 'header') {
      if (dice.below(3) === 0) headers[name] = spoilt ? 'x'.repeat(300) : newId();
    } else if (required || dice.below(2) === 0) addToQuery(query, name, value);
  }
  if (query.size > 0) url += `?${query.toString()}`;
  const init: Sent['init'] = { method, headers };
  const schema = operation.requestBody?.content['application/json'].schema;
  if (schema) {
    headers['content-type'] = spoil && dice.below(20) === 0 ? 'text/plain' : 'application/json';
    const text = JSON.stringify(spoil ? make.badObject(schema) : make.good(schema));
    init.body = spoil && dice.below(15) === 0 ? text.slice(0, dice.below(text.length)) : text;
  }
  return { path: url, init };
}

function addToQuery(query: URLSearchParams, name: string, value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) query.append(name, textOf(value));
  else for (const [inner, part] of Object.entries(value)) query.append(`${name}[${inner}]`, textOf(part));
}

function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // What stands in an address is well-formed text.
  return text.replaceAll(/\p{Surrogate}/gu, '?');
}

/** What is wrong with the answer, if anything; `reached` gathers the operations that got to their service. */
async function complaint(
  operation: Operation,
  endpoint: Endpoint,
  { path, init }: Sent,
  spoil: boolean,
  reached: Set<string>,
): Promise<string | undefined> {
  const response = await fetch(`${gateway.url}${path}`, init);
  const text = await response.text();
  if (!/"code":"(request\.|auth\.t)/.test(text)) reached.add(operation.operationId);
  const what = `${operation.operationId} ${init.method} ${path} ${(init.body ?? '').slice(0, 500)} → ${response.status} ${text.slice(0, 300)}`;
  if (response.status >= 500) return what;
  if (!(response.status in operation.responses)) return `not documented: ${what}`;
  if (response.status >= 400) {
    const { code, status } = JSON.parse(text) as { code: ErrorCode; status: number };
    if (!spoil && code === 'request.invalid' && !endpoint.contract.errors.includes(code))
      return `described otherwise than checked: ${what}`;
    const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
    return isProblem && errorCatalogue[code].status === status ? undefined : `no problem: ${what}`;
  }
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  if (endpoint.mediaTypes) return endpoint.mediaTypes.includes(type) ? undefined : `another file: ${what}`;
  try {
    validateInput(endpoint.contract.output, JSON.parse(text));
    return undefined;
  } catch (error) {
    return `not as described (${JSON.stringify((error as { data?: unknown }).data)}): ${what}`;
  }
}

async function drive(rounds: number, spoil: boolean): Promise<{ complaints: string[]; unreached: string[] }> {
  const complaints: string[] = [];
  const reached = new Set<string>();
  await signInAll();
  for (const [index, [method, path, operation]] of operations().entries()) {
    const endpoint = endpoints.get(`${method} ${path}`);
    if (!endpoint) throw new Error(`${method} ${path} is documented but not served`);
    const dice = new Dice(seed + index);
    const requests = Array.from({ length: rounds }, () =>
      compose(method, path, operation, dice.pick(operation['x-roles']), dice, spoil),
    );
    const found = await Promise.all(
      requests.map((request) => complaint(operation, endpoint, request, spoil, reached)),
    );
    complaints.push(...found.filter((text) => text !== undefined));
  }
  const all = operations().map(([, , { operationId }]) => operationId);
  return { complaints, unreached: all.filter((id) => !reached.has(id)) };
}

/** Rows of every table, for "nothing written". */
async function rowCounts(): Promise<Record<string, number>> {
  const tables = await house.sql<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname = any($1) order by 1`,
    [definitions.map(({ name }) => name)],
  );
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*)::int as n from ${name}`);
  const rows = await house.sql<{ name: string; n: number }>(counts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}

describe('every operation of the document', () => {
  it('refuses what it does not know, and nothing is written', async () => {
    const consumers: ServiceName[] = ['volunteers', 'tasks', 'ledger', 'reporting'];
    await Promise.all(consumers.map((service) => allConsumed(house.nats, service)));
    await signInAll();
    const before = await rowCounts();
    const statuses = new Set<number>();
    for (const [index, [method, path, operation]] of operations().entries()) {
      const dice = new Dice(seed + index);
      for (const role of operation['x-roles']) {
        const { path: url, init } = compose(method, path, operation, role, dice, false);
        const strange = method === 'GET' ? `${url}${url.includes('?') ? '&' : '?'}surely=1` : url;
        if (typeof init.body === 'string')
          init.body = JSON.stringify({ ...(JSON.parse(init.body) as object), surely: 1 });
        statuses.add((await fetch(`${gateway.url}${strange}`, init)).status);
      }
    }
    expect([...statuses]).toEqual([400]);
    expect(await rowCounts()).toEqual(before);
  });

  it('answers good input as the document says', async () => {
    const { complaints, unreached } = await drive(goodRounds, false);
    expect(complaints).toEqual([]);
    expect(unreached).toEqual([]);
  }, 300_000);

  it('answers bad input with a problem, never with an error of its own', async () => {
    const { complaints } = await drive(badRounds, true);
    expect(complaints).toEqual([]);
  }, 300_000);
});
