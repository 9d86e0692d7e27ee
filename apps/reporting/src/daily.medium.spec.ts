import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type DailyReport,
  dailyReports,
  DomainError,
  type ErrandMoved,
  errandEvents,
  type EventContract,
  type EventEnvelope,
} from '#contracts';
import { ManualClock, newId, newTraceId } from '#platform';
import { allConsumed, serviceDefinition, startHouse, tell, type TestHouse } from '#testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { DailyJob } from './daily.job.js';
import { reportingService } from './definition.js';

// Real: PostgreSQL, NATS, reporting and stations. Errands are told as tasks tells them.
const clock = new ManualClock(new Date('2026-03-10T02:00:00Z'));
const system: Actor = { id: 'test', role: 'system' };
let house: TestHouse;
let tasks: NatsConnection;

beforeAll(async () => {
  house = await startHouse([await serviceDefinition('stations'), reportingService], { clock });
  tasks = await house.connectAs('tasks');
});
afterAll(() => house.stop());

const codeOf = (answer: object) => (answer instanceof DomainError ? answer.code : 'answered');

function moved({ subject }: EventContract<ErrandMoved>, communityCode: string, at: string): EventEnvelope {
  const data = { errandId: newId(), communityCode, type: 'groceries', at };
  return { id: newId(), subject, cityCode: 1201, occurredAt: at, traceId: newTraceId(), data };
}

async function deliver(...events: EventEnvelope[]): Promise<void> {
  for (const event of events) await tell(tasks, [event]);
  await allConsumed(house.nats, 'reporting');
}

describe('a published day', () => {
  it('stays as it was published; what changed is a revision with its reason', async () => {
    const region = '120116014';
    const day = '2026-03-09';
    const at = `${day}T03:00:00.000Z`;
    const service = house.services.find(({ name }) => name === 'reporting');
    const job = service?.app.get(DailyJob) as DailyJob;
    const get = (input: object, actor = system) => house.ask(dailyReports.get, { region, ...input }, actor);
    await deliver(moved(errandEvents.opened, '120116014001', at));
    expect(codeOf(await get({}))).toBe('report.notPublished');
    await job.publishAll();
    await deliver(
      moved(errandEvents.opened, '120116014001', at),
      moved(errandEvents.claimed, '120116014003', at),
    );
    await job.publishAll();
    const frozen = (await get({})) as DailyReport;
    expect(frozen.revisions.map(({ revision, metrics }) => [revision, metrics.errandsOpened])).toEqual([
      [1, 1],
    ]);
    expect([frozen.day, frozen.outdated]).toEqual([day, ['errandsOpened', 'errandsClaimed']]);
    const revise = (actor = system) =>
      house.ask(dailyReports.revise, { region, day, reason: '迟到的记录' }, actor);
    const revised = (await revise()) as DailyReport;
    expect(revised.revisions.map(({ revision, metrics }) => [revision, metrics.errandsOpened])).toEqual([
      [2, 2],
      [1, 1],
    ]);
    expect([revised.outdated, revised.revisions[0]?.reason]).toEqual([[], '迟到的记录']);
    expect(((await revise()) as DailyReport).revisions.length).toBe(2);
    const district = (await house.ask(dailyReports.get, { region: '120116', day }, system)) as DailyReport;
    expect(district.revisions[0]?.metrics.errandsOpened).toBe(1);
    await expect(house.sql('delete from reporting.published_day')).rejects.toThrow('never changed');
    const official: Actor = { id: newId(), role: 'official', region: '120101' };
    expect(codeOf(await revise(official))).toBe('access.foreignRegion');
    expect(codeOf(await get({ day: '2026-03-11' }))).toBe('report.spanInvalid');
  });
});
