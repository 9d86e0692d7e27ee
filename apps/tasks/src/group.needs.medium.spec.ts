import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type DomainError,
  errands,
  type NeedView,
  needs,
  type ResidentView,
  stations,
  systemActor,
} from '#contracts';
import { newId } from '#platform';
import { startStreet, type Street } from '#testing';

// Real: PostgreSQL, NATS, tasks and stations.
let street: Street;
const groupId = newId();

beforeAll(async () => {
  street = await startStreet();
  await street.house.ask(
    stations.createOrganisation,
    { id: groupId, kind: 'courierSite', name: '第二大街站点', region: '120116014' },
    systemActor('gateway'),
  );
});
afterAll(() => street.house.stop());

const code = (answer: object) => (answer as DomainError).code;
const wishes = (group: string) => ({
  id: newId(),
  residentId: street.resident.id,
  type: 'groceries' as const,
  summary: 'rice and oil, two bags',
  channel: 'phone' as const,
  windowStart: street.clock.now().toISOString(),
  windowEnd: new Date(street.clock.now().getTime() + 7_200_000).toISOString(),
  expectedMinutes: 30,
  groupId: group,
});
const told = (recordId: string) =>
  street.house.sql<{ group: string | null }>(
    `select data ->> 'groupId' as group from tasks.outbox_event
     where subject = 'shunlu.evt.v1.serviceRecord.confirmed' and data ->> 'recordId' = $1`,
    [recordId],
  );

describe('a need that a group serves', () => {
  it('is told with its group once its record is confirmed, and another is not', async () => {
    const records = [];
    for (const group of [groupId, undefined]) {
      const { id } = await street.served({ wishes: group ? { groupId: group } : {} });
      const input = { id, method: 'callBack' as const };
      expect(await street.house.ask(errands.confirmRecord, input, street.committee)).toMatchObject({
        state: 'confirmed',
      });
      records.push(await told(id));
    }
    expect(records).toEqual([[{ group: groupId }], [{ group: null }]]);
  });

  it('is shown with it, and the same id with another group is another need', async () => {
    const input = wishes(groupId);
    const posted = (await street.house.ask(needs.post, input, street.committee)) as NeedView;
    expect(posted.groupId).toBe(groupId);
    const without = { ...input, groupId: undefined };
    expect(code(await street.house.ask(needs.post, without, street.committee))).toBe('idempotency.conflict');
  });

  it('needs a group that exists, and staff who say so', async () => {
    expect(code(await street.house.ask(needs.post, wishes(newId()), street.committee))).toBe(
      'need.groupInvalid',
    );
    const person = (await street.house.ask(
      needs.registerResident,
      {
        ...{
          id: newId(),
          name: '示例爷爷',
          phone: '022-00000002',
          communityCode: '120116014001',
          door: '2 号',
        },
        point: { longitude: 117.71, latitude: 39.03 },
      },
      street.committee,
    )) as ResidentView;
    const own = { ...wishes(groupId), residentId: person.id, channel: 'app' as const };
    const resident = { id: person.id, role: 'resident' as const };
    expect(code(await street.house.ask(needs.post, own, resident))).toBe('need.groupInvalid');
  });
});
