import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  DomainError,
  errandEvents,
  type EventEnvelope,
  type Recipients,
  recipients,
  type RecipientSpan,
  type ServiceRecordConfirmed,
} from '#contracts';
import { ManualClock, newId, newTraceId, shanghaiDay } from '#platform';
import { parseRegion } from '#regions';
import { allConsumed, serviceDefinition, startHouse, tell, type TestHouse } from '#testing';
import { reportingService } from './definition.js';

// Real: PostgreSQL, NATS, reporting (two replicas) and stations with Tianjin's divisions. Told by event: records.
const clock = new ManualClock(new Date('2026-03-10T02:00:00Z'));
const system: Actor = { id: 'test', role: 'system' };
const communities = ['120116014001', '120116014003', '120116001001', '120101001001'];
let house: TestHouse;
type Told = EventEnvelope<ServiceRecordConfirmed>;
const told: Told[] = [];

let state = 11;
const random = (below: number) => (state = (state * 48271) % 2147483647) % below;
const pick = <T>(items: readonly T[]) => items[random(items.length)] as T;

beforeAll(async () => {
  house = await startHouse([await serviceDefinition('stations'), reportingService], { clock, replicas: 2 });
  const [people, doors] = [12, 8].map((count) => Array.from({ length: count }, newId)) as [
    string[],
    string[],
  ];
  for (let record = 0; record < 150; record++) {
    const [recordId, versions] = [newId(), 1 + random(4)];
    for (let version = 1; version <= versions; version++)
      told.push(confirmed(recordId, version, pick(people), pick(doors)));
  }
  const order = [...told, ...told.slice(0, 120)]
    .map((event) => [random(1_000_000), event] as const)
    .sort(([a], [b]) => a - b)
    .map(([, event]) => event);
  const tasks = await house.connectAs('tasks');
  for (let start = 0; start < order.length; start += 15) await tell(tasks, order.slice(start, start + 15));
  await allConsumed(house.nats, 'reporting');
}, 60_000);
afterAll(() => house.stop());

function confirmed(recordId: string, version: number, recipientKey: string, householdKey: string): Told {
  const endedAt = new Date(clock.now().getTime() - random(120 * 86_400) * 1_000).toISOString();
  const { subject } = errandEvents.recordConfirmed;
  const data: ServiceRecordConfirmed = {
    ...{ recordId, version, recipientKey, householdKey, endedAt, confirmedAt: endedAt },
    ...{
      errandId: newId(),
      volunteerId: newId(),
      communityCode: pick(communities),
      verification: 'attested',
    },
    serviceMinutes: random(5) === 0 ? 0 : 30,
  };
  return { id: newId(), subject, cityCode: 1201, occurredAt: endedAt, traceId: newTraceId(), data };
}

/** Counted one by one, of the highest version of each record. */
function naive(region: string, prefix: string) {
  const last = new Map<string, ServiceRecordConfirmed>();
  for (const { data } of told)
    if (data.version > (last.get(data.recordId)?.version ?? 0)) last.set(data.recordId, data);
  const { code, last: end } = parseRegion(region);
  const counted = [...last.values()].filter(
    ({ communityCode, endedAt, serviceMinutes }) =>
      serviceMinutes > 0 &&
      code <= Number(communityCode) &&
      Number(communityCode) <= end &&
      shanghaiDay(new Date(endedAt)).startsWith(prefix),
  );
  return {
    persons: new Set(counted.map(({ recipientKey }) => recipientKey)).size,
    households: new Set(counted.map(({ householdKey }) => householdKey)).size,
    personTimes: counted.length,
  };
}

const ask = (region: string, span: RecipientSpan, day?: string, actor = system) =>
  house.ask(recipients.get, { region, span, ...(day && { day }) }, actor);

describe('people and households served', () => {
  it('count once at every level, in months and years, in whatever order records and versions come', async () => {
    for (const region of ['12', '1201', '120116', '120116014', '120116014001', '120101'])
      for (const [span, day, prefix] of [
        ['month', '2026-03-05', '2026-03'],
        ['month', '2026-02-28', '2026-02'],
        ['month', '2025-12-01', '2025-12'],
        ['year', '2026-01-01', '2026'],
        ['year', '2025-12-31', '2025'],
      ] as const) {
        const answer = (await ask(region, span, day)) as Recipients;
        expect([region, prefix, answer]).toEqual([
          region,
          prefix,
          expect.objectContaining(naive(region, prefix)),
        ]);
        for (const { region: part, persons, households } of answer.children)
          expect([part, { persons, households }]).toEqual([
            part,
            { persons: naive(part, prefix).persons, households: naive(part, prefix).households },
          ]);
      }
    const { persons, personTimes, children } = (await ask('1201', 'year')) as Recipients;
    expect(persons).toBeLessThan(personTimes);
    expect(children.reduce((sum, part) => sum + part.persons, 0)).toBeGreaterThan(persons);
  });

  it('say which days they are of, and how fresh they are', async () => {
    expect(await ask('120116', 'month')).toMatchObject({
      from: '2026-03-01',
      to: '2026-03-10',
      span: 'month',
    });
    expect(await ask('120116', 'year', '2025-06-01')).toMatchObject({ from: '2025-01-01', to: '2025-12-31' });
    expect(((await ask('120116', 'year')) as Recipients).asOf).toBeDefined();
  });

  it('are refused of other regions, of the future, and of places that are none', async () => {
    const official: Actor = { id: newId(), role: 'official', region: '120101' };
    const codeOf = (answer: object) => (answer instanceof DomainError ? answer.code : 'answered');
    expect(codeOf(await ask('120116', 'month', undefined, official))).toBe('access.foreignRegion');
    expect(codeOf(await ask('120116', 'month', '2026-04-01'))).toBe('report.spanInvalid');
    expect(codeOf(await ask('120199', 'month'))).toBe('region.unknown');
    expect(codeOf(await ask('120116', 'week' as 'month'))).toBe('request.invalid');
    expect(codeOf(await ask('120116', 'month', undefined, { id: newId(), role: 'volunteer' }))).toBe(
      'access.denied',
    );
  });
});
