import { expect } from '@jest/globals';
import { newId } from '#platform';
import { openPage, type WatchedPage } from '#testing';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
import { couriers, demoPassword } from '../../apps/suite/src/demo.data.js';
import { Caller } from '../story/client.js';
import type { Town } from './town.js';

/** The smallest phone in wide use. */
const phoneSize = { viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true };

export interface PhoneOptions {
  locale?: string;
  /** WGS-84, as browsers tell it. */
  place?: { longitude: number; latitude: number };
  /** The app kept on the phone. Off unless told: what goes through it cannot be held up by a test. */
  serviceWorkers?: 'allow' | 'block';
}

/** A phone with the mini-program open, nobody signed in. */
export async function openPhone(
  browser: Browser,
  town: Town,
  { locale = 'zh-CN', place, serviceWorkers = 'block' }: PhoneOptions = {},
): Promise<WatchedPage> {
  const options = place ? { geolocation: place, permissions: ['geolocation'] } : {};
  const watched = await openPage(browser, { ...phoneSize, locale, serviceWorkers, ...options });
  await watched.page.goto(`${town.url}/m/`);
  await onPage(watched.page.getByRole('heading', { level: 1 })).toBeVisible();
  return watched;
}

/** Signs in by the code that the phone would show. */
export async function signIn(page: Page, town: Town, phone: string, role = '志愿者'): Promise<void> {
  await page.getByRole('button', { name: '登录' }).tap();
  await page.getByRole('button', { name: role }).tap();
  await page.getByRole('textbox', { name: '手机号' }).fill(phone);
  await page.getByRole('button', { name: '发送验证码' }).tap();
  await onPage(page.getByText('验证码已发到您的手机')).toBeVisible();
  await page.getByRole('textbox', { name: '6 位验证码' }).fill(town.codeOf(phone) ?? '');
  await page.getByRole('button', { name: '登录', exact: true }).tap();
  await onPage(page.getByRole('navigation', { name: '页签' })).toBeVisible();
}

export const courierPhone = (index: number) => couriers[index]?.phone ?? '';

/** Pages below the one on top are drawn, and hidden. */
export const seen = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true });

/** Nothing that people with disabilities could not use; the rule of contrast is on. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([]);
}

/** Elder mode: text of 18 pixels or more, targets of 60, and the station's telephone on the page. */
export async function expectForElders(page: Page): Promise<void> {
  const small = await page.evaluate<string[]>(`[...document.querySelectorAll('.page *')]
    .filter((e) => e.checkVisibility() && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
    .filter((e) => parseFloat(getComputedStyle(e).fontSize) < 18).map((e) => e.outerHTML.slice(0, 120))`);
  expect(small).toEqual([]);
  const narrow = await page.evaluate<string[]>(`[...document.querySelectorAll('button, input, textarea')]
    .filter((e) => e.checkVisibility()).map((e) => [e, e.getBoundingClientRect()])
    .filter(([, r]) => r.height < 60 || r.width < 60).map(([e, r]) => r.width + 'x' + r.height + ' ' + e.outerHTML.slice(0, 120))`);
  expect(narrow).toEqual([]);
  const foot = page.getByRole('contentinfo');
  await onPage(foot.getByRole('button', { name: /打电话给社工站/ })).toBeVisible();
}

/** Committee and station of the demonstration, over the API. */
export interface Staff {
  committee: Caller;
  station: Caller;
}

export async function signInStaff(town: Town): Promise<Staff> {
  return { committee: await signInAs(town, 'teda-c01'), station: await signInAs(town, 'teda-station') };
}

/** Somebody of the staff of the demonstration, over the API. */
export async function signInAs(town: Town, userName: string): Promise<Caller> {
  const body = { userName, password: demoPassword };
  const { body: grant } = await new Caller(town.url).ask((api) =>
    api.post('/api/v1/auth/staff/sign-in', { body }),
  );
  return new Caller(town.url, grant.accessToken);
}

/** An open errand of the demonstration's first community, and the code its resident says at the door. */
export async function postErrand(
  { committee, station }: Staff,
  summary: string,
  further: { purchaseCeilingFen?: number; windowStart?: string; windowEnd?: string } = {},
): Promise<{ needId: string; errandId: string; serviceCode: string }> {
  const residents = await committee.ask((api) => api.get('/api/v1/residents'));
  const start = Date.now();
  const body = {
    id: newId(),
    residentId: residents.body.items.at(-1)?.id ?? '',
    type: 'groceries' as const,
    summary,
    channel: 'phone' as const,
    windowStart: new Date(start).toISOString(),
    windowEnd: new Date(start + 2 * 3_600_000).toISOString(),
    expectedMinutes: 40,
    riskNotice: '老楼无电梯，请慢行',
    ...further,
  };
  await committee.ask((api) => api.post('/api/v1/needs', { body }));
  const path = { id: body.id };
  const { body: need } = await station.ask((api) => api.post('/api/v1/needs/{id}/acceptance', { path }));
  return { needId: need.id, errandId: need.errandId ?? '', serviceCode: need.serviceCode ?? '' };
}
