import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type Breakdown,
  type Comparison,
  DomainError,
  type ErrandMoved,
  errandEvents,
  type EventContract,
  type EventEnvelope,
  periodReports,
  type Qualifier,
  type Ranking,
  type NamedRatio,
  ratioReports,
  type Ratios,
  type RatiosOfParts,
  reporting,
  type StatisticMetric,
  stations,
  statistics,
  volunteerEvents,
} from '#contracts';
import { ManualClock, newId, newTraceId, startService } from '#platform';
import { allConsumed, serviceDefinition, startHouse, tell, type TestHouse } from '#testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportingService } from './definition.js';

// Real: PostgreSQL, NATS, reporting and stations with Tianjin's divisions, and the population table that is shipped.
const clock = new ManualClock(new Date('2026-03-10T02:00:00Z'));
const system: Actor = { id: 'test', role: 'system' };
const official: Actor = { id: newId(), role: 'official', region: '120101' };
let house: TestHouse;
let tasks: NatsConnection;
let volunteers: NatsConnection;

beforeAll(async () => {
  house = await startHouse([await serviceDefinition('stations'), reportingService], { clock });
  tasks = await house.connectAs('tasks');
  volunteers = await house.connectAs('volunteers');
  const opened = (communityCode: string, day: string, count: number) =>
    Array.from({ length: count }, () => moved(errandEvents.opened, communityCode, day));
  for (const event of [
    ...opened('120116014001', '2026-03-01', 3),
    ...opened('120116014001', '2025-03-01', 8),
    ...opened('120116014003', '2026-03-09', 1),
    ...opened('120116001001', '2026-03-01', 5),
    ...opened('120101001001', '2026-03-01', 5),
    moved(errandEvents.claimed, '120116014001', '2026-03-01'),
  ])
    await tell(tasks, [event]);
  for (let count = 0; count < 82; count++) await tell(volunteers, [registered('120116014001')]);
  await allConsumed(house.nats, 'reporting');
});
afterAll(() => house.stop());

const codeOf = (answer: object) => (answer instanceof DomainError ? answer.code : 'answered');

function moved({ subject }: EventContract<ErrandMoved>, communityCode: string, day: string): EventEnvelope {
  const at = `${day}T03:00:00.000Z`;
  const data = { errandId: newId(), communityCode, type: 'groceries', at };
  return { id: newId(), subject, cityCode: 1201, occurredAt: at, traceId: newTraceId(), data };
}

function registered(communityCode: string): EventEnvelope {
  const registeredAt = '2026-03-01T03:00:00.000Z';
  const data = { volunteerId: newId(), communityCode, registeredAt };
  const { subject } = volunteerEvents.registered;
  return { id: newId(), subject, cityCode: 1201, occurredAt: registeredAt, traceId: newTraceId(), data };
}

describe('a comparison', () => {
  it('holds the days asked for against the same days a year before', async () => {
    const answer = (await house.ask(
      periodReports.compare,
      { region: '120116014', from: '2026-02-20', to: '2026-03-10' },
      system,
    )) as Comparison;
    expect([answer.previous.from, answer.previous.to]).toEqual(['2025-02-20', '2025-03-10']);
    const change = (name: string) => answer.changes.find((each) => each.name === name);
    expect(change('errandsOpened')).toEqual({ name: 'errandsOpened', current: 4, previous: 8, percent: -50 });
    // Nothing before: no percentage, not one of infinity.
    expect(change('errandsClaimed')).toEqual({ name: 'errandsClaimed', current: 1, previous: 0 });
    expect(answer.changes.length).toBe(Object.keys(answer.current.metrics).length);
  });

  it('is of days that were, of one’s own region', async () => {
    const compare = (from: string, to: string, actor = system) =>
      house.ask(periodReports.compare, { region: '120116014', from, to }, actor);
    expect(codeOf(await compare('2026-03-01', '2026-03-11'))).toBe('report.spanInvalid');
    expect(codeOf(await compare('1926-03-01', '2026-03-01'))).toBe('report.spanInvalid');
    expect(codeOf(await compare('2026-03-01', '2026-03-02', official))).toBe('access.foreignRegion');
  });
});

