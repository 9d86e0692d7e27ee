import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Actor,
  DomainError,
  ledger,
  type Receipt,
  type StatementPage,
  stations,
  statements,
} from '#contracts';
import { ManualClock, newId, projectRoot } from '#platform';
import { type LedgerCity, openCity, startHouse, type TestHouse } from '#testing';
import type { JWK } from 'jose';
import readSheet from 'read-excel-file/node';
import { type RunningGateway, startGateway } from '../../apps/gateway/src/definition.js';
import { ledgerService } from '../../apps/ledger/src/definition.js';
import { HeadsService } from '../../apps/ledger/src/heads.service.js';
import { claimsOf, sign, startEdge } from './edge.harness.js';

const { faultOf } = (await import(join(projectRoot, 'apps/gateway/assets/verify/receipt.js'))) as {
  faultOf(receipt: unknown, head: unknown): Promise<string | undefined>;
};

// Real: gateway, NATS, ledger, PostgreSQL. The workbook is opened by a reader that is not ours.
const clock = new ManualClock(new Date('2026-03-02T01:30:00Z'));
const system: Actor = { id: 'tasks', role: 'system' };
const [firstDayLines, secondDayLines] = [2_100, 3];
const home = 120116014001;
let house: TestHouse;
let gateway: RunningGateway;
let key: JWK;
let city: LedgerCity;
let owner: string;

beforeAll(async () => {
  house = await startHouse([ledgerService], { clock });
  gateway = await startGateway({ ...house.env, PORT: '0', FILES_PER_MINUTE: '12' });
  key = JSON.parse(await readFile(house.env['TOKEN_KEY_FILE'] ?? '', 'utf8')) as JWK;
  city = await openCity(house.database.adminUrl, 1201, 2);
  owner = city.people[0]!;
  await move(firstDayLines);
  clock.advanceMinutes(24 * 60);
  await house.services[0]!.app.get(HeadsService).publishDue();
  await move(secondDayLines);
  await house.sql('insert into ledger.holder values (1201, $1, 1, $2, 1950)', [owner, home]);
}, 60_000);
afterAll(async () => {
  await gateway.stop();
  await house.stop();
});

/** Twenty minutes come, five go, over and over. */
async function move(count: number): Promise<void> {
  const moves = Array.from({ length: count }, (_, index) =>
    index % 2 === 0 ? city.transfer(city.bank, owner, 20) : city.transfer(owner, city.people[1]!, 5),
  );
  for (let start = 0; start < count; start += 500)
    await Promise.all(
      moves
        .slice(start, start + 500)
        .map((each) => house.call(ledger.post, each, { actor: system, traceId: newId() })),
    );
}

interface Asked {
  actor?: Partial<Actor>;
  language?: string;
  of?: string;
}

async function get(path: string, { actor = { id: owner }, language = 'zh', of = owner }: Asked = {}) {
  const headers = {
    authorization: `Bearer ${await sign(key, claimsOf(actor))}`,
    'accept-language': language,
  };
  return fetch(`${gateway.url}/api/v1/accounts/${of}/statement${path}`, { headers });
}

/** The lines by pages, as the account's owner leafs through them. */
async function leafed() {
  const items: StatementPage['items'] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page = await get(`?limit=100${cursor && `&cursor=${cursor}`}`);
    const { items: some, nextCursor } = (await page.json()) as StatementPage;
    items.push(...some);
    cursor = nextCursor;
  }
  return items;
}

