import pg from 'pg';
import { errands } from '#contracts';
import { newId, newTraceId } from '#platform';
import { seedErrands } from '#testing';
import { withClient } from '#local';
import type { ClaimsService } from '../../apps/tasks/src/claims.service.js';
import { type HttpRequest, load, type LoadResult } from './http.load.js';
import type { Stack } from './stack.js';

/** People who may claim, with their tokens in the same order. */
export interface Crowd {
  ids: string[];
  tokens: string[];
}

/** One errand wanted by everybody: opens it with so many slots, lets each of the crowd claim it once. */
export async function storm(
  stack: Stack,
  crowd: Crowd,
  slots: number,
  connections: number,
): Promise<LoadResult> {
  const errandId = await openErrand(stack, slots);
  let index = 0;
  const next = (): HttpRequest | undefined => {
    const token = crowd.tokens[index++];
    const path = `/api/v1/errands/${errandId}/claims`;
    return token === undefined ? undefined : { method: 'POST', path, token, body: `{"id":"${newId()}"}` };
  };
  return load(stack.port, connections, next);
}

async function openErrand(stack: Stack, slots: number): Promise<string> {
  const from = new Date(Date.now() + 3_600_000);
  const { errandIds } = await seedErrands(stack.adminUrl, { errands: 1, volunteers: 0, slots: 1, from });
  const [errandId = ''] = errandIds;
  // A need has 200 slots at most; more of them on the errand let every claim of the bench win.
  await withClient(stack.adminUrl, (client) =>
    client.query('update tasks.errand set slots = $2 where id = $1', [errandId, slots]),
  );
  return errandId;
}

/** Claims a second on one errand with a slot for everybody, by the service itself in whole batches. */
export async function hotSetsRound(stack: Stack, claims: ClaimsService, { ids }: Crowd): Promise<number> {
  const { maxItems = 1, maxInFlight = 1 } = errands.claim.batched ?? {};
  const errandId = await openErrand(stack, ids.length);
  const waiting = [...ids];
  const begin = performance.now();
  const lane = async () => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, maxItems).map((id) => ({
        input: { id: newId(), errandId },
        actor: { id, role: 'volunteer' as const },
        traceId: newTraceId(),
      }));
      const lost = (await claims.claim(batch)).find((outcome) => 'error' in outcome);
      if (lost) throw new Error(`not every claim won: ${JSON.stringify(lost)}`);
    }
  };
  await Promise.all(Array.from({ length: maxInFlight }, lane));
  return ids.length / ((performance.now() - begin) / 1000);
}

/** Claims a second on one errand with a slot for everybody, over the whole path. Every answer must be a win. */
export async function hotWinsRound(stack: Stack, crowd: Crowd, connections: number): Promise<number> {
  const { statuses, seconds } = await storm(stack, crowd, crowd.tokens.length, connections);
  if (statuses.get(201) !== crowd.tokens.length)
    throw new Error(`not every claim won: ${JSON.stringify([...statuses])}`);
  return crowd.tokens.length / seconds;
}

/** Answers a second where all but `slots` of the crowd lose; exactly so many win and everybody else is told 409. */
export async function crowdRound(
  stack: Stack,
  crowd: Crowd,
  slots: number,
  connections: number,
): Promise<number> {
  const { statuses, seconds } = await storm(stack, crowd, slots, connections);
  const { length } = crowd.tokens;
  if (statuses.get(201) !== slots || statuses.get(409) !== length - slots)
    throw new Error(`${slots} slots, ${length} couriers: ${JSON.stringify([...statuses])}`);
  return length / seconds;
}

/** Row by row: one prepared `slots_taken + 1 where slots_taken < slots` a commit, on one row, many connections. */
export async function hotCompareAndSet(
  adminUrl: string,
  connections: number,
  count: number,
): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: adminUrl });
      await client.connect();
      return client;
    }),
  );
  const [first] = clients as [pg.Client];
  await first.query('drop table if exists hot_errand');
  await first.query(
    'create table hot_errand (id uuid primary key, slots int not null, slots_taken int not null) with (fillfactor = 10)',
  );
  const id = newId();
  await first.query('insert into hot_errand values ($1, $2, 0)', [id, count]);
  let index = 0;
  const begin = performance.now();
  const drive = async (client: pg.Client) => {
    while (index++ < count) {
      const { rowCount } = await client.query({
        name: 'hot',
        text: 'update hot_errand set slots_taken = slots_taken + 1 where id = $1 and slots_taken < slots',
        values: [id],
      });
      if (rowCount !== 1) throw new Error('a slot was lost');
    }
  };
  await Promise.all(clients.map(drive));
  const rate = count / ((performance.now() - begin) / 1000);
  await Promise.all(clients.map((client) => client.end()));
  return rate;
}
