import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openBrowser, picture } from '#testing';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
import { courierPhone, expectAccessible, openPhone, postErrand, seen, signIn, signInStaff } from './phone.js';
import { startTown, type Town } from './town.js';

// Real: Chromium as a phone, the built mini-program (H5), the suite with the demonstration town. What goes wrong is
// made to: the network is cut or held up, the session is ended, the storage refuses.
let town: Town;
let browser: Browser;
let page: Page;
let courier = 40;
beforeAll(async () => {
  [town, browser] = await Promise.all([startTown(), openBrowser()]);
}, 60_000);
beforeEach(async () => {
  ({ page } = await openPhone(browser, town));
  await signIn(page, town, courierPhone((courier += 1)));
}, 60_000);
afterAll(async () => {
  await browser.close();
  await town.stop();
});

const button = (name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true });
const goTo = (path: string) => page.goto(`${town.url}/m/#/${path}`);

async function look(name: string): Promise<void> {
  await picture(page, `bad-day-${name}`);
  await expectAccessible(page);
}

describe('a bad day', () => {
  it('without a network: the errands as they were seen, and what is done is kept over a restart and sent once', async () => {
    await postErrand(await signInStaff(town), '扛一桶水');
    await onPage(seen(page, '扛一桶水')).toBeVisible();
    await page.route('**/api/**', (route) => route.abort());
    await page.reload();
    await onPage(seen(page, /没有连上：这是 \d\d:\d\d 看到的/)).toBeVisible();
    await onPage(seen(page, '扛一桶水')).toBeVisible();
    await look('offline-feed');
    await goTo('more/statement/index');
    await onPage(seen(page, '没有网络').first()).toBeVisible();
    await look('offline');
    await page.unroute('**/api/**');
    await button('再试一次').tap();
    await onPage(seen(page, '还没有明细')).toBeVisible();
  }, 90_000);

  it('with a slow network: says so after four seconds, and gives up with a way on', async () => {
    await page.route('**/statement?**', () => undefined);
    await goTo('more/statement/index');
    await onPage(seen(page, '网络有点慢')).toBeVisible({ timeout: 8_000 });
    await look('slow-waiting');
    await onPage(seen(page, '网络很慢')).toBeVisible({ timeout: 20_000 });
    await look('slow');
    await page.unroute('**/statement?**');
    await button('再试一次').tap();
    await onPage(seen(page, '还没有明细')).toBeVisible();
  }, 90_000);

  it('with an ended session: signs in again and goes on', async () => {
    await page.evaluate(`{
      const grant = JSON.parse(localStorage.getItem('shunlu.session'));
      localStorage.setItem('shunlu.session', JSON.stringify({ ...grant, accessToken: 'x', refreshToken: 'y'.repeat(43) }));
    }`);
    await page.reload();
    await onPage(seen(page, '登录已过期')).toBeVisible();
    await look('expired');
    await button('重新登录').tap();
    await onPage(page.getByRole('textbox', { name: '手机号' })).toBeVisible();
  }, 90_000);

  it('with a full phone: says what is at stake, makes room, and loses nothing', async () => {
    const { errandId } = await postErrand(await signInStaff(town), '换一个灯泡');
    await goTo(`pages/errand/index?id=${errandId}`);
    await button('抢单').tap();
    await button('确认抢单').tap();
    await button('去看怎么走').tap();
    await onPage(button(/直接记下/)).toBeVisible();
    await page.evaluate(`{
      window.setItem = Storage.prototype.setItem;
      Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
    }`);
    await page.route('**/api/**', (route) => route.abort());
    await button(/直接记下/).tap();
    await onPage(seen(page, '手机存储已满')).toBeVisible();
    await look('full-note');
    await button('去清理').tap();
    await onPage(
      page.getByRole('heading', { name: '手机存储已满', level: 1 }).filter({ visible: true }),
    ).toBeVisible();
    await button('清掉可以再取的内容').tap();
    await onPage(seen(page, '还是满的')).toBeVisible();
    await look('full');
    await page.evaluate('Storage.prototype.setItem = window.setItem');
    await button('清掉可以再取的内容').tap();
    await onPage(seen(page, '清好了')).toBeVisible();
    // Only now it is on the phone: it survives closing, and is sent.
    await page.unroute('**/api/**');
    await page.goto('about:blank');
    await goTo(`pages/errand/index?id=${errandId}`);
    await onPage(page.getByRole('heading', { name: '签退' })).toBeVisible({ timeout: 20_000 });
  }, 90_000);

  it('without a place or a camera: each has its screen, and the door opens without them', async () => {
    const { errandId } = await postErrand(await signInStaff(town), '修一下门把手');
    await goTo(`pages/errand/index?id=${errandId}`);
    await button('抢单').tap();
    await button('确认抢单').tap();
    await button('去看怎么走').tap();
    await button('用定位').tap();
    await onPage(seen(page, /没有定位许可|现在定位不到/)).toBeVisible({ timeout: 15_000 });
    await onPage(seen(page, '不用它也行')).toBeVisible();
    await look('place-denied');
    await button(/扫门口/).tap();
    await onPage(seen(page, '没有读到照片或二维码')).toBeVisible();
    await look('camera-unavailable');
    await button(/直接记下/).tap();
    await onPage(page.getByRole('heading', { name: '签退' })).toBeVisible();
  }, 90_000);

  it('keeps a word said without a network over a restart, and says it once', async () => {
    const staff = await signInStaff(town);
    const { errandId } = await postErrand(staff, '送一份文件');
    await goTo(`pages/errand/index?id=${errandId}`);
    await button('抢单').tap();
    await button('确认抢单').tap();
    await button('去看怎么走').tap();
    await page.route('**/api/**', (route) => route.abort());
    await button('我要晚到').tap();
    await button('20 分钟').tap();
    await onPage(seen(page, '没有网络，已记在手机里').first()).toBeVisible();
    await page.reload();
    await goTo('pages/home/index?tab=errands');
    await onPage(seen(page, /晚到 · 20 分钟/)).toBeVisible();
    await look('late-kept');
    await page.unroute('**/api/**');
    await onPage(seen(page, /晚到 · 20 分钟/)).toHaveCount(0, { timeout: 30_000 });
    const { body } = await staff.station.ask((api) => api.get('/api/v1/notices'));
    const own = body.items.filter((notice) => notice.errandId === errandId);
    expect(own.map(({ kind, minutes }) => ({ kind, minutes }))).toEqual([{ kind: 'late', minutes: 20 }]);
  }, 90_000);
});
