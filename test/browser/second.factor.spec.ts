import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, openPage, picture } from '#testing';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
import { codeAt, stepOf } from '../../apps/stations/src/totp.js';
import { demoPassword, expectAccessible, expectNoOverflow } from './console.tour.js';
import { startTown, type Town } from './town.js';

// Real: Chromium, the built console, the suite where officials must have a second factor.
let town: Town;
let browser: Browser;
beforeAll(async () => {
  [town, browser] = await Promise.all([startTown({ SECOND_FACTOR_ROLES: 'official' }), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await town.stop();
});

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** What an authenticator does with the key it was given: the code `steps` half minutes from now. */
function shown(key: string, steps = 0): string {
  const bits = [...key].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  return codeAt(bytes, stepOf(new Date()) + steps);
}

async function typePassword(page: Page, userName: string): Promise<void> {
  await page.locator('input[autocomplete="username"]').fill(userName);
  await page.locator('input[type="password"]').fill(demoPassword);
  await page.keyboard.press('Enter');
}

const codeField = (page: Page) => page.locator('input[autocomplete="one-time-code"]');

async function typeCode(page: Page, code: string): Promise<void> {
  await codeField(page).fill(code);
  await page.keyboard.press('Enter');
}

async function keyOn(page: Page): Promise<string> {
  await onPage(page.locator('.qr svg')).toBeVisible();
  return (await page.locator('code.key').innerText()).replaceAll(/\s/g, '');
}

const isIn = (page: Page) => onPage(page.locator('nav a').first()).toBeVisible();

describe('a second factor', () => {
  it('is enrolled at the first sign-in where the role demands it, and asked for from then on', async () => {
    const { page, complaints } = await openPage(browser, { viewport: { width: 375, height: 812 } });
    await page.goto(town.url);
    await typePassword(page, 'binhai-official');
    const key = await keyOn(page);
    await picture(page, 'second-factor-enrolment-phone');
    await expectAccessible(page);
    await expectNoOverflow(page);
    await typeCode(page, '000000');
    await onPage(page.getByRole('alert')).toBeVisible();
    await typeCode(page, shown(key));
    await onPage(page.locator('.recovery li')).toHaveCount(10);
    await picture(page, 'second-factor-recovery-phone');
    await expectAccessible(page);
    await expectNoOverflow(page);
    const recovery = await page.locator('.recovery li').first().innerText();

    await onPage(page.getByRole('button', { name: '去登录' })).toBeDisabled();
    await page.getByLabel('我已存好').check();
    await page.getByRole('button', { name: '去登录' }).click();
    await onPage(page.getByText('动态验证码已启用')).toBeVisible();
    await expectAccessible(page);
    await typeCode(page, shown(key, 1));
    await isIn(page);

    await page.getByRole('button', { name: '退出' }).click();
    await typePassword(page, 'binhai-official');
    await typeCode(page, shown(key, 1));
    await onPage(page.getByRole('alert')).toContainText('登录失败');
    await typeCode(page, recovery);
    await isIn(page);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('is everybody’s to set up, and nobody’s burden who has none', async () => {
    const { page, complaints } = await openPage(browser, {
      viewport: { width: 1440, height: 900 },
      colorScheme: 'dark',
    });
    await page.goto(town.url);
    await page.getByRole('button', { name: 'English' }).click();
    await typePassword(page, 'teda-c01');
    await isIn(page);
    await page.getByRole('button', { name: 'Sign out' }).click();

    await page.getByRole('button', { name: 'Set up a second factor' }).click();
    await typePassword(page, 'teda-c01');
    const key = await keyOn(page);
    await picture(page, 'second-factor-enrolment-dark-en');
    await expectAccessible(page);
    await typeCode(page, shown(key));
    await onPage(page.locator('.recovery li')).toHaveCount(10);
    await expectAccessible(page);
    await page.reload();
    await typePassword(page, 'teda-c01');
    await onPage(codeField(page)).toBeFocused();
    await picture(page, 'second-factor-code-dark-en');
    await expectAccessible(page);
    await typeCode(page, '12345');
    await onPage(page.getByText(/Six digits, or the 16 characters/)).toBeVisible();
    await typeCode(page, shown(key, 1));
    await isIn(page);
    expect(complaints).toEqual([]);
  }, 60_000);
});
