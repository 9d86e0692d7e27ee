import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  Actor,
  PublishedFigures,
  Qualifier,
  StatisticList,
  StatisticMetric,
  StatisticPage,
  StatisticView,
} from '#contracts';
import { projectRoot } from '#local';
import { newId } from '#platform';
import { serviceDefinition, startHouse, type TestHouse } from '#testing';
import type { JWK } from 'jose';
import { type RunningGateway, startGateway } from '../../apps/gateway/src/definition.js';
import { claimsOf, sign } from './edge.harness.js';

// Real: PostgreSQL, NATS, stations and the gateway. The fixture is what stations and cities have published.
interface Published {
  system: string;
  region?: string;
  metric: string;
  value: number;
  qualifier: 'exact' | 'approx' | 'at_least';
  text?: string;
}

/** Divisions that Tianjin's table lacks, and what each publication covers. */
const places: Record<string, { region: string; name: string; from: string; to: string }> = {
  'Tianjin TEDA subdistrict station': { region: '120116014', name: '', from: '2022-01-01', to: '2022-12-31' },
  Tianjin: { region: '12', name: '', from: '2022-01-01', to: '2022-12-31' },
  'Alar stations, 2021 to date of report': {
    ...{ region: '659002', name: '阿拉尔市', from: '2021-01-01', to: '2023-12-31' },
  },
  'Guangzhou public-benefit time bank, spring 2022': {
    ...{ region: '4401', name: '广州市', from: '2022-03-01', to: '2022-05-31' },
  },
  'Shijiazhuang Yuhua': { region: '130108', name: '裕华区', from: '2022-01-01', to: '2022-12-31' },
};
const metricOf: Record<string, StatisticMetric> = {
  residents_committees: 'residentsCommittees',
  committee_staff: 'committeeStaff',
  residents: 'residents',
  courier_sites: 'courierSites',
  courier_volunteers: 'courierVolunteers',
  social_work_stations: 'socialWorkStations',
  stations: 'socialWorkStations',
  communities_and_villages_reached: 'communitiesCovered',
  communities_covered: 'communitiesCovered',
  cases: 'cases',
  case_person_times: 'casePersonTimes',
  groups: 'groups',
  group_person_times: 'groupPersonTimes',
  community_activities: 'communityActivities',
  activity_person_times: 'activityPersonTimes',
  registered_volunteers: 'registeredVolunteers',
  service_hours: 'serviceHours',
  time_bank_activities: 'timeBankActivities',
  volunteer_person_times: 'volunteerPersonTimes',
  station_social_workers: 'socialWorkers',
  person_times: 'personTimes',
};
const qualifierOf: Record<Published['qualifier'], Qualifier> = {
  exact: 'exact',
  approx: 'approx',
  at_least: 'atLeast',
};
const stands = (item: Published) =>
  /stations|staff|residents|courier|communities|registered|workers/.test(item.metric);

let house: TestHouse;
let gateway: RunningGateway;
let key: JWK;
let published: Published[];

beforeAll(async () => {
  published = JSON.parse(
    await readFile(join(projectRoot, 'test/e2e/fixtures/published-figures.json'), 'utf8'),
  ) as Published[];
  house = await startHouse([await serviceDefinition('stations')]);
  for (const { region, name } of Object.values(places).filter((place) => place.name !== '')) {
    const code = region.padEnd(12, '0');
    await house.sql('insert into stations.region (city_code, code, level, name) values ($1, $2, $3, $4)', [
      ...[code.slice(0, 4), code, region.length === 4 ? 'city' : 'county', name],
    ]);
  }
  gateway = await startGateway({ ...house.env, PORT: '0' });
  key = JSON.parse(await readFile(house.env['TOKEN_KEY_FILE'] ?? '', 'utf8')) as JWK;
}, 60_000);
afterAll(async () => {
  await gateway.stop();
  await house.stop();
});