describe('a ranking', () => {
  const rank = (input: object, actor = system) =>
    house.ask(periodReports.rank, { region: '120116', by: 'errandsOpened' as const, ...input }, actor);

  it('has every part once, the greatest first, and adds up to the region', async () => {
    const { rows } = (await rank({ from: '2026-01-01' })) as Ranking;
    expect(rows.slice(0, 3).map(({ rank: place, region, value }) => [place, region, value])).toEqual([
      [1, '120116001000', 5],
      [2, '120116014000', 4],
      [3, expect.any(String), 0],
    ]);
    const input = { region: '120116', from: '2026-01-01' };
    const { metrics, children } = (await house.ask(reporting.getBreakdown, input, system)) as Breakdown;
    expect(rows.reduce((sum, { value }) => sum + value, 0)).toBe(metrics.errandsOpened);
    expect(rows.length).toBe(children.length);
  });

  it('to a thousand people ranks only those whose number is known', async () => {
    const { rows } = (await rank({ per: 'population', by: 'volunteersRegistered' })) as Ranking;
    expect(rows[0]).toEqual({
      ...{ rank: 1, region: '120116014000', name: expect.any(String), value: 82 },
      ...{ population: 100_000, perThousand: 0.82 },
    });
    for (const row of rows.slice(1)) expect([row.rank, row.population]).toEqual([undefined, undefined]);
  });

  it('is of one’s own region', async () => {
    expect(codeOf(await rank({}, official))).toBe('access.foreignRegion');
  });
});

