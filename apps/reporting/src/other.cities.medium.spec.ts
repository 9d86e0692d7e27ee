import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Actor,
  type Breakdown,
  DomainError,
  errandEvents,
  type EventEnvelope,
  periodReports,
  type Ranking,
  ratioReports,
  type Ratios,
  reporting,
  stations,
  systemActor,
} from '#contracts';
import { ManualClock, newId, newTraceId } from '#platform';
import { allConsumed, serviceDefinition, startHouse, tell, type TestHouse } from '#testing';
import { reportingService } from './definition.js';

// Real: PostgreSQL, NATS, reporting and stations. The province is made up: nothing in the code knows of it.
const system: Actor = { id: 'test', role: 'system' };
const clock = new ManualClock(new Date('2026-03-10T02:00:00Z'));
const divisions = `code,name
98,示例省
9801,甲市
980101,甲一区
980101001,东街道
980101001001,东一社区
980101001002,东二社区
980101401,甲开发区
980101401001,开发一社区
9802,乙市
980201,乙一县
980201100,北镇
980201100201,北一村
`;
const population = `code,persons,qualifier,source
98,90000,exact,示例省统计公报
9801,60000,exact,示例省统计公报
9802,30000,approx,示例省统计公报
`;
let house: TestHouse;

beforeAll(async () => {
  const folder = tmpdir();
  const [regionsFile, populationFile] = [join(folder, `${newId()}.csv`), join(folder, `${newId()}.csv`)];
  // As a spreadsheet saves it: with a byte order mark and lines that end as on Windows.
  await writeFile(regionsFile, `\uFEFF${divisions.replaceAll('\n', '\r\n')}`);
  await writeFile(populationFile, population);
  const env = { REGIONS_FILE: regionsFile, POPULATION_FILE: populationFile };
  house = await startHouse([await serviceDefinition('stations'), reportingService], { clock, env });
  const tasks = await house.connectAs('tasks');
  const opened = { '980101001001': 3, '980101001002': 2, '980101401001': 1, '980201100201': 4 };
  for (const [communityCode, count] of Object.entries(opened))
    for (let errand = 0; errand < count; errand++) await tell(tasks, [open(communityCode)]);
  await allConsumed(house.nats, 'reporting');
});
afterAll(() => house.stop());

function open(communityCode: string): EventEnvelope {
  const at = '2026-03-09T02:00:00.000Z';
  const data = { errandId: newId(), communityCode, type: 'groceries', at };
  const cityCode = Number(communityCode.slice(0, 4));
  return {
    id: newId(),
    subject: errandEvents.opened.subject,
    cityCode,
    occurredAt: at,
    traceId: newTraceId(),
    data,
  };
}

async function must<T extends object>(asked: Promise<T | DomainError>): Promise<T> {
  const given = await asked;
  if (given instanceof DomainError) throw given;
  return given;
}

describe('a province from a file', () => {
  it('has its totals at every level, each the sum of its parts', async () => {
    const parts = async (region: string, actor = system) => {
      const { metrics, children } = await must<Breakdown>(
        house.ask(reporting.getBreakdown, { region, from: '2026-03-09', to: '2026-03-09' }, actor),
      );
      return [metrics.errandsOpened, children.map((part) => [part.name, part.metrics.errandsOpened])];
    };
    expect(await parts('98')).toEqual([
      10,
      [
        ['甲市', 6],
        ['乙市', 4],
      ],
    ]);
    expect(await parts('9801')).toEqual([6, [['甲一区', 6]]]);
    expect(await parts('980101')).toEqual([
      6,
      [
        ['东街道', 5],
        ['甲开发区', 1],
      ],
    ]);
    expect(await parts('980101001')).toEqual([
      5,
      [
        ['东一社区', 3],
        ['东二社区', 2],
      ],
    ]);
    expect(await parts('980201100201')).toEqual([4, [['北一村', 4]]]);
    const official: Actor = { id: newId(), role: 'official', region: '9802' };
    expect(await parts('9802', official)).toEqual([4, [['乙一县', 4]]]);
    expect(await house.ask(reporting.getTotals, { region: '9801' }, official)).toMatchObject({
      code: 'access.foreignRegion',
    });
    expect(await house.ask(reporting.getTotals, { region: '12' }, system)).toMatchObject({
      code: 'region.unknown',
    });
  });

  it('is ranked and set against its own population and townships', async () => {
    const ranking = await must<Ranking>(
      house.ask(periodReports.rank, { region: '98', by: 'errandsOpened', per: 'population' }, system),
    );
    expect(
      ranking.rows.map(({ rank, name, value, perThousand }) => [rank, name, value, perThousand]),
    ).toEqual([
      [1, '乙市', 4, 0.13],
      [2, '甲市', 6, 0.1],
    ]);
    const organisation = {
      id: newId(),
      kind: 'socialWorkStation' as const,
      name: '东街道社工站',
      region: '980101001',
    };
    await must(house.ask(stations.createOrganisation, organisation, systemActor('gateway')));
    const { ratios } = await must<Ratios>(house.ask(ratioReports.get, { region: '98' }, system));
    expect(ratios.map(({ name, numerator, denominator }) => [name, numerator, denominator])).toEqual([
      ['volunteerRatio', 0, 90_000],
      ['activeRatio', 0, 90_000],
      ['stationCoverage', 1, 3],
      ['stationCoverageWithoutZones', 1, 2],
      ['licenceRate', 0, undefined],
    ]);
  });
});
