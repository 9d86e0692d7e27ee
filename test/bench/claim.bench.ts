import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { newId, startService, SystemClock } from '#platform';
import { claimFaults, seedErrands } from '#testing';
import { withClient } from '#local';
import { ClaimsService } from '../../apps/tasks/src/claims.service.js';
import { tasksService } from '../../apps/tasks/src/definition.js';
import { AccessTokens } from '../../apps/gateway/src/access.tokens.js';
import {
  alternate,
  type BenchResult,
  type Figure,
  figure,
  median,
  medianRatio,
  progress,
  warmUpRounds,
} from './harness.js';
import { crowdRound, type Crowd, hotCompareAndSet, hotSetsRound, hotWinsRound } from './hot.errand.js';
import { type HttpRequest, load } from './http.load.js';
import { benchSettings, type BenchServers, type Stack, startStack } from './stack.js';

const volunteers = 10_000;
const bareConnections = 16;
const secondsARound = 4;
/** More than any round takes; ten times as many would be dirty pages for the rounds after it. */
const errandsARound = 50_000;
/** 1,000 couriers on one errand, a socket each: exactly so many winners as slots, every loser told. */
const crowdCouriers = 1_000;
const crowdRounds = 100;
const hotSets = 2_000;

/**
 * 抢单 over the whole path (HTTP, token, validation, NATS, guards, outbox, commit) against the barest
 * claim there is: one prepared single-row compare-and-set straight to PostgreSQL, no guards, no events.
 * Every claim is of another errand; each volunteer holds a few at a time, in windows that do not meet.
 */
export async function claimBench(
  servers: BenchServers,
  rounds: number,
  connections: number,
): Promise<BenchResult> {
  const limits = { ACTIVE_CLAIM_LIMIT: '100' };
  const batched = await startStack(servers, 'claim_batched', limits);
  const stacks = [batched];
  try {
    // A second suite beside it, idle as it is, would take its share of two cores from both sides of this ratio.
    const path = await pathFigures(servers, batched, rounds, connections);
    const hot = await hotFigures(servers, batched, rounds, connections);
    const unbatched = await startStack(servers, 'claim_unbatched', { ...limits, RPC_BATCHING: 'off' });
    stacks.push(unbatched);
    const batching = await batchingFigures(batched, unbatched, rounds, connections);
    for (const { adminUrl } of stacks) {
      const faults = await claimFaults(adminUrl);
      if (faults.length > 0) throw new Error(`broken invariants: ${faults.join('; ')}`);
    }
    return {
      settings: {
        ...{ ...benchSettings, connections, bareConnections, rounds, warmUpRounds, secondsARound },
        volunteers,
      },
      figures: [...path, ...batching, ...hot],
    };
  } finally {
    await Promise.all(stacks.map((stack) => stack.stop()));
  }
}

async function pathFigures(
  servers: BenchServers,
  stack: Stack,
  rounds: number,
  connections: number,
): Promise<Figure[]> {
  const bare = await bareClaims(servers.postgres.adminUrl);
  const rates = await alternate(
    rounds,
    { bare: () => bare.round(secondsARound), http: () => httpRound(stack, connections) },
    warmUpRounds,
  ).finally(() => bare.end());
  return [
    figure('claim.http_over_bare', medianRatio(rates.http, rates.bare), 'ratio', { atLeast: 0.6 }),
    figure('claim.http_per_second', median(rates.http), 'claims/s'),
    figure('claim.bare_per_second', median(rates.bare), 'claims/s'),
    figure('suite.resident', residentMiB(stack.pid), 'MiB', { atMost: 250 }),
  ];
}

async function batchingFigures(
  batched: Stack,
  unbatched: Stack,
  rounds: number,
  connections: number,
): Promise<Figure[]> {
  const rates = await alternate(rounds, {
    batched: () => httpRound(batched, connections),
    unbatched: () => httpRound(unbatched, connections),
  });
  const micros = await alternate(rounds, {
    batchedMicros: () => oneConnection(batched),
    unbatchedMicros: () => oneConnection(unbatched),
  });
  const latency = medianRatio(micros.batchedMicros, micros.unbatchedMicros);
  return [
    figure('claim.batched_over_unbatched', medianRatio(rates.batched, rates.unbatched), 'ratio', {
      atLeast: 3,
    }),
    figure('claim.one_connection_latency', latency, 'ratio', { atMost: 1.2 }),
    figure('claim.unbatched_per_second', median(rates.unbatched), 'claims/s'),
  ];
}

