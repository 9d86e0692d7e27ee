import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  errandEvents,
  type EventEnvelope,
  ledger,
  type LedgerAudit,
  type ServiceRecordConfirmed,
} from '#contracts';
import { deterministicId, ManualClock, newId, newTraceId } from '#platform';
import { allConsumed, startHouse, tell, type TestHouse } from '#testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { ledgerService } from './definition.js';

// Real: PostgreSQL, NATS, the ledger twice. Versions of service records are told as a correcting tasks
// service would tell them, in orders that it would not.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const system: Actor = { id: 'tasks', role: 'system' };
let house: TestHouse;
let tasks: NatsConnection;
let lastCity = 7101;

beforeAll(async () => {
  house = await startHouse([ledgerService], { clock, replicas: 2 });
  tasks = await house.connectAs('tasks');
});
afterAll(() => house.stop());

type Told = EventEnvelope<ServiceRecordConfirmed>;

/** A record of one volunteer in a city of its own; answers the event of a version of it. */
function newRecord() {
  const cityCode = lastCity++;
  const [recordId, errandId, volunteerId] = [newId(), newId(), newId()];
  const version = (number: number, serviceMinutes: number): Told => ({
    id: newId(),
    subject: errandEvents.recordConfirmed.subject,
    cityCode,
    occurredAt: clock.now().toISOString(),
    traceId: newTraceId(),
    data: {
      ...{ recordId, errandId, volunteerId, serviceMinutes, version: number },
      ...{ communityCode: `${cityCode}16014003`, verification: 'deviceVerified' },
      ...{ endedAt: '2026-03-02T00:30:00.000Z', confirmedAt: clock.now().toISOString() },
    },
  });
  const accountId = deterministicId('account', cityCode, volunteerId);
  return { cityCode, recordId, volunteerId, accountId, version };
}

async function hear(...messages: Told[][]): Promise<void> {
  for (const message of messages) {
    await tell(tasks, message);
    await allConsumed(house.nats, 'ledger');
  }
}

async function standing(cityCode: number) {
  const audit = (await house.ask(ledger.audit, { region: String(cityCode) }, system)) as LedgerAudit;
  expect(audit.faults).toEqual([]);
  const [told] = await house.sql<{ issued: number }>(
    `select sum((data->>'minutes')::int * case when data->>'code' = 'earn' then 1 else -1 end)::int as issued
     from ledger.outbox_event where city_code = $1 and (data->>'code' = 'earn' or data->>'reversedCode' = 'earn')`,
    [cityCode],
  );
  return [audit.personalMinutes, audit.issuedMinutes, told?.issued];
}

describe('a correction of a record', () => {
  it('takes back what the version before earned and posts its own; all totals follow', async () => {
    const { cityCode, version } = newRecord();
    await hear([version(1, 90)]);
    expect(await standing(cityCode)).toEqual([90, 90, 90]);
    await hear([version(2, 60)]);
    expect(await standing(cityCode)).toEqual([60, 60, 60]);
    await hear([version(3, 120)], [version(3, 120), version(2, 60), version(1, 90)]);
    expect(await standing(cityCode)).toEqual([120, 120, 120]);
  });

  const orders: [name: string, order: number[][]][] = [
    ['one by one', [[1], [2], [3]]],
    ['backwards', [[3], [2], [1]]],
    ['the last in the middle', [[1], [3], [2]]],
    ['together', [[1, 2, 3]]],
    ['together, backwards', [[3, 2, 1]]],
    ['some together, again and again', [[2, 1], [2], [1, 3], [3, 3, 2, 1]]],
  ];
  it.each(orders)('comes to the same in any order: %s', async (_, order) => {
    const { cityCode, version } = newRecord();
    const minutes = [90, 60, 75];
    await hear(...order.map((numbers) => numbers.map((number) => version(number, minutes[number - 1] ?? 0))));
    expect(await standing(cityCode)).toEqual([75, 75, 75]);
  });

  it('of no minutes voids it, and a later one credits it again', async () => {
    const { cityCode, version } = newRecord();
    await hear([version(1, 90)], [version(2, 0)]);
    expect(await standing(cityCode)).toEqual([0, 0, 0]);
    await hear([version(2, 0)], [version(1, 90)]);
    expect(await standing(cityCode)).toEqual([0, 0, 0]);
    await hear([version(3, 40)]);
    expect(await standing(cityCode)).toEqual([40, 40, 40]);
  });

  it('after the minutes were spent writes off only what is really missing', async () => {
    const { cityCode, accountId, version } = newRecord();
    await hear([version(1, 90)]);
    const other = newId();
    await house.ask(ledger.openAccount, { id: other, cityCode, kind: 'group', ownerId: newId() }, system);
    await house.ask(
      ledger.post,
      {
        ...{ id: newId(), cityCode, debitAccountId: accountId, creditAccountId: other, minutes: 80 },
        ...{ code: 'gift', reference: 'test:1' },
      },
      system,
    );
    await hear([version(2, 60)]);
    expect(await standing(cityCode)).toEqual([0, 60, 60]);
    const written = await house.sql(
      `select minutes from ledger.transfer where city_code = $1 and code = 'writeOff'`,
      [cityCode],
    );
    expect(written).toEqual([{ minutes: 20 }]);
  });

  it('that cannot be credited changes nothing, is remembered with its reason, and leaves a later one free', async () => {
    const { cityCode, accountId, version } = newRecord();
    await hear([version(1, 90)]);
    await house.ask(ledger.closeAccount, { accountId, cityCode, donateRest: true }, system);
    await hear([version(2, 60)], [version(3, 50)], [version(2, 60)]);
    const rejected = await house.sql(
      'select distinct code from ledger.rejected_transfer where city_code = $1',
      [cityCode],
    );
    expect(rejected).toEqual([{ code: 'ledger.accountClosed' }]);
    expect(await standing(cityCode)).toEqual([0, 90, 90]);
    const known = await house.sql(
      'select version, transfer_id is not null as stands from ledger.earned_record where city_code = $1',
      [cityCode],
    );
    expect(known).toEqual([{ version: 3, stands: true }]);
  });

  it('of what somebody reversed by hand posts only its own minutes', async () => {
    const { cityCode, recordId, accountId, version } = newRecord();
    await hear([version(1, 90)]);
    const earned = deterministicId('earn', recordId, 1);
    const [issuance] = await house.sql<{ id: string }>(
      `select id from ledger.account where city_code = $1 and kind = 'issuance'`,
      [cityCode],
    );
    await house.ask(
      ledger.post,
      {
        ...{ id: newId(), cityCode, debitAccountId: accountId, creditAccountId: issuance?.id ?? '' },
        ...{ minutes: 90, code: 'reverse', reference: 'test:1', reversesId: earned },
      },
      system,
    );
    await hear([version(2, 60)]);
    expect(await standing(cityCode)).toEqual([60, 60, 60]);
  });
});
