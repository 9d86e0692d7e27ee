import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, picture } from '#testing';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
import jsqr from 'jsqr';
import sharp from 'sharp';
import { committeeUser } from '../../apps/suite/src/demo.data.js';
import { confirm } from '../story/client.js';
import {
  courierPhone,
  expectAccessible,
  expectForElders,
  openPhone,
  postErrand,
  seen,
  signIn,
  signInAs,
  signInStaff,
  type Staff,
} from './phone.js';
import { startTown, type Town } from './town.js';

// Real: Chromium as a phone, the built mini-program (H5), the suite with the demonstration town.
let town: Town;
let browser: Browser;
let staff: Staff;
let page: Page;
let complaints: string[];
let errandId: string;
beforeAll(async () => {
  [town, browser] = await Promise.all([startTown(), openBrowser()]);
  staff = await signInStaff(town);
  ({ page, complaints } = await openPhone(browser, town));
  await signIn(page, town, courierPhone(30));
}, 60_000);
afterAll(async () => {
  await browser.close();
  await town.stop();
});

const button = (name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true });
const open = async (path: string) => {
  await page.goto('about:blank');
  await page.goto(`${town.url}/m/#/${path}`);
  await onPage(page.getByRole('heading', { level: 1 })).toBeVisible();
};

/** As it is, and as who sees badly has it. */
async function look(name: string): Promise<void> {
  await picture(page, `volunteer-${name}`);
  await expectAccessible(page);
  const change = (look: object) =>
    page.evaluate(`localStorage.setItem('shunlu.settings', ${JSON.stringify(JSON.stringify(look))})`);
  await change({ language: 'zh', isElder: true, elderText: 18 });
  await page.reload();
  await onPage(page.locator('.bone')).toHaveCount(0);
  await expectForElders(page);
  await expectAccessible(page);
  await change({ language: 'zh' });
  await page.reload();
  await onPage(page.locator('.bone')).toHaveCount(0);
}

async function choosePhoto(name: RegExp): Promise<void> {
  const photo = await sharp({ create: { width: 900, height: 1600, channels: 3, background: '#d8c7a0' } })
    .jpeg()
    .toBuffer();
  const chooser = page.waitForEvent('filechooser');
  await button(name).tap();
  await (await chooser).setFiles({ name: 'receipt.jpg', mimeType: 'image/jpeg', buffer: photo });
}