const as = (role: Actor['role'], region: string) => sign(key, { ...claimsOf({ id: newId(), role, region }) });
async function post<T>(path: string, body: object, token: string): Promise<{ status: number; body: T }> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(`${gateway.url}/api/v1${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as T };
}
/** Without a token: everybody may read. */
async function figures(query: string): Promise<PublishedFigures> {
  const answer = await fetch(`${gateway.url}/api/v1/open/figures?${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as PublishedFigures;
}

const source = '新闻报道 · news reports, 2021–2024';
/** The record of a published figure; of what happened over days, a share of it. */
function recordOf(item: Published, share: { value?: number; from?: string; to?: string } = {}) {
  const place = places[item.system];
  if (!place) throw new Error(`no place for ${item.system}`);
  const { region, from, to } = place;
  return {
    ...{ id: newId(), region, metric: metricOf[item.metric], to, source, evidence: item.text ?? item.system },
    ...(!stands(item) && { from }),
    ...{ value: item.value, qualifier: qualifierOf[item.qualifier] },
    ...share,
  };
}

describe('published figures', () => {
  it('are reproduced exactly through the public API, each with its qualifier', async () => {
    for (const [system, { region }] of Object.entries(places)) {
      const token = await as('official', region);
      const own = published.filter((item) => item.system === system);
      // Half are typed in, what happened over days by two records; the others come as one file.
      const [typed, imported] = [own.filter((_, i) => i % 2 === 0), own.filter((_, i) => i % 2 === 1)];
      for (const item of typed) {
        const shares = stands(item)
          ? [{}]
          : [{ value: 100, to: places[system]?.from }, { value: item.value - 100 }];
        for (const share of shares)
          expect((await post('/statistics', recordOf(item, share), token)).status).toBe(201);
      }
      const items = imported.map((item) => recordOf(item));
      expect((await post('/statistics/import', { items }, token)).status).toBe(200);
      // A retry is the same write.
      expect((await post('/statistics/import', { items }, token)).status).toBe(200);
    }
    let reproduced = 0;
    for (const item of published) {
      const answer = await figures(`region=${places[item.system]?.region}`);
      const figure = answer.figures.find(({ metric }) => metric === metricOf[item.metric]);
      expect([item.system, item.metric, figure?.value, figure?.qualifier]).toEqual([
        ...[item.system, item.metric, item.value, qualifierOf[item.qualifier]],
      ]);
      expect(answer.asOf).toBeDefined();
      reproduced++;
    }
    expect(reproduced).toBe(21);
  });

  it('are corrected by versions; what was published stays to be read', async () => {
    const token = await as('station', '120116014');
    const input = { ...recordOf(published[0] as Published), to: '2023-12-31', value: 21 };
    await post('/statistics', input, token);
    const correction = {
      ofVersion: 1,
      value: 20,
      qualifier: 'exact',
      evidence: '名册',
      reason: '多算了一个',
    };
    const corrected = await post<StatisticView>(`/statistics/${input.id}/corrections`, correction, token);
    expect([corrected.status, corrected.body.version, corrected.body.value]).toEqual([200, 2, 20]);
    expect(
      (await post<{ code: string }>(`/statistics/${input.id}/corrections`, correction, token)).body.code,
    ).toBe('statistic.superseded');
    const history = (await (
      await fetch(`${gateway.url}/api/v1/statistics/${input.id}/versions`)
    ).json()) as StatisticList;
    expect(history.items.map(({ version, value }) => [version, value])).toEqual([
      [1, 21],
      [2, 20],
    ]);
    const withdrawal = { ...correction, ofVersion: 2, reason: '不是本站的数', isWithdrawn: true };
    await post(`/statistics/${input.id}/corrections`, withdrawal, token);
    const left = (await figures('region=120116014&from=2023-01-01')).figures;
    expect(left.some(({ metric }) => metric === 'residentsCommittees')).toBe(false);
    await expect(house.sql('update stations.statistic_version set value = 1')).rejects.toThrow(
      'never changed',
    );
  });

  it('are refused where they are wrong, and nothing is kept', async () => {
    const token = await as('station', '120116014');
    const good = { ...recordOf(published[0] as Published), to: '2023-06-30' };
    const code = async (body: object, by = token) =>
      (await post<{ code: string }>('/statistics', body, by)).body.code;
    const before = await house.sql('select count(*)::int as n from stations.statistic');
    expect(await code(good, await as('station', '120101001'))).toBe('access.foreignRegion');
    expect(await code({ ...good, region: '120116014999' })).toBe('region.unknown');
    expect(await code({ ...good, from: '2023-01-01' })).toBe('statistic.spanInvalid');
    expect(await code({ ...good, to: '2999-01-01' })).toBe('statistic.spanInvalid');
    expect(await code({ ...good, metric: 'cases', from: '1923-01-01' })).toBe('statistic.spanInvalid');
    for (const wrong of [
      { value: -1 },
      { value: 1.5 },
      { qualifier: 'about' },
      { evidence: ' ' },
      { metric: 'x' },
    ])
      expect(await code({ ...good, ...wrong })).toBe('request.invalid');
    expect(await code(recordOf(published[0] as Published))).toBe('statistic.exists');
    const items = [good, { ...good, id: newId(), region: '13' }];
    const refused = await post<{ code: string }>('/statistics/import', { items }, token);
    expect(refused.body.code).toBe('access.foreignRegion');
    expect(await house.sql('select count(*)::int as n from stations.statistic')).toEqual(before);
    expect((await fetch(`${gateway.url}/api/v1/open/figures?region=130199`)).status).toBe(422);
  });

  it('are listed page by page for staff of the place, each in its newest version, and for nobody else', async () => {
    const [region, part] = ['120116014', '120116014003'];
    const token = await as('station', region);
    const days = (day: string) => ({ metric: 'groups', from: day, to: day });
    const records = [
      { ...recordOf(published[0] as Published), ...days('2024-05-01'), region, value: 1 },
      { ...recordOf(published[0] as Published), ...days('2024-05-02'), region: part, value: 2 },
      { ...recordOf(published[0] as Published), ...days('2024-05-02'), region, value: 3 },
    ];
    for (const record of records) expect((await post('/statistics', record, token)).status).toBe(201);
    const change = { ofVersion: 1, value: 9, qualifier: 'exact', evidence: '名册', reason: '误登' };
    await post(`/statistics/${records[0]?.id}/corrections`, { ...change, isWithdrawn: true }, token);
    const list = async (query: string, by = token) => {
      const headers = { authorization: `Bearer ${by}` };
      const answer = await fetch(`${gateway.url}/api/v1/statistics?${query}`, { headers });
      return (await answer.json()) as StatisticPage & { code?: string };
    };
    const filter = 'metric=groups&from=2024-05-01&to=2024-05-31';
    const page = await list(`${filter}&limit=2`);
    expect(page.items.map(({ value }) => value).sort()).toEqual([2, 3]);
    const rest = await list(`${filter}&limit=2&cursor=${page.nextCursor ?? ''}`);
    expect(rest.items).toMatchObject([{ value: 9, version: 2, isWithdrawn: true, reason: '误登' }]);
    expect(rest.nextCursor).toBeUndefined();
    expect((await list(`${filter}&region=${part}`)).items.map(({ value }) => value)).toEqual([2]);
    expect((await list('metric=groups&from=2024-05-02&to=2024-05-31')).items).toHaveLength(2);
    expect((await list(`${filter}&campaignId=${newId()}`)).items).toEqual([]);
    expect((await list('cursor=x')).code).toBe('cursor.invalid');
    const elsewhere = await as('station', '120101001');
    expect((await list(filter, elsewhere)).items).toEqual([]);
    expect((await list(`region=${region}`, elsewhere)).code).toBe('access.foreignRegion');
    expect((await list(filter, await as('committee', '120116014001'))).code).toBe('access.denied');
  });
});
