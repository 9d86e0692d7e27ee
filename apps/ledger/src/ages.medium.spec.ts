import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  errandEvents,
  type EventEnvelope,
  policies,
  type ServiceRecordConfirmed,
  systemActor,
  volunteerFacts,
  volunteers,
} from '#contracts';
import { ManualClock, newId, newTraceId } from '#platform';
import { allConsumed, idNumber, person, serviceDefinition, startHouse, tell, type TestHouse } from '#testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { ledgerService } from './definition.js';
import { silentPolicy } from './policy.js';

// Real: PostgreSQL, NATS, the ledger, and the register of volunteers that it asks how old somebody was.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const call = { actor: systemActor('tasks'), traceId: newTraceId() };
let house: TestHouse;
let tasks: NatsConnection;

beforeAll(async () => {
  const others = ['stations', 'volunteers'] as const;
  house = await startHouse([ledgerService, ...(await Promise.all(others.map(serviceDefinition)))], { clock });
  tasks = await house.connectAs('tasks');
});
afterAll(() => house.stop());

const register = async (birthDay: string, serial: string) => {
  const { id } = await house.call(
    volunteers.register,
    person({ idNumber: idNumber(`129999${birthDay}${serial}`), guardianName: '示长辈' }),
    call,
  );
  return id;
};

it('asks the register how old volunteers were on the day, and no more', async () => {
  const almost = await register('20080304', '801');
  const items = ['2026-03-03', '2026-03-04'].map((day) => ({ volunteerId: almost, day }));
  const nobody = { volunteerId: newId(), day: '2026-03-03' };
  const answer = await house.call(volunteerFacts.agesOn, { items: [...items, nobody] }, call);
  expect(answer.items.map(({ ageYears }) => ageYears)).toEqual([17, 18, undefined]);
});

it('credits under a policy that asks for an age who is old enough, and says why not the others', async () => {
  const cityCode = 1201;
  const policy = { ...silentPolicy, earnerAge: { min: 18, max: null, minorMode: null } };
  await house.call(policies.adopt, { cityCode, versions: [{ effectiveFrom: '2026-03-03', policy }] }, call);
  const [almost, grown] = [await register('20080304', '802'), await register('19800101', '803')];
  const record = (volunteerId: string, endedAt: string): EventEnvelope<ServiceRecordConfirmed> => ({
    ...{ id: newId(), subject: errandEvents.recordConfirmed.subject, cityCode },
    ...{ occurredAt: endedAt, traceId: newTraceId() },
    data: {
      ...{ recordId: newId(), errandId: newId(), volunteerId, serviceMinutes: 30, version: 1 },
      ...{ communityCode: '120116014003', verification: 'deviceVerified', endedAt, confirmedAt: endedAt },
    },
  });
  const told = [
    record(almost, '2026-03-03T03:00:00Z'),
    record(almost, '2026-03-04T03:00:00Z'),
    record(grown, '2026-03-03T03:00:00Z'),
    record(newId(), '2026-03-03T03:00:00Z'),
    // Before the policy was in force nobody is asked.
    record(newId(), '2026-03-02T03:00:00Z'),
  ];
  await tell(tasks, told);
  await allConsumed(house.nats, 'ledger');
  const earnings = await Promise.all(
    told.map(({ data }) => house.call(policies.getEarning, { id: data.recordId }, call)),
  );
  expect(earnings.map(({ creditedMinutes, reason }) => [creditedMinutes, reason])).toEqual([
    [0, 'tooYoung'],
    [30, undefined],
    [30, undefined],
    [0, 'ageUnknown'],
    [30, undefined],
  ]);
});
