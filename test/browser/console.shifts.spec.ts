import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, picture } from '#testing';
import { type Browser, expect as onPage } from '@playwright/test';
import { courier, expectAccessible, expectSound, looks, openAs } from './console.tour.js';
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

describe('shifts of a station', () => {
  it('are put on several days at once, taken off, and both can be undone', async () => {
    const { page, complaints } = await open('teda-station');
    await page.keyboard.press('a');
    await onPage(page.getByRole('heading', { name: '值班' })).toBeVisible();
    await page.getByRole('link', { name: '下一周' }).click();
    await page.getByRole('button', { name: '排班' }).click();
    const dialog = page.locator('.ant-modal:visible');
    await dialog.getByRole('combobox', { name: '社工' }).focus();
    await page.keyboard.press('Enter');
    await page.getByTitle('示例社工').click();
    await dialog.getByRole('checkbox', { name: '周五' }).uncheck();
    await picture(page, 'shifts-adding');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '排班' }).click();
    await onPage(dialog).toBeHidden();
    await onPage(page.getByText('09:00–17:00')).toHaveCount(4);
    await onPage(page.getByText('已排 4 个班。')).toBeVisible();
    await onPage(page.getByRole('cell', { name: '32.0' })).toBeVisible();
    await picture(page, 'shifts');
    await expectAccessible(page);

    // The same hours once more are refused, with what to do.
    await page.getByRole('button', { name: '排班' }).click();
    await dialog.getByRole('combobox', { name: '社工' }).focus();
    await page.keyboard.press('Enter');
    await page.getByTitle('示例社工').click();
    await dialog.getByRole('button', { name: '排班' }).click();
    await onPage(dialog.getByText('此人在这段时间已有班')).toBeVisible();
    await dialog.getByRole('button', { name: '返回' }).click();

    await page.getByRole('button', { name: '取消 示例社工 周一 09:00–17:00' }).click();
    await onPage(page.getByText('09:00–17:00')).toHaveCount(3);
    await page.keyboard.press('Control+z');
    await onPage(page.getByText('09:00–17:00')).toHaveCount(4);
    await page.reload();
    await onPage(page.getByText('09:00–17:00')).toHaveCount(4);
    await page.getByRole('link', { name: '本周' }).click();
    await onPage(page.getByText('09:00–17:00')).toHaveCount(0);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('of couriers are read as they set them on their phones', async () => {
    const { send } = await courier(town, '10000000001');
    const times = { quietStartMinute: 1260, quietEndMinute: 420, maxAlertsPerDay: 20 };
    const shifts = [{ weekday: 2, startMinute: 840, minutes: 150 }];
    await send('/volunteers/me/duty/times', { ...times, shifts });
    const { page, complaints } = await open('teda-station', '/sites');
    await page.getByRole('link', { name: '示例快递 01 号站点的班次' }).click();
    await onPage(page.getByRole('cell', { name: '14:00–16:30' })).toBeVisible();
    await onPage(page.getByRole('row')).toHaveCount(6);
    await picture(page, 'courier-shifts');
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('are not for committees', async () => {
    const { page } = await open('teda-c01', '/shifts');
    await onPage(page.getByRole('heading', { name: '需求看板' })).toBeVisible();
    await onPage(page.getByRole('link', { name: '值班' })).toHaveCount(0);
  }, 30_000);
});

describe.each(looks)('as %s', (...look) => {
  it.each(['/shifts', '/shifts?view=couriers'])(
    'nothing is wrong with %s',
    (path) => expectSound([browser, town.url], 'teda-station', path, look),
    60_000,
  );
});
