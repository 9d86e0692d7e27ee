import {
  errandEvents,
  type EventContract,
  type EventEnvelope,
  ledgerEvents,
  needEvents,
  volunteerEvents,
} from '#contracts';
import { poll, withClient } from '#local';
import {
  batchesHeader,
  batchesText,
  connectNats,
  deterministicId,
  newId,
  newTraceId,
  startService,
} from '#platform';
import { jetstream } from '@nats-io/jetstream';
import { headers, type NatsConnection } from '@nats-io/transport-node';
import type { Client } from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { reportingService } from '../../apps/reporting/src/definition.js';
import { type BenchResult, figure, median, progress, quantile } from './harness.js';
import { benchSettings, type BenchServers, type Stack, startStack } from './stack.js';

const errandsARound = 20_000;
const volunteers = 20_000;
const communities = 320;
const eventsAMessage = 200;
/** As many as a transaction of a busy service tells; a claim's batch tells some hundred. */
const eventsABatch = 20;
const eventsPerSecond = 2_000;
const freshSeconds = 15;
const tickMs = 50;
const pollMs = 2;
const stepsALife = 11;
const city = 1201;
const traceId = newTraceId();

/** Events by their owner, as each outbox would tell them: one subject a message. */
type Owner = 'tasks' | 'ledger' | 'volunteers';
interface Message {
  owner: Owner;
  events: EventEnvelope[];
}

/**
 * How many events a second become committed counters when a stream full of them waits, and how old an event is
 * when its counters are committed while two thousand come a second. Lives of errands: five steps of the need, four
 * of the errand, the record, the credits.
 */
export async function foldBench(
  servers: BenchServers,
  rounds: number,
): Promise<Pick<BenchResult, 'figures' | 'settings'>> {
  const stack = await startStack(servers, 'report_fold', {}, 'nothing');
  const connections = {
    tasks: await connectNats('tasks', stack.env['TASKS_NATS_URL'] ?? ''),
    ledger: await connectNats('ledger', stack.env['LEDGER_NATS_URL'] ?? ''),
    volunteers: await connectNats('volunteers', stack.env['VOLUNTEERS_NATS_URL'] ?? ''),
  };
  try {
    const rates: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      const rate = await foldRound(stack, connections, round);
      progress(`${round === 0 ? 'warm-up' : `round ${round}/${rounds}`}  ${Math.round(rate)} events/s`);
      if (round > 0) rates.push(rate);
    }
    const ages = await freshness(stack, connections, rounds + 1);
    return {
      settings: {
        ...benchSettings,
        errandsARound,
        communities,
        eventsAMessage,
        eventsABatch,
        eventsPerSecond,
        freshSeconds,
      },
      figures: [
        figure('report.fold_events_per_s', median(rates), 'events/s', { atLeast: 50_000 }),
        figure('report.freshness_p99_ms', quantile(ages, 0.99), 'ms', { atMost: 2_000 }),
        figure('report.freshness_p50_ms', quantile(ages, 0.5), 'ms'),
      ],
    };
  } finally {
    await Promise.all(Object.values(connections).map((connection) => connection.close()));
    await stack.stop();
  }
}

/** The stream is filled while the service is down; it starts, and the time from its first commit to its last counts. */
async function foldRound(
  stack: Stack,
  connections: Record<Owner, NatsConnection>,
  round: number,
): Promise<number> {
  // Occurred one after another a millisecond apart, a day of the past a round: the newest counted says how many are.
  const base = Date.parse('2026-01-01T00:00:00Z') + round * 86_400_000;
  const messages = [...verifications(round), ...lives(round, errandsARound)];
  let index = 0;
  for (const { events } of messages)
    for (const event of events) event.occurredAt = new Date(base + index++).toISOString();
  for (const message of messages) await publish(connections, message);
  const counted = async (client: Client) => Math.max(0, (await newestCounted(client)) - base + 1);
  return withClient(stack.adminUrl, async (client) => {
    const service = await startService(reportingService, stack.env);
    try {
      const at = (enough: number) =>
        poll(
          async () => {
            const count = await counted(client);
            return count >= enough ? { count, ms: performance.now() } : undefined;
          },
          300_000,
          () => new Error('the fold does not come to an end'),
        );
      const first = await at(1);
      const { count } = await at(index);
      await untilWhole(client, round);
      const last = { count, ms: performance.now() };
      // What a round leaves behind at once autovacuum would clear away in the middle of the next.
      await client.query('vacuum analyze');
      return ((last.count - first.count) / (last.ms - first.ms)) * 1000;
    } finally {
      await service.stop();
    }
  });
}

