import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform';
import { openBrowser, picture } from '#testing';
import { type Browser, expect as onPage } from '@playwright/test';
import { expectAccessible, expectForElders, openPhone, seen, signIn, signInStaff } from './phone.js';
import { startTown, type Town } from './town.js';

// Real: Chromium as a phone, the built mini-program (H5), the suite with the demonstration town.
let town: Town;
let browser: Browser;
beforeAll(async () => {
  [town, browser] = await Promise.all([startTown(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await town.stop();
});

describe('a resident whom the committee registered', () => {
  it('is found by the number, proves it by a slip, and goes on as that resident', async () => {
    const phone = '19900000077';
    const { committee } = await signInStaff(town);
    const resident = {
      ...{ id: newId(), name: '示例奶奶', phone, communityCode: '120116014001', door: '3 号楼 2 门 501' },
      point: { longitude: 117.7042, latitude: 39.0326 },
    };
    await committee.ask((api) => api.post('/api/v1/residents', { body: resident }));
    const need = {
      ...{ id: newId(), residentId: resident.id, type: 'medicine' as const, summary: '取一盒眼药水' },
      ...{ channel: 'phone' as const, expectedMinutes: 30 },
      windowStart: new Date(Date.now() + 60_000).toISOString(),
      windowEnd: new Date(Date.now() + 7_200_000).toISOString(),
    };
    await committee.ask((api) => api.post('/api/v1/needs', { body: need }));
    const sheet = await committee.ask((api) =>
      api.post('/api/v1/paper-slips', { body: { residentId: resident.id, count: 1 } }),
    );
    const code = sheet.body.slips[0]?.code ?? '';

    const { page, complaints } = await openPhone(browser, town);
    const button = (name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true });
    await button(/长辈版/).tap();
    await signIn(page, town, phone, '居民或家人');
    await onPage(page.getByText('还没有求助')).toBeVisible();
    await button('我的').tap();
    await button('我是登记过的居民').tap();
    await button('按我的手机号找').tap();
    await onPage(seen(page, '有一位居民用这个号码登记')).toBeVisible();
    await picture(page, 'resident-link-found');
    await expectAccessible(page);
    await expectForElders(page);
    const slip = page.getByRole('textbox', { name: /8 位码/ });
    await slip.fill(code === '00000000' ? '00000001' : '00000000');
    await button('核实').tap();
    await onPage(seen(page, '还可试 4 次')).toBeVisible();
    await slip.fill(code);
    await button('核实').tap();
    await onPage(seen(page, '已核实')).toBeVisible();
    await picture(page, 'resident-link-proven');
    await expectAccessible(page);
    await onPage(async () => {
      await button('进入').tap();
      await onPage(seen(page, '取一盒眼药水')).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 20_000 });
    await picture(page, 'resident-link-entered');
    expect(complaints).toEqual([]);
  }, 120_000);
});
