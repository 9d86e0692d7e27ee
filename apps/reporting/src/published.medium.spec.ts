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
  type PeriodReport,
  periodReports,
} from '#contracts';
import { ManualClock, newId, newTraceId } from '#platform';
import { allConsumed, serviceDefinition, startHouse, tell, type TestHouse } from '#testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { reportingService } from './definition.js';
import { PublishedJob } from './published.job.js';

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
    const job = service?.app.get(PublishedJob) as PublishedJob;
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
    await expect(house.sql('delete from reporting.published_report')).rejects.toThrow('never changed');
    const official: Actor = { id: newId(), role: 'official', region: '120101' };
    expect(codeOf(await revise(official))).toBe('access.foreignRegion');
    expect(codeOf(await get({ day: '2026-03-11' }))).toBe('report.spanInvalid');
  });
});

describe('a published week, month or year', () => {
  it('is that of its days, frozen once it is over, and revised with a reason', async () => {
    const region = '120101001';
    const opened = (day: string) => moved(errandEvents.opened, '120101001001', `${day}T03:00:00.000Z`);
    const days = [
      '2025-12-31',
      '2026-02-01',
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
      '2026-03-08',
      '2026-03-09',
    ];
    await deliver(...days.map(opened));
    // Published already by the day before's run: of this house the city was, so that its own figures stand.
    await house.sql('alter table reporting.published_report disable trigger user');
    await house.sql('delete from reporting.published_report');
    await house.sql('alter table reporting.published_report enable trigger user');
    const job = house.services
      .find(({ name }) => name === 'reporting')
      ?.app.get(PublishedJob) as PublishedJob;
    await job.publishAll();
    const get = (kind: 'week' | 'month' | 'year', day?: string, actor = system) =>
      house.ask(periodReports.get, { region, kind, ...(day && { day }) }, actor);
    const brief = ({ from, to, revisions }: PeriodReport) => [from, to, revisions[0]?.metrics.errandsOpened];
    expect(brief((await get('week')) as PeriodReport)).toEqual(['2026-03-02', '2026-03-08', 2]);
    expect(brief((await get('month', '2026-02-14')) as PeriodReport)).toEqual([
      '2026-02-01',
      '2026-02-28',
      2,
    ]);
    expect(brief((await get('year')) as PeriodReport)).toEqual(['2025-01-01', '2025-12-31', 1]);
    // Not over, not published, in the future.
    expect(codeOf(await get('month', '2026-03-01'))).toBe('report.notPublished');
    expect(codeOf(await get('week', '2026-02-20'))).toBe('report.notPublished');
    expect(codeOf(await get('week', '2026-03-20'))).toBe('report.spanInvalid');
    await deliver(opened('2026-03-03'));
    await job.publishAll();
    const late = (await get('week', '2026-03-05')) as PeriodReport;
    expect([brief(late)[2], late.outdated]).toEqual([2, ['errandsOpened']]);
    const input = { region, kind: 'week', day: '2026-03-04', reason: '迟到的记录' } as const;
    const revised = (await house.ask(periodReports.revise, input, system)) as PeriodReport;
    expect(revised.revisions.map(({ revision, metrics }) => [revision, metrics.errandsOpened])).toEqual([
      [2, 3],
      [1, 2],
    ]);
    const official: Actor = { id: newId(), role: 'official', region: '120116' };
    expect(codeOf(await get('week', undefined, official))).toBe('access.foreignRegion');
    expect(codeOf(await house.ask(periodReports.revise, input, official))).toBe('access.foreignRegion');
  });

  it('begins on its first day: the database takes no other', async () => {
    const insert = (kind: string, day: string) =>
      house.sql(
        `insert into reporting.published_report values (1201, 120101001000, $2, 1, null, '{}', 'test', now(), $1)`,
        [kind, day],
      );
    for (const [kind, day] of [
      ['week', '2026-03-03'],
      ['month', '2026-03-02'],
      ['year', '2026-02-01'],
      ['decade', '2020-01-01'],
    ] as const)
      await expect(insert(kind, day)).rejects.toThrow('check constraint');
  });
});