/**
 * One errand that everybody wants: wins by whole batches against wins row by row on one row, both without HTTP; the
 * same over HTTP; and crowds of whom most lose.
 */
async function hotFigures(
  servers: BenchServers,
  stack: Stack,
  rounds: number,
  connections: number,
): Promise<Figure[]> {
  const claimants = await claimantsOf(stack);
  const service = await startService(tasksService, { ...stack.env, ACTIVE_CLAIM_LIMIT: '100' });
  const settled = async (round: Promise<number>) => {
    const rate = await round;
    await settle(stack);
    return rate;
  };
  const hot = await alternate(rounds, {
    compareAndSet: () => hotCompareAndSet(servers.postgres.adminUrl, bareConnections, hotSets),
    sets: () => settled(hotSetsRound(stack, service.app.get(ClaimsService), claimants)),
    hotWins: () => settled(hotWinsRound(stack, claimants, connections)),
  }).finally(() => service.stop());
  const crowdRates = await crowds(stack);
  return [
    figure('claim.hot_over_cas', medianRatio(hot.sets, hot.compareAndSet), 'ratio', { atLeast: 10 }),
    figure('claim.hot_http_over_cas', medianRatio(hot.hotWins, hot.compareAndSet), 'ratio'),
    figure('claim.crowd_rounds_exact', crowdRates.length, 'rounds', { atLeast: crowdRounds }),
    figure('claim.crowd_answers_per_second', median(crowdRates), 'answers/s'),
    figure('claim.hot_sets_per_second', median(hot.sets), 'claims/s'),
    figure('claim.hot_per_second', median(hot.hotWins), 'claims/s'),
    figure('claim.hot_cas_per_second', median(hot.compareAndSet), 'claims/s'),
  ];
}

/** Answers a second of each round; a round that is not exact ends the bench. */
async function crowds(stack: Stack): Promise<number[]> {
  const everybody = await claimantsOf(stack);
  const rates: number[] = [];
  for (let round = 0; round < crowdRounds; round++) {
    const first = (round * crowdCouriers) % volunteers;
    const crowd = { ids: [], tokens: everybody.tokens.slice(first, first + crowdCouriers) };
    rates.push(await crowdRound(stack, crowd, 1 + (round % 5), crowdCouriers));
    if (first + crowdCouriers === volunteers) await settle(stack);
  }
  return rates;
}

/** Claims fresh errands for some seconds; answers claims a second. Every answer must be a win. */
async function httpRound(stack: Stack, connections: number): Promise<number> {
  const claimants = await claimantsOf(stack);
  const errands = await freshErrands(stack, claimants, errandsARound);
  const until = performance.now() + secondsARound * 1000;
  let index = 0;
  const next = () => (performance.now() < until ? claimOf(errands, claimants, index++) : undefined);
  const { statuses, seconds } = await load(stack.port, connections, next);
  await settle(stack);
  return wins(statuses) / seconds;
}

/** Median microseconds of a claim when nobody else is there. */
async function oneConnection(stack: Stack): Promise<number> {
  const claimants = await claimantsOf(stack);
  const errands = await freshErrands(stack, claimants, 1_000);
  let index = 0;
  const next = () => (index < errands.length ? claimOf(errands, claimants, index++) : undefined);
  const { statuses, latenciesMs } = await load(stack.port, 1, next);
  wins(statuses);
  await settle(stack);
  return median(latenciesMs) * 1000;
}

export function claimOf(errands: string[], { tokens }: Crowd, index: number): HttpRequest {
  const errandId = errands[index];
  const token = tokens[index % tokens.length];
  if (!errandId || !token) throw new Error('the round ran out of errands: seed more');
  return { method: 'POST', path: `/api/v1/errands/${errandId}/claims`, token, body: `{"id":"${newId()}"}` };
}

export function wins(statuses: Map<number, number>): number {
  const others = [...statuses].filter(([status]) => status !== 200 && status !== 201);
  if (others.length > 0) throw new Error(`not every claim won: ${JSON.stringify([...statuses])}`);
  return [...statuses.values()].reduce((sum, count) => sum + count, 0);
}

