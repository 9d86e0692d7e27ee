import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, openPage, picture } from '#testing';
import { type Browser, expect as onPage } from '@playwright/test';
import { postByKeyboard, signIn as signInStaff, stepBy } from './console.tour.js';
import { courierPhone, openPhone, signIn } from './phone.js';
import { startTown, type Town } from './town.js';

// Real: Chromium as two desks and a phone, the built console and mini-program, the suite with the demonstration town.
let town: Town;
let browser: Browser;
beforeAll(async () => {
  [town, browser] = await Promise.all([startTown(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await town.stop();
});

async function openDesk(userName: string) {
  const desk = await openPage(browser, { viewport: { width: 1440, height: 900 } });
  await desk.page.goto(`${town.url}/needs`);
  await signInStaff(desk.page, userName);
  await onPage(desk.page.getByText('实时')).toBeVisible();
  return desk;
}

describe('console and mini-program', () => {
  it('a need is posted here, grabbed there, and the boards here move within a second', async () => {
    const committee = await openDesk('teda-c01');
    const station = await openDesk('teda-station');
    const courier = await openPhone(browser, town);
    await signIn(courier.page, town, courierPhone(0));

    await postByKeyboard(committee.page, '01', '两袋米，一桶油');
    const card = station.page.getByRole('button', { name: /两袋米，一桶油/ });
    await card.click();
    await stepBy(station.page, '受理并发布');
    await station.page.keyboard.press('Escape');

    // Nobody touches the phone: the feed hears of it.
    const offered = courier.page.getByRole('listitem').filter({ hasText: '两袋米，一桶油' });
    await offered.getByRole('button', { name: /^抢单/ }).tap();
    await courier.page.getByRole('button', { name: '确认抢单' }).tap();
    await onPage(courier.page.getByRole('dialog', { name: '抢到了！' })).toBeVisible();
    const onBoard = (desk: typeof station) => desk.page.getByRole('button', { name: /两袋米，一桶油/ });
    for (const desk of [station, committee])
      await onPage(onBoard(desk).getByText('已接单')).toBeVisible({ timeout: 1_000 });
    await picture(committee.page, 'both-sides-board');
    await picture(courier.page, 'both-sides-phone');
    expect([...committee.complaints, ...station.complaints, ...courier.complaints]).toEqual([]);
  }, 90_000);
});
