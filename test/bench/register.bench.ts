import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type ConsentPurpose, type RegisterVolunteerInput, type Role } from '#contracts';
import { withClient } from '#local';
import { Database, newId } from '#platform';
import pg from 'pg';
import { AccessTokens } from '../../apps/gateway/src/access.tokens.js';
import { rollTool } from '../../apps/volunteers/src/definition.js';
import { readIdentities } from '../../apps/volunteers/src/registering.store.js';
import {
  alternate,
  type BenchResult,
  figure,
  median,
  medianRatio,
  progress,
  quantile,
  warmUpRounds,
} from './harness.js';
import { type HttpRequest, load } from './http.load.js';
import { asciiJson, nextPerson, writeRoll } from './register.people.js';
import { benchSettings, type BenchServers, type Stack, startStack } from './stack.js';

const bareConnections = 16;
const secondsARound = 4;
const lookupsARound = 2_000;
/** Who withdraws a consent while others register. */
const withdrawals = 200;
const loadConnections = 16;
const pollMs = 2;
const region = '120116014000';

/**
 * Registrations over the whole path against the barest that keeps somebody: one prepared statement that inserts the
 * person, the digest and the event; an ID number looked up among `digests`; a roll of `lines` read in; and how soon
 * `tasks` knows that somebody may serve no more, while others register.
 */
export async function registerBench(
  servers: BenchServers,
  rounds: number,
  connections: number,
  digests: number,
  lines: number,
): Promise<BenchResult> {
  const stack = await startStack(servers, 'register', {});
  const bare = await bareInserts(servers.postgres.adminUrl);
  try {
    const staff = await tokenOf(stack, 'station', newId(), region);
    const rates = await alternate(
      rounds,
      { bare: () => bare.round(secondsARound), http: () => registerRound(stack, staff, connections) },
      warmUpRounds,
    );
    const projection = await withdrawUnderLoad(stack, staff);
    const roll = await importRoll(servers, stack, lines);
    const lookups = await lookupMillis(stack, rounds, digests);
    return {
      settings: {
        ...{
          ...benchSettings,
          connections,
          bareConnections,
          rounds,
          warmUpRounds,
          secondsARound,
          lookupsARound,
        },
        ...{ digests, lines, withdrawals, loadConnections },
      },
      figures: [
        figure('register.http_over_bare', medianRatio(rates.http, rates.bare), 'ratio', { atLeast: 0.5 }),
        figure('register.lookup_ms_10m', lookups, 'ms', { atMost: 1 }),
        figure('register.import_lines_per_s', roll.linesPerSecond, 'lines/s', { atLeast: 5_000 }),
        figure('register.projection_p99_ms', quantile(projection, 0.99), 'ms', { atMost: 1_000 }),
        figure('register.http_per_second', median(rates.http), 'people/s'),
        figure('register.bare_per_second', median(rates.bare), 'people/s'),
        figure('register.projection_p50_ms', median(projection), 'ms'),
        figure('register.import_resident', roll.residentMiB, 'MiB'),
        figure('register.import_resident_growth', roll.residentGrowth, 'ratio'),
      ],
    };
  } finally {
    await bare.end();
    await stack.stop();
  }
}

async function tokenOf(stack: Stack, role: Role, actorId: string, within?: string): Promise<string> {
  const tokens = await AccessTokens.open(stack.env['TOKEN_KEY_FILE'] ?? '', 60, 5);
  const session = {
    actorId,
    role,
    region: within,
    sessionId: newId(),
    refreshToken: '',
    refreshExpiresAt: '',
  };
  return tokens.issue(session);
}

const registrationOf = (token: string, person: RegisterVolunteerInput): HttpRequest => ({
  ...{ method: 'POST', path: '/api/v1/volunteers', token, body: asciiJson(person) },
});

