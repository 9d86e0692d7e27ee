import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, picture } from '#testing';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
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

/** The demonstration's first community, level by level. */
const community = ['天津', '市辖区', '滨海新区', '天津经济技术开发区东区泰达街道', '时尚广场社区居委会'];

async function startRegistering(page: Page, phone: string): Promise<void> {
  await signIn(page, town, phone);
  await page.goto(`${town.url}/m/#/more/register/index`);
  await onPage(seen(page, '第 1 步，共 3 步')).toBeVisible();
}

async function finish(page: Page): Promise<void> {
  const button = (name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true });
  await button('下一步').tap();
  await button('选择地区').tap();
  const sheet = page.getByRole('dialog');
  for (const name of community) await sheet.getByRole('button', { name, exact: true }).tap();
  await button('下一步').tap();
  const agreeing = page.getByRole('button', { name: '同意', exact: true });
  await onPage(agreeing.first()).toBeVisible();
  for (let index = 0; index < (await agreeing.count()); index++) await agreeing.nth(index).tap();
  await button('提交注册').tap();
  await onPage(seen(page, '志愿者编号')).toBeVisible();
}

describe('registering by oneself', () => {
  it('takes a passport, whose day of birth is asked for', async () => {
    const { page, complaints } = await openPhone(browser, town);
    const [field, button] = [
      (name: string | RegExp) => page.getByRole('textbox', { name }).filter({ visible: true }),
      (name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true }),
    ];
    await button(/长辈版/).tap();
    await startRegistering(page, '19900000301');
    await field('姓名').fill('TEST PERSON');
    await button('护照').tap();
    await field('证件号码').fill('E12345678');
    await field('电话').fill('19900000301');
    await onPage(button('下一步')).toBeDisabled();
    await field(/出生日期/).fill('19900230');
    await onPage(button('下一步')).toBeDisabled();
    await field(/出生日期/).fill('19900307');
    await onPage(button('下一步')).toBeEnabled();
    await picture(page, 'register-passport-elder');
    await expectAccessible(page);
    await expectForElders(page);
    await finish(page);
    const { station } = await signInStaff(town);
    const { body } = await station.ask((api) => api.get('/api/v1/volunteers', { query: { limit: 100 } }));
    expect(body.items.filter(({ documentType }) => documentType === 'passport')).toHaveLength(1);
    expect(complaints).toEqual([]);
  }, 90_000);

  it('of who is under 18 says whom else it takes, whatever the document', async () => {
    const { page } = await openPhone(browser, town);
    const year = new Date().getFullYear() - 15;
    await startRegistering(page, '19900000302');
    await page.getByRole('button', { name: '台湾居民来往大陆通行证' }).tap();
    await page.getByRole('textbox', { name: '证件号码' }).fill('12345678');
    await page.getByRole('textbox', { name: /出生日期/ }).fill(`${year}0307`);
    await onPage(seen(page, /未满 18 岁/)).toBeVisible();
    await page.getByRole('button', { name: '居民身份证、居住证' }).tap();
    await onPage(seen(page, /未满 18 岁/)).toHaveCount(0);
    await page.evaluate(`localStorage.setItem('shunlu.settings', '{"language":"en","isDark":true}')`);
    await page.reload();
    await page.getByRole('button', { name: 'Passport' }).tap();
    await picture(page, 'register-en');
    await expectAccessible(page);
  }, 60_000);
});