describe('ratios', () => {
  const ratiosOf = async (region: string) =>
    new Map(
      ((await house.ask(ratioReports.get, { region }, system)) as Ratios).ratios.map((ratio) => [
        ratio.name,
        ratio,
      ]),
    );

  it('say what they are divided by, how certain that is, and when there is none', async () => {
    const subdistrict = await ratiosOf('120116014');
    expect(subdistrict.get('volunteerRatio')).toEqual({
      ...{ name: 'volunteerRatio', numerator: 82, dividedBy: 'population', denominator: 100_000 },
      ...{ percent: 0.08, qualifier: 'approx', source: expect.stringContaining('10万左右') },
    });
    const district = (await ratiosOf('120116')).get('volunteerRatio') as NamedRatio;
    expect([district.numerator, district.denominator, district.percent]).toEqual([82, undefined, undefined]);
    expect(district.missing).toMatch(/no figure/);
  });

  it('count a township-level unit once, however many stations it has, with zones and without', async () => {
    const create = (region: string) =>
      house.ask(
        stations.createOrganisation,
        { id: newId(), kind: 'socialWorkStation', name: `站 ${newId()}`, region },
        system,
      );
    for (const region of ['120116014', '120116014001', '120116001'])
      expect(codeOf(await create(region))).toBe('answered');
    const [units] = await house.sql<{ all: number; zones: number }>(
      `select count(*)::int as all, count(*) filter (where code / 1000 % 1000 >= 400)::int as zones
       from stations.region where level = 'township' and code between 120116000000 and 120116999999`,
    );
    const district = await ratiosOf('120116');
    expect(district.get('stationCoverage')).toMatchObject({ numerator: 2, denominator: units?.all });
    expect(district.get('stationCoverageWithoutZones')).toMatchObject({
      ...{ numerator: 2, denominator: (units?.all ?? 0) - (units?.zones ?? 0) },
    });
    expect(units?.zones).toBeGreaterThan(0);
    expect((await ratiosOf('120116014')).get('stationCoverage')).toMatchObject({ percent: 100 });
    expect((await ratiosOf('120116014001')).get('stationCoverage')?.missing).toMatch(/no township-level/);
  });

  it('of all parts come in one reading, each as it is asked for by itself', async () => {
    const input = { region: '120116' };
    const { parts, to } = (await house.ask(ratioReports.ofParts, input, system)) as RatiosOfParts;
    const { children } = (await house.ask(reporting.getBreakdown, input, system)) as Breakdown;
    expect([parts.length, to]).toEqual([children.length, '2026-03-10']);
    for (const { region, ratios } of parts.slice(0, 3)) {
      const alone = await ratiosOf(region);
      alone.delete('licenceRate');
      expect(ratios).toEqual([...alone.values()]);
    }
    const teda = parts.find(({ region }) => region === '120116014000')?.ratios;
    expect(teda?.[0]).toMatchObject({ numerator: 82, denominator: 100_000, percent: 0.08 });
    const coverage = (place: RatiosOfParts, name: string) =>
      place.parts.map(({ ratios }) => ratios.find((ratio) => ratio.name === name));
    // Each unit is one of one; together they are what the district says of itself.
    const whole = (await ratiosOf('120116')).get('stationCoverage');
    const units = coverage({ parts } as RatiosOfParts, 'stationCoverage');
    expect(units.reduce((sum, unit) => sum + (unit?.numerator ?? 0), 0)).toBe(whole?.numerator);
    expect(units.reduce((sum, unit) => sum + (unit?.denominator ?? 0), 0)).toBe(whole?.denominator);

    const below = (await house.ask(ratioReports.ofParts, { region: '120116014' }, system)) as RatiosOfParts;
    for (const unit of coverage(below, 'stationCoverage')) {
      expect(unit).not.toHaveProperty('percent');
      expect(unit?.missing).toMatch(/no township-level/);
    }
    expect(codeOf(await house.ask(ratioReports.ofParts, input, official))).toBe('access.foreignRegion');
  });

  it('of licensed social workers stand on what was published for the division, up to the day', async () => {
    expect((await ratiosOf('120101')).get('licenceRate')).toMatchObject({
      ...{ numerator: 0, dividedBy: 'socialWorkers', missing: expect.stringMatching(/published/) },
    });
    const enter = (metric: StatisticMetric, value: number, qualifier: Qualifier) =>
      house.ask(
        statistics.enter,
        {
          ...{ id: newId(), region: '120101', metric, value, qualifier, to: '2026-03-01' },
          ...{ evidence: '名册', source: '区民政局' },
        },
        system,
      );
    await enter('socialWorkers', 30, 'exact');
    await enter('licensedSocialWorkers', 20, 'atLeast');
    expect((await ratiosOf('120101')).get('licenceRate')).toMatchObject({
      ...{ numerator: 20, denominator: 30, percent: 66.67, qualifier: 'atLeast' },
    });
    const before = await house.ask(ratioReports.get, { region: '120101', to: '2026-02-28' }, system);
    expect((before as Ratios).ratios.find(({ name }) => name === 'licenceRate')).toHaveProperty('missing');
  });

  it('stand on a version of the table; a new file is a new version, a wrong one stops the start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'population-'));
    const file = join(folder, 'population.csv');
    const restart = async (text: string) => {
      await writeFile(file, text);
      const service = await startService(
        reportingService,
        { ...house.env, POPULATION_FILE: file },
        { clock },
      );
      await service.stop();
      return (await house.sql<{ n: number }>('select max(version) as n from reporting.population_version'))[0]
        ?.n;
    };
    const header = 'code,persons,qualifier,source\n';
    try {
      expect(await restart(`${header}120116,2000000,exact,试\n`)).toBe(2);
      expect(await restart(`${header}120116,2000000,exact,试\n`)).toBe(2);
      expect(await restart(`${header}120116,2000001,exact,试\n`)).toBe(3);
      await expect(restart(`${header}120116,none,exact,试\n`)).rejects.toThrow('line 2');
      const persons = await house.sql(
        'select persons from reporting.population where version > 1 order by version',
      );
      expect(persons).toEqual([{ persons: 2_000_000 }, { persons: 2_000_001 }]);
      await expect(
        house.sql('delete from reporting.population', [], house.database.url('reporting')),
      ).rejects.toThrow('permission denied');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
