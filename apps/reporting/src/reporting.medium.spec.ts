import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type Breakdown,
  type CountedService,
  type CountedServices,
  type DailyTotals,
  drilling,
  DomainError,
  errandEvents,
  type EventEnvelope,
  flowNames,
  metricNames,
  reporting,
  type RpcContract,
  type ServiceName,
  volunteerEvents,
} from '#contracts';
import { ManualClock, newId } from '#platform';
import {
  allConsumed,
  distributionFaults,
  endOfHistory,
  errandMoved,
  eventOf,
  messagesOf,
  ownerOf,
  randomHistory,
  recount,
  serviceDefinition,
  shuffled,
  startHouse,
  tell,
  type TestHouse,
} from '#testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { reportingService } from './definition.js';

// Real: PostgreSQL, NATS, reporting (two replicas) and stations with Tianjin's divisions. Events are told as
// their owners tell them.
const clock = new ManualClock(endOfHistory);
const today = '2026-03-10';
const system: Actor = { id: 'test', role: 'system' };
const administrator: Actor = { id: 'test', role: 'administrator', region: '12' };
let house: TestHouse;
const owners = new Map<ServiceName, NatsConnection>();

beforeAll(async () => {
  house = await startHouse([await serviceDefinition('stations'), reportingService], { clock, replicas: 2 });
  for (const owner of ['volunteers', 'tasks', 'ledger'] as const)
    owners.set(owner, await house.connectAs(owner));
});
afterAll(() => house.stop());
beforeEach(async () => {
  await house.sql(
    `truncate reporting.day_counter, reporting.ever_counter, reporting.standing, reporting.counted_record,
      reporting.freshness, reporting.volunteer_day, reporting.active_change, reporting.merged_person,
      reporting.wait_counter, reporting.hazard_counter, reporting.hazard_closure`,
  );
});

const ask = (input: { region: string; from?: string; to?: string }, actor = system) =>
  house.ask(reporting.getBreakdown, input, actor);
const answerOf = async <I extends object, O extends object>(contract: RpcContract<I, O>, input: I) => {
  const answer = await house.ask(contract, input, administrator);
  if (answer instanceof DomainError) throw answer;
  return answer;
};
const codeOf = (answer: object) => (answer instanceof DomainError ? answer.code : 'answered');

