import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allConsumed, openBrowser, openPage, picture } from '#testing';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
import {
  desktop,
  expectAccessible,
  expectNoOverflow,
  expectSound,
  looks,
  openAs,
  signIn,
} from './console.tour.js';
import { startTown, type Town } from './town.js';

// Real: Chromium, the built console, the suite with the demonstration town and the shipped table of population.
let town: Town;
let browser: Browser;
beforeAll(async () => {
  [town, browser] = await Promise.all([startTown(), openBrowser()]);
  await allConsumed(town.house.nats, 'reporting');
}, 60_000);
afterAll(async () => {
  await browser.close();
  await town.stop();
});

const open = (userName: string, path: string) => openAs([browser, town.url], userName, path);
const rowOf = (page: Page, name: RegExp) => page.locator('.coverage').getByRole('row', { name });

const pages: [userName: string, path: string][] = [
  ['binhai-official', '/dashboard?view=coverage'],
  ['binhai-official', '/dashboard?view=coverage&region=120116014000'],
  ['binhai-official', '/dashboard?view=coverage&wall=1'],
  ['binhai-official', '/hazards?category=rubbish'],
];

describe.each(looks)('as %s', (...look) => {
  it.each(pages)(
    '%s finds nothing wrong with %s',
    (userName, path) => expectSound([browser, town.url], userName, path, look),
    60_000,
  );
});

describe('coverage and ratios', () => {
  it('stand in one table of all parts, asked for once; what cannot be divided says so, and is no 0', async () => {
    const { page, complaints } = await open('binhai-official', '/dashboard');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/reports/ratios')) asked.push(new URL(request.url()).pathname);
    });
    await page.getByRole('link', { name: '覆盖率与比率' }).click();
    const teda = rowOf(page, /泰达街道/);
    await onPage(teda).toContainText('约 100,000');
    await onPage(teda).toContainText(/0\.\d\d%/);
    const other = rowOf(page, /塘沽街道/);
    await onPage(other).toContainText('没有人口数字');
    await onPage(other.getByRole('cell').nth(2)).not.toContainText('%');
    expect(await page.locator('.coverage tbody tr[data-row-key]').count()).toBeGreaterThan(20);
    expect([...new Set(asked)].sort()).toEqual(['/api/v1/reports/ratios', '/api/v1/reports/ratios/parts']);
    expect(asked.length).toBe(2);
    await onPage(page.getByText(/泰达街道：.*10万左右/)).toBeVisible();
    await onPage(page.getByText(/人口取自人口表第 1 版/)).toBeVisible();

    // Sorted either way, what is not known stays below.
    const column = page.locator('.coverage').getByRole('columnheader', { name: '注册 ÷ 人口' });
    for (const order of ['ascending', 'descending']) {
      await column.click();
      await onPage(column).toHaveAttribute('aria-sort', order);
      await onPage(page.locator('.coverage tbody tr[data-row-key]').first()).toContainText('泰达街道');
    }
    expect(complaints).toEqual([]);
  }, 60_000);

  it('lead down level by level, and the path leads up again', async () => {
    const { page, complaints } = await open('tianjin-admin', '/dashboard?view=coverage');
    for (const name of ['滨海新区', '泰达街道', /时尚广场/]) {
      await page.locator('.coverage').getByRole('link', { name }).click();
      await onPage(page.getByRole('heading', { level: 1, name })).toBeVisible();
    }
    // Too small to tell how long errands waited: said calmly, no failure.
    await onPage(page.getByRole('alert')).toHaveCount(0);
    const path = page.getByRole('navigation', { name: '区划' });
    await onPage(path).toContainText(/全市.*滨海新区.*泰达街道/);
    await onPage(path.getByText('天津市')).toHaveCount(0);
    await path.getByRole('link', { name: '滨海新区' }).click();
    await onPage(page.getByRole('heading', { level: 1, name: '滨海新区' })).toBeVisible();
    await onPage(page).toHaveURL(/view=coverage/);
    await path.getByRole('link', { name: '全市' }).click();
    await onPage(page.getByRole('heading', { level: 1, name: '全市' })).toBeVisible();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('lead from a numerator to its days and parts, and the path leads back to the district', async () => {
    const { page, complaints } = await open('binhai-official', '/dashboard?view=coverage');
    const registered = page.locator('.figures div').filter({ hasText: '注册 ÷ 人口' });
    await onPage(registered).toContainText('没有人口数字');
    await registered.getByRole('link').click();
    await onPage(page.getByRole('heading', { name: '报告：滨海新区' })).toBeVisible();
    const figure = page.locator('tbody tr[data-row-key] td:nth-child(2) a').first();
    await onPage(page.getByText(/数据截至/)).toBeVisible();
    await figure.click();
    await onPage(page.getByRole('heading', { level: 2, name: /注册志愿者/ })).toBeVisible();
    await page
      .getByRole('row', { name: /泰达街道/ })
      .getByRole('link')
      .click();
    await onPage(page.getByRole('heading', { level: 1, name: /泰达街道/ })).toBeVisible();
    await picture(page, 'behind-path');
    await expectAccessible(page);
    await page.getByRole('navigation', { name: '区划' }).getByRole('link', { name: '滨海新区' }).click();
    await onPage(page.getByRole('heading', { level: 1, name: /滨海新区/ })).toBeVisible();
    await onPage(page).toHaveURL(/metric=volunteersRegistered/);
    expect(complaints).toEqual([]);
  }, 60_000);

  it.each([
    ['zh', 'light', '没有人口数字'],
    ['en', 'dark', 'No figure of population'],
  ] as const)(
    'fit a telephone, a wall and paper (%s, %s)',
    async (language, colorScheme, missing) => {
      const { page, complaints } = await openPage(browser, {
        viewport: { width: 375, height: 812 },
        colorScheme,
      });
      await page.goto(`${town.url}/dashboard?view=coverage`);
      if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
      await signIn(page, 'binhai-official');
      const table = page.locator('.coverage');
      await onPage(table.getByText(missing).first()).toBeVisible();
      await table.locator('tbody tr[data-row-key]').nth(14).scrollIntoViewIfNeeded();
      await picture(page, `coverage-phone-${language}`);
      await expectNoOverflow(page);
      await page.setViewportSize(desktop);
      await page.goto(`${town.url}/dashboard?view=coverage&wall=1`);
      await onPage(table.getByText(missing).first()).toBeVisible();
      await expectNoOverflow(page);
      await expectAccessible(page);
      await picture(page, `coverage-wall-${language}`);
      await page.emulateMedia({ media: 'print' });
      // A4 at 96 dots to the inch, less margins.
      await page.setViewportSize({ width: 718, height: 1000 });
      await onPage(page.locator('.bar')).toBeHidden();
      // Nothing is cut off: the last column ends on the sheet.
      const last = await table.locator('th').last().boundingBox();
      expect((last?.x ?? 718) + (last?.width ?? 0)).toBeLessThanOrEqual(718);
      await picture(page, `coverage-print-${language}`);
      expect(complaints).toEqual([]);
    },
    60_000,
  );
});

