import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { errandEvents, type ServiceRecordConfirmed, systemActor, volunteers } from '#contracts';
import { poll } from '#local';
import { Database, newId, newTraceId } from '#platform';
import { allConsumed, person, serviceDefinition, startHouse, tell, type TestHouse } from '#testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { volunteersService } from './definition.js';
import { MinutesService } from './minutes.service.js';

// Real: PostgreSQL, NATS, two replicas of volunteers. Service records are told as tasks tells them.
const community = '120116014001';
const system = { actor: systemActor('gateway'), traceId: newTraceId() };
const served = '2026-03-02T01:00:00.000Z';
let house: TestHouse;
let tasks: NatsConnection;

beforeAll(async () => {
  house = await startHouse([await serviceDefinition('stations'), volunteersService], { replicas: 2 });
  tasks = await house.connectAs('tasks');
});
afterAll(() => house.stop());

const register = () => house.call(volunteers.register, person(), system);

describe('lifetime minutes', () => {
  const record = (
    volunteerId: string,
    fields: Partial<ServiceRecordConfirmed> = {},
  ): ServiceRecordConfirmed => ({
    recordId: newId(),
    errandId: newId(),
    volunteerId,
    communityCode: community,
    serviceMinutes: 30,
    verification: 'deviceVerified',
    endedAt: served,
    confirmedAt: served,
    version: 1,
    ...fields,
  });
  const minutesOf = async (id: string) =>
    (await house.call(volunteers.get, { id }, { ...system, actor: { id, role: 'volunteer' } }))
      .lifetimeMinutes;
  const publish = (records: ServiceRecordConfirmed[], id?: string) =>
    tell(
      tasks,
      records.map((data) => ({
        id: id ?? newId(),
        subject: errandEvents.recordConfirmed.subject,
        cityCode: 1201,
        occurredAt: data.confirmedAt,
        traceId: newTraceId(),
        data,
      })),
    );

  it('count every record once, in its newest version, whatever order they come in', async () => {
    const [a, b] = [(await register()).id, (await register()).id];
    const first = record(a);
    const corrected = { ...first, version: 2, serviceMinutes: 45 };
    const late = record(b, { version: 1, serviceMinutes: 60 });
    const newer = { ...late, version: 3, serviceMinutes: 20 };
    await publish([first, record(a, { serviceMinutes: 100 }), newer]);
    await publish([corrected, late, corrected]);
    await publish([first]);
    await publish([record(b, { serviceMinutes: 5 })]);
    await allConsumed(house.nats, 'volunteers');
    expect([await minutesOf(a), await minutesOf(b)]).toEqual([145, 25]);
  });

  it('count what a naive recount counts, voids included, in any order and with duplicates', async () => {
    const random = randomOf(11);
    const people = [(await register()).id, (await register()).id, (await register()).id];
    const told = Array.from({ length: 60 }, (_, i) => {
      const first = record(people[i % people.length] ?? '');
      const versions = 1 + random(4);
      return Array.from({ length: versions }, (_, v) => ({
        ...first,
        version: v + 1,
        serviceMinutes: random(3) === 0 ? 0 : 1 + random(300),
      }));
    });
    const all = told.flat();
    const deliveries = [...all, ...all.filter(() => random(3) === 0)]
      .map((each) => [random(1_000_000), each] as const)
      .sort(([a], [b]) => a - b)
      .map(([, each]) => each);
    while (deliveries.length > 0) await publish(deliveries.splice(0, 1 + random(20)));
    await allConsumed(house.nats, 'volunteers');
    for (const id of people) {
      const last = told.map((versions) => versions.at(-1)).filter((each) => each?.volunteerId === id);
      expect(await minutesOf(id)).toBe(last.reduce((sum, each) => sum + (each?.serviceMinutes ?? 0), 0));
    }
  });

  it('count an event once, however often it is delivered', async () => {
    const { id } = await register();
    const told = record(id, { serviceMinutes: 100 * 60 });
    const eventId = newId();
    for (let delivery = 0; delivery < 5; delivery++) await publish([told], eventId);
    await allConsumed(house.nats, 'volunteers');
    expect(
      await house.call(volunteers.get, { id }, { ...system, actor: { id, role: 'volunteer' } }),
    ).toMatchObject({
      lifetimeMinutes: 6_000,
      starLevel: 1,
    });
  });

  it('add up when two replicas count versions of one record at the same moment', async () => {
    const { id } = await register();
    const first = record(id, { serviceMinutes: 30 });
    const second = { ...first, version: 2, serviceMinutes: 50 };
    const url = house.database.url('volunteers');
    const database = await Database.open({ service: 'volunteers', url, poolSize: 2 });
    const minutes = new MinutesService();
    try {
      let late: Promise<void> | undefined;
      await database.transaction(async (tx) => {
        await minutes.credit(tx, [first]);
        late = database.transaction((other) => minutes.credit(other, [second]));
        await poll(
          isSomebodyWaiting,
          5_000,
          () => new Error('the second replica did not wait for the first'),
        );
      });
      await late;
    } finally {
      await database.close();
    }
    expect(await minutesOf(id)).toBe(50);
  });
});

/** Numbers that are the same in every run. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

/** Whether a transaction of this database waits for a lock of another. */
async function isSomebodyWaiting(): Promise<true | undefined> {
  const waiting = await house.sql(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return waiting.length > 0 || undefined;
}
