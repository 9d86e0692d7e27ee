import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform';
import { openBrowser, picture } from '#testing';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
import {
  demoPassword,
  expectAccessible,
  expectSound,
  looks,
  openAs,
  stepBy,
  tabTo,
  takeMarked,
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
const teda = '120116014000';

/** What a committee can post with, by the field of its form. */
async function expectOffered(page: Page, title: string, isOffered: boolean): Promise<void> {
  await page.goto(`${town.url}/needs/new`);
  await page.locator('#templateId').click();
  await page.locator('#templateId').fill(title);
  const option = page.locator('.ant-select-item-option:visible', { hasText: title });
  if (isOffered) await onPage(option).toHaveCount(1);
  else await onPage(page.locator('.ant-select-item-empty:visible')).toBeVisible();
  await page.keyboard.press('Escape');
}

describe('a template', () => {
  it('is made for a place, offered there, changed by a version, retired and offered again', async () => {
    const { page, complaints } = await open('tianjin-admin');
    await page.keyboard.press('t');
    await onPage(page.getByRole('row', { name: /上门理发/ })).toBeVisible();
    await page.goto(`${town.url}/templates?region=${teda}`);
    await page.getByRole('button', { name: '新建模板' }).click();
    await picture(page, 'template-new');
    await expectAccessible(page);
    await page.locator('.ant-modal:visible').getByRole('button', { name: '返回' }).click();
    await stepBy(page, '新建模板', {
      '代号（小写字母开头的英文）': 'windowCleaning',
      名称: '擦玻璃',
      预填说明: '擦客厅玻璃，不得探身窗外',
    });
    const row = page.getByRole('row', { name: /windowCleaning.*使用中/ });
    await onPage(row).toBeVisible();
    const committee = await open('teda-c01');
    await expectOffered(committee.page, '擦玻璃', true);

    await row.getByRole('button', { name: '擦玻璃' }).click();
    await onPage(page.getByText('第 1 版', { exact: true })).toBeVisible();
    await stepBy(page, '保存下一版', { 预填说明: '擦客厅和厨房的玻璃' });
    await onPage(page.getByText('第 2 版', { exact: true })).toBeVisible();
    await onPage(page.getByText('第 1 版', { exact: true })).toBeVisible();
    await picture(page, 'template-versions');
    await expectAccessible(page);
    await stepBy(page, '停用');
    await onPage(page.getByRole('button', { name: '恢复使用' })).toBeVisible();
    await expectOffered(committee.page, '擦玻璃', false);
    await stepBy(page, '恢复使用');
    await onPage(page.getByText('第 4 版', { exact: true })).toBeVisible();
    await expectOffered(committee.page, '擦玻璃', true);
    expect([...complaints, ...committee.complaints]).toEqual([]);
  }, 90_000);

  it('that comes with Shunlu is retired by a station for its own subdistrict alone', async () => {
    const { page, complaints } = await open('teda-station', '/templates?key=haircut');
    await onPage(page.getByText('系统自带').last()).toBeVisible();
    await stepBy(page, '停用');
    await onPage(page.getByRole('button', { name: '恢复使用' })).toBeVisible();
    const committee = await open('teda-c02');
    await expectOffered(committee.page, '上门理发', false);
    const admin = await open('tianjin-admin', '/templates');
    await onPage(admin.page.getByRole('row', { name: /上门理发.*系统自带.*使用中/ })).toBeVisible();
    expect([...complaints, ...committee.complaints, ...admin.complaints]).toEqual([]);
  }, 90_000);
});

describe('an organisation', () => {
  it('is found by going down the tree of divisions, and registered where it serves', async () => {
    const { page, complaints } = await open('tianjin-admin');
    await page.keyboard.press('j');
    const path = page.getByRole('navigation', { name: '区划', exact: true });
    await page.getByRole('link', { name: '全市', exact: true }).click();
    await page.getByRole('link', { name: '滨海新区', exact: true }).click();
    await onPage(path.getByRole('link', { name: '全市' })).toBeVisible();
    await page.getByLabel('查找').fill('泰达');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '天津经济技术开发区东区泰达街道', exact: true }).click();
    await page.getByRole('link', { name: '机构', exact: true }).click();
    await onPage(page.getByRole('row', { name: /泰达街道社会工作服务站.*社工站/ })).toBeVisible();
    await page.getByRole('button', { name: '登记机构' }).click();
    const dialog = page.locator('.ant-modal:visible');
    await dialog.getByLabel('名称').fill('示例承接机构');
    await dialog.getByRole('combobox', { name: '类别' }).click();
    await page.locator('.ant-select-item-option:visible', { hasText: '社工室' }).click();
    await picture(page, 'organisation-new');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '登记机构' }).click();
    await onPage(dialog).toBeHidden();
    await page.goto(`${town.url}/divisions?region=${teda}&view=bodies&kind=socialWorkRoom`);
    await onPage(page.getByRole('row', { name: /示例承接机构.*社工室.*泰达街道/ })).toBeVisible();
    expect(complaints).toEqual([]);
  }, 90_000);
});

describe('a need that comes every week', () => {
  it('may be served by a group, which its panel then names', async () => {
    const { page, complaints } = await open('teda-c03', '/needs/new?repeats=weekly');
    await page.locator('#residentId').fill('03');
    await takeMarked(page, '03');
    await onPage(page.locator('#residentId')).toHaveAttribute('aria-expanded', 'false');
    await tabTo(page, '#templateId');
    await page.keyboard.type('陪伴');
    await takeMarked(page, '陪伴聊天');
    await onPage(page.locator('#summary')).toBeFocused();
    await page.keyboard.type('每周来坐坐');
    await tabTo(page, '#groupId');
    await page.keyboard.type('07');
    await takeMarked(page, '07 号站点');
    await page.keyboard.press('Control+Enter');
    await onPage(page.getByRole('heading', { name: /每周来坐坐/ })).toBeVisible();
    await onPage(page.getByText('团体服务：示例快递 07 号站点')).toBeVisible();
    await picture(page, 'series-of-group');
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  }, 90_000);
});

const pages: [userName: string, path: string][] = [
  ['tianjin-admin', '/templates'],
  ['tianjin-admin', `/templates?region=${teda}&key=repair`],
  ['tianjin-admin', '/divisions?region=120100000000'],
  ['tianjin-admin', `/divisions?region=${teda}&view=bodies`],
  ['teda-station', '/templates'],
];

describe.each(looks)('as %s', (...look) => {
  it.each(pages)(
    '%s finds nothing wrong with %s',
    (userName, path) => expectSound([browser, town.url], userName, path, look),
    60_000,
  );
});

describe('what one may not do', () => {
  it.each([
    ['teda-c01', '/need-templates'],
    ['teda-station', '/organisations'],
    ['binhai-official', '/organisations'],
  ])('%s is refused POST %s', async (userName, path) => {
    const { page } = await open(userName);
    for (const hidden of userName === 'teda-c01' ? ['/templates', '/divisions'] : ['/divisions'])
      await onPage(page.locator(`nav a[href="${hidden}"]`)).toHaveCount(0);
    const signIn = await fetch(`${town.url}/api/v1/auth/staff/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userName, password: demoPassword }),
    });
    const { accessToken } = (await signIn.json()) as { accessToken: string };
    const answer = await fetch(`${town.url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` },
      body: JSON.stringify({ id: newId() }),
    });
    expect(answer.status).toBe(403);
  });
});
