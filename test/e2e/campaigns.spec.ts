import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type {
  Actor,
  CampaignList,
  CampaignPage,
  ProblemCounts,
  ProblemList,
  ProblemPage,
  ProblemView,
  PublishedFigures,
} from '#contracts';
import { newId } from '#platform';
import { serviceDefinition, startHouse, type TestHouse } from '#testing';
import type { JWK } from 'jose';
import { type RunningGateway, startGateway } from '../../apps/gateway/src/definition.js';
import { claimsOf, sign } from './edge.harness.js';

// Real: PostgreSQL, NATS, stations and the gateway.
const region = '120116014';
const community = '120116014001';
let house: TestHouse;
let gateway: RunningGateway;
let key: JWK;
let station: string;

beforeAll(async () => {
  house = await startHouse([await serviceDefinition('stations')]);
  gateway = await startGateway({ ...house.env, PORT: '0' });
  key = JSON.parse(await readFile(house.env['TOKEN_KEY_FILE'] ?? '', 'utf8')) as JWK;
  station = await as('station', region);
}, 60_000);
afterAll(async () => {
  await gateway.stop();
  await house.stop();
});

const as = (role: Actor['role'], place: string) =>
  sign(key, { ...claimsOf({ id: newId(), role, region: place }) });
interface Given<T> {
  status: number;
  body: T & { code?: string; title?: string; detail?: string };
}
async function send<T>(method: string, path: string, token?: string, body?: object): Promise<Given<T>> {
  const answer = await fetch(`${gateway.url}/api/v1${path}`, {
    method,
    headers: {
      'accept-language': 'en',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Given<T>['body'] };
}
const post = <T>(path: string, body: object, token = station) => send<T>('POST', path, token, body);
const codeOf = async (path: string, body: object, token = station) =>
  (await post<object>(path, body, token)).body.code;
const list = async (query = '') =>
  (await send<CampaignPage>('GET', `/open/campaigns?region=${region}${query}`)).body.items;
const rows = (table: string) => house.sql(`select count(*)::int as n from stations.${table}`);

const evidence = '街道文件〔2025〕3号';
const campaign = (more: object = {}) => ({
  ...{ id: newId(), region, name: '寒冬送暖', metric: 'personTimes', target: 300, evidence },
  ...{ from: '2025-01-01', to: '2025-02-28' },
  ...more,
});
const progress = (campaignId: string, more: object = {}) => ({
  ...{ id: newId(), region, campaignId, metric: 'personTimes', from: '2025-01-01', to: '2025-01-15' },
  ...{ value: 100, qualifier: 'exact', evidence: '签到表', source: 'TEDA 社工站' },
  ...more,
});

describe('a campaign', () => {
  it('shows its target, what was reached and the per cent, of the newest versions of its records', async () => {
    const input = campaign();
    expect((await post('/campaigns', input)).status).toBe(201);
    // A retry is the same write.
    expect((await post('/campaigns', input)).status).toBe(201);
    expect(await list()).toMatchObject([{ id: input.id, target: 300, reached: 0, percent: 0, records: 0 }]);
    const first = progress(input.id);
    expect((await post('/statistics', first)).status).toBe(201);
    const second = { from: '2025-01-16', to: '2025-01-31', value: 111, qualifier: 'approx' };
    const imported = await post('/statistics/import', { items: [progress(input.id, second)] });
    expect(imported.status).toBe(200);
    const correction = { ofVersion: 1, value: 90, qualifier: 'exact', evidence: '签到表', reason: '重复' };
    await post(`/statistics/${first.id}/corrections`, correction);
    expect(await list()).toMatchObject([{ reached: 201, percent: 67, qualifier: 'approx', records: 2 }]);
    // Of the campaign, not of what the region publishes besides.
    const { figures } = (await send<PublishedFigures>('GET', `/open/figures?region=${region}`)).body;
    expect(figures).toEqual([]);
    const raised = { ofVersion: 1, target: 600, evidence, reason: '目标提高' };
    expect((await post(`/campaigns/${input.id}/corrections`, raised)).status).toBe(200);
    expect(await list()).toMatchObject([{ target: 600, reached: 201, percent: 33.5, version: 2 }]);
    expect(await codeOf(`/campaigns/${input.id}/corrections`, raised)).toBe('statistic.superseded');
    const history = (await send<CampaignList>('GET', `/campaigns/${input.id}/versions`)).body;
    expect(history.items.map(({ version, target }) => [version, target])).toEqual([
      [1, 300],
      [2, 600],
    ]);
    await post(`/campaigns/${input.id}/corrections`, { ...raised, ofVersion: 2, isWithdrawn: true });
    expect(await list()).toEqual([]);
    expect(await codeOf('/statistics', progress(input.id))).toBe('campaign.notItsRecord');
    await expect(house.sql('update stations.campaign_version set target = 1')).rejects.toThrow(
      'never changed',
    );
  });

  it('counts persons each once: of two days the later speaks; a value may exceed its target', async () => {
    const persons = campaign({ metric: 'personsServed', target: 40, name: '独居老人探访' });
    const value = campaign({
      metric: 'resourceEquivalentFen',
      target: 300_00,
      name: '物资募集',
      from: '2025-03-01',
      to: '2025-03-31',
    });
    expect((await post('/campaigns/import', { items: [persons, value] })).status).toBe(200);
    const upTo = (to: string, served: number) =>
      progress(persons.id, { metric: 'personsServed', from: undefined, to, value: served });
    for (const record of [upTo('2025-01-20', 31), upTo('2025-01-10', 18)])
      expect((await post('/statistics', record)).status).toBe(201);
    const days = { from: '2025-03-02', to: '2025-03-03' };
    const fen = progress(value.id, { ...days, metric: 'resourceEquivalentFen', value: 450_00 });
    expect((await post('/statistics', fen)).status).toBe(201);
    expect((await list()).map(({ name, reached, percent }) => [name, reached, percent])).toEqual([
      ['物资募集', 45_000, 150],
      ['独居老人探访', 31, 77.5],
    ]);
    expect((await list('&on=2025-02-01')).map(({ name }) => name)).toEqual(['独居老人探访']);
    const first = (await send<CampaignPage>('GET', `/open/campaigns?region=12&limit=1`)).body;
    const next = await send<CampaignPage>(
      'GET',
      `/open/campaigns?region=12&limit=1&cursor=${first.nextCursor ?? ''}`,
    );
    expect([...first.items, ...next.body.items].map(({ name }) => name)).toEqual([
      '物资募集',
      '独居老人探访',
    ]);
    expect(next.body.nextCursor).toBeUndefined();
  });

  it('is refused where it is wrong, and so is progress that is not its own; nothing is kept', async () => {
    const known = campaign({ name: '清洁家园' });
    await post('/campaigns', known);
    const before = [await rows('campaign'), await rows('campaign_version'), await rows('statistic')];
    const wrong: [object, string][] = [
      [{ region: '120101001' }, 'access.foreignRegion'],
      [{ region: '120116014999' }, 'region.unknown'],
      [{ from: '2025-03-01' }, 'statistic.spanInvalid'],
      [{ from: '1925-01-01' }, 'statistic.spanInvalid'],
      [{ from: '2099-01-01', to: '2099-02-01' }, 'statistic.spanInvalid'],
      [{ target: 0 }, 'request.invalid'],
      [{ metric: 'residents' }, 'request.invalid'],
      [{ evidence: undefined }, 'request.invalid'],
      [{ name: '清洁家园' }, 'campaign.exists'],
      [{ id: known.id }, 'idempotency.conflict'],
    ];
    for (const [more, code] of wrong)
      expect([more, await codeOf('/campaigns', campaign(more))]).toEqual([more, code]);
    const items = [campaign({ name: '好' }), campaign({ name: '坏', to: '2024-01-01' })];
    expect(await codeOf('/campaigns/import', { items })).toBe('statistic.spanInvalid');
    expect(
      await codeOf(
        `/campaigns/${known.id}/corrections`,
        { ofVersion: 1, target: 5, evidence, reason: 'x' },
        await as('station', '120101001'),
      ),
    ).toBe('resource.notFound');
    const notIts: object[] = [
      { campaignId: newId() },
      { metric: 'cases' },
      { region: community },
      { from: '2024-12-31' },
      { to: '2025-03-01' },
    ];
    for (const more of notIts)
      expect([more, await codeOf('/statistics', progress(known.id, more))]).toEqual([
        more,
        'campaign.notItsRecord',
      ]);
    expect([await rows('campaign'), await rows('campaign_version'), await rows('statistic')]).toEqual(before);
  });
});

const problem = (more: object = {}) => ({
  ...{ id: newId(), region: community, day: '2025-03-02', category: 'medicine', state: 'open' },
  ...{ asked: '老人降压药用完，家属不在本市', evidence: '接待登记表第12页' },
  ...more,
});

describe('the log of problems', () => {
  it('follows each from asking to closing, and the counts follow from it', async () => {
    const asked = problem();
    const told = { handling: '社工当日电话安抚', state: 'closed', category: 'emotionalSupport' };
    expect((await post('/problems', asked)).status).toBe(201);
    expect((await post('/problems', asked)).status).toBe(201);
    const items = [problem(told), problem({ day: '2025-03-03' })];
    for (let sent = 0; sent < 2; sent++) expect((await post('/problems/import', { items })).status).toBe(200);
    const { id: _, region: __, day: ___, ...content } = asked;
    const referred = { ...content, state: 'referred', body: 'hospital', bodyName: '社区卫生服务中心' };
    const steps = [
      { ...referred, ofVersion: 1, reason: '转社区卫生服务中心' },
      { ...referred, ofVersion: 2, reason: '已送药', state: 'closed', handling: '中心已送药上门' },
    ];
    for (const step of steps)
      expect((await post<ProblemView>(`/problems/${asked.id}/corrections`, step)).body.state).toBe(
        step.state,
      );
    expect(await codeOf(`/problems/${asked.id}/corrections`, { ...steps[1] })).toBe('statistic.superseded');
    const { items: versions } = (await send<ProblemList>('GET', `/problems/${asked.id}/versions`, station))
      .body;
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [1, 'open'],
      [2, 'referred'],
      [3, 'closed'],
    ]);
    const counts = await send<ProblemCounts>('GET', `/problems/counts?region=${region}`, station);
    const none = { referred: 0, stillOpen: 0, stillReferred: 0, closed: 0 };
    expect(counts.body.categories).toEqual([
      { ...none, category: 'emotionalSupport', logged: 1, closed: 1 },
      { ...none, category: 'medicine', logged: 2, referred: 1, stillOpen: 1, closed: 1 },
    ]);
    const figures = async (place: string, query = '') =>
      (await send<PublishedFigures>('GET', `/open/figures?region=${place}${query}`)).body.figures
        .filter(({ metric }) => metric.startsWith('problems'))
        .map(({ value, qualifier }) => [value, qualifier]);
    for (const place of [community, region, '120116', '12'])
      expect(await figures(place)).toEqual([
        [3, 'exact'],
        [1, 'exact'],
      ]);
    expect(await figures(region, '&from=2025-03-03')).toEqual([[1, 'exact']]);
    const page = (await send<ProblemPage>('GET', `/problems?region=${region}&limit=2`, station)).body;
    const rest = await send<ProblemPage>('GET', `/problems?limit=2&cursor=${page.nextCursor ?? ''}`, station);
    const listed = [...page.items, ...rest.body.items];
    expect(listed.map(({ day }) => day)).toEqual(['2025-03-03', '2025-03-02', '2025-03-02']);
    expect(new Set(listed.map(({ id }) => id)).size).toBe(3);
    const still = await send<ProblemPage>('GET', `/problems?state=open`, station);
    expect(still.body.items).toHaveLength(1);
    const [open] = still.body.items;
    const withdrawn = { ...content, ofVersion: 1, reason: '误登', isWithdrawn: true };
    expect((await post(`/problems/${open?.id ?? ''}/corrections`, withdrawn)).status).toBe(200);
    expect(await figures(region)).toEqual([
      [2, 'exact'],
      [1, 'exact'],
    ]);
    await expect(house.sql('delete from stations.problem_version')).rejects.toThrow('never changed');
  });

  it('takes nothing that is wrong, personal or of another place', async () => {
    const before = [await rows('problem'), await rows('problem_version'), await rows('statistic')];
    const body = { body: 'hospital', bodyName: '医院' };
    const wrong: [object, string][] = [
      [{ region }, 'problem.placeTooLarge'],
      [{ region: '120116014999' }, 'region.unknown'],
      [{ region: '120101001001' }, 'access.foreignRegion'],
      [{ day: '2999-01-01' }, 'problem.dayInvalid'],
      [{ day: '1925-01-01' }, 'problem.dayInvalid'],
      [{ day: '2025-02-30' }, 'request.invalid'],
      [{ state: 'referred' }, 'problem.stateInvalid'],
      [{ state: 'referred', body: 'hospital' }, 'problem.stateInvalid'],
      [{ ...body }, 'problem.stateInvalid'],
      [{ state: 'closed' }, 'problem.stateInvalid'],
      [{ asked: '请回电 138 0000 1234' }, 'problem.personalData'],
      [{ asked: '身份证１１０１０５１９４９１２３１００２Ｘ' }, 'problem.personalData'],
      [{ handling: '已致电 022-66201234', state: 'closed' }, 'problem.personalData'],
      [{ asked: ' ' }, 'request.invalid'],
      [{ category: 'weather' }, 'request.invalid'],
    ];
    for (const [more, code] of wrong) {
      const { body: refusal } = await post<object>('/problems', problem(more));
      expect([more, refusal.code]).toEqual([more, code]);
      expect(refusal.title).toBeTruthy();
    }
    const items = [problem(), problem({ state: 'closed' })];
    expect(await codeOf('/problems/import', { items })).toBe('problem.stateInvalid');
    const counted = { id: newId(), region, metric: 'problemsLogged', from: '2025-01-01', to: '2025-01-31' };
    const asNumber = { ...counted, value: 5, qualifier: 'exact', evidence, source: 'TEDA' };
    expect(await codeOf('/statistics', asNumber)).toBe('statistic.followsFromLog');
    const elsewhere = await as('station', '120101001');
    const [known] = await house.sql<{ id: string }>('select id from stations.problem limit 1');
    const { id: _, region: __, day: ___, ...content } = problem();
    const correction = { ...content, ofVersion: 1, reason: 'x' };
    const path = `/problems/${known?.id ?? ''}`;
    expect(await codeOf(`${path}/corrections`, correction, elsewhere)).toBe('resource.notFound');
    expect((await send('GET', `${path}/versions`, elsewhere)).body.code).toBe('resource.notFound');
    expect((await send('GET', `/problems?region=${region}`, elsewhere)).body.code).toBe(
      'access.foreignRegion',
    );
    expect((await send('GET', `/problems?region=${region}`)).body.code).toBe('auth.required');
    expect([await rows('problem'), await rows('problem_version'), await rows('statistic')]).toEqual(before);
  });
});