/** Registers for some seconds; answers people a second. Every answer must be a new one. */
async function registerRound(stack: Stack, token: string, connections: number): Promise<number> {
  const until = performance.now() + secondsARound * 1_000;
  const next = () => (performance.now() < until ? registrationOf(token, nextPerson()) : undefined);
  const { statuses, seconds } = await load(stack.port, connections, next);
  const count = registered(statuses);
  await settle(stack);
  return count / seconds;
}

function registered(statuses: Map<number, number>): number {
  if ([...statuses.keys()].some((status) => status !== 201))
    throw new Error(`not everybody was registered: ${JSON.stringify([...statuses])}`);
  return statuses.get(201) ?? 0;
}

/** Lets what volunteers had to tell go out. */
async function settle(stack: Stack): Promise<void> {
  const isDry = () =>
    withClient(stack.adminUrl, async (client) => {
      const { rowCount } = await client.query(
        'select 1 from volunteers.outbox where published_at is null limit 1',
      );
      return rowCount === 0;
    });
  const deadline = Date.now() + 120_000;
  while (!(await isDry())) {
    if (Date.now() > deadline) throw new Error('the outbox does not run dry');
    await delay(100);
  }
}

/** The floor: a person, a digest and an event in one prepared statement, over sixteen connections. */
async function bareInserts(adminUrl: string) {
  const clients = await Promise.all(
    Array.from({ length: bareConnections }, async () => {
      const client = new pg.Client({ connectionString: adminUrl });
      await client.connect();
      return client;
    }),
  );
  const [first] = clients as [pg.Client];
  await first.query(`
    create table bare_person (id uuid primary key, name text not null, number text not null, phone text not null);
    create table bare_identity (digest bytea primary key, id uuid not null);
    create table bare_event (id uuid primary key, data jsonb not null)`);
  const insert = {
    name: 'bare.register',
    text: `with person as (insert into bare_person values ($1, $2, $3, $4)),
        identity as (insert into bare_identity values (sha256($3::text::bytea), $1))
      insert into bare_event values ($1, $5)`,
  };
  const round = async (seconds: number) => {
    await first.query('truncate bare_person, bare_identity, bare_event');
    const begin = performance.now();
    const until = begin + seconds * 1_000;
    const drive = async (client: pg.Client) => {
      let done = 0;
      for (; performance.now() < until; done++) {
        const { id, name, idNumber, phone, communityCode } = nextPerson();
        await client.query({
          ...insert,
          values: [id, name, idNumber, phone, { volunteerId: id, communityCode }],
        });
      }
      return done;
    };
    const counts = await Promise.all(clients.map(drive));
    return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - begin) / 1_000);
  };
  return { round, end: () => Promise.all(clients.map((client) => client.end())) };
}

/** Milliseconds from a withdrawal's request until `tasks` lets its volunteer claim nothing, while others register. */
async function withdrawUnderLoad(stack: Stack, staff: string): Promise<number[]> {
  const people = await verifiedPeople(stack, staff);
  let isOver = false;
  const loading = load(stack.port, loadConnections, () =>
    isOver ? undefined : registrationOf(staff, nextPerson()),
  );
  const times: number[] = [];
  const client = new pg.Client({ connectionString: stack.adminUrl });
  await client.connect();
  try {
    for (const { id, token } of people) times.push(await withdrawOne(stack, client, id, token));
  } finally {
    isOver = true;
    await client.end();
  }
  const { statuses, seconds } = await loading;
  progress(`withdrawals beside ${Math.round(registered(statuses) / seconds)} registrations a second`);
  await settle(stack);
  return times;
}

async function verifiedPeople(stack: Stack, staff: string): Promise<{ id: string; token: string }[]> {
  const people: { id: string; token: string }[] = [];
  for (let count = 0; count < withdrawals; count++) {
    const person = nextPerson();
    await post(stack, staff, '/volunteers', person);
    await post(stack, staff, `/volunteers/${person.id}/verification`, { decision: 'verified' });
    people.push({ id: person.id, token: await tokenOf(stack, 'volunteer', person.id) });
  }
  await withClient(stack.adminUrl, async (client) => {
    for (const { id } of people) await untilStands(client, id, 'verified');
  });
  return people;
}

