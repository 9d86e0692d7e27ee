import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { errandEvents, type ServiceRecordConfirmed, systemActor, volunteers } from '#contracts';
import { newId, newTraceId } from '#platform';
import { allConsumed, person, serviceDefinition, startHouse, tell, type TestHouse } from '#testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { volunteersService } from './definition.js';

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

  it('add up when both replicas take versions of the same records', async () => {
    const { id } = await register();
    const records = Array.from({ length: 20 }, () => record(id));
    const versions = [1, 2, 3, 4].flatMap((version) =>
      records.map((r) => ({ ...r, version, serviceMinutes: version * 10 })),
    );
    await Promise.all(versions.reverse().map((version) => publish([version])));
    await allConsumed(house.nats, 'volunteers');
    expect(await minutesOf(id)).toBe(20 * 40);
  });
});
