import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform';
import { openBrowser, openPage, picture } from '#testing';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
import {
  courier,
  demoPassword,
  expectAccessible,
  expectNoOverflow,
  postByKeyboard,
  signIn,
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

const desktop = { width: 1440, height: 900 };
const phone = { width: 375, height: 812 };

async function open(userName: string, path = '/', options = {}) {
  const watched = await openPage(browser, { viewport: desktop, ...options });
  await watched.page.goto(town.url + path);
  await signIn(watched.page, userName);
  return watched;
}

/** Minutes without a proof: the committee calls the resident, the station looks into it. */
async function confirmTogether(committee: Page, station: Page): Promise<void> {
  await committee.keyboard.press('c');
  await onPage(committee.getByRole('heading', { name: /甲\*奶/ })).toBeVisible();
  await picture(committee, 'call-backs-committee');
  await expectAccessible(committee);
  await committee.getByRole('radio', { name: '确有服务' }).check();
  await committee.getByRole('button', { name: '登记' }).click();
  await onPage(committee.getByText('没有待回访的服务')).toBeVisible();
  await committee.keyboard.press('r');
  await onPage(committee.getByRole('cell', { name: '1 / 2' })).toBeVisible();

  await station.keyboard.press('r');
  await onPage(station.getByRole('cell', { name: '1 / 2' })).toBeVisible();
  await station.getByRole('button', { name: '已核查，确认' }).click();
  await station.getByRole('dialog').getByRole('button', { name: '确认' }).click();
  await onPage(station.getByText('这个状态下没有记录')).toBeVisible();
}

async function closeHazard(page: Page): Promise<void> {
  await page.keyboard.press('h');
  await onPage(page.getByText('楼道堆了纸箱')).toBeVisible();
  await picture(page, 'hazards-committee');
  await expectAccessible(page);
  for (const [step, words] of [
    ['已处理', '已请物业清走纸箱'],
    ['反馈上报人', '谢谢提醒，已清走'],
  ] as const) {
    await page.getByRole('button', { name: step }).click();
    await page.getByRole('dialog').getByRole('textbox').fill(words);
    await page.getByRole('dialog').getByRole('button', { name: step }).click();
    await onPage(page.getByRole('dialog')).toBeHidden();
  }
  await page.getByRole('button', { name: '结案' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '结案' }).click();
  await onPage(page.getByText('已结案', { exact: true })).toBeVisible();
}

describe('a committee', () => {
  it('posts a need by keyboard within 30 s, sees it through with the station, and closes a hazard', async () => {
    const station = await open('teda-station');
    await onPage(station.page.getByText('实时')).toBeVisible();
    const committee = await open('teda-c01');
    await onPage(committee.page.getByRole('heading', { name: '需求看板' })).toBeVisible();
    const start = performance.now();
    await postByKeyboard(committee.page, '01', '两袋米，一桶油');
    expect(performance.now() - start).toBeLessThan(30_000);

    const card = station.page.getByRole('button', { name: /两袋米，一桶油/ });
    await onPage(card).toBeVisible();
    await card.click();
    await station.page.getByRole('button', { name: '受理并发布' }).click();
    const moved = committee.page.getByRole('region', { name: '进行中' }).getByText('两袋米，一桶油');
    await onPage(moved).toBeVisible();
    await picture(station.page, 'need-station');
    await station.page.keyboard.press('Escape');
    await onPage(card.getByText('待接单')).toBeVisible();
    const { send, errandId } = await courier(town, '10000000001');
    await send(`/errands/${errandId}/claims`, { id: newId() });
    await onPage(card.getByText('已接单')).toBeVisible({ timeout: 1_000 });
    await picture(station.page, 'board-station');
    await picture(committee.page, 'board-committee');
    await send(`/errands/${errandId}/check-in`, {});
    await send(`/errands/${errandId}/check-out`, {});
    await confirmTogether(committee.page, station.page);
    const point = { longitude: 117.71, latitude: 39.02 };
    const hazard = { category: 'rubbish', severity: 'high', description: '楼道堆了纸箱' };
    await send('/hazards', { id: newId(), communityCode: '120116014001', point, ...hazard });
    await closeHazard(committee.page);
    expect([...station.complaints, ...committee.complaints]).toEqual([]);
  }, 60_000);
});

const looks: [string, object, string][] = [
  ['desktop', { viewport: desktop }, 'zh'],
  ['phone', { viewport: phone }, 'zh'],
  ['dark-en', { viewport: desktop, colorScheme: 'dark' }, 'en'],
];
const pages: [userName: string, path: string][] = [
  ['teda-c01', '/needs'],
  ['teda-c01', '/needs/new'],
  ['teda-station', '/unclaimed'],
  ['teda-station', '/call-backs'],
  ['teda-station', '/records'],
  ['teda-station', '/hazards'],
  ['teda-c01', '/slips'],
  ['teda-c01', '/volunteers/new'],
  ['teda-station', '/volunteers/new'],
  ['teda-station', '/volunteers'],
  ['teda-station', '/sites'],
  ['teda-station', '/conduct'],
  ['teda-station', '/disputes'],
  ['teda-c01', '/disputes?view=objections'],
  ['teda-c01', '/disputes?view=corrections'],
  ['teda-station', '/referrals'],
  ['binhai-official', '/reports'],
  ['binhai-official', '/reports?view=days'],
  ['teda-station', '/reports?view=comparison'],
  ['tianjin-admin', '/policies?view=proposal'],
  ['tianjin-admin', '/system'],
  ['binhai-official', '/dashboard'],
  ['tianjin-admin', '/dashboard'],
];

describe.each(looks)('as %s', (look, options, language) => {
  it.each(pages)(
    '%s finds nothing wrong with %s',
    async (userName, path) => {
      const { page, complaints } = await openPage(browser, options);
      await page.goto(town.url + path);
      if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
      if (path === '/needs') await expectAccessible(page);
      await signIn(page, userName);
      await onPage(page.getByRole('heading', { level: 1 })).toBeVisible();
      await onPage(page.getByRole('status', { name: /正在读取|Loading/ })).toHaveCount(0);
      await page.waitForLoadState('networkidle');
      await picture(page, `${userName}${path.replaceAll(/\W+/g, '-')}-${look}`);
      await expectAccessible(page);
      await expectNoOverflow(page);
      expect(complaints).toEqual([]);
    },
    60_000,
  );
});

describe('the first load', () => {
  it('is at most 350 KB as sent, for a committee at its board', async () => {
    const { page } = await openPage(browser, { viewport: desktop });
    const sizes: Promise<[string, number]>[] = [];
    page.on('response', (response) => {
      if (new URL(response.url()).pathname.startsWith('/api/')) return;
      const size = response.request().sizes();
      sizes.push(size.then(({ responseBodySize }) => [response.url(), responseBodySize]));
    });
    await page.goto(town.url);
    await signIn(page, 'teda-c01');
    await onPage(page.getByRole('heading', { name: '需求看板' })).toBeVisible();
    const loaded = await Promise.all(sizes);
    const kilobytes = loaded.reduce((sum, [, bytes]) => sum + bytes, 0) / 1024;
    process.stderr.write(`first load of the console: ${kilobytes.toFixed(1)} KB in ${loaded.length} files\n`);
    expect(loaded.some(([url]) => url.includes('/map-'))).toBe(false);
    expect(kilobytes).toBeLessThan(350);
  });
});

describe('a station', () => {
  it('returns a need with its reason, and is told when the network is gone', async () => {
    const committee = await open('teda-c02');
    await postByKeyboard(committee.page, '02', '请人代领奖金');
    const { page, complaints } = await open('teda-station', '/needs');
    await page.getByRole('button', { name: /请人代领奖金/ }).click();
    await page.getByRole('button', { name: '退回', exact: true }).click();
    await page.getByRole('combobox', { name: '原因' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByTitle('不属于志愿服务').click();
    await page.getByLabel('告诉居民').fill('不属于志愿服务范围');
    await page.getByRole('button', { name: '退回需求' }).click();
    const returned = committee.page.getByRole('region', { name: '退回与取消' });
    await onPage(returned.getByText('请人代领奖金')).toBeVisible();
    expect(complaints).toEqual([]);

    await page.context().setOffline(true);
    await onPage(page.getByText('网络已断开')).toBeVisible();
    await picture(page, 'offline');
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

  it('is told at the door too', async () => {
    const { page } = await openPage(browser, { viewport: desktop });
    await page.goto(town.url);
    await page.getByLabel('用户名').fill('teda-c01');
    await page.getByLabel('密码').fill(`${demoPassword}-not`);
    await page.keyboard.press('Enter');
    await onPage(page.getByRole('alert')).toBeVisible();
    await picture(page, 'sign-in-refused');
  });
});