describe('every other figure', () => {
  it('leads to where it comes from, or says what it is made of', async () => {
    const { page, complaints } = await open('tianjin-admin', '/dashboard?region=120116000000');
    const teda = page.getByRole('row', { name: /泰达街道/ }).first();
    await onPage(page.getByText(/数据截至/)).not.toHaveCount(0);
    const credits = page.locator('section', { has: page.getByRole('heading', { name: '时间积分兑得了吗' }) });
    const boxes = credits.locator('.figures > div');
    await onPage(boxes).toHaveCount(8);
    await onPage(credits.locator('.figures .made')).toHaveCount(8);
    await onPage(credits.getByRole('columnheader', { name: '全市账户（合计为零）' })).toBeVisible();
    await picture(page, 'dashboard-made-of');
    await expectAccessible(page);
    // A figure of a part leads to the days of that part.
    await teda.getByRole('cell').nth(1).getByRole('link').click();
    await onPage(page.getByRole('heading', { level: 1, name: /报告：.*泰达街道/ })).toBeVisible();
    await onPage(page).toHaveURL(/region=120116014000/);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('of waits leads from the kind to the divisions, and on from there', async () => {
    const { page, complaints } = await open('binhai-official', '/dashboard');
    // The demonstration has no claims yet: what the service would answer with some.
    const group = (key: string, name?: string) => ({ key, name, claims: 3, p50Seconds: 60, p95Seconds: 600 });
    await page.route('**/api/v1/reports/time-to-claim?**', async (route) => {
      const isByPart = new URL(route.request().url()).searchParams.get('by') === 'part';
      const groups = isByPart ? [group('120116014000', '泰达街道')] : [group('groceries')];
      const answer = (await (await route.fetch()).json()) as object;
      await route.fulfill({ json: { ...answer, groups } });
    });
    await page.reload();
    const waits = page.locator('section', { has: page.getByRole('heading', { name: '等待接单的时间' }) });
    await waits.getByRole('row').nth(1).getByRole('link').click();
    await onPage(page).toHaveURL(/waits=groceries/);
    await waits.getByRole('link', { name: '泰达街道' }).click();
    await onPage(page.getByRole('heading', { level: 1, name: /泰达街道/ })).toBeVisible();
    await waits.getByRole('link', { name: '泰达街道：逐日' }).click();
    await onPage(page.getByRole('heading', { level: 1, name: /报告：.*泰达街道/ })).toBeVisible();
    expect(complaints).toEqual([]);
  }, 60_000);
});

describe('what one may not read', () => {
  it('is refused when the call is forged', async () => {
    const { page } = await open('binhai-official', '/dashboard');
    const statusOf = (region: string) =>
      page.evaluate<number>(
        `fetch('/api/v1/reports/ratios/parts?region=${region}', { headers: { authorization:
          'Bearer ' + JSON.parse(sessionStorage['shunlu.session']).accessToken } }).then(({ status }) => status)`,
      );
    expect([await statusOf('120116'), await statusOf('120101'), await statusOf('12')]).toEqual([
      200, 403, 403,
    ]);
    expect((await fetch(`${town.url}/api/v1/reports/ratios/parts?region=120116`)).status).toBe(401);
  }, 60_000);
});
