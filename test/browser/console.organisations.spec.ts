import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, picture } from '#testing';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
import { expectAccessible, expectSound, looks, openAs, stepBy } from './console.tour.js';
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
const bodies = '/divisions?region=120116014000&view=bodies';
const inModal = (page: Page) => page.locator('.ant-modal:visible');

/** Chooses what a list of a form offers by its words. */
async function pick(page: Page, label: string, words: string): Promise<void> {
  const list = inModal(page).getByRole('combobox', { name: label });
  await list.click();
  // Some lists are long and searched, others are short and only shown.
  if (await list.isEditable()) await list.fill(words);
  await page.locator('.ant-select-item-option:visible', { hasText: words }).first().click();
}

describe('an organisation', () => {
  it('comes under another, closes with a reason, and leaves the lists of those that are open', async () => {
    const { page, complaints } = await open('tianjin-admin', `${bodies}&kind=courierSite`);
    await page.getByRole('button', { name: '示例快递 07 号站点' }).click();
    await page.getByRole('button', { name: '登记变更' }).click();
    await inModal(page).getByLabel('成立日期（可不填）').fill('2019-05-01');
    await pick(page, '督导机构（可不填）', '泰达街道社会工作服务站');
    await inModal(page).getByLabel('依据或原因').fill('站点设立批复');
    await picture(page, 'organisation-change');
    await expectAccessible(page);
    await inModal(page).getByRole('button', { name: '登记变更' }).click();
    await onPage(page.getByText('第 2 版', { exact: true })).toBeVisible();
    await onPage(page.locator('.ant-drawer td').getByText('泰达街道社会工作服务站')).toBeVisible();

    await stepBy(page, '登记变更', { '撤销日期（可不填）': '2026-01-31', 依据或原因: '站点合并' });
    await onPage(page.getByText('第 3 版', { exact: true })).toBeVisible();
    await onPage(page.getByText('站点合并')).toBeVisible();
    await picture(page, 'organisation-closed');
    await expectAccessible(page);
    await page.goto(`${town.url}${bodies}&kind=courierSite&state=closed`);
    await onPage(page.getByRole('row', { name: /07 号站点.*2026-01-31 起撤销/ })).toBeVisible();
    await onPage(page.getByRole('row')).toHaveCount(2);
    expect(complaints).toEqual([]);
  }, 90_000);

  it('is not closed while somebody works for it, and says how many', async () => {
    const { page } = await open('tianjin-admin', `${bodies}&kind=socialWorkStation`);
    await page.getByRole('button', { name: '泰达街道社会工作服务站' }).click();
    await page.getByRole('button', { name: '登记变更' }).click();
    await inModal(page).getByLabel('撤销日期（可不填）').fill('2026-01-31');
    await inModal(page).getByLabel('依据或原因').fill('误操作');
    await inModal(page).getByRole('button', { name: '登记变更' }).click();
    await onPage(inModal(page).getByText(/还有 \d+ 人在该机构任职，不能撤销/)).toBeVisible();
    await picture(page, 'organisation-has-staff');
  }, 60_000);
});

describe('employment', () => {
  it('is set by the administrator with licences and supervisor, and read by oneself', async () => {
    const { page, complaints } = await open('tianjin-admin', '/staff?find=teda-station');
    await page.locator('tbody').getByRole('button').first().click();
    await onPage(page.getByText('聘用、证书与督导还没有登记。')).toBeVisible();
    await page.getByRole('button', { name: '登记聘用与证书' }).click();
    const dialog = inModal(page);
    await pick(page, '聘用方式（可不填）', '专职');
    await pick(page, '督导（可不填）', 'teda-c01');
    await dialog.getByRole('button', { name: '加一份证书' }).click();
    await pick(page, '证书', '高级社会工作师');
    await dialog.getByLabel('发证').fill('2020-01-01');
    await dialog.getByLabel('登记有效期至').fill('2023-01-01');
    await picture(page, 'employment-set');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '登记聘用与证书' }).click();
    await onPage(page.getByText(/高级社会工作师 · 2020-01-01 至 2023-01-01/)).toBeVisible();
    await onPage(page.getByText('已过期')).toBeVisible();
    await picture(page, 'employment');
    await expectAccessible(page);
    expect(complaints).toEqual([]);

    const own = await open('teda-station', '/own?view=employment');
    await onPage(own.page.getByText('专职')).toBeVisible();
    await onPage(own.page.getByText(/高级社会工作师/)).toBeVisible();
    await own.page.goto(`${town.url}/staff`);
    await onPage(own.page.getByRole('button', { name: '登记聘用与证书' })).toHaveCount(0);
  }, 90_000);
});

const pages: [userName: string, path: string][] = [
  ['tianjin-admin', `${bodies}&state=open`],
  ['tianjin-admin', `${bodies}&kind=operatingOrganization&state=closed`],
  ['teda-c02', '/own?view=employment'],
];

describe.each(looks)('as %s', (...look) => {
  it.each(pages)(
    '%s finds nothing wrong with %s',
    (userName, path) => expectSound([browser, town.url], userName, path, look),
    60_000,
  );
});
