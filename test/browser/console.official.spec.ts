import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, picture } from '#testing';
import { type Browser, expect as onPage } from '@playwright/test';
import { expectSound, looks, openAs } from './console.tour.js';
import { startTown, type Town } from './town.js';

// Real: Chromium, the built console, the suite with the demonstration town.
let town: Town;
let browser: Browser;
beforeAll(async () => {
  [town, browser] = await Promise.all([startTown(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await town.stop();
});

const open = (userName: string, path = '/') => openAs([browser, town.url], userName, path);

const pages: [userName: string, path: string][] = [
  ['binhai-official', '/reports'],
  ['binhai-official', '/reports?view=days'],
  ['binhai-official', '/dashboard'],
  ['tianjin-admin', '/policies?view=proposal'],
  ['tianjin-admin', '/system'],
  ['tianjin-admin', '/dashboard'],
];

describe.each(looks)('as %s', (...look) => {
  it.each(pages)(
    '%s finds nothing wrong with %s',
    (userName, path) => expectSound([browser, town.url], userName, path, look),
    60_000,
  );
});

describe('an official', () => {
  it('opens a district from the map by keyboard, sees whether its credits can be redeemed, and takes the totals along', async () => {
    const { page, complaints } = await open('tianjin-admin', '/dashboard');
    const district = page.getByRole('group', { name: '各区地图' }).getByRole('link', { name: /^滨海新区/ });
    await district.focus();
    await page.keyboard.press('Enter');
    await onPage(page.getByRole('heading', { name: /滨海新区/ })).toBeVisible();
    const solvency = page.locator('section', {
      has: page.getByRole('heading', { name: '时间积分兑得了吗' }),
    });
    await onPage(solvency.getByText('公共池可用（小时）')).toBeVisible();
    await onPage(solvency.getByText(/账本 .* 的同一时刻/)).toBeVisible();
    await onPage(page.getByText('这些日子没有隐患。')).toBeVisible();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^shunlu-breakdown-120116/);
    await solvency.scrollIntoViewIfNeeded();
    await picture(page, 'dashboard-solvency');
    expect(complaints).toEqual([]);
  }, 60_000);
});

describe('what one may not do', () => {
  it('is not shown, and refused when forged', async () => {
    const { page } = await open('binhai-official', '/needs/new');
    await onPage(page).toHaveURL(/\/dashboard/);
    await onPage(page.locator('nav').getByText('代发需求')).toHaveCount(0);
    const forged = await page.evaluate<number>(
      `fetch('/api/v1/needs', { method: 'POST', headers: { 'content-type': 'application/json',
        authorization: 'Bearer ' + JSON.parse(sessionStorage['shunlu.session']).accessToken }, body: '{}' })
        .then(({ status }) => status)`,
    );
    expect(forged).toBe(403);
  });
});
