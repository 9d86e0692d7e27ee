import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, picture } from '#testing';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
import sharp from 'sharp';
import {
  courierPhone,
  expectAccessible,
  expectForElders,
  openPhone,
  seen,
  signIn,
  signInStaff,
  type Staff,
} from './phone.js';
import { startTown, type Town } from './town.js';

// Real: Chromium as two phones, the built mini-program (H5), the suite with the demonstration town.
let town: Town;
let browser: Browser;
let staff: Staff;
beforeAll(async () => {
  [town, browser] = await Promise.all([startTown(), openBrowser()]);
  staff = await signInStaff(town);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await town.stop();
});

const atHome = { longitude: 117.7042, latitude: 39.0326 };
/** The demonstration's first community, level by level. */
const community = ['天津', '市辖区', '滨海新区', '天津经济技术开发区东区泰达街道', '时尚广场社区居委会'];
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function look(page: Page, name: string): Promise<void> {
  await picture(page, name);
  await expectAccessible(page);
  await expectForElders(page);
}

/** Typed, and taken by the form: what is still missing no longer names it. */
async function type(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name }).fill(text);
  await onPage(seen(page, /^还差/)).not.toContainText(name);
}

async function tellWhereILive(page: Page): Promise<void> {
  await onPage(seen(page, /^还差/)).toContainText('姓名 · 电话');
  await picture(page, 'resident-02-missing');
  await type(page, '姓名', '测试奶奶');
  await type(page, '电话', '19900000001');
  await button(page, '选择地区').tap();
  const sheet = page.getByRole('dialog');
  for (const name of community) await sheet.getByRole('button', { name, exact: true }).tap();
  await onPage(button(page, '时尚广场社区居委会')).toBeVisible();
  await type(page, '楼、单元、门牌', '9 号楼 1 门 101');
  await button(page, /用现在的位置/).tap();
  await onPage(page.getByText('位置已记下')).toBeVisible();
  await onPage(seen(page, /^还差/)).toHaveText('还差：同意');
  // The note of the place has just moved what lies below it: a finger that missed taps again.
  await onPage(async () => {
    await button(page, '同意').tap();
    await onPage(seen(page, /^还差/)).toHaveCount(0, { timeout: 2_000 });
  }).toPass();
  await look(page, 'resident-02-home');
  await button(page, '保存').tap();
}

/** The courier consents to a portrait and sets one, as others will see it. */
async function setPortrait(page: Page): Promise<void> {
  await page.getByRole('button', { name: '我的', exact: true }).tap();
  await button(page, '我的照片').tap();
  await onPage(page.getByRole('heading', { name: '单独同意：照片给被服务的人看' })).toBeVisible();
  await picture(page, 'portrait-01-consent');
  await expectAccessible(page);
  await button(page, '同意').tap();
  await onPage(seen(page, '还没有照片，别人只看到遮住的姓名。')).toBeVisible();
  const selfie = sharp({ create: { width: 900, height: 1600, channels: 3, background: '#d8c7a0' } });
  const chooser = page.waitForEvent('filechooser');
  await button(page, '拍照或选一张').tap();
  await (
    await chooser
  ).setFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: await selfie.jpeg().toBuffer() });
  await onPage(page.getByRole('img', { name: '我的照片' })).toBeVisible();
  await picture(page, 'portrait-02-set');
  await expectAccessible(page);
  await page.goto(`${town.url}/m/`);
}

describe('a resident', () => {
  it('asks for help with large buttons, sees who comes, says the code at the door, and confirms', async () => {
    const { page, complaints } = await openPhone(browser, town, { place: atHome });
    await button(page, /长辈版/).tap();
    await signIn(page, town, '19900000001', '居民或家人');
    await onPage(page.getByText('还没有求助')).toBeVisible();
    await look(page, 'resident-01-needs');
    await button(page, '我要找人帮忙').tap();
    await button(page, '买菜买粮').tap();
    await page.getByRole('textbox', { name: /还想说什么/ }).fill('一袋面');
    await button(page, '发出求助').tap();
    await tellWhereILive(page);
    await onPage(seen(page, '等居委会核实')).toBeVisible();
    await look(page, 'resident-03-need');

    const { body: needs } = await staff.station.ask((api) => api.get('/api/v1/needs'));
    const path = { id: needs.items.find(({ summary }) => summary === '一袋面')?.id ?? '' };
    await staff.committee.ask((api) => api.post('/api/v1/needs/{id}/verification', { path }));
    await staff.station.ask((api) => api.post('/api/v1/needs/{id}/acceptance', { path }));
    // In the evening the page offers tomorrow, when nobody could check in yet.
    await town.house.sql(
      `update tasks.errand set window_start = now(), window_end = now() + interval '2 hours' where need_id = $1`,
      [path.id],
    );
    const courier = await openPhone(browser, town);
    await signIn(courier.page, town, courierPhone(0));
    await setPortrait(courier.page);
    const card = courier.page.getByRole('listitem').filter({ hasText: '一袋面' });
    await card.getByRole('button', { name: /^抢单/ }).tap();
    await button(courier.page, '确认抢单').tap();
    await button(courier.page, '去看怎么走').tap();
    await button(courier.page, /看门牌/).tap();
    await onPage(courier.page.getByText('门牌', { exact: true })).toBeVisible();

    await onPage(page.getByRole('heading', { name: '谁来帮忙' })).toBeVisible({ timeout: 20_000 });
    await onPage(seen(page, '甲*一')).toBeVisible();
    await onPage(seen(page, '已找到人')).toBeVisible();
    const portrait = page.getByRole('img', { name: '甲*一 的照片' });
    await onPage(portrait).toBeVisible({ timeout: 20_000 });
    await onPage(portrait).toHaveJSProperty('naturalWidth', 96);
    await look(page, 'resident-04-who-comes');
    const code = (await page.getByText(/^\d{4}$/).textContent()) ?? '';
    await courier.page.getByRole('textbox', { name: /服务码/ }).fill(code);
    await button(courier.page, '用服务码签到').tap();
    await onPage(courier.page.getByRole('heading', { name: '签退' })).toBeVisible();
    await button(courier.page, /直接记下/).tap();
    await onPage(courier.page.getByText('辛苦了')).toBeVisible();

    await button(page, '做完了，谢谢').tap({ timeout: 20_000 });
    await onPage(portrait).toHaveCount(0);
    await onPage(seen(page, '已确认')).toBeVisible();
    await onPage(page.getByText(/^\d{4}$/)).toHaveCount(0);
    await look(page, 'resident-05-confirmed');

    await page.goto(`${town.url}/m/#/more/reveals/index`);
    await onPage(page.getByRole('heading', { name: '甲*一' })).toBeVisible();
    await onPage(seen(page, '姓名、门牌')).toBeVisible();
    await look(page, 'resident-06-reveals');
    expect([...complaints, ...courier.complaints]).toEqual([]);
  }, 180_000);
});
