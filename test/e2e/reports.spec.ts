import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import {
  type Actor,
  type ErrandMoved,
  errandEvents,
  type EventContract,
  type EventEnvelope,
  metricNames,
  type NewSubscription,
  type OpenMonth,
  type RatiosOfParts,
  type SubscriptionPage,
} from '#contracts';
import { ManualClock, newId, newTraceId } from '#platform';
import { allConsumed, readPdf, serviceDefinition, startHouse, tell, type TestHouse } from '#testing';
import type { JWK } from 'jose';
import readSheet from 'read-excel-file/node';
import { type RunningGateway, startGateway } from '../../apps/gateway/src/definition.js';
import { reportingService } from '../../apps/reporting/src/definition.js';
import { PublishedJob } from '../../apps/reporting/src/published.job.js';
import { claimsOf, sign } from './edge.harness.js';

// Real: gateway, NATS, reporting, stations, PostgreSQL. Workbooks are opened by a reader that is not ours.
const clock = new ManualClock(new Date('2026-03-20T02:00:00Z'));
const official: Partial<Actor> = { role: 'official', region: '120116000000' };
let house: TestHouse;
let gateway: RunningGateway;
let key: JWK;

beforeAll(async () => {
  house = await startHouse([await serviceDefinition('stations'), reportingService], {
    clock,
    env: { WEBHOOK_KEY: 'k'.repeat(32), WEBHOOK_TARGETS: 'any' },
  });
  gateway = await startGateway({ ...house.env, PORT: '0', FILES_PER_MINUTE: '1000' });
  key = JSON.parse(await readFile(house.env['TOKEN_KEY_FILE'] ?? '', 'utf8')) as JWK;
  await house.sql(`update stations.region set name = '=HYPERLINK("http://x")' where code = 120116001000`);
  const tasks = await house.connectAs('tasks');
  const events = [
    ...opened('120116014001', '2026-02-10', 7),
    ...opened('120116001001', '2026-02-11', 3),
    ...opened('120116005001', '2026-02-11', 6),
    ...opened('120116014001', '2025-02-10', 3),
    ...served('120116014001', '2026-02-10', 4),
  ];
  await tell(tasks, ...events.map((event) => [event]));
  await allConsumed(house.nats, 'reporting');
  await house.services
    .find(({ name }) => name === 'reporting')
    ?.app.get(PublishedJob)
    .publishAll();
}, 120_000);
afterAll(async () => {
  await gateway.stop();
  await house.stop();
});

function opened(communityCode: string, day: string, count: number): EventEnvelope[] {
  const { subject }: EventContract<ErrandMoved> = errandEvents.opened;
  const at = `${day}T03:00:00.000Z`;
  return Array.from({ length: count }, () => ({
    ...{ id: newId(), subject, cityCode: 1201, occurredAt: at, traceId: newTraceId() },
    data: { errandId: newId(), communityCode, type: 'groceries', at },
  }));
}

/** Services to two people behind one door. */
function served(communityCode: string, day: string, count: number): EventEnvelope[] {
  const at = `${day}T03:00:00.000Z`;
  const [people, householdKey] = [[newId(), newId()], newId()];
  return Array.from({ length: count }, (_, index) => ({
    ...{ id: newId(), subject: errandEvents.recordConfirmed.subject, cityCode: 1201, occurredAt: at },
    traceId: newTraceId(),
    data: {
      ...{ recordId: newId(), errandId: newId(), volunteerId: newId(), communityCode, serviceMinutes: 30 },
      ...{ verification: 'attested', endedAt: at, confirmedAt: at, version: 1 },
      ...{ recipientKey: people[index % 2], householdKey },
    },
  }));
}

async function get(path: string, actor?: Partial<Actor>, language = 'en'): Promise<Response> {
  const headers: Record<string, string> = { 'accept-language': language };
  if (actor) headers['authorization'] = `Bearer ${await sign(key, claimsOf({ id: newId(), ...actor }))}`;
  return fetch(`${gateway.url}/api/v1${path}`, { headers });
}

/** The cells of a line (RFC 4180), quotes taken off. */
const cellsOf = (line = '') =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
const linesOf = (text: string) =>
  text
    .replace(/^\u{feff}/u, '')
    .trimEnd()
    .split('\r\n');
const file = (query: string, actor: Partial<Actor> | undefined = official, language = 'en') =>
  get(`/reports/file?region=120116&${query}`, actor, language);
const days = 'from=2026-02-01&to=2026-02-28';