describe('what a volunteer has on the own phone', () => {
  it('hands in a receipt with its photo, and says when the money came', async () => {
    const posted = await postErrand(staff, '买十个鸡蛋', { purchaseCeilingFen: 5_000 });
    errandId = posted.errandId;
    await page.reload();
    const card = page.getByRole('listitem').filter({ hasText: '买十个鸡蛋' });
    await card.getByRole('button', { name: /^抢单/ }).tap();
    await button('确认抢单').tap();
    await button('去看怎么走').tap();
    await page.getByRole('textbox', { name: /服务码/ }).fill(posted.serviceCode);
    await button('用服务码签到').tap();
    await button('交小票，报销代购').tap();
    await choosePhoto(/拍照或选一张/);
    await onPage(page.getByRole('img', { name: '小票照片' })).toBeVisible();
    await page.getByRole('textbox', { name: /实付金额/ }).fill('12,5');
    await onPage(seen(page, '请填数字')).toBeVisible();
    await page.getByRole('textbox', { name: /实付金额/ }).fill('36.50');
    await picture(page, 'volunteer-receipt-form');
    await expectAccessible(page);
    await button('提交').tap();
    await onPage(seen(page, '等付款')).toBeVisible();
    const { body } = await staff.station.ask((api) => api.get('/api/v1/purchases'));
    expect(body.items.map(({ amountFen, state }) => ({ amountFen, state }))).toEqual([
      { amountFen: 3_650, state: 'submitted' },
    ]);
    const path = { id: body.items[0]?.id ?? '' };
    await staff.station.ask((api) =>
      api.post('/api/v1/purchases/{id}/payment', { path, body: { paidBy: 'cash' } }),
    );
    await page.reload();
    await button('看小票').tap();
    await onPage(page.getByRole('img', { name: '小票照片' })).toBeVisible();
    await look('receipt-paid');
    await button('钱收到了').tap();
    await onPage(seen(page, '已收到')).toBeVisible();
  }, 120_000);

  it('sees who stood for the minutes, says how it went, and objects', async () => {
    // Half an hour passes.
    await town.house.sql(
      `update tasks.claim set checked_in_at = checked_in_at - interval '30 minutes' where errand_id = $1`,
      [errandId],
    );
    await town.house.sql(
      `update tasks.errand set window_start = window_start - interval '1 hour' where id = $1`,
      [errandId],
    );
    await open(`pages/errand/index?id=${errandId}`);
    await button(/直接记下/).tap();
    await onPage(page.getByText('辛苦了')).toBeVisible();
    // Until it is answered it waits on the phone, and there is no record.
    await onPage.poll(() => page.evaluate<string>(`JSON.stringify(localStorage)`)).not.toContain('checkOut');
    const { body: records } = await staff.station.ask((api) => api.get('/api/v1/service-records'));
    const id = records.items.find((record) => record.errandId === errandId)?.id ?? '';
    const confirmed = await staff.committee.ask((api) => confirm(api, id, 'callBack'));
    expect(confirmed.problem ?? confirmed.body.state).toMatch(/confirmed|inNotice|credited/);
    await button(/看记录/).tap();
    await onPage(page.getByText('居委会确认', { exact: true })).toBeVisible();
    await look('record');
    await button('说得清楚').tap();
    await button('说给他们听').tap();
    await onPage(page.getByRole('heading', { name: '我说的' })).toBeVisible();
    await button('时长记少了').tap();
    await page.getByRole('textbox', { name: /说明/ }).fill('等了十分钟');
    await button('提出异议').tap();
    await onPage(page.getByRole('heading', { name: '我的异议' })).toBeVisible();
    await onPage(seen(page, '等了十分钟')).toBeVisible();
    const { body: objections } = await staff.station.ask((api) => api.get('/api/v1/objections'));
    expect(objections.items.map(({ recordId, reason }) => ({ recordId, reason }))).toEqual([
      { recordId: id, reason: 'minutesTooFew' },
    ]);
    await look('objection');
  }, 120_000);

  it('asks for a certificate, and shows the code that anybody can check', async () => {
    await open('more/certificates/index');
    await button('申请证明').tap();
    await onPage(seen(page, '等受理')).toBeVisible();
    const { body } = await staff.station.ask((api) => api.get('/api/v1/certificates'));
    const path = { id: body.items[0]?.id ?? '' };
    const handler = await signInAs(town, committeeUser(body.items[0]?.communityCode ?? ''));
    await handler.ask((api) => api.post('/api/v1/certificates/{id}/acceptance', { path }));
    const issued = await staff.station.ask((api) => api.post('/api/v1/certificates/{id}/issue', { path }));
    expect(issued.problem).toBeUndefined();
    await page.reload();
    await onPage(seen(page, issued.body.number ?? '-')).toBeVisible();
    await button('出示核验二维码').tap();
    const code = page.getByRole('img', { name: '核验二维码' });
    await onPage(code).toBeVisible();
    await look('certificate');
    await button('出示核验二维码').tap();
    await onPage(code).toBeVisible();
    const { data, info } = await sharp(await code.screenshot())
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const said = jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '';
    expect(said).toContain(`/verify/certificate#${issued.body.number}.`);
    const download = page.waitForEvent('download');
    await button('下载 PDF').tap();
    expect((await readFile(await (await download).path())).subarray(0, 5).toString()).toBe('%PDF-');
  }, 120_000);

  it('withdraws one consent, gives it again, and takes everything that is kept along', async () => {
    await open('more/privacy/index');
    await onPage(page.getByRole('button', { name: /^撤回 / }).first()).toBeVisible();
    await look('privacy');
    await button(/^同意 .*位置/).tap();
    await button(/^撤回 .*位置/).tap();
    await picture(page, 'volunteer-withdraw');
    await expectAccessible(page);
    await button('撤回同意').tap();
    await onPage(button(/^同意 .*位置/)).toBeVisible();
    await button(/^同意 .*位置/).tap();
    await onPage(button(/^撤回 .*位置/)).toBeVisible();
    const download = page.waitForEvent('download');
    await button('下载我的信息').tap();
    const data = JSON.parse(await readFile(await (await download).path(), 'utf8')) as Record<string, unknown>;
    expect(Object.keys(data)).toEqual(expect.arrayContaining(['about', 'register', 'service', 'credits']));
    await button('先看会怎样').tap();
    await onPage(page.getByRole('dialog', { name: '退出顺路' })).toBeVisible();
    await onPage(page.getByRole('button', { name: '永久退出' })).toBeVisible();
    await picture(page, 'volunteer-leaving');
    await expectAccessible(page);
  }, 120_000);

  it('complains of nothing on the way', () => {
    expect(complaints).toEqual([]);
  });
});