const known = new Map<Stack, Crowd>();

export async function claimantsOf(stack: Stack): Promise<Crowd> {
  const existing = known.get(stack);
  if (existing) return existing;
  const { volunteerIds } = await seedErrands(stack.adminUrl, {
    errands: 0,
    volunteers,
    from: new SystemClock().now(),
  });
  const tokens = await AccessTokens.open(stack.env['TOKEN_KEY_FILE'] ?? '', 60, 5);
  const issued: string[] = [];
  for (const actorId of volunteerIds) {
    const session = {
      actorId,
      role: 'volunteer' as const,
      sessionId: newId(),
      refreshToken: '',
      refreshExpiresAt: '',
    };
    issued.push(await tokens.issue(session));
  }
  const claimants = { ids: volunteerIds, tokens: issued };
  known.set(stack, claimants);
  return claimants;
}

/** Errand i goes to volunteer i mod n, in the window of its turn, so that nobody is double-booked. */
export async function freshErrands(stack: Stack, { ids }: Crowd, count: number): Promise<string[]> {
  const hour = 3_600_000;
  const from = new Date(Date.now() + hour);
  const errands: string[] = [];
  for (let first = 0; first < count; first += ids.length) {
    const seed = {
      errands: Math.min(ids.length, count - first),
      volunteers: 0,
      from: new Date(from.getTime() + (first / ids.length) * hour),
    };
    errands.push(...(await seedErrands(stack.adminUrl, seed)).errandIds);
  }
  await withClient(stack.adminUrl, vacuum);
  return errands;
}

/** Lets the outbox run dry and takes the errands of the round out of their volunteers' hands. */
export async function settle(stack: Stack): Promise<void> {
  await withClient(stack.adminUrl, async (client) => {
    const deadline = Date.now() + 60_000;
    for (;;) {
      const { rowCount } = await client.query(
        'select 1 from tasks.outbox where published_at is null limit 1',
      );
      if (!rowCount) break;
      if (Date.now() > deadline) throw new Error('the outbox does not run dry');
      await delay(100);
    }
    await client.query(`update tasks.claim set state = 'recorded' where state = 'claimed'`);
    await client.query(`update tasks.errand set state = 'expired' where state = 'open'`);
    await vacuum(client);
  });
}

/** What a round leaves behind at once, and autovacuum would clear away in the middle of another. */
async function vacuum(client: pg.Client): Promise<void> {
  await client.query('vacuum analyze tasks.errand, tasks.claim, tasks.outbox');
}

/** The floor: `update … where claimed_by is null`, prepared, over sixteen connections. */
async function bareClaims(adminUrl: string) {
  const clients = await Promise.all(
    Array.from({ length: bareConnections }, async () => {
      const client = new pg.Client({ connectionString: adminUrl });
      await client.connect();
      return client;
    }),
  );
  const [first] = clients as [pg.Client];
  const round = async (seconds: number) => {
    await first.query('drop table if exists bare_errand');
    await first.query(
      'create table bare_errand (id uuid primary key, claimed_by uuid, claimed_at timestamptz) with (fillfactor = 80)',
    );
    const ids = Array.from({ length: 100_000 }, () => newId());
    await first.query('insert into bare_errand (id) select unnest($1::uuid[])', [ids]);
    await first.query('vacuum analyze bare_errand');
    const volunteer = newId();
    const begin = performance.now();
    const until = begin + seconds * 1000;
    let index = 0;
    const drive = async (client: pg.Client) => {
      let done = 0;
      while (performance.now() < until) {
        const { rowCount } = await client.query({
          name: 'bare',
          text: 'update bare_errand set claimed_by = $2, claimed_at = now() where id = $1 and claimed_by is null',
          values: [ids[index++], volunteer],
        });
        if (rowCount !== 1) throw new Error('the round ran out of errands: seed more');
        done++;
      }
      return done;
    };
    const counts = await Promise.all(clients.map(drive));
    return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - begin) / 1000);
  };
  return { round, end: () => Promise.all(clients.map((client) => client.end())) };
}

function residentMiB(pid: number): number {
  try {
    const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kib) / 1024;
  } catch {
    progress('resident memory can be read on Linux only');
    return Number.NaN;
  }
}
