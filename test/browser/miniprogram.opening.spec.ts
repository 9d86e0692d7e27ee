import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '#local';
import { openBrowser, openPage, picture } from '#testing';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
import { courierPhone, openPhone, postErrand, seen, signIn, signInStaff } from './phone.js';
import { startTown, type Town } from './town.js';

// Real: Chromium as a phone with its service worker, the built mini-program (H5), the suite with the demonstration town.
let town: Town;
let browser: Browser;
beforeAll(async () => {
  [town, browser] = await Promise.all([startTown(), openBrowser()]);
  const staff = await signInStaff(town);
  for (const summary of ['买米', '取药', '修灯', '理发']) await postErrand(staff, summary);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await town.stop();
});

const keptFiles = `caches.keys().then(async (names) => (await Promise.all(names.map(async (name) =>
  (await (await caches.open(name)).keys()).length))).reduce((sum, count) => sum + count, 0))`;

/** The app is on the phone, whole. */
async function waitUntilKept(page: Page): Promise<void> {
  await onPage.poll(() => page.evaluate<number>(keptFiles), { timeout: 30_000 }).toBeGreaterThan(10);
  await onPage
    .poll(() => page.evaluate<boolean>('navigator.serviceWorker.controller !== null'), { timeout: 30_000 })
    .toBe(true);
}

describe('opening the app', () => {
  it('asks for the feed while the app is still on its way, and once', async () => {
    const { page } = await openPhone(browser, town);
    await signIn(page, town, courierPhone(52));
    await onPage(seen(page, '买米')).toBeVisible();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/v1/errands?')) asked.push(request.url());
    });
    // The app itself comes only after its question.
    const question = page.waitForRequest('**/api/v1/errands?*');
    await page.route('**/m/js/app.*.js', async (route) => {
      await question;
      await route.continue();
    });
    await page.reload();
    await onPage(seen(page, '买米')).toBeVisible();
    expect(asked).toHaveLength(1);
  }, 90_000);

  it('works without any network, from its first page on', async () => {
    const { page } = await openPhone(browser, town, { serviceWorkers: 'allow' });
    await signIn(page, town, courierPhone(51));
    await onPage(seen(page, '买米')).toBeVisible();
    await waitUntilKept(page);
    await page.context().setOffline(true);
    await page.reload();
    await onPage(seen(page, /没有连上：这是/)).toBeVisible();
    await onPage(seen(page, '买米')).toBeVisible();
    await picture(page, 'mini-10-opened-offline');
    await page.goto(`${town.url}/m/#/more/settings/index`);
    await onPage(seen(page, '朗读结果')).toBeVisible();
  }, 90_000);
});

describe('a new version', () => {
  const worker = readFileSync(join(projectRoot, 'apps/miniprogram/src/worker/sw.js'), 'utf8');
  let version = 1;
  let server: Server;
  let url: string;
  beforeAll(async () => {
    const files: Record<string, () => [string, string]> = {
      '/m/': () => ['text/html', `<script src="/m/app.${version}.js"></script>`],
      '/m/sw.js': () => [
        'text/javascript',
        worker.replace('%VERSION%', String(version)).replace('%FILES%', `app.${version}.js`),
      ],
    };
    server = createServer(({ url: address = '' }, response) => {
      const script = /^\/m\/app\.(\d)\.js$/.exec(address)?.[1];
      const [type, text] = files[address]?.() ?? ['text/javascript', ''];
      // Like the gateway after an update: files of the version before are gone.
      if (!files[address] && script !== String(version)) response.statusCode = 404;
      response.setHeader('content-type', type);
      response.end(
        script === undefined
          ? text
          : `document.title = 'version ${script}';
        navigator.serviceWorker.register('/m/sw.js', { scope: '/m/' });`,
      );
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/m/`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  it('takes over with the next opening; what is open keeps the files it was opened with', async () => {
    const { page } = await openPage(browser, { serviceWorkers: 'allow' });
    await page.goto(url);
    await onPage.poll(() => page.evaluate('caches.keys()')).toEqual(['shunlu-1']);
    await onPage.poll(() => page.evaluate<boolean>('navigator.serviceWorker.controller !== null')).toBe(true);
    version = 2;
    await page.reload();
    expect(await page.title()).toBe('version 1');
    await onPage.poll(() => page.evaluate('caches.keys()')).toEqual(['shunlu-1', 'shunlu-2']);
    await onPage
      .poll(() =>
        page.evaluate<boolean>(`navigator.serviceWorker.getRegistration('/m/')
          .then(({ installing, waiting, active }) => !installing && !waiting && active.state === 'activated')`),
      )
      .toBe(true);
    const status = (file: string) =>
      page.evaluate<number>(`fetch('/m/${file}').then(({ status }) => status)`);
    expect(await status('app.1.js')).toBe(200);
    await page.reload();
    expect(await page.title()).toBe('version 2');
    version = 3;
    await page.reload();
    await onPage.poll(() => page.evaluate('caches.keys()')).toEqual(['shunlu-2', 'shunlu-3']);
    await page.reload();
    expect(await page.title()).toBe('version 3');
  }, 60_000);
});
