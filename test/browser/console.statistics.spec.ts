import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform';
import { openBrowser, picture } from '#testing';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
import { demoPassword, expectAccessible, expectSound, looks, openAs, stepBy } from './console.tour.js';
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
const dialogOf = (page: Page) => page.locator('.ant-modal:visible');

/** Chooses in a list by the words of one. */
async function choose(page: Page, label: string, words: string): Promise<void> {
  const field = dialogOf(page).getByRole('combobox', { name: label, exact: true });
  await field.click();
  // A long list shows only what is near; one that can be searched is.
  if (await field.isEditable()) await field.fill(words);
  await page.locator('.ant-select-dropdown:visible').getByTitle(words, { exact: true }).click();
}

describe('a station', () => {
  it('enters a figure, corrects it by a version, withdraws it, and finds each by its address', async () => {
    const { page, complaints } = await open('teda-station');
    await page.keyboard.press('1');
    await onPage(page.getByText('这里还没有这样的记录')).toBeVisible();
    await page.getByRole('button', { name: '登记一项' }).click();
    const dialog = dialogOf(page);
    await choose(page, '指标', '资源折合价值（元）');
    await dialog.getByLabel('起日', { exact: true }).fill('2026-01-01');
    await dialog.getByLabel('止日', { exact: true }).fill('2026-01-31');
    await dialog.getByLabel('资源折合价值（元）').fill('3000.5');
    await dialog.getByLabel('来源', { exact: true }).fill('TEDA 社工站');
    await dialog.getByLabel('依据', { exact: true }).fill('捐赠清单');
    const document = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('清单') };
    await dialog.getByLabel('选择依据文件').setInputFiles(document);
    await onPage(dialog.getByLabel('依据文件的指纹（可不填）')).toHaveValue(/^[0-9a-f]{64}$/);
    await picture(page, 'statistics-enter');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '登记一项' }).click();
    await onPage(dialog).toBeHidden();
    await onPage(page.getByRole('row', { name: /资源折合价值.*3,000\.5/ })).toBeVisible();

    await page.getByRole('button', { name: '资源折合价值（元）' }).click();
    await onPage(page).toHaveURL(/record=/);
    await stepBy(page, '更正', { '资源折合价值（元）': '2900', 更正原因: '一笔重复' });
    await onPage(page.getByText('第 2 版', { exact: true })).toBeVisible();
    await onPage(page.getByText('第 1 版', { exact: true })).toBeVisible();
    await page.reload();
    await onPage(page.getByText('原因：一笔重复')).toBeVisible();
    await picture(page, 'statistics-versions');
    await expectAccessible(page);
    await stepBy(page, '撤回', { 为什么: '不是本站的' });
    await onPage(page.getByText('第 3 版', { exact: true })).toBeVisible();
    await page.goto(`${town.url}/statistics?metric=resourceEquivalentFen&from=2026-01-01&to=2026-12-31`);
    await onPage(page.getByRole('row', { name: /2,900.*已撤回/ })).toBeVisible();
    await page.goto(`${town.url}/statistics?metric=cases`);
    await onPage(page.getByText('这里还没有这样的记录')).toBeVisible();
    expect(complaints).toEqual([]);
  }, 90_000);

  it('imports a file once every line of it is right', async () => {
    const { page, complaints } = await open('teda-station', '/statistics');
    await page.getByRole('button', { name: '从文件导入' }).click();
    const heading = '指标,起日,止日,数值,限定,来源,依据';
    const good = ['个案,2026-01-01,2026-01-31,12,准确,社工站,名册', '持证社工,,2026-01-31,5,约,社工站,名册'];
    const give = (lines: readonly string[]) =>
      dialogOf(page)
        .getByLabel('选择文件')
        .setInputFiles({
          ...{ name: 'a.csv', mimeType: 'text/csv' },
          buffer: Buffer.from([heading, ...lines].join('\r\n')),
        });
    const enter = dialogOf(page).getByRole('button', { name: '全部登记' });
    await give([...good, '天气,,2026-01-31,5,约,社工站,名册']);
    await onPage(page.getByText('第 4 行：没有这项指标')).toBeVisible();
    await onPage(enter).toBeDisabled();
    await picture(page, 'statistics-import');
    await expectAccessible(page);
    await give(good);
    await onPage(page.getByText('共 2 行，0 行有误')).toBeVisible();
    await enter.click();
    await onPage(page.getByRole('row', { name: /持证社工.*约 5/ })).toBeVisible();
    await onPage(page.getByRole('row', { name: /个案.*12/ })).toBeVisible();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('sets a campaign its target, enters progress and sees how far it is', async () => {
    const { page, complaints } = await open('teda-station', '/statistics?view=campaigns');
    await onPage(page.getByText('没有专项行动')).toBeVisible();
    await page.getByRole('button', { name: '新立一项' }).click();
    const dialog = dialogOf(page);
    await dialog.getByLabel('名称', { exact: true }).fill('寒冬送暖');
    await choose(page, '目标指标', '服务（人次）');
    await dialog.getByLabel('目标', { exact: true }).fill('300');
    await dialog.getByLabel('起日', { exact: true }).fill('2026-01-01');
    await dialog.getByLabel('止日', { exact: true }).fill('2026-02-28');
    await dialog.getByLabel('依据', { exact: true }).fill('街道文件 3 号');
    await dialog.getByRole('button', { name: '新立一项' }).click();
    await onPage(page.getByText('目标 300，已达 0')).toBeVisible();
    await stepBy(page, '登记进展', { '服务（人次）': '75', 来源: '社工站', 依据: '签到表' });
    await onPage(page.getByText('目标 300，已达 75')).toBeVisible();
    await onPage(page.getByText('25%')).toBeVisible();
    await picture(page, 'campaigns');
    await page.getByRole('button', { name: /寒冬送暖/ }).click();
    await stepBy(page, '更正目标', { 目标: '150', 更正原因: '目标下调' });
    await onPage(page.getByText('第 2 版', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await onPage(page.getByText('50%')).toBeVisible();
    await page.getByRole('link', { name: '进展 1 条' }).click();
    await onPage(page.getByRole('row', { name: /服务（人次）.*75/ })).toBeVisible();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('logs a problem, refers it and closes it', async () => {
    const { page, complaints } = await open('teda-station', '/statistics?view=problems');
    await page.getByRole('button', { name: '登记问题' }).click();
    const dialog = dialogOf(page);
    await dialog.getByRole('combobox', { name: '社区' }).click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
    await choose(page, '类别', '药品');
    await dialog.getByLabel('所问').fill('老人降压药用完，家属不在本市');
    await dialog.getByLabel('依据', { exact: true }).fill('接待登记表第 12 页');
    await picture(page, 'problem-log');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '登记问题' }).click();
    await onPage(page.getByText('登记 1 件，转介过 0 件，待办 1 件，办结 0 件')).toBeVisible();
    await page.getByRole('button', { name: /老人降压药/ }).click();
    await page.getByRole('button', { name: '转介', exact: true }).click();
    await choose(page, '转给哪类机构', '医院');
    await dialogOf(page).getByLabel('机构名称').fill('社区卫生服务中心');
    await dialogOf(page).getByLabel('怎样处理').fill('已联系中心送药');
    await dialogOf(page).getByRole('button', { name: '转介', exact: true }).click();
    await onPage(page.getByText('转往：社区卫生服务中心（医院）').first()).toBeVisible();
    await stepBy(page, '办结', { 怎样处理: '中心已送药上门' });
    await onPage(page.getByText('第 3 版', { exact: true })).toBeVisible();
    await picture(page, 'problem-versions');
    await expectAccessible(page);
    await page.goto(`${town.url}/statistics?view=problems&state=closed`);
    await onPage(page.getByText('登记 1 件，转介过 1 件，待办 0 件，办结 1 件')).toBeVisible();
    await onPage(page.getByRole('row', { name: /已办结.*社区卫生服务中心/ })).toBeVisible();
    expect(complaints).toEqual([]);
  }, 60_000);
});

describe('a committee', () => {
  it('is shown no station statistics, and a forged call is refused', async () => {
    const { page } = await open('teda-c01', '/statistics');
    await onPage(page).toHaveURL(/\/needs$/);
    await onPage(page.getByRole('link', { name: '站点统计' })).toHaveCount(0);
    const headers = { 'content-type': 'application/json' };
    const session = await fetch(`${town.url}/api/v1/auth/staff/sign-in`, {
      ...{ method: 'POST', headers },
      body: JSON.stringify({ userName: 'teda-c01', password: demoPassword }),
    });
    const { accessToken } = (await session.json()) as { accessToken: string };
    const figure = { region: '120116014', metric: 'licensedSocialWorkers', to: '2026-01-31', value: 5 };
    const words = { qualifier: 'exact', source: 'a', evidence: 'b' };
    const authorization = `Bearer ${accessToken}`;
    const written = await fetch(`${town.url}/api/v1/statistics`, {
      ...{ method: 'POST', headers: { ...headers, authorization } },
      body: JSON.stringify({ ...figure, ...words, id: newId() }),
    });
    const readings = await Promise.all(
      ['statistics', 'problems'].map((path) =>
        fetch(`${town.url}/api/v1/${path}`, { headers: { authorization } }),
      ),
    );
    expect([written, ...readings].map(({ status }) => status)).toEqual([403, 403, 403]);
  }, 60_000);
});

const pages: [userName: string, path: string][] = [
  ['teda-station', '/statistics'],
  ['teda-station', '/statistics?view=campaigns'],
  ['teda-station', '/statistics?view=problems'],
  ['tianjin-admin', '/statistics?region=120116014'],
];

describe.each(looks)('as %s', (...look) => {
  it.each(pages)(
    '%s finds nothing wrong with %s',
    (userName, path) => expectSound([browser, town.url], userName, path, look),
    60_000,
  );
});
