import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, picture } from '#testing';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
import { confirm } from '../story/client.js';
import {
  courierPhone,
  expectAccessible,
  openPhone,
  postErrand,
  seen,
  signIn,
  signInStaff,
  type Staff,
} from './phone.js';
import { startTown, type Town } from './town.js';

// Real: Chromium as a phone, the built mini-program (H5), the suite with the demonstration town.
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

const card = (page: Page, summary: string) => page.getByRole('listitem').filter({ hasText: summary });
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '页签' }).getByRole('button', { name }).tap();

describe('the story on a phone', () => {
  it('grabs an errand in two taps, serves it with the spoken code, and the minutes arrive', async () => {
    const { serviceCode } = await postErrand(staff, '买一袋米、一桶油');
    const { page, complaints } = await openPhone(browser, town);
    await picture(page, 'mini-01-welcome');
    await expectAccessible(page);
    await signIn(page, town, courierPhone(0));
    await onPage(card(page, '买一袋米、一桶油')).toBeVisible();
    await picture(page, 'mini-02-feed');
    await expectAccessible(page);

    await card(page, '买一袋米、一桶油').getByRole('button', { name: /^抢单/ }).tap();
    await onPage(page.getByText('老楼无电梯')).toBeVisible();
    await picture(page, 'mini-03-grab');
    await expectAccessible(page);
    await page.getByRole('button', { name: '确认抢单' }).tap();
    await onPage(page.getByRole('dialog', { name: '抢到了！' })).toBeVisible();
    await picture(page, 'mini-04-won');
    await expectAccessible(page);

    await page.getByRole('button', { name: '去看怎么走' }).tap();
    await onPage(page.getByRole('button', { name: '用服务码签到' })).toBeVisible();
    await picture(page, 'mini-05-errand');
    await expectAccessible(page);
    await page.getByRole('button', { name: /看门牌/ }).tap();
    await onPage(page.getByText('门牌', { exact: true })).toBeVisible();

    const wrong = serviceCode === '0000' ? '0001' : '0000';
    await page.getByRole('textbox', { name: /服务码/ }).fill(wrong);
    await page.getByRole('button', { name: '用服务码签到' }).tap();
    await onPage(page.getByRole('alert').first()).toContainText('服务码');
    await page.getByRole('textbox', { name: /服务码/ }).fill(serviceCode);
    await page.getByRole('button', { name: '用服务码签到' }).tap();
    await onPage(page.getByRole('heading', { name: '签退' })).toBeVisible();
    await picture(page, 'mini-06-under-way');
    await page.getByRole('button', { name: /直接记下/ }).tap();
    await onPage(page.getByText('辛苦了')).toBeVisible();
    await expectAccessible(page);

    const { body: records } = await staff.station.ask((api) => api.get('/api/v1/service-records'));
    const record = records.items[0];
    expect(record?.verification).toBe('deviceVerified');
    await staff.committee.ask((api) => confirm(api, record?.id ?? '', 'callBack'));
    await page.getByRole('button', { name: '返回' }).first().tap();
    await tab(page, '我的时长');
    await onPage(page.getByText(/已入账|公示中|已确认/).first()).toBeVisible();
    await picture(page, 'mini-07-minutes');
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  }, 120_000);

  it('tells the slower of two phones at once who won, masked, and what else is near', async () => {
    await postErrand(staff, '取一盒降压药');
    await postErrand(staff, '陪着去社区食堂');
    const phones = await Promise.all([1, 2].map(() => openPhone(browser, town)));
    for (const [index, { page }] of phones.entries()) {
      await signIn(page, town, courierPhone(index + 1));
      await card(page, '取一盒降压药').getByRole('button', { name: /^抢单/ }).tap();
      await onPage(page.getByRole('button', { name: '确认抢单' })).toBeEnabled();
    }
    await Promise.all(phones.map(({ page }) => page.getByRole('button', { name: '确认抢单' }).tap()));
    const dialogs = phones.map(({ page }) => page.getByRole('dialog'));
    for (const dialog of dialogs) await onPage(dialog).toHaveAccessibleName(/抢到了|没抢到/);
    const names = await Promise.all(dialogs.map((dialog) => dialog.getAttribute('aria-label')));
    expect([...names].sort()).toEqual(['抢到了！', '没抢到'].sort());
    const lost = phones[names.indexOf('没抢到')]?.page as Page;
    await onPage(lost.getByRole('alert')).toContainText(/.\*.* 先抢到了/);
    await onPage(lost.getByRole('dialog').getByRole('button', { name: /陪着去社区食堂/ })).toBeVisible();
    await picture(lost, 'mini-08-lost');
    await expectAccessible(lost);
  }, 120_000);

  it('keeps a check-in made without a network over a restart, and sends it once there is one', async () => {
    const { errandId } = await postErrand(staff, '把快递送上楼');
    const { page } = await openPhone(browser, town);
    await signIn(page, town, courierPhone(5));
    await card(page, '把快递送上楼').getByRole('button', { name: /^抢单/ }).tap();
    await page.getByRole('button', { name: '确认抢单' }).tap();
    await page.getByRole('button', { name: '去看怎么走' }).tap();
    await onPage(page.getByRole('button', { name: /直接记下/ })).toBeVisible();
    // The key that signs without a network is registered in the background.
    await onPage
      .poll(() => page.evaluate<string>('JSON.stringify({ ...localStorage })'))
      .toContain('isRegistered\\":true');

    await page.context().setOffline(true);
    await onPage(seen(page, '签到、签退照常可用')).toBeVisible();
    await page.getByRole('button', { name: /直接记下/ }).tap();
    await onPage(seen(page, '等网络发送')).toBeVisible();
    await onPage(page.getByRole('heading', { name: '签退' })).toBeVisible();
    await picture(page, 'mini-09-offline');
    await expectAccessible(page);
    const held = () =>
      staff.station.ask((api) => api.get('/api/v1/errands/{id}', { path: { id: errandId } }));
    expect((await held()).body.state).toBe('claimed');

    // Closed and opened again: what waits is on the phone, not in the page.
    await page.route('**/api/**', (route) => route.abort());
    await page.context().setOffline(false);
    await page.reload();
    await onPage(seen(page, '等网络发送')).toBeVisible();
    expect((await held()).body.state).toBe('claimed');
    await page.unroute('**/api/**');
    await onPage(seen(page, '等网络发送')).toHaveCount(0, { timeout: 30_000 });
    expect((await held()).body.state).toBe('inProgress');
    await onPage(page.getByRole('heading', { name: '签退' })).toBeVisible();
  }, 120_000);
});
