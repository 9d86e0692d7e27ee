import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type Actor,
  type Delivery,
  DomainError,
  errandEvents,
  type NewSubscription,
  periodReports,
  type PublishedNotice,
  type SubscribeInput,
  type SubscriptionDetail,
  type SubscriptionPage,
  subscriptions,
} from '#contracts';
import { ManualClock, newId, newTraceId, startService, systemCall } from '#platform';
import { allConsumed, serviceDefinition, startHouse, tell, type TestHouse } from '#testing';
import { SchedulerRegistry } from '@nestjs/schedule';
import { reportingService } from './definition.js';
import { publishedKinds } from './period.js';
import { PublishedService } from './published.service.js';
import { SubscriptionsService } from './subscriptions.service.js';
import { WebhooksService } from './webhooks.service.js';

// Real: PostgreSQL, NATS, reporting and stations, and a subscriber's server on this machine. Jobs are run by hand.
const key = 'test-key-of-webhooks-0123456789abcdef';
const official: Actor = { id: newId(), role: 'official', region: '120116' };
const clock = new ManualClock(new Date('2026-03-10T02:00:00Z'));
interface Heard {
  headers: IncomingHttpHeaders;
  body: string;
}
const heard: Heard[] = [];
let answer = 204;
let server: Server;
let url: string;
let house: TestHouse;

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      heard.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(answer).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  const env = { WEBHOOK_KEY: key, WEBHOOK_TARGETS: 'any' };
  house = await startHouse([await serviceDefinition('stations'), reportingService], { clock, env });
  for (const job of reporting(SchedulerRegistry).getCronJobs().values()) await job.stop();
  await publish('2026-03-10');
});
beforeEach(() => {
  // What was published at the moment somebody subscribed is sent too.
  clock.advanceMinutes(1);
  heard.length = 0;
  answer = 204;
});
afterAll(async () => {
  server.close();
  await house.stop();
});

function reporting<T>(token: abstract new (...input: never[]) => T): T {
  const service = house.services.find(({ name }) => name === 'reporting');
  return service?.app.get(token as new () => T) as T;
}

function moveTo(ms: number): void {
  const minutes = (ms - clock.now().getTime()) / 60_000;
  if (minutes < 0) throw new Error('time does not run backwards');
  clock.advanceMinutes(minutes);
}

async function open(day: string): Promise<void> {
  const at = `${day}T04:00:00.000Z`;
  const data = { errandId: newId(), communityCode: '120116014001', type: 'groceries', at };
  const { subject } = errandEvents.opened;
  await tell(await house.connectAs('tasks'), [
    { id: newId(), subject, cityCode: 1201, occurredAt: at, traceId: newTraceId(), data },
  ]);
  await allConsumed(house.nats, 'reporting');
}

/** An errand opens on the day before; then what is over is published, of two subdistricts: a city takes its time. */
async function publish(today: string): Promise<void> {
  const begins = Date.parse(`${today}T02:00:00Z`);
  await open(new Date(begins - 86_400_000).toISOString().slice(0, 10));
  moveTo(begins);
  for (const region of ['120116014', '120116001'])
    for (const kind of publishedKinds)
      await reporting(PublishedService).publishLast(kind, region, systemCall('reporting'));
}

const send = () => reporting(WebhooksService).run();
const codeOf = (given: object) => (given instanceof DomainError ? given.code : 'answered');
async function must<T extends object>(asked: Promise<T | DomainError>): Promise<T> {
  const given = await asked;
  if (given instanceof DomainError) throw given;
  return given;
}
const subscribe = (input: Partial<SubscribeInput> = {}, actor = official) =>
  house.ask(
    subscriptions.create,
    { ...{ id: newId(), region: '120116014', kind: 'day' as const, url }, ...input },
    actor,
  );
const detail = (id: string, actor = official) =>
  must<SubscriptionDetail>(house.ask(subscriptions.get, { id }, actor));
const newest = async (id: string) => (await detail(id)).deliveries[0] as Delivery;

