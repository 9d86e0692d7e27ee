import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  anonymous,
  DomainError,
  type ErrandMoved,
  errandEvents,
  type EventContract,
  type EventEnvelope,
  openData,
  type OpenMonth,
} from '#contracts';
import { ManualClock, newId, newTraceId } from '#platform';
import { allConsumed, serviceDefinition, startHouse, tell, type TestHouse } from '#testing';
import { reportingService } from './definition.js';
import { PublishedJob } from './published.job.js';

// Real: PostgreSQL, NATS, reporting and stations with Tianjin's divisions.
const clock = new ManualClock(new Date('2026-03-19T02:00:00Z'));
let house: TestHouse;
let job: PublishedJob;

beforeAll(async () => {
  house = await startHouse([await serviceDefinition('stations'), reportingService], { clock });
  job = house.services.find(({ name }) => name === 'reporting')?.app.get(PublishedJob) as PublishedJob;
  const tasks = await house.connectAs('tasks');
  const events: EventEnvelope[] = [
    // In 滨海新区: 2, 12, and 40; in 和平区: 9; in a place that no table knows: 1.
    ...opened('120116014001', 2),
    ...opened('120116001001', 12),
    ...opened('120116005001', 40),
    ...opened('120101001001', 9),
    ...opened('120116777001', 1),
    ...served('120116014001', 4),
    ...served('120116001001', 6),
    ...served('120116005001', 7),
  ];
  await tell(tasks, ...events.map((event) => [event]));
  await allConsumed(house.nats, 'reporting');
});
afterAll(() => house.stop());

function event(subject: string, data: object): EventEnvelope {
  const occurredAt = '2026-02-10T03:00:00.000Z';
  return { id: newId(), subject, cityCode: 1201, occurredAt, traceId: newTraceId(), data };
}

function opened(communityCode: string, count: number): EventEnvelope[] {
  const { subject }: EventContract<ErrandMoved> = errandEvents.opened;
  return Array.from({ length: count }, () =>
    event(subject, { errandId: newId(), communityCode, type: 'groceries', at: '2026-02-10T03:00:00.000Z' }),
  );
}

function served(communityCode: string, count: number): EventEnvelope[] {
  const at = '2026-02-10T03:00:00.000Z';
  return Array.from({ length: count }, () =>
    event(errandEvents.recordConfirmed.subject, {
      ...{ recordId: newId(), errandId: newId(), volunteerId: newId(), communityCode, serviceMinutes: 30 },
      ...{ verification: 'deviceVerified', endedAt: at, confirmedAt: at, version: 1 },
    }),
  );
}

const get = (region: string, month?: string, actor: Actor = anonymous) =>
  house.ask(openData.get, { region, ...(month && { month }) }, actor);
const codeOf = (answer: object) => (answer instanceof DomainError ? answer.code : 'answered');
const openedIn = ({ rows }: OpenMonth) =>
  Object.fromEntries(rows.map(({ region, figures }) => [region, figures.errandsOpened]));

describe('open data', () => {
  it('is published on the 20th, once, without anything small or what would tell it', async () => {
    await job.publishAll();
    expect(codeOf(await get('1201', '2026-02'))).toBe('openData.notPublished');
    clock.advanceMinutes(24 * 60);
    await job.publishAll();
    const district = (await get('120116')) as OpenMonth;
    expect([district.month, district.threshold, district.region]).toEqual(['2026-02', 5, '120116000000']);
    // 2 is small, and so is the 1 of no known place: with 12 beside them nobody knows which is what.
    const figures = openedIn(district);
    expect([figures['120116000000'], figures['120116005000']]).toEqual([55, 40]);
    expect([figures['120116014000'], figures['120116001000']]).toEqual([undefined, undefined]);
    const city = openedIn((await get('1201')) as OpenMonth);
    expect([city['120100000000'], city['120116000000'], city['120101000000']]).toEqual([64, 55, 9]);
    expect([city['120102000000'], figures['120116006000']]).toEqual([0, undefined]);
  });

  it('keeps minutes back wherever it keeps services back', async () => {
    const { rows } = (await get('120116', '2026-02')) as OpenMonth;
    for (const { figures } of rows)
      expect(figures.serviceMinutes === undefined).toBe(figures.servicesConfirmed === undefined);
    const of = (region: string) => rows.find((row) => row.region === region)?.figures;
    expect(of('120116000000')).toMatchObject({ servicesConfirmed: 17, serviceMinutes: 510 });
    expect(of('120116014000')?.serviceMinutes).toBeUndefined();
    // 120 minutes of four services are no small number, and still nobody's business.
    const stored = await house.sql<{ n: number }>(
      `select count(*)::int as n from reporting.open_figure where region_code = 120116014000
         and month = '2026-02-01' and name in ('servicesConfirmed', 'serviceMinutes')`,
    );
    expect(stored).toEqual([{ n: 0 }]);
  });

  it('never changes, whatever comes later', async () => {
    const before = await get('120116', '2026-02');
    const tasks = await house.connectAs('tasks');
    await tell(tasks, ...opened('120116005001', 1).map((each) => [each]));
    await allConsumed(house.nats, 'reporting');
    await job.publishAll();
    expect(await get('120116', '2026-02')).toEqual(before);
    await expect(house.sql('update reporting.open_figure set value = 41')).rejects.toThrow('never changed');
    await expect(
      house.sql(
        `insert into reporting.open_figure values (1201, '2026-02-01', 120101002000, 'needsSubmitted', 4)`,
      ),
    ).rejects.toThrow('check constraint');
  });

  it('is for everybody, of places and months it has', async () => {
    const volunteer: Actor = { id: newId(), role: 'volunteer' };
    expect(codeOf(await get('120116014', '2026-02', volunteer))).toBe('answered');
    for (const [region, month] of [
      ['120116014001', '2026-02'],
      ['12', '2026-02'],
      ['120116', '2026-03'],
    ] as const)
      expect([region, codeOf(await get(region, month))]).toEqual([region, 'openData.notPublished']);
    expect(codeOf(await get('130101', '2026-02'))).toBe('region.unknown');
  });
});
