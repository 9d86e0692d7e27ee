import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, picture } from '#testing';
import { type Browser, expect as onPage } from '@playwright/test';
import {
  courier,
  expectAccessible,
  expectSound,
  looks,
  openAs,
  postByKeyboard,
  stepBy,
} from './console.tour.js';
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
const square = { longitude: 117.722, latitude: 39.027 };

describe('the map of errands', () => {
  it('teaches while it is empty, shows an errand the moment it opens, and couriers as counts', async () => {
    const { page, complaints } = await open('teda-station');
    await page.keyboard.press('i');
    await onPage(page.getByText('现在没有开放的任务，也没有人在岗')).toBeVisible();
    await onPage(page.getByText('实时', { exact: true })).toBeVisible();

    const committee = await open('teda-c01');
    await postByKeyboard(committee.page, '01', '地图上的一单');
    const station = await open('teda-station', '/needs');
    await station.page.getByRole('button', { name: '地图上的一单' }).click();
    await stepBy(station.page, '受理并发布');
    const opened = page.getByRole('link', { name: '格：开放任务 1' });
    await onPage(opened).toBeVisible({ timeout: 2_000 });

    // Six in one square, and three elsewhere: of the three the map says no more than their sites.
    for (let number = 1; number <= 9; number++) {
      const { send } = await courier(town, `1000000000${number}`);
      const point = number <= 6 ? square : { longitude: 117.746, latitude: 39.048 };
      await send('/volunteers/me/duty', { point });
    }
    await page.reload();
    await onPage(page.locator('.figures dd').nth(2)).toHaveText('9');
    await onPage(page.getByRole('link', { name: /在岗/ })).toHaveCount(1);
    await onPage(page.getByRole('link', { name: /格：开放任务 0，在岗 6 人/ })).toBeVisible();
    const squares = page.getByRole('region', { name: '按格' });
    await onPage(squares.getByRole('row', { name: /不足 5/ })).toHaveCount(1);
    const sites = page.getByRole('region', { name: '按站点' }).locator('tbody tr[data-row-key]');
    await onPage(sites).toHaveCount(20);
    const counts = await sites.locator('td:last-child').allInnerTexts();
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(9);
    await picture(page, 'errand-map');
    await expectAccessible(page);

    await opened.focus();
    await page.keyboard.press('Enter');
    await onPage(page.locator('tr:target')).toContainText('1');
    expect([...complaints, ...committee.complaints, ...station.complaints]).toEqual([]);
  }, 90_000);

  it('is not for committees, whatever they type', async () => {
    const { page, complaints } = await open('teda-c01', '/errand-map');
    await onPage(page.getByRole('heading', { name: '需求看板' })).toBeVisible();
    await onPage(page.getByRole('link', { name: '任务地图' })).toHaveCount(0);
    expect(complaints).toEqual([]);
  }, 30_000);
});

describe.each(looks)('as %s', (...look) => {
  it(
    'has nothing wrong with it',
    () => expectSound([browser, town.url], 'teda-station', '/errand-map', look),
    60_000,
  );
});
