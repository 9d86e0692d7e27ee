import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, picture } from '#testing';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
import { expectAccessible, expectNoOverflow, openAs, postByKeyboard, stepBy } from './console.tour.js';
import { startTown, type Town } from './town.js';

// Real: Chromium, the built console, the suite with the demonstration town.
const aColumn = 150;
let town: Town;
let browser: Browser;
beforeAll(async () => {
  [town, browser] = await Promise.all([startTown(), openBrowser()]);
  const { page } = await open('teda-c01', '/needs');
  await postByKeyboard(page, '01', '头一件');
  await page.context().close();
  // As if they had been posted long ago: as many in each column.
  await town.house.sql(
    `insert into tasks.need (city_code, id, resident_id, community_code, type, summary, channel, state, window_start,
       window_end, expected_minutes, slots, service_code_sealed, posted_at)
     select n.city_code, ('00000000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid, n.resident_id, n.community_code,
       (array['groceries', 'company'])[1 + number % 2], '第 ' || number || ' 件', 'phone', s.state, now() + interval '1 day',
       now() + interval '25 hours', 30, 1, n.service_code_sealed, now() - interval '1 day'
     from (select * from tasks.need limit 1) n, generate_series(1, $1::int) number,
       unnest(array['forwarded', 'posted', 'closed', 'cancelled']) with ordinality s (state, at)
     where number % 4 = s.at - 1`,
    [4 * aColumn],
  );
}, 60_000);
afterAll(async () => {
  await browser.close();
  await town.stop();
});

const open = (userName: string, path = '/') => openAs([browser, town.url], userName, path);
const column = (page: Page, name: string) => page.getByRole('region', { name });

describe('a board of hundreds', () => {
  it('says how many there are, holds the cards around the window alone, and is fetched as it is scrolled', async () => {
    const { page, complaints } = await open('teda-station', '/needs');
    const ended = column(page, '退回与取消');
    await onPage(ended.locator('.count')).toHaveText(String(aColumn));
    await onPage(ended.getByText('第 599 件')).toBeVisible();
    expect(await page.locator('.card').count()).toBeLessThan(100);
    await expectAccessible(page);
    await onPage(async () => {
      await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
      await onPage(ended.getByText('第 3 件', { exact: true })).toBeVisible({ timeout: 100 });
    }).toPass();
    const last = ended.getByRole('listitem').last();
    await onPage(last).toHaveAttribute('aria-posinset', String(aColumn));
    await onPage(last).toHaveAttribute('aria-setsize', String(aColumn));
    expect(await page.locator('.card').count()).toBeLessThan(100);
    await picture(page, 'board-end');
    await expectAccessible(page);
    await expectNoOverflow(page);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('is walked by arrows, and the card that has the focus stays', async () => {
    const { page } = await open('teda-station', '/needs');
    const done = column(page, '已完成');
    const place = () => page.locator('li:has(.card:focus)').getAttribute('aria-posinset');
    await done.getByRole('button').first().focus();
    for (let step = 0; step < 25; step++) await page.keyboard.press('ArrowDown');
    await onPage.poll(place).toBe('26');
    await onPage(page.locator('.card:focus')).toBeInViewport();
    await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
    await onPage(page.locator('.card:focus')).not.toBeInViewport();
    await page.keyboard.press('ArrowDown');
    await onPage.poll(place).toBe('27');
    await onPage(page.locator('.card:focus')).toBeInViewport();
    await page.keyboard.press('ArrowRight');
    await onPage(column(page, '退回与取消').locator('.card:focus')).toBeInViewport();
    await page.keyboard.press('Home');
    await onPage.poll(place).toBe('1');
    await page.keyboard.press('Enter');
    await onPage(page.getByRole('dialog').getByText('第 599 件')).toBeVisible();
    await page.keyboard.press('Escape');
    await onPage(page.locator('.card:focus')).toBeInViewport();
  }, 60_000);

  it('moves by itself, without being fetched anew', async () => {
    const { page } = await open('teda-station', '/needs');
    await onPage(page.getByText('实时')).toBeVisible();
    const waiting = column(page, '待核实受理');
    const underWay = column(page, '进行中');
    await onPage(waiting.locator('.count')).toHaveText(/\d/);
    const before = Number(await waiting.locator('.count').textContent());
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname === '/api/v1/needs' && request.method() === 'GET') asked.push(search);
    });
    const committee = await open('teda-c01', '/needs');
    await postByKeyboard(committee.page, '01', '一副老花镜');
    const card = waiting.getByRole('button', { name: /一副老花镜/ });
    await onPage(card).toBeVisible();
    await onPage(waiting.locator('.count')).toHaveText(String(before + 1));
    await card.click();
    await onPage(page.getByRole('dialog').getByText('一副老花镜')).toBeVisible();
    expect(asked).toEqual([]);
    await stepBy(page, '受理并发布');
    await onPage(underWay.getByText('一副老花镜')).toBeVisible();
    await onPage(column(committee.page, '进行中').getByText('一副老花镜')).toBeVisible();
    await onPage(waiting.locator('.count')).toHaveText(String(before));
  }, 60_000);

  it('shows one kind alone, by its address', async () => {
    const { page } = await open('teda-station', '/needs?type=company');
    await onPage(column(page, '退回与取消').locator('.count')).toHaveText(String(aColumn));
    await onPage(column(page, '已完成').locator('.count')).toHaveText('0');
    await onPage(column(page, '退回与取消').getByRole('button', { name: /买菜买粮/ })).toHaveCount(0);
  }, 60_000);
});