describe('a report as a file', () => {
  it('has what the API answers, a row a part, as CSV that runs nowhere', async () => {
    const response = await file(`kind=breakdown&format=csv&${days}`);
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="shunlu-breakdown-120116-2026-02-28.csv"',
    );
    const lines = linesOf(await response.text());
    const head = cellsOf(lines[0]);
    const at = head.indexOf('Errands opened');
    // The division's code and name, the figures, and what an errand cost.
    expect(head.length).toBe(2 + metricNames.length + 1);
    expect(head.at(-1)).toBe('Cost per purchase errand, fen');
    const rows = new Map(lines.slice(1).map((line) => [line.slice(0, 12), line]));
    expect(cellsOf(rows.get('120116000000'))[at]).toBe('16');
    expect(cellsOf(rows.get('120116014000'))[at]).toBe('7');
    expect(rows.get('120116001000')).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(lines.at(-2)).toBe('Days,2026-02-01–2026-02-28');
    expect(lines.at(-1)).toMatch(/^As of,2026-02-11 11:00/);
  });

  it('is a workbook with the same figures, and text that is text', async () => {
    const response = await file(`kind=breakdown&format=xlsx&${days}`);
    const [{ data }] = (await readSheet(Buffer.from(await response.arrayBuffer()))) as unknown as [
      { data: unknown[][] },
    ];
    const at = data[0]?.indexOf('Errands opened') ?? -1;
    const row = (code: string) => data.find(([first]) => first === code) ?? [];
    expect([row('120116000000')[at], row('120116014000')[at]]).toEqual([16, 7]);
    expect(row('120116001000')[1]).toBe('=HYPERLINK("http://x")');
    // Beyond column Z too.
    expect(data[0]?.length).toBe(2 + metricNames.length + 1);
  });

  it('is of coverage, a row a part, with denominators or with words in the place of a ratio', async () => {
    const lines = linesOf(await (await file('kind=coverage&format=csv')).text());
    const head = cellsOf(lines[0]);
    const row = (code: string) => cellsOf(lines.find((line) => line.startsWith(code)));
    const at = head.indexOf('Registered ÷ population (%)');
    expect(head.slice(at + 1, at + 5)).toEqual(['Numerator', 'Denominator', 'Denominator is', 'Source']);
    expect(row('120116014000').slice(at, at + 4)).toEqual(['0', '0', '100000', 'about']);
    expect(row('120116005000').slice(at, at + 3)).toEqual(['no denominator', '0', '']);
    const ratios = (await (
      await get('/reports/ratios/parts?region=120116', official, 'en')
    ).json()) as RatiosOfParts;
    expect(lines.length).toBe(ratios.parts.length + 4);
    const outside = await get('/reports/ratios/parts?region=120101', official, 'en');
    expect([
      outside.status,
      (await get('/reports/ratios/parts?region=120116', { role: 'volunteer' }, 'en')).status,
    ]).toEqual([403, 403]);
  });

  it('is of days, of the year before, and of what was published, in the language asked for', async () => {
    const byDay = linesOf(await (await file(`kind=days&format=csv&${days}`)).text());
    expect(byDay.slice(1, -2).length).toBe(28);
    expect(byDay.find((line) => line.startsWith('2026-02-11'))).toContain(',9,');
    const compared = linesOf(await (await file(`kind=comparison&format=csv&${days}`, official, 'zh')).text());
    expect(compared[0]).toBe('指标,本期,上年同期,同比（%）');
    expect(compared).toContain('任务：发布,16,3,433.33');
    const month = linesOf(await (await file('kind=month&format=csv&day=2026-02-03')).text());
    expect(month[1]).toMatch(/^1,2026-03-20 10:00,,/);
    expect((await file('kind=week&format=xlsx')).status).toBe(200);
    expect((await file('kind=day&format=csv')).status).toBe(200);
  });

  it('is a page on paper of what was published, in Chinese, the same whenever it is drawn', async () => {
    const drawn = async (language: string) => {
      const response = await file('kind=month&format=pdf&day=2026-02-03', official, language);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      expect(response.headers.get('content-disposition')).toContain('shunlu-month-120116-2026-02-28.pdf');
      return Buffer.from(await response.arrayBuffer());
    };
    const [page, again, english] = [await drawn('zh'), await drawn('zh'), await drawn('en')];
    expect(page.subarray(0, 5).toString()).toBe('%PDF-');
    expect(page.equals(again)).toBe(true);
    expect(page.length).toBeLessThan(300_000);
    const [read, readEnglish] = [readPdf(page), readPdf(english)];
    expect(read.pages).toBe(2);
    const words = [
      '滨海新区 · 月报',
      '任务：发布',
      '任务：过期',
      '服务人次',
      '历次发布',
      '2026-02-01–2026-02-28',
      '16',
      '逐日',
    ];
    for (const word of words) expect(read.text).toContain(word);
    for (const word of ['Monthly report', 'Errands expired', 'Day by day'])
      expect(readEnglish.text).toContain(word);
  });

  it.each([
    ['day', '&day=2026-03-19', ['每日一报', '2026-03-19']],
    ['week', '&day=2026-03-10', ['周报', '2026-03-09–2026-03-15']],
    ['year', '&day=2025-06-01', ['年报', '2025-01-01–2025-12-31', '2025-12']],
    ['comparison', `&${days}`, ['同比', '任务：发布', '16 / 3 (+433.33%)', '2025-02-01–2025-02-28']],
    ['days', `&${days}`, ['逐日', '服务人次 · 合计 4', '2026-02-28']],
    ['breakdown', `&${days}`, ['分列', '泰达街道', '服务人次 · 合计 4']],
    ['coverage', '', ['覆盖率与比率', '泰达街道', '约 100,000', '没有分母']],
  ])('is a PDF with charts too: %s', async (kind, query, words) => {
    const response = await file(`kind=${kind}&format=pdf${query}`, official, 'zh');
    expect([kind, response.status, response.headers.get('content-type')]).toEqual([
      ...[kind, 200, 'application/pdf'],
    ]);
    const { text } = readPdf(Buffer.from(await response.arrayBuffer()));
    for (const word of words) expect(text).toContain(word);
  });

  it('is refused with a reason where it cannot be', async () => {
    const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;
    expect(await codeOf(await file('kind=days&format=csv'))).toBe('request.invalid');
    expect(await codeOf(await file('kind=day&format=csv&day=2026-01-01'))).toBe('report.notPublished');
    expect(await codeOf(await file('kind=comparison&format=pdf'))).toBe('request.invalid');
    expect(await codeOf(await file('kind=month&format=pdf&day=2025-01-01'))).toBe('report.notPublished');
    const outsider: Partial<Actor> = { role: 'official', region: '120101000000' };
    expect(await codeOf(await file(`kind=breakdown&format=csv`, outsider))).toBe('access.foreignRegion');
    expect(await codeOf(await file(`kind=breakdown&format=csv`, { role: 'volunteer' }))).toBe(
      'access.denied',
    );
  });
});