describe('a statement as CSV', () => {
  it('holds every line that the pages hold, newest first, with its mark and its name', async () => {
    const response = await get('/file?format=csv');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const name = `shunlu-statement-2026-03-03.csv`;
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...lines] = bytes.subarray(3).toString('utf8').trimEnd().split('\r\n');
    expect(header).toBe('编号,时间,事项,变动 (分钟),余额 (分钟),来源,转账号');
    const pages = await leafed();
    expect(lines).toHaveLength(firstDayLines + secondDayLines);
    expect(lines).toEqual(
      pages.map(({ sequence, minutes, balanceMinutes, transferId, recordedAt }) => {
        const time = recordedAt.startsWith('2026-03-02') ? '2026-03-02 09:30' : '2026-03-03 09:30';
        return [sequence, time, '转赠', minutes, balanceMinutes, 'test:1', transferId].join(',');
      }),
    );
  });

  it('keeps to the days asked for', async () => {
    const countOf = async (query: string) => {
      const text = await (await get(`/file?format=csv&${query}`)).text();
      return text.trimEnd().split('\r\n').length - 1;
    };
    expect(await countOf('from=2026-03-03')).toBe(secondDayLines);
    expect(await countOf('to=2026-03-02')).toBe(firstDayLines);
    expect(await countOf('from=2026-03-04')).toBe(0);
  });
});

describe('a statement as a workbook', () => {
  it('opens elsewhere with the same lines; numbers are numbers and times are times', async () => {
    const response = await get('/file?format=xlsx', { language: 'en' });
    expect(response.headers.get('content-disposition')).toContain('.xlsx"');
    const [sheet] = await readSheet(Buffer.from(await response.arrayBuffer()));
    expect(sheet?.sheet).toBe('Statement of time credits');
    const [header, ...rows] = sheet?.data ?? [];
    expect(header?.slice(0, 4)).toEqual(['Number', 'Time', 'What', 'Change (minutes)']);
    const pages = await leafed();
    expect(rows.map((row) => [row[0], row[3], row[4], row[6]])).toEqual(
      pages.map((line) => [line.sequence, line.minutes, line.balanceMinutes, line.transferId]),
    );
    expect(rows[0]?.[1]).toBeInstanceOf(Date);
  });
});

describe('a statement to print', () => {
  const receiptIn = (html: string) => {
    const [, text = ''] = /<pre>(\{.*?\})<\/pre>/.exec(html) ?? [];
    return JSON.parse(text.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as Receipt;
  };

  it.each([
    ['zh', '时间积分明细', '期末余额', '第 '],
    ['en', 'Statement of time credits', 'Balance after', 'Page '],
  ])('adds up and speaks %s', async (language, title, after, sheet) => {
    const response = await get('/file?format=html', { language });
    const html = await response.text();
    expect(html).toContain(`<html lang="${language}">`);
    for (const text of [title, after, sheet]) expect(html).toContain(text);
    expect(html.match(/<tr><td /g)).toHaveLength(firstDayLines + secondDayLines);
    const incoming = Math.ceil(firstDayLines / 2) + Math.ceil(secondDayLines / 2);
    const outgoing = firstDayLines + secondDayLines - incoming;
    const words = (minutes: number) =>
      [
        minutes >= 60 ? `${Math.floor(minutes / 60)} ${language === 'zh' ? '小时' : 'h'}` : '',
        minutes % 60 ? `${minutes % 60} ${language === 'zh' ? '分' : 'min'}` : '',
      ]
        .filter(Boolean)
        .join(' ');
    for (const minutes of [incoming * 20, outgoing * 5, incoming * 20 - outgoing * 5])
      expect(html).toContain(`<dd>${words(minutes)}</dd>`);
  });

  it('is printed in the language asked for, whatever the browser prefers', async () => {
    // Another owner: each has so many files a minute.
    const of = city.people[1]!;
    const print = (wish: string, language: string) =>
      get(`/file?format=html&language=${wish}`, { language, of, actor: { id: of } });
    expect(await (await print('en', 'zh')).text()).toContain('<html lang="en">');
    expect(await (await print('zh', 'en')).text()).toContain('<html lang="zh">');
    expect((await print('fr', 'zh')).status).toBe(400);
  });

  it('bears a receipt of its newest published line, which holds on /verify', async () => {
    const receipt = receiptIn(await (await get('/file?format=html')).text());
    const response = await fetch(`${gateway.url}/api/v1/ledger/heads/${receipt.day}?cityCode=1201`);
    const head: unknown = await response.json();
    expect(await faultOf(receipt, head)).toBeUndefined();
    expect(receipt.parts[0]?.text?.split('|')[2]).toBe(String(firstDayLines));
    expect(await faultOf({ ...receipt, leafIndex: 1 }, head)).toBe('notIncluded');
  });

  it('is inert: its own style and nothing else', async () => {
    const response = await get('/file?format=html');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-.*frame-ancestors 'none'$/);
    expect(await response.text()).not.toMatch(/<script|https?:|src=|href=/);
  });
});