/** The newest may be counted before its neighbours. @throws Error where the counters never hold every errand of every round */
async function untilWhole(client: Client, round: number): Promise<void> {
  const expected = (round + 1) * errandsARound;
  let counted = '';
  await poll(
    async () => {
      const { rows } = await client.query<{ opened: string; served: string }>(
        `select sum(errands_opened) as opened, sum(services_confirmed) as served from reporting.ever_counter`,
      );
      counted = `${rows[0]?.opened} and ${rows[0]?.served}`;
      return counted === `${expected} and ${expected}` || undefined;
    },
    5_000,
    () => new Error(`counted ${counted} of ${expected}`),
  );
}

/** When the newest counted event occurred, milliseconds since 1970. */
async function newestCounted(client: Client): Promise<number> {
  const { rows } = await client.query<{ at: Date }>('select event_at as at from reporting.freshness');
  return rows[0]?.at.getTime() ?? 0;
}

/** Ages of events, milliseconds from being told to being counted, while they come at a steady pace. */
async function freshness(
  stack: Stack,
  connections: Record<Owner, NatsConnection>,
  round: number,
): Promise<number[]> {
  const service = await startService(reportingService, stack.env);
  // What was told, message by message: the millisecond it occurred in names the message, and is in no clock's way.
  const base = Date.parse('2026-01-01T00:00:00Z') + (round + 1) * 86_400_000;
  const told: { at: number; events: number }[] = [];
  const ages: number[] = [];
  let isOver = false;
  const watch = withClient(stack.adminUrl, async (client) => {
    for (let seen = 0; !isOver || seen < told.length; await delay(pollMs)) {
      const counted = (await newestCounted(client)) - base + 1;
      const now = performance.now();
      for (; seen < counted; seen++) {
        const { at, events } = told[seen] as { at: number; events: number };
        ages.push(...Array.from({ length: events }, () => now - at));
      }
    }
  });
  try {
    const begin = performance.now();
    for (const [tick, messages] of ticks(round).entries()) {
      await delay(Math.max(0, begin + tick * tickMs - performance.now()));
      for (const message of messages) {
        const occurredAt = new Date(base + told.length).toISOString();
        for (const event of message.events) event.occurredAt = occurredAt;
        told.push({ at: performance.now(), events: message.events.length });
        await publish(connections, message);
      }
    }
    isOver = true;
    await watch;
    return ages;
  } finally {
    await service.stop();
  }
}

/** What is told in each tick: as many lives as make the pace, one message a step. */
function ticks(round: number): Message[][] {
  const together = Math.round((eventsPerSecond * tickMs) / 1000 / stepsALife);
  const count = Math.ceil((freshSeconds * 1000) / tickMs);
  const all = lives(round, together * count, together);
  return Array.from({ length: count }, (_, tick) => all.slice(tick * stepsALife, (tick + 1) * stepsALife));
}

async function publish(
  connections: Record<Owner, NatsConnection>,
  { owner, events }: Message,
): Promise<void> {
  const subject = events[0]?.subject ?? '';
  const hdrs = headers();
  hdrs.set(batchesHeader, batchesText(batchesOf(events.length)));
  await jetstream(connections[owner]).publish(subject, JSON.stringify(events), { headers: hdrs });
}

