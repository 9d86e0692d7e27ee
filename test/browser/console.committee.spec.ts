import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform';
import { openBrowser, openPage, picture } from '#testing';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
import {
  courier,
  demoPassword,
  desktop,
  expectAccessible,
  expectNoOverflow,
  expectSound,
  looks,
  openAs,
  postByKeyboard,
  signIn,
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

/** Minutes without a proof: the committee calls the resident, the station looks into it. */
async function confirmTogether(committee: Page, station: Page): Promise<void> {
  await committee.keyboard.press('c');
  await onPage(committee.getByRole('heading', { name: /甲\*奶/ })).toBeVisible();
  await picture(committee, 'call-backs-committee');
  await expectAccessible(committee);
  await committee.getByRole('radio', { name: '确有服务' }).check();
  await stepBy(committee, '登记');
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
    await stepBy(station.page, '受理并发布');
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

// What a committee has open all day, and what its station has of the service above.
const pages: [userName: string, path: string][] = [
  ['teda-c01', '/needs'],
  ['teda-c01', '/needs/new'],
  ['teda-c01', '/needs/new?repeats=weekly'],
  ['teda-c01', '/needs/series'],
  ['teda-c01', '/slips'],
  ['teda-c01', '/volunteers/new'],
  ['teda-c01', '/disputes?view=objections'],
  ['teda-c01', '/disputes?view=corrections'],
  ['teda-station', '/call-backs'],
  ['teda-station', '/records'],
  ['teda-station', '/hazards'],
];

describe.each(looks)('as %s', (...look) => {
  it.each(pages)(
    '%s finds nothing wrong with %s',
    (userName, path) => expectSound([browser, town.url], userName, path, look),
    60_000,
  );

  it('whoever is not signed in finds nothing wrong with the door', async () => {
    const [shape, options, language] = look;
    const { page, complaints } = await openPage(browser, options);
    await page.goto(`${town.url}/needs`);
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
    await onPage(page.locator('input[type="password"]')).toBeVisible();
    await picture(page, `sign-in-${shape}`);
    await expectAccessible(page);
    await expectNoOverflow(page);
    expect(complaints).toEqual([]);
  });
});

describe('a wrong password', () => {
  it('is told at the door', async () => {
    const { page } = await openPage(browser, { viewport: desktop });
    await page.goto(town.url);
    await page.getByLabel('用户名').fill('teda-c01');
    await page.getByLabel('密码').fill(`${demoPassword}-not`);
    await page.keyboard.press('Enter');
    await onPage(page.getByRole('alert')).toBeVisible();
    await picture(page, 'sign-in-refused');
  });
});
