import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  type Actor,
  DomainError,
  errandEvents,
  type EventEnvelope,
  needTypes,
  type TimeToClaim,
  type TimeToClaimInput,
  waits,
} from '#contracts';
import { ManualClock, newId, newTraceId } from '#platform';
import { parseRegion } from '#regions';
import { allConsumed, serviceDefinition, startHouse, tell, type TestHouse } from '#testing';
import { reportingService } from './definition.js';

// Real: PostgreSQL, NATS, reporting (two replicas) and stations with Tianjin's divisions. Told by event: tasks.
const clock = new ManualClock(new Date('2026-03-10T02:00:00Z'));
const system: Actor = { id: 'test', role: 'system' };
const communities = ['120116014001', '120116014003', '120101001001', '120116001001'];
let house: TestHouse;
const told: EventEnvelope<{ communityCode: string; type: string; at: string; waitedSeconds: number }>[] = [];

let state = 17;
const random = (below: number) => (state = (state * 48271) % 2147483647) % below;
const pick = <T>(items: readonly T[]) => items[random(items.length)] as T;

beforeAll(async () => {
  house = await startHouse([await serviceDefinition('stations'), reportingService], { clock, replicas: 2 });
  for (let i = 0; i < 1_200; i++) {
    const at = new Date(clock.now().getTime() - random(6 * 86_400) * 1000).toISOString();
    const waitedSeconds = Math.floor(Math.exp(random(1_000) / 90)) - 1;
    const data = {
      errandId: newId(),
      communityCode: pick(communities),
      type: pick(needTypes),
      at,
      waitedSeconds,
    };
    const { subject } = errandEvents.claimed;
    told.push({ id: newId(), subject, cityCode: 1201, occurredAt: at, traceId: newTraceId(), data });
  }
  const tasks = await house.connectAs('tasks');
  // Some arrive twice, and one is of a version that did not tell how long it had waited.
  for (let start = 0; start < told.length; start += 60) await tell(tasks, told.slice(start, start + 80));
  const { waitedSeconds: _, ...untold } = { ...told[0]?.data };
  await tell(tasks, [{ ...(told[0] as EventEnvelope), id: newId(), data: untold }]);
  await allConsumed(house.nats, 'reporting');
});
afterAll(() => house.stop());

const ask = async (input: TimeToClaimInput, actor = system) =>
  (await house.ask(waits.getTimeToClaim, input, actor)) as TimeToClaim;
/** Day and hour in which the errand of an event became open, in Tianjin. */
const opened = ({ data }: (typeof told)[number]) =>
  new Date(Date.parse(data.at) - data.waitedSeconds * 1000 + 8 * 3_600_000).toISOString();
const isIn = (region: string) => {
  const { code, last } = parseRegion(region);
  return ({ data }: (typeof told)[number]) =>
    code <= Number(data.communityCode) && Number(data.communityCode) <= last;
};

function expectWithin(
  answer: { claims: number; p50Seconds?: number; p95Seconds?: number },
  events: typeof told,
) {
  const sorted = events.map(({ data }) => data.waitedSeconds).sort((a, b) => a - b);
  expect(answer.claims).toBe(sorted.length);
  for (const [share, seconds] of [
    [0.5, answer.p50Seconds],
    [0.95, answer.p95Seconds],
  ] as const) {
    const naive = sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
    expect(Math.abs((seconds ?? Number.NaN) - naive)).toBeLessThanOrEqual(naive * 0.05 + 0.5);
  }
}

it('is what a naive recount finds, within the stated error, at every level and over any days', async () => {
  const spans = [{}, { from: '2026-03-05', to: '2026-03-07' }];
  for (const region of ['12', '1201', '120116', '120116014', '120101'])
    for (const span of spans) {
      const { from = '', to = '9' } = span as { from?: string; to?: string };
      const events = told.filter(isIn(region)).filter((event) => {
        const day = opened(event).slice(0, 10);
        return from <= day && day <= to;
      });
      const byType = await ask({ region, ...span });
      expect(byType.errorPercent).toBe(5);
      expectWithin(byType.all, events);
      for (const group of byType.groups)
        expectWithin(
          group,
          events.filter(({ data }) => data.type === group.key),
        );
      expect(byType.groups.reduce((sum, { claims }) => sum + claims, 0)).toBe(byType.all.claims);
      const byHour = await ask({ region, ...span, by: 'hour' });
      for (const group of byHour.groups)
        expectWithin(
          group,
          events.filter((event) => Number(opened(event).slice(11, 13)) === Number(group.key)),
        );
      expect(byHour.groups.map(({ key }) => Number(key))).toEqual(
        [...byHour.groups.map(({ key }) => Number(key))].sort((a, b) => a - b),
      );
    }
});

it('by parts names divisions, and takes a type', async () => {
  const { groups, all, asOf } = await ask({ region: '1201', by: 'part', type: 'medicine' });
  const events = told.filter(({ data }) => data.type === 'medicine');
  expect(groups.map(({ key }) => key)).toEqual(['120101000000', '120116000000']);
  for (const group of groups) {
    expect(group.name).toBeTruthy();
    expectWithin(group, events.filter(isIn(group.key)));
  }
  expectWithin(all, events);
  const newest = told
    .map(({ occurredAt }) => occurredAt)
    .sort()
    .at(-1);
  expect(asOf).toBe(newest);
  const [own] = (await ask({ region: '120116014', by: 'part' })).groups;
  expect(own?.key).toBe('120116014000');
});

it('is for those whose region contains it, of a subdistrict or more', async () => {
  const station: Actor = { id: newId(), role: 'station', region: '120116014' };
  const code = (answer: object) => (answer instanceof DomainError ? answer.code : 'answered');
  expect(code(await ask({ region: '120116014' }, station))).toBe('answered');
  expect(code(await ask({ region: '120116' }, station))).toBe('access.foreignRegion');
  expect(code(await ask({ region: '120116014001' }, station))).toBe('report.placeTooSmall');
  expect(code(await ask({ region: '1201', from: '2026-03-11' }))).toBe('report.spanInvalid');
  const nothing = await ask({ region: '120102' });
  expect([nothing.all, nothing.groups]).toEqual([{ claims: 0 }, []]);
});