function batchesOf(events: number): { id: string; events: number }[] {
  const batches: { id: string; events: number }[] = [];
  for (let left = events; left > 0; left -= eventsABatch)
    batches.push({ id: newId(), events: Math.min(left, eventsABatch) });
  return batches;
}

function idOf(...parts: (string | number)[]): string {
  return deterministicId('bench', ...parts);
}

function communityOf(index: number): string {
  const place = index % communities;
  return String(120116000000 + (1 + Math.floor(place / 20)) * 1000 + 1 + (place % 20));
}

function envelope<D extends object>(id: string, contract: EventContract<D>, data: D): EventEnvelope {
  return { id, subject: contract.subject, cityCode: city, occurredAt: '', traceId, data };
}

/** Everybody who serves is verified in the first round. */
function verifications(round: number): Message[] {
  if (round > 0) return [];
  const decidedAt = '2025-12-01T01:00:00.000Z';
  const events = Array.from({ length: volunteers }, (_, index) =>
    envelope(idOf('verified', index), volunteerEvents.verified, {
      ...{ volunteerId: idOf('volunteer', index), version: 1, verification: 'verified' },
      ...{ communityCode: communityOf(index), decidedAt, displayName: '示*' },
    } as never),
  );
  return inMessages('volunteers', events);
}

/** Whole lives of errands, step by step, `together` at a time in a message. */
function lives(round: number, errands: number, together = eventsAMessage): Message[] {
  const messages: Message[] = [];
  const at = new Date(Date.parse('2026-01-01T02:00:00Z') + round * 86_400_000).toISOString();
  for (let first = 0; first < errands; first += together) {
    const group = Array.from({ length: Math.min(together, errands - first) }, (_, place) => first + place);
    for (const [owner, make] of steps(round, at)) messages.push({ owner, events: group.map(make) });
  }
  return messages;
}

type Step = [Owner, (index: number) => EventEnvelope];

function steps(round: number, at: string): Step[] {
  const ids = (index: number) => ({
    ...{
      errandId: idOf('errand', round, index),
      communityCode: communityOf(index),
      type: 'groceries' as const,
    },
    ...{ volunteerId: idOf('volunteer', index % volunteers), at },
  });
  const need = (state: string): Step => [
    'tasks',
    (index) =>
      envelope(idOf(state, round, index), state === 'forwarded' ? needEvents.forwarded : needEvents.moved, {
        ...{ needId: idOf('need', round, index), communityCode: communityOf(index), state, at },
      } as never),
  ];
  const errand = (name: 'opened' | 'claimed' | 'checkedIn' | 'finished'): Step => [
    'tasks',
    (index) =>
      envelope(idOf(name, round, index), errandEvents[name], {
        ...{ ...ids(index), ...(name === 'claimed' && { waitedSeconds: index % 3_600 }) },
      }),
  ];
  const record: Step = [
    'tasks',
    (index) =>
      envelope(idOf('record', round, index), errandEvents.recordConfirmed, {
        ...{ recordId: idOf('recordId', round, index), errandId: idOf('errand', round, index) },
        ...{ volunteerId: idOf('volunteer', index % volunteers), communityCode: communityOf(index) },
        ...{ serviceMinutes: 30, verification: 'deviceVerified', endedAt: at, confirmedAt: at, version: 1 },
      }),
  ];
  const credits: Step = [
    'ledger',
    (index) =>
      envelope(idOf('credits', round, index), ledgerEvents.creditsPosted, {
        ...{ communityCode: communityOf(index), code: 'earn', minutes: 30, recordedAt: at },
      } as never),
  ];
  return [
    ...['submitted', 'verified', 'forwarded', 'accepted', 'posted'].map(need),
    ...(['opened', 'claimed', 'checkedIn', 'finished'] as const).map(errand),
    record,
    credits,
  ];
}

function inMessages(owner: Owner, events: EventEnvelope[]): Message[] {
  const messages: Message[] = [];
  for (let first = 0; first < events.length; first += eventsAMessage)
    messages.push({ owner, events: events.slice(first, first + eventsAMessage) });
  return messages;
}