describe('open data', () => {
  it('is read and carried away without a sign-in, and the file says what the API says', async () => {
    const answer = (await (await get('/open/totals?region=120116')).json()) as OpenMonth;
    expect(answer.month).toBe('2026-02');
    const json = await get('/open/totals/file?region=120116&month=2026-02&format=json');
    expect(json.headers.get('content-disposition')).toContain('shunlu-open-120116000000-2026-02.json');
    expect(await json.json()).toEqual(answer);
    const csv = linesOf(await (await get('/open/totals/file?region=120116&format=csv')).text());
    const at = cellsOf(csv[0]).indexOf('errandsOpened');
    expect(csv.length - 1).toBe(answer.rows.length);
    for (const [index, { region, figures }] of answer.rows.entries()) {
      const cells = cellsOf(csv[index + 1]);
      expect([cells[1], cells[at]]).toEqual([region, String(figures.errandsOpened ?? '')]);
    }
    // 16 in all; of 7, 3 and 6 the 3 is small, and 6 keeps it company.
    const shown = new Map(answer.rows.map(({ region, figures }) => [region, figures.errandsOpened]));
    expect(
      ['120116000000', '120116014000', '120116001000', '120116005000'].map((code) => shown.get(code)),
    ).toEqual([...[16, 7, undefined, undefined]]);
    const missing = await get('/open/totals?region=120116&month=2026-03');
    expect(await missing.json()).toMatchObject({ code: 'openData.notPublished', status: 404 });
  });
});

describe('people and households served', () => {
  it('are told beside person-times', async () => {
    const response = await get('/reports/recipients?region=120116&span=month&day=2026-02-01', official);
    expect(await response.json()).toMatchObject({
      ...{ persons: 2, households: 1, personTimes: 4, from: '2026-02-01', to: '2026-02-28' },
    });
  });
});

describe('a subscription', () => {
  it('is made, shown, listed and ended; its secret is in the first answer alone', async () => {
    const token = await sign(key, claimsOf({ id: newId(), ...official }));
    const post = (path: string, body: object = {}) =>
      fetch(`${gateway.url}/api/v1${path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'accept-language': 'en',
        },
        body: JSON.stringify(body),
      });
    const read = async <T>(response: Response | Promise<Response>) => (await (await response).json()) as T;
    const wish = { region: '120116014', kind: 'month', url: 'http://127.0.0.1:9/hook' };
    const { id, secret } = await read<NewSubscription>(post('/reports/subscriptions', wish));
    expect(secret.length).toBeGreaterThan(40);
    const shown = await (await get(`/reports/subscriptions/${id}`, official)).text();
    expect(JSON.parse(shown)).toMatchObject({
      id,
      region: '120116014000',
      deliveries: [],
      waiting: 0,
      dead: 0,
    });
    expect(shown).not.toContain(secret);
    const page = await read<SubscriptionPage>(get('/reports/subscriptions', official));
    expect(page.items.map((item) => item.id)).toEqual([id]);
    expect((await post(`/reports/subscriptions/${id}/retry`)).status).toBe(200);
    expect((await post(`/reports/subscriptions/${id}/end`)).status).toBe(200);
    expect(await read(get(`/reports/subscriptions/${id}`, official))).toMatchObject({
      endedAt: expect.any(String),
    });
    const refused = await read(post('/reports/subscriptions', { ...wish, url: 'ftp://127.0.0.1/' }));
    expect(refused).toMatchObject({ code: 'subscription.targetRefused', status: 422 });
  });
});