describe('reporting', () => {
  it('counts what a naive recount counts, at every level, over any days, in any order, once', async () => {
    const events = randomHistory(1, 1_500);
    await deliver(shuffled(7, [...events, ...events.slice(0, 400)]), 40);
    const regions = ['12', '1201', '120116', '120116014', '120116014001', '120101'];
    const spans = [
      {},
      { to: '2026-03-01' },
      { from: '2026-03-01' },
      { from: '2026-02-20', to: '2026-02-28' },
      { from: today, to: today },
      { from: '2025-03-10', to: today },
    ];
    for (const region of regions) {
      for (const span of spans) {
        const answer = (await ask({ region, ...span })) as Breakdown;
        const naive = (part: string) => recount(events, { region: part, to: today, ...span });
        expect([region, span, answer.metrics]).toEqual([region, span, naive(region)]);
        expectPartsToAddUp(answer);
        for (const { region: part, metrics } of answer.children.filter(
          (child) => child.region !== answer.region,
        ))
          expect([part, metrics]).toEqual([part, naive(part)]);
        const totals = await house.ask(reporting.getTotals, { region, ...span }, system);
        expect({ ...totals, children: answer.children }).toEqual(answer);
        expect(await distributionFaults(answerOf, events, { region, to: today, ...span })).toEqual([]);
      }
    }
    const all = recount(events, { region: '12', to: today });
    for (const name of metricNames) expect([name, all[name] > 0]).toEqual([name, true]);
  }, 120_000);

  it('adds up from the services of a day to the day, and from days to the total', async () => {
    const events = randomHistory(3, 600);
    await deliver(shuffled(5, events), 40);
    for (const region of ['1201', '120116014', '120116014001']) await expectLevelsToAddUp(region, events);
  }, 60_000);

  it('gives what lies in no known part a row of its own', async () => {
    await deliver(
      [errandMoved(errandEvents.opened, '120116014777'), errandMoved(errandEvents.opened, '120116014001')],
      1,
    );
    const answer = (await ask({ region: '120116014' })) as Breakdown;
    expect(answer.metrics.errandsOpened).toBe(2);
    expect(answer.children.at(-1)).toMatchObject({ region: '120116014000', metrics: { errandsOpened: 1 } });
    expectPartsToAddUp(answer);
  });

  it('counts a day as Tianjin does', async () => {
    const instants = [
      '2026-03-08T15:59:59.999Z',
      '2026-03-08T16:00:00.000Z',
      '2026-03-09T23:30:00.000+08:00',
    ];
    await deliver(
      instants.map((at) => errandMoved(errandEvents.finished, '120116014001', at)),
      1,
    );
    const finished = async (day: string) =>
      ((await ask({ region: '120116014', from: day, to: day })) as Breakdown).metrics.errandsFinished;
    expect([await finished('2026-03-08'), await finished('2026-03-09')]).toEqual([1, 2]);
  });

  it('follows a volunteer through verification, refusal and a move, counting nobody twice', async () => {
    const ann = newId();
    const steps: [number, string, string, string][] = [
      [1, 'verified', '120116014001', '2026-03-01T01:00:00Z'],
      [3, 'verified', '120116014003', '2026-03-05T01:00:00Z'],
      [2, 'refused', '120116014001', '2026-03-03T01:00:00Z'],
      [3, 'verified', '120116014003', '2026-03-05T01:00:00Z'],
    ];
    const events = steps.map(([version, verification, communityCode, decidedAt]) =>
      eventOf(volunteerEvents.verified, {
        ...{ volunteerId: ann, version, verification, communityCode, decidedAt, displayName: '示*' },
      }),
    );
    for (const each of events) await deliver([each], 1);
    const verified = async (region: string) =>
      ((await ask({ region })) as Breakdown).metrics.volunteersVerified;
    expect(await verified('120116014001')).toBe(0);
    expect(await verified('120116014003')).toBe(1);
    expect(await verified('1201')).toBe(1);
    await deliver(
      [eventOf(volunteerEvents.verified, { ...events[1]?.data, version: 4, verification: 'refused' })],
      1,
    );
    expect(await verified('1201')).toBe(0);
  });

  it('replaces a record by its newest version, on its own day and place; a void counts nothing', async () => {
    const [recordId, ann] = [newId(), newId()];
    const told = (version: number, serviceMinutes: number, communityCode: string, endedAt: string) =>
      eventOf(errandEvents.recordConfirmed, {
        ...{
          recordId,
          version,
          serviceMinutes,
          communityCode,
          endedAt,
          verification: 'attested',
          volunteerId: ann,
        },
      });
    const first = told(1, 60, '120116014001', '2026-03-02T01:00:00.000Z');
    const second = told(2, 45, '120116014003', '2026-03-03T01:00:00.000Z');
    const counted = async (region: string, day: string) => {
      const { metrics } = (await ask({ region, from: day, to: day })) as Breakdown;
      return [metrics.servicesConfirmed, metrics.attestedMinutes];
    };
    await deliver([first], 1);
    expect(await counted('120116014001', '2026-03-02')).toEqual([1, 60]);
    await deliver([second], 1);
    await deliver([first, { ...first, id: newId() }], 2);
    expect(await counted('120116014001', '2026-03-02')).toEqual([0, 0]);
    expect(await counted('120116014003', '2026-03-03')).toEqual([1, 45]);
    await deliver([told(3, 0, '120116014003', '2026-03-03T01:00:00.000Z')], 1);
    expect(await counted('1201', '2026-03-03')).toEqual([0, 0]);
    const ever = (await ask({ region: '1201' })) as Breakdown;
    expect([ever.metrics.servicesConfirmed, ever.metrics.attestedMinutes]).toEqual([0, 0]);
  });

  it('says how fresh it is, and does not grow older by what comes late', async () => {
    const empty = (await ask({ region: '120116014' })) as Breakdown;
    expect([empty.asOf, empty.lagMs]).toEqual([undefined, 0]);
    const newest = {
      ...errandMoved(errandEvents.opened, '120116014001'),
      occurredAt: '2026-03-10T01:59:58.500Z',
    };
    const late = {
      ...errandMoved(errandEvents.opened, '120116014001'),
      occurredAt: '2026-03-10T01:00:00.000Z',
    };
    await deliver([newest], 1);
    await deliver([late], 1);
    const { asOf, lagMs, metrics } = (await ask({ region: '120116014' })) as Breakdown;
    expect([asOf, lagMs, metrics.errandsOpened]).toEqual(['2026-03-10T01:59:58.500Z', 1_500, 2]);
    expect(((await ask({ region: '11' })) as DomainError).code).toBe('region.unknown');
  });
});

