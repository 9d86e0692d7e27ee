import { expect } from '@jest/globals';
import { openPage, picture, type WatchedPage } from '#testing';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type Page, expect as onPage } from '@playwright/test';
import { desktop, signIn } from './console.hands.js';
import type { Town } from './town.js';

export {
  demoPassword,
  desktop,
  openAs,
  postByKeyboard,
  signIn,
  stepBy,
  tabTo,
  takeMarked,
} from './console.hands.js';

/** Fails with every violation that axe finds on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const said = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
  );
  expect(said).toEqual([]);
}

/** Fails where the page is wider than the window. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

export type Send = <T>(path: string, body: object) => Promise<T>;

/** What the mini-program sends: a courier signs in by phone. `errandId` is the first on the feed. */
export async function courier(
  town: Town,
  phone: string,
): Promise<{ send: Send; errandId: string; volunteerId: string }> {
  let authorization = '';
  const send: Send = async <T>(path: string, body: object): Promise<T> => {
    const headers = { 'content-type': 'application/json', authorization };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(`${town.url}/api/v1${path}`, init);
    const said: unknown = await answer.json().catch(() => ({}));
    expect([path, answer.ok, answer.ok || said]).toEqual([path, true, true]);
    return said as T;
  };
  await send('/auth/phone-codes', { phone });
  const code = town.codeOf(phone);
  const session = await send<{ accessToken: string; actorId: string }>('/auth/phone/sign-in', {
    phone,
    code,
  });
  authorization = `Bearer ${session.accessToken}`;
  const feed = await fetch(`${town.url}/api/v1/errands`, { headers: { authorization } });
  const { items } = (await feed.json()) as { items: { id: string }[] };
  return { send, errandId: items[0]?.id ?? '', volunteerId: session.actorId };
}

/** Name, options of the browser, language: a desk, a telephone, in the dark and in English, at 200 %. */
export const looks: [shape: string, options: object, language: string][] = [
  ['desktop', { viewport: desktop }, 'zh'],
  ['phone', { viewport: { width: 375, height: 812 } }, 'zh'],
  ['dark-en', { viewport: desktop, colorScheme: 'dark' }, 'en'],
  // What a browser shows of a desktop at 200 %.
  ['zoomed-en', { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }, 'en'],
];

let seat: { whose: string; watched: WatchedPage } | undefined;

/** Where somebody sits in this look: signed in once for all pages that are looked at one after another. */
async function seatOf(
  [browser, url]: [Browser, string],
  userName: string,
  path: string,
  [shape, options, language]: (typeof looks)[number],
): Promise<WatchedPage> {
  const whose = `${url} ${userName} ${shape}`;
  if (seat?.whose === whose) {
    await seat.watched.page.goto(url + path);
    return seat.watched;
  }
  await seat?.watched.page.context().close();
  seat = undefined;
  const watched = await openPage(browser, options);
  await watched.page.goto(url + path);
  if (language === 'en') await watched.page.getByRole('button', { name: 'English' }).click();
  await signIn(watched.page, userName);
  seat = { whose, watched };
  return watched;
}

/** Opens a page as somebody, keeps its picture, and fails with whatever is wrong with it once it is at rest. */
export async function expectSound(
  desk: [Browser, string],
  userName: string,
  path: string,
  look: (typeof looks)[number],
): Promise<void> {
  const { page, complaints } = await seatOf(desk, userName, path, look);
  await onPage(page.getByRole('heading', { level: 1 })).toBeVisible();
  await onPage(page.getByRole('status', { name: /正在读取|Loading/ })).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  await picture(page, `${userName}${path.replaceAll(/\W+/g, '-')}-${look[0]}`);
  await expectAccessible(page);
  await expectNoOverflow(page);
  // Of this page alone: the next has its own.
  expect(complaints.splice(0)).toEqual([]);
}