describe('a subscription', () => {
  it('is sent each report as it is published, once, signed so that the subscriber can check it', async () => {
    const { id, secret } = await must<NewSubscription>(subscribe());
    await send();
    expect(heard).toEqual([]);
    await publish('2026-03-11');
    for (let again = 0; again < 2; again++) await send();
    expect(heard.length).toBe(1);
    const [{ headers, body }] = heard as [Heard];
    const [, seconds, signature] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['shunlu-signature'])) ?? [];
    expect(signature).toBe(createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex'));
    expect(Number(seconds)).toBe(clock.now().getTime() / 1000);
    const notice = JSON.parse(body) as PublishedNotice;
    expect(notice).toMatchObject({
      ...{ subscriptionId: id, region: '120116014000', kind: 'day', revision: 1 },
      ...{ from: '2026-03-10', to: '2026-03-10', metrics: { errandsOpened: 1 } },
    });
    expect(headers['shunlu-delivery']).toBe(notice.id);
    expect(await newest(id)).toMatchObject({ id: notice.id, state: 'delivered', tries: 1, status: 204 });
    await must(house.ask(subscriptions.end, { id }, official));
  });

  it('is sent a revision with its reason, and of its own division and kind alone', async () => {
    const month = await must<NewSubscription>(subscribe({ kind: 'month' }));
    const other = await must<NewSubscription>(subscribe({ region: '120116001', kind: 'month' }));
    await publish('2026-04-01');
    await send();
    const kinds = () => heard.map(({ body }) => JSON.parse(body) as PublishedNotice);
    expect(kinds().map(({ subscriptionId, from, to }) => [subscriptionId, from, to])).toEqual(
      expect.arrayContaining([
        [month.id, '2026-03-01', '2026-03-31'],
        [other.id, '2026-03-01', '2026-03-31'],
      ]),
    );
    expect(heard.length).toBe(2);
    await open('2026-03-20');
    const input = { region: '120116014', kind: 'month', day: '2026-03-01', reason: '迟到的记录' } as const;
    await must(house.ask(periodReports.revise, input, official));
    heard.length = 0;
    await send();
    expect(kinds()).toEqual([
      expect.objectContaining({ subscriptionId: month.id, revision: 2, reason: '迟到的记录' }),
    ]);
    for (const { id } of [month, other]) await must(house.ask(subscriptions.end, { id }, official));
  });

  it('is tried again ever later, given up after seven tries and shown so, and begun anew when asked', async () => {
    const { id } = await must<NewSubscription>(subscribe());
    await publish('2026-04-02');
    answer = 503;
    await send();
    const waits: number[] = [];
    for (let { nextAt } = await newest(id); nextAt; { nextAt } = await newest(id)) {
      const next = Date.parse(nextAt);
      waits.push((next - clock.now().getTime()) / 60_000);
      moveTo(next - 1_000);
      await send();
      moveTo(next);
      await send();
    }
    expect(waits).toEqual([1, 5, 30, 120, 720, 1_440]);
    expect(heard.length).toBe(7);
    expect(new Set(heard.map(({ headers }) => headers['shunlu-delivery'])).size).toBe(1);
    expect(await newest(id)).toMatchObject({ state: 'dead', tries: 7, fault: 'status', status: 503 });
    expect(await detail(id)).toMatchObject({ dead: 1, waiting: 0 });
    answer = 200;
    await send();
    expect(heard.length).toBe(7);
    await must(house.ask(subscriptions.retry, { id }, official));
    await send();
    expect(await newest(id)).toMatchObject({ state: 'delivered', tries: 1, status: 200 });
    await must(house.ask(subscriptions.end, { id }, official));
  });

  it('that is ended is sent nothing more, also not what waits', async () => {
    const { id } = await must<NewSubscription>(subscribe());
    await publish('2026-04-10');
    answer = 500;
    await send();
    expect(await detail(id)).toMatchObject({ waiting: 1 });
    for (let again = 0; again < 2; again++) await must(house.ask(subscriptions.end, { id }, official));
    heard.length = 0;
    clock.advanceMinutes(60);
    await publish('2026-04-11');
    await send();
    expect(heard).toEqual([]);
    expect(await detail(id)).toMatchObject({ waiting: 0, endedAt: expect.any(String) });
  });
});