describe('a report', () => {
  const official = (region?: string): Actor => ({ id: newId(), role: 'official', region });

  it('is for those whose region contains it', async () => {
    for (const region of ['120116', '120116014', '120116014001'])
      expect(codeOf(await ask({ region }, official('120116')))).toBe('answered');
    for (const region of ['12', '1201', '120101', '11', '110101'])
      expect(codeOf(await ask({ region }, official('120116')))).toBe('access.foreignRegion');
    expect(codeOf(await ask({ region: '120116' }, official()))).toBe('access.foreignRegion');
    for (const role of ['volunteer', 'resident'] as const)
      expect(codeOf(await ask({ region: '120116' }, { id: newId(), role }))).toBe('access.denied');
  });

  it('refuses regions and days that are none', async () => {
    expect(codeOf(await ask({ region: '120116999' }, official('120116')))).toBe('region.unknown');
    expect(codeOf(await ask({ region: '13' }))).toBe('region.unknown');
    for (const region of ['', '1', '12011', '天津', '120116014001000', '0201'])
      expect(codeOf(await ask({ region }))).toBe('request.invalid');
    for (const from of ['2026-02-30', '2026-3-1', 'yesterday', '2026-03-01T00:00:00Z'])
      expect(codeOf(await ask({ region: '1201', from }))).toBe('request.invalid');
    for (const [from, to] of [
      ['2026-03-02', '2026-03-01'],
      ['2026-03-10', '2026-03-11'],
      ['2025-03-09', '2026-03-10'],
      ['1926-03-10', '2026-03-10'],
    ])
      expect(codeOf(await ask({ region: '1201', from, to }))).toBe('report.spanInvalid');
  });
});

/** Total → days → services of each day. */
async function expectLevelsToAddUp(region: string, events: readonly EventEnvelope[]): Promise<void> {
  const span = { region, from: '2026-02-01', to: today };
  const total = (await ask(span)) as Breakdown;
  const { days } = (await house.ask(drilling.days, span, system)) as DailyTotals;
  expect(days.length).toBe(38);
  for (const name of flowNames)
    expect([name, days.reduce((sum, { metrics }) => sum + metrics[name], 0)]).toEqual([
      name,
      total.metrics[name],
    ]);
  for (const { day, metrics } of days.slice(-12)) {
    expect([day, metrics]).toEqual([day, recount(events, { region, from: day, to: day })]);
    const listed: CountedService[] = [];
    for (let cursor: string | undefined; ;) {
      const page = (await house.ask(drilling.services, { region, day, cursor }, system)) as CountedServices;
      expect(page.asOf).toBe(total.asOf);
      expect([page.services, page.deviceVerifiedMinutes, page.attestedMinutes]).toEqual([
        ...[metrics.servicesConfirmed, metrics.deviceVerifiedMinutes, metrics.attestedMinutes],
      ]);
      listed.push(...page.items);
      cursor = page.nextCursor;
      if (!cursor) break;
    }
    expect(listed.length).toBe(metrics.servicesConfirmed);
    expect(listed.reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0)).toBe(
      metrics.deviceVerifiedMinutes + metrics.attestedMinutes,
    );
  }
}

function expectPartsToAddUp({ metrics, children }: Breakdown): void {
  for (const name of metricNames)
    expect([name, children.reduce((sum, child) => sum + child.metrics[name], 0)]).toEqual([
      name,
      metrics[name],
    ]);
}

/** Tells events in the given order, some in one message where their subjects agree, and waits for the end. */
async function deliver(events: readonly EventEnvelope[], most: number): Promise<void> {
  for (const group of messagesOf(events, most))
    await tell(owners.get(ownerOf(group[0] as EventEnvelope)) as NatsConnection, group);
  await allConsumed(house.nats, 'reporting');
}
