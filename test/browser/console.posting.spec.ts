import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, picture } from '#testing';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
import { expectAccessible, openAs, postByKeyboard, stepBy, tabTo, takeMarked } from './console.tour.js';
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

async function accept(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: words }).click();
  await stepBy(page, '受理并发布');
  await onPage(page.getByText('门口暗号')).toBeVisible();
}

describe('a resident', () => {
  it('is found at the committee by the building, typed as a number or as it is called', async () => {
    const { page, complaints } = await open('teda-c02', '/needs/new');
    await onPage(page.getByText('电话尾号或楼号查找')).toBeVisible();
    for (const building of ['3', '3 号楼']) {
      await page.locator('#residentId').fill(building);
      await onPage(page.locator('.ant-select-item-option-active:visible')).toHaveText(/乙\*爷.*3号楼$/);
    }
    await picture(page, 'post-by-building');
    await page.keyboard.press('Enter');
    await onPage(page.locator('#residentId')).toHaveAttribute('aria-expanded', 'false');
    await onPage(page.locator('.ant-select-dropdown')).toBeHidden();
    await expectAccessible(page);
    await page.locator('#residentId').fill('4号楼');
    await onPage(page.getByText('没有这位居民，请先登记')).toBeVisible();

    const station = await open('teda-station', '/needs/new');
    await onPage(station.page.getByText('拼音首字母或电话尾号查找')).toBeVisible();
    await station.page.locator('#residentId').fill('3号楼');
    await onPage(station.page.getByText('没有这位居民，请先登记')).toBeVisible();
    expect([...complaints, ...station.complaints]).toEqual([]);
  }, 60_000);
});

describe('a need that was posted', () => {
  it('is taken back within seconds by Ctrl + Z, and not once the station has it in hand', async () => {
    const { page, complaints } = await open('teda-c02', '/needs');
    await postByKeyboard(page, '02', '写错了的需求');
    await onPage(page.getByRole('button', { name: '撤回' })).toBeVisible();
    await picture(page, 'undo');
    await expectAccessible(page);
    await page.keyboard.press('Control+z');
    const returned = page.getByRole('region', { name: '退回与取消' });
    await onPage(returned.getByText('写错了的需求')).toBeVisible();
    await onPage(page.getByText('已撤回')).toBeVisible();

    const station = await open('teda-station', '/needs');
    await postByKeyboard(page, '02', '社工站很快受理');
    await accept(station.page, '社工站很快受理');
    await page.getByRole('button', { name: '撤回' }).click();
    await onPage(page.getByText('社工站已受理：请在看板上取消')).toBeVisible();
    await onPage(page.getByRole('region', { name: '进行中' }).getByText('社工站很快受理')).toBeVisible();
    expect([...complaints, ...station.complaints]).toEqual([]);
  }, 60_000);
});

describe('a need that comes every week', () => {
  it('is posted by keyboard alone, listed with its days, and ended', async () => {
    const { page, complaints } = await open('teda-c01', '/needs/new?repeats=weekly');
    await onPage(page.locator('#residentId')).toBeFocused();
    await page.keyboard.type('01');
    await takeMarked(page, '01');
    await onPage(page.locator('#residentId')).toHaveAttribute('aria-expanded', 'false');
    await tabTo(page, '#templateId');
    await page.keyboard.press('ArrowDown');
    await takeMarked(page);
    await onPage(page.locator('#summary')).toBeFocused();
    await page.keyboard.type('每周一袋米');
    await page.keyboard.press('Tab');
    await page.keyboard.type('60');
    // Every day of the week: those that are not chosen yet are, by the space bar.
    await tabTo(page, '#weekdays input');
    for (const day of [1, 2, 3, 4, 5, 6, 7]) {
      const box = page.locator('#weekdays input').nth(day - 1);
      await onPage(box).toBeFocused();
      if (!(await box.isChecked())) await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
    }
    await onPage(page.locator('#until')).toBeFocused();
    const until = await page.locator('#until').inputValue();
    await picture(page, 'post-weekly');
    await expectAccessible(page);
    await page.keyboard.press('Control+Enter');
    await onPage(page.getByRole('heading', { name: /每周一袋米/ })).toBeVisible();
    const days = '周一、周二、周三、周四、周五、周六、周日';
    await onPage(page.getByText(`每周${days}，至 ${until}`)).toBeVisible();
    await onPage(page.locator('.days li')).toHaveCount(4);
    await picture(page, 'series');
    await expectAccessible(page);
    await page.getByRole('button', { name: /^跳过 / }).click();
    await page.locator('.ant-modal:visible').getByLabel('原因（居民会看到）').fill('走亲戚');
    await page
      .locator('.ant-modal:visible')
      .getByRole('button', { name: /^跳过 / })
      .click();
    await onPage(page.getByText('· 跳过')).toBeVisible();
    await stepBy(page, '结束', { '原因（居民会看到）': '搬走了' });
    await onPage(page.getByText('已结束', { exact: true })).toBeVisible();
    await page.goto(`${town.url}/needs/series?state=active`);
    await onPage(page.getByText('没有定期需求。')).toBeVisible();
    expect(complaints).toEqual([]);
  }, 60_000);
});