describe('subscribing', () => {
  it('again with the same content is the same subscription, with the same secret; other content is a conflict', async () => {
    const input = { id: newId(), kind: 'year' as const };
    const first = await must<NewSubscription>(subscribe(input));
    expect(await subscribe(input)).toEqual(first);
    expect(codeOf(await subscribe({ ...input, kind: 'week' }))).toBe('idempotency.conflict');
    const colleague: Actor = { ...official, id: newId() };
    expect(codeOf(await subscribe(input, colleague))).toBe('idempotency.conflict');
    const rows = await house.sql('select * from reporting.report_subscription where id = $1', [first.id]);
    const remembered = await house.sql('select * from reporting.remembered_answer');
    expect(JSON.stringify([rows, remembered])).not.toContain(first.secret);
  });

  it('is for officials of the region, who see those of their region', async () => {
    const outsider: Actor = { id: newId(), role: 'official', region: '120101' };
    expect(codeOf(await subscribe({}, outsider))).toBe('access.foreignRegion');
    expect(codeOf(await subscribe({}, { id: newId(), role: 'station', region: '120116' }))).toBe(
      'access.denied',
    );
    expect(codeOf(await subscribe({ region: '120116999' }))).toBe('region.unknown');
    const { id } = await must<NewSubscription>(subscribe());
    for (const contract of [subscriptions.get, subscriptions.end, subscriptions.retry] as const)
      expect(codeOf(await house.ask(contract, { id }, outsider))).toBe('resource.notFound');
    const page = await must<SubscriptionPage>(house.ask(subscriptions.list, { limit: 1 }, official));
    expect([page.items.map((item) => item.id), page.nextCursor]).toEqual([[id], expect.any(String)]);
    expect(await house.ask(subscriptions.list, {}, outsider)).toEqual({ items: [] });
  });

  it('is refused of an address inside, of one that is none, and where no key is set', async () => {
    const ask = async (env: Record<string, string>, input: Partial<SubscribeInput>) => {
      const own = await startService(reportingService, { ...house.env, ...env }, { clock });
      const call = { actor: official, traceId: newTraceId() };
      try {
        const service = own.app.get(SubscriptionsService);
        return await service
          .create({ id: newId(), region: '120116', kind: 'day', url, ...input }, call)
          .then(() => 'answered', codeOf);
      } finally {
        await own.stop();
      }
    };
    for (const refused of [
      'http://example.org/',
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://192.168.1.10/hook',
      'https://169.254.169.254/latest/meta-data/',
      'https://localhost/',
      'https://2130706433/',
    ])
      expect([refused, await ask({ WEBHOOK_TARGETS: 'public' }, { url: refused })]).toEqual([
        refused,
        'subscription.targetRefused',
      ]);
    for (const refused of ['nowhere', 'ftp://example.org/', 'http://user:word@127.0.0.1/'])
      expect(codeOf(await subscribe({ url: refused }))).toBe('subscription.targetRefused');
    expect(await ask({ WEBHOOK_KEY: '' }, {})).toBe('subscription.off');
    const short = { webhookKey: 'short', webhookTargets: 'public' } as const;
    const nothing = undefined as never;
    expect(() => new SubscriptionsService(nothing, nothing, clock, short)).toThrow('WEBHOOK_KEY');
  });

  it('of an address that leads inside only later sends nothing there', async () => {
    const { id } = await must<NewSubscription>(subscribe());
    await publish('2026-04-12');
    const env = { ...house.env, WEBHOOK_TARGETS: 'public' };
    await house.sql(`update reporting.report_subscription set url = 'https://localhost/' where id = $1`, [
      id,
    ]);
    const own = await startService(reportingService, env, { clock });
    try {
      for (const job of own.app.get(SchedulerRegistry).getCronJobs().values()) await job.stop();
      await own.app.get(WebhooksService).run();
    } finally {
      await own.stop();
    }
    expect(heard).toEqual([]);
    expect(await newest(id)).toMatchObject({ state: 'waiting', tries: 1, fault: 'refused' });
  });
});
