import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, picture } from '#testing';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
import {
  courierPhone,
  expectAccessible,
  expectForElders,
  openPhone,
  postErrand,
  signIn,
  signInStaff,
} from './phone.js';
import { startTown, type Town } from './town.js';

const mostFirstBytes = 180 * 1024;
const pages = {
  home: 'pages/home/index',
  errands: 'pages/home/index?tab=errands',
  minutes: 'pages/home/index?tab=minutes',
  me: 'pages/home/index?tab=me',
  errand: 'pages/errand/index?id=',
  statement: 'more/statement/index',
  duty: 'more/duty/index',
  alerts: 'more/alerts/index',
  reveals: 'more/reveals/index',
  hazard: 'more/hazard/index',
  gifts: 'more/gifts/index',
  register: 'more/register/index',
  family: 'more/family/index',
  settings: 'more/settings/index',
  gallery: 'more/gallery/index',
  purchase: 'more/purchase/index',
  certificates: 'more/certificates/index',
  conduct: 'more/conduct/index',
  privacy: 'more/privacy/index',
  portrait: 'more/portrait/index',
  links: 'more/links/index',
  goods: 'more/goods/index',
  map: 'more/map/index',
  storage: 'more/storage/index',
};
const looks = {
  light: { language: 'zh', isElder: false, isDark: false },
  'dark-en': { language: 'en', isElder: false, isDark: true },
  elder: { language: 'zh', isElder: true, elderText: 30, isDark: false },
};

// Real: Chromium as a phone, the built mini-program (H5), the suite with the demonstration town.
let town: Town;
let browser: Browser;
let page: Page;
let errandId: string;
beforeAll(async () => {
  [town, browser] = await Promise.all([startTown(), openBrowser()]);
  ({ errandId } = await postErrand(await signInStaff(town), '买一袋米、一桶油'));
  ({ page } = await openPhone(browser, town));
  await signIn(page, town, courierPhone(20));
}, 90_000);
afterAll(async () => {
  await browser.close();
  await town.stop();
});

async function open(path: string, look: object): Promise<void> {
  await page.evaluate(`localStorage.setItem('shunlu.settings', ${JSON.stringify(JSON.stringify(look))})`);
  await page.goto('about:blank');
  await page.goto(`${town.url}/m/#/${path}${path.endsWith('=') ? errandId : ''}`);
  await onPage(page.getByRole('heading', { level: 1 })).toBeVisible();
  if (!path.startsWith('more/gallery')) await onPage(page.locator('.bone')).toHaveCount(0);
}

describe.each(Object.entries(looks))('the pages, %s', (name, look) => {
  it.each(Object.entries(pages))(
    '%s: nothing for axe to find, and nothing wider than the phone',
    async (title, path) => {
      await open(path, look);
      await picture(page, `mini-${name}-${title}`);
      await expectAccessible(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
    },
    60_000,
  );
});

describe('elder mode', () => {
  it('has text of 18 pixels or more, targets of 60, and the telephone on every page', async () => {
    for (const path of Object.values(pages)) {
      await open(path, { ...looks.elder, elderText: 18 });
      await expectForElders(page);
    }
  }, 240_000);
});

describe('the first load', () => {
  it('is no more than 180 KB, compressed', async () => {
    const fresh = await openPhone(browser, town);
    const bodies: Promise<Buffer>[] = [];
    fresh.page.on('response', (response) => {
      if (response.url().includes('/m/')) bodies.push(response.body());
    });
    await fresh.page.reload({ waitUntil: 'networkidle' });
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 9 }).length);
    expect(sizes.length).toBeGreaterThan(3);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(mostFirstBytes);
  }, 60_000);
});
