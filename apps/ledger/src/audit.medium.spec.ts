import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Actor, errandEvents, ledger, type ServiceRecordConfirmed } from '#contracts';
import { withClient } from '#local';
import { ManualClock, newId, newTraceId, registry } from '#platform';
import { allConsumed, openCity, serviceDefinition, startHouse, tell, type TestHouse } from '#testing';
import { AuditJob } from './audit.job.js';
import { ledgerService } from './definition.js';

// Real: PostgreSQL, NATS, the ledger and the tasks service it asks.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const system: Actor = { id: 'tasks', role: 'system' };
let house: TestHouse;

beforeAll(async () => {
  house = await startHouse([ledgerService, await serviceDefinition('tasks')], { clock });
});
afterAll(() => house.stop());

const audit = () => house.services[0]!.app.get(AuditJob).auditAll();
const figure = async (name: string) =>
  (await registry.getSingleMetricAsString(name)).split('\n').filter((line) => !line.startsWith('#'));

it('says every night whether all fits, by figures that an alarm can watch', async () => {
  const { cityCode, bank, people, transfer } = await openCity(house.database.adminUrl, 5401, 1);
  await house.ask(ledger.post, transfer(bank, people[0]!, 10), system);
  expect(await audit()).toBe(0);
  expect(await figure('shunlu_ledger_consistent')).toEqual(['shunlu_ledger_consistent 1']);
  expect(await figure('shunlu_ledger_audit_timestamp_seconds')).toEqual([
    `shunlu_ledger_audit_timestamp_seconds ${clock.now().getTime() / 1000}`,
  ]);
  await withClient(house.database.adminUrl, (client) =>
    client.query('update ledger.account set credited_minutes = credited_minutes + 1 where city_code = $1', [
      cityCode,
    ]),
  );
  expect(await audit()).toBeGreaterThan(0);
  expect(await figure('shunlu_ledger_consistent')).toEqual(['shunlu_ledger_consistent 0']);
  expect(await figure('shunlu_ledger_faults')).toContain('shunlu_ledger_faults{check="counters"} 2');
});

it('finds an earning for a record that tasks never confirmed', async () => {
  const data: ServiceRecordConfirmed = {
    ...{ recordId: newId(), errandId: newId(), volunteerId: newId(), communityCode: '540216014003' },
    ...{ serviceMinutes: 30, verification: 'deviceVerified', version: 1 },
    ...{ endedAt: clock.now().toISOString(), confirmedAt: clock.now().toISOString() },
  };
  const { subject } = errandEvents.recordConfirmed;
  const occurredAt = clock.now().toISOString();
  await tell(await house.connectAs('tasks'), [
    { id: newId(), subject, cityCode: 5402, occurredAt, traceId: newTraceId(), data },
  ]);
  await allConsumed(house.nats, 'ledger');
  await audit();
  expect(await figure('shunlu_ledger_faults')).toContain('shunlu_ledger_faults{check="records"} 1');
});

it('finds an earning that is remembered otherwise than it was posted, and one that nobody remembers', async () => {
  const { cityCode, bank, people, transfer } = await openCity(house.database.adminUrl, 5403, 1);
  const [posted, forgotten] = [newId(), newId()];
  const earn = (recordId: string) => ({
    ...transfer(bank, people[0]!, 30),
    ...{ code: 'earn' as const, reference: `serviceRecord:${recordId}` },
  });
  const transferOf = earn(posted);
  await house.ask(ledger.post, transferOf, system);
  await house.sql(
    `insert into ledger.earned_record (city_code, record_id, version, transfer_id, credited_minutes)
     values ($1, $2, 1, $3, 30)`,
    [cityCode, posted, transferOf.id],
  );
  await audit();
  expect(await figure('shunlu_ledger_faults')).not.toContain('shunlu_ledger_faults{check="earning"} 1');
  await house.sql('update ledger.earned_record set credited_minutes = 31 where record_id = $1', [posted]);
  await audit();
  expect(await figure('shunlu_ledger_faults')).toContain('shunlu_ledger_faults{check="earning"} 1');
  await house.ask(ledger.post, earn(forgotten), system);
  await audit();
  expect(await figure('shunlu_ledger_faults')).toContain('shunlu_ledger_faults{check="earning"} 2');
});

it('keeps a record that earned nothing only with a stated reason', async () => {
  const unstated = house.sql(
    'insert into ledger.earned_record (city_code, record_id, version) values (5404, $1, 1)',
    [newId()],
  );
  await expect(unstated).rejects.toThrow('earned_record_decided');
});
