import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, picture } from '#testing';
import { type Browser, expect as onPage } from '@playwright/test';
import { expectSound, looks, openAs, postByKeyboard } from './console.tour.js';
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

describe('a station', () => {
  it('returns a need with its reason, and is told when the network is gone', async () => {
    const committee = await open('teda-c02');
    await postByKeyboard(committee.page, '02', '请人代领奖金');
    const { page, complaints } = await open('teda-station', '/needs');
    await page.getByRole('button', { name: /请人代领奖金/ }).click();
    await page.getByRole('button', { name: '退回需求' }).click();
    await page.getByRole('combobox', { name: '原因' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByTitle('不属于志愿服务').click();
    await page.getByLabel('告诉居民').fill('不属于志愿服务范围');
    await page.locator('.ant-modal:visible').getByRole('button', { name: '退回需求' }).click();
    const returned = committee.page.getByRole('region', { name: '退回与取消' });
    await onPage(returned.getByText('请人代领奖金')).toBeVisible();
    expect(complaints).toEqual([]);

    await page.context().setOffline(true);
    await onPage(page.getByText('网络已断开')).toBeVisible();
    await picture(page, 'offline');
  }, 60_000);
});

const pages: [userName: string, path: string][] = [
  ['teda-station', '/unclaimed'],
  ['teda-station', '/volunteers/new'],
  ['teda-station', '/volunteers'],
  ['teda-station', '/sites'],
  ['teda-station', '/conduct'],
  ['teda-station', '/disputes'],
  ['teda-station', '/referrals'],
  ['teda-station', '/reports?view=comparison'],
];

describe.each(looks)('as %s', (...look) => {
  it.each(pages)(
    '%s finds nothing wrong with %s',
    (userName, path) => expectSound([browser, town.url], userName, path, look),
    60_000,
  );
});