async function withdrawOne(stack: Stack, client: pg.Client, id: string, token: string): Promise<number> {
  const purpose: ConsentPurpose = 'registration';
  const begin = performance.now();
  await post(stack, token, `/me/consents/${purpose}/withdrawal`, {});
  await untilStands(client, id, 'unverified');
  return performance.now() - begin;
}

async function untilStands(client: pg.Client, id: string, verification: string): Promise<void> {
  const deadline = performance.now() + 30_000;
  const read = {
    name: 'bench.standing',
    text: 'select 1 from tasks.volunteer where id = $1 and verification = $2',
  };
  while ((await client.query({ ...read, values: [id, verification] })).rowCount === 0) {
    if (performance.now() > deadline) throw new Error(`tasks does not hear that ${id} is ${verification}`);
    await delay(pollMs);
  }
}

async function post(stack: Stack, token: string, path: string, body: object): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${stack.port}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

/** The tool runs in this process, as the operator's would beside the suite. */
async function importRoll(servers: BenchServers, stack: Stack, lines: number) {
  const file = join(servers.folder, 'roll.csv');
  await writeRoll(file, lines);
  const residents: number[] = [];
  let last = '';
  const output = {
    report: (line: string) => void (last = line),
    note: (line: string) => {
      residents.push(residentMiB(stack.pid) + process.memoryUsage().rss / 2 ** 20);
      progress(line);
    },
  };
  const begin = performance.now();
  const exitCode = await rollTool(['import', file, '--apply'], stack.env, output);
  const seconds = (performance.now() - begin) / 1_000;
  await rm(file);
  if (exitCode !== 0) throw new Error(`the roll was not taken whole: ${last}`);
  await settle(stack);
  // The first fifth fills caches and pools; what grows after it grows with the roll.
  const early = residents[Math.floor(residents.length / 5)] ?? Number.NaN;
  const late = residents.at(-1) ?? Number.NaN;
  return { linesPerSecond: lines / seconds, residentMiB: late, residentGrowth: late / early };
}

function residentMiB(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** Median milliseconds of the service's own lookup of an ID number's digest, one after another. */
async function lookupMillis(stack: Stack, rounds: number, digests: number): Promise<number> {
  progress(`filling ${digests.toLocaleString('en')} digests`);
  await withClient(stack.adminUrl, async (client) => {
    await client.query(`set maintenance_work_mem = '512MB'`);
    await client.query('alter table volunteers.identity_owner drop constraint identity_owner_pkey');
    await client.query(
      `insert into volunteers.identity_owner select sha256(int8send(n)), gen_random_uuid() from generate_series(1, $1::bigint) n`,
      [digests],
    );
    await client.query('alter table volunteers.identity_owner add primary key (identity_digest)');
    await client.query('vacuum analyze volunteers.identity_owner');
  });
  const known = await withClient(stack.adminUrl, async (client) => {
    const { rows } = await client.query<{ digest: Buffer }>(
      'select sha256(int8send(1 + ($1::bigint - 1) * n / 5000)) as digest from generate_series(1, 5000) n',
      [digests],
    );
    return rows.map(({ digest }) => digest);
  });
  const url = stack.env['VOLUNTEERS_DATABASE_URL'] ?? '';
  const database = await Database.open({ service: 'volunteers', url, poolSize: 1 });
  try {
    let turn = 0;
    const { lookupMicros } = await alternate(rounds, {
      lookupMicros: async () => {
        const times: number[] = [];
        for (let count = 0; count < lookupsARound; count++) {
          const begin = performance.now();
          const rows = await database.query(readIdentities, [[known[turn++ % known.length]]]);
          times.push((performance.now() - begin) * 1_000);
          if (rows.length !== 1) throw new Error('an ID number is not found');
        }
        return median(times);
      },
    });
    return median(lookupMicros) / 1_000;
  } finally {
    await database.close();
  }
}