describe('who may have a statement', () => {
  const statusFor = async (actor: Partial<Actor>, of?: string) =>
    (await get('/file?format=csv&from=2026-03-04', { actor, ...(of && { of }) })).status;
  const readings = async () =>
    house.sql<{ actor_id: string; actor_role: string }>(
      'select actor_id, actor_role from ledger.statement_reading order by id',
    );

  it('is its owner, and staff where the owner lives, whose look is written down', async () => {
    const id = newId();
    expect(await statusFor({ id: owner, role: 'resident' })).toBe(200);
    expect(await readings()).toEqual([]);
    for (const region of ['120116014001', '120116014000', '120100000000'])
      expect(await statusFor({ id, role: 'station', region })).toBe(200);
    expect(await readings()).toEqual(Array(3).fill({ actor_id: id, actor_role: 'station' }));
    for (const region of ['120116015000', '310000000000'])
      expect(await statusFor({ id, role: 'station', region })).toBe(404);
    expect(await statusFor({ role: 'volunteer' })).toBe(404);
    expect(await statusFor({ role: 'official', region: '120000000000' })).toBe(403);
    expect(await readings()).toHaveLength(3);
  });

  it('is staff of the whole city where it is not known where the owner lives', async () => {
    const of = city.people[1]!;
    const id = newId();
    expect(await statusFor({ id, role: 'administrator', region: '120100000000' }, of)).toBe(200);
    expect(await statusFor({ id, role: 'administrator', region: '120116000000' }, of)).toBe(404);
  });

  it('is told what is wrong with the days, and how often is too often', async () => {
    const id = newId();
    const ask = (query: string) => get(`/file?${query}`, { actor: { id } });
    const reversed = await ask('format=csv&from=2026-03-04&to=2026-03-03');
    expect(await reversed.json()).toMatchObject({ code: 'request.invalid', fields: [{ field: 'to' }] });
    expect((await ask('format=csv&from=0000-01-01')).status).toBe(400);
    expect((await ask('format=pdf')).status).toBe(400);
    const statuses = await Promise.all(
      Array.from({ length: 12 }, async () => (await ask('format=csv')).status),
    );
    expect(statuses.filter((status) => status === 429).length).toBe(3);
  });
});

it('breaks off where the ledger fails half way: half a file never passes for a whole one', async () => {
  const edge = await startEdge();
  const line = {
    ...{ transferId: newId(), sequence: 9, minutes: 1, balanceMinutes: 9, code: 'earn' },
    ...{ reference: 'test:1', recordedAt: '2026-03-02T01:30:00.000Z' },
  };
  await edge.answer(statements.readStretch, ({ cursor }: { cursor?: string }) => {
    if (cursor) throw new DomainError('service.internal');
    const account = { accountId: newId(), cityCode: 1201, balanceMinutes: 9, heldMinutes: 0 };
    return { ...account, asOf: line.recordedAt, items: [line], nextCursor: 'next' };
  });
  await edge.answer(stations.getRegion, () => ({}));
  try {
    for (const format of ['csv', 'xlsx', 'html']) {
      const token = await sign(edge.key, claimsOf({ id: newId() }));
      const url = `${edge.url}/api/v1/accounts/${newId()}/statement/file?format=${format}`;
      const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
      expect(response.status).toBe(200);
      await expect(response.arrayBuffer()).rejects.toThrow();
    }
  } finally {
    await edge.stop();
  }
});
