import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { newId } from '#platform';
import { allConsumed, openBrowser, openPage, picture } from '#testing';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
import { PublishedJob } from '../../apps/reporting/src/published.job.js';
import { expectAccessible, expectNoOverflow, signIn } from './console.tour.js';
import { signInStaff } from './phone.js';
import { startTown, type Town } from './town.js';

// Real: Chromium, the built console, the suite with the demonstration town.
let town: Town;
let browser: Browser;
beforeAll(async () => {
  [town, browser] = await Promise.all([startTown(), openBrowser()]);
  await allConsumed(town.house.nats, 'reporting');
  // What runs at seven in the morning.
  const reporting = town.suite.services.find(({ name }) => name === 'reporting');
  await reporting?.app.get(PublishedJob).publishAll();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await town.stop();
});

async function downloaded(page: Page, name: string): Promise<{ file: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return { file: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

describe('reports', () => {
  it('are read by day, beside the year before, and carried away as sheets', async () => {
    const { page, complaints } = await openPage(browser, { viewport: { width: 1440, height: 900 } });
    await page.goto(`${town.url}/reports?view=days`);
    await signIn(page, 'binhai-official');
    await onPage(page.getByRole('heading', { name: '报告：滨海新区' })).toBeVisible();
    await onPage(page.getByRole('row')).toHaveCount(31);
    const csv = await downloaded(page, '下载 CSV');
    expect(csv.file).toMatch(/^shunlu-days-120116\d*-.*\.csv$/);
    expect(csv.bytes.toString('utf8')).toContain('注册志愿者');
    const xlsx = await downloaded(page, '下载 XLSX');
    expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK');

    await page.getByRole('link', { name: '同比' }).click();
    await onPage(page.getByRole('cell', { name: '注册志愿者' })).toBeVisible();
    await picture(page, 'comparison-official');
    await page.getByRole('link', { name: '已发布的报告' }).click();
    await onPage(page.getByText('第 1 版发布于')).toBeVisible();
    await picture(page, 'published-official');
    await expectAccessible(page);
    expect((await downloaded(page, '下载 CSV')).file).toMatch(/^shunlu-day-/);
    await page.getByRole('button', { name: '上一期' }).click();
    await onPage(page).toHaveURL(/day=/);
    await onPage(page.getByText('第 1 版发布于')).toHaveCount(0);
    await onPage(page.getByRole('alert')).toHaveCount(0);
    await picture(page, 'not-published-official');
    await page.emulateMedia({ media: 'print' });
    await onPage(page.locator('.bar')).toBeHidden();
    expect(complaints).toEqual([]);
  }, 60_000);
});

describe('a figure', () => {
  it('leads down to its days, its parts and what it counts, each level adding up', async () => {
    const { committee } = await signInStaff(town);
    const resident = {
      ...{
        id: newId(),
        name: '示例爷爷',
        phone: '19900000088',
        communityCode: '120116014001',
        door: '3 号楼 501',
      },
      point: { longitude: 117.7042, latitude: 39.0326 },
    };
    await committee.ask((api) => api.post('/api/v1/residents', { body: resident }));
    const need = {
      ...{ id: newId(), residentId: resident.id, type: 'medicine' as const, summary: '取一盒眼药水' },
      ...{ channel: 'phone' as const, expectedMinutes: 30 },
      windowStart: new Date(Date.now() + 60_000).toISOString(),
      windowEnd: new Date(Date.now() + 7_200_000).toISOString(),
    };
    await committee.ask((api) => api.post('/api/v1/needs', { body: need }));
    await allConsumed(town.house.nats, 'reporting');

    const { page, complaints } = await openPage(browser, { viewport: { width: 1440, height: 900 } });
    await page.goto(`${town.url}/dashboard`);
    await signIn(page, 'binhai-official');
    const figures = page.locator('.figures');
    await figures.locator('div').filter({ hasText: '转社工站需求' }).getByRole('link').click();
    await onPage(page.getByRole('heading', { name: '报告：滨海新区' })).toBeVisible();
    const today = page.getByRole('row').nth(1);
    const told = Number(await today.getByRole('cell').nth(2).textContent());
    expect(told).toBeGreaterThan(0);
    await today.getByRole('cell').nth(2).getByRole('link').click();
    const together = page.getByText(`合计 ${told}`);
    await onPage(together).toBeVisible();
    await picture(page, 'behind-district');
    await expectAccessible(page);
    for (const name of [/泰达街道/, /时尚广场/]) {
      await page.getByRole('row', { name }).getByRole('link').click();
      await onPage(page.getByRole('heading', { name })).toBeVisible();
    }
    const link = page.getByRole('link', { name: '看需求' }).first();
    await onPage(link).toBeVisible();
    await picture(page, 'behind-community');
    await expectAccessible(page);
    await link.click();
    await onPage(page).toHaveURL(/needs\?need=/);
    await onPage(page.getByText('取一盒眼药水').first()).toBeVisible();
    expect(complaints).toEqual([]);
  }, 90_000);
});

describe('open data', () => {
  it.each([
    ['zh', { viewport: { width: 375, height: 812 } }],
    ['en', { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' as const }],
  ])('is everybody’s, without signing in (%s)', async (language, options) => {
    const { page, complaints } = await openPage(browser, options);
    await page.goto(town.url);
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: language === 'en' ? 'Open data' : '公开数据' }).click();
    await onPage(page.getByRole('heading', { name: /天津市/ })).toBeVisible();
    await onPage(page.getByRole('link', { name: '滨海新区' })).toBeVisible();
    await picture(page, `open-${language}`);
    await expectAccessible(page);
    await expectNoOverflow(page);
    const json = await downloaded(page, language === 'en' ? 'Download JSON' : '下载 JSON');
    expect(JSON.parse(json.bytes.toString('utf8'))).toMatchObject({ region: '120100000000', threshold: 5 });
    await page.getByRole('link', { name: '滨海新区' }).click();
    await onPage(page.getByRole('heading', { name: /滨海新区/ })).toBeVisible();
    await page.goto(`${town.url}/open?month=2020-01`);
    await onPage(page.getByRole('heading', { name: /天津市/ })).toBeVisible();
    await onPage(page.getByRole('table')).toHaveCount(0);
    await onPage(page.getByRole('alert')).toHaveCount(0);
    await page.getByRole('link', { name: language === 'en' ? 'Staff sign in' : '工作人员登录' }).click();
    await onPage(page.locator('input[type="password"]')).toBeVisible();
    expect(complaints).toEqual([]);
  });
});

describe('the system page', () => {
  it('says that every part answers and that the ledger agrees with itself', async () => {
    const { page, complaints } = await openPage(browser, { viewport: { width: 1440, height: 900 } });
    await page.goto(town.url);
    await signIn(page, 'tianjin-admin');
    await page.keyboard.press('z');
    await onPage(page.getByText('全部正常')).toBeVisible();
    await page.getByRole('button', { name: '现在自查' }).click();
    await onPage(page.getByText('账本自洽')).toBeVisible();
    await picture(page, 'system');
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  });
});

describe('policies', () => {
  it('are proposed from an example, compared, tried on the past, and adopted; an official reads them', async () => {
    const { page, complaints } = await openPage(browser, { viewport: { width: 1440, height: 900 } });
    await page.goto(`${town.url}/policies`);
    await signIn(page, 'tianjin-admin');
    await onPage(page.getByRole('heading', { name: '第 1 版' })).toBeVisible();
    await page.getByRole('link', { name: '拟定与试算' }).click();
    await onPage(page.getByText('没有不同。')).toBeVisible();
    await page.getByRole('spinbutton', { name: '每日上限' }).fill('480');
    await page.keyboard.press('Tab');
    await onPage(page.getByRole('row', { name: /每日上限.*没有规定.*480 分钟/ })).toBeVisible();
    await page.getByRole('button', { name: '试算' }).click();
    await onPage(page.getByText('没有人受影响。')).toBeVisible();
    await picture(page, 'policy-proposal');
    await expectAccessible(page);
    await page.getByRole('button', { name: '通过新版本' }).click();
    await page.getByLabel('依据（如文号）').fill('示例文号');
    await page.locator('.ant-modal:visible').getByRole('button', { name: '通过新版本' }).click();
    await onPage(page.getByRole('heading', { name: '第 2 版' })).toBeVisible();
    await onPage(page.getByText('示例文号')).toBeVisible();
    expect(complaints).toEqual([]);

    const official = await openPage(browser, { viewport: { width: 375, height: 812 } });
    await official.page.goto(`${town.url}/policies?view=proposal`);
    await signIn(official.page, 'binhai-official');
    await onPage(official.page.getByRole('heading', { name: '第 2 版' })).toBeVisible();
    await onPage(official.page.getByRole('link', { name: '拟定与试算' })).toHaveCount(0);
    await expectAccessible(official.page);
    await expectNoOverflow(official.page);
  }, 60_000);
});
