import { access, constants, mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { projectRoot } from '#local';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** No sandbox: tests also run as root in containers. Nothing is fetched that no page asked for. */
const args = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The Chromium of this machine: `SHUNLU_CHROMIUM`, or else the first found on the PATH.
 * Error: none is installed; says what to install.
 */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args });
}

async function findBrowser(): Promise<string> {
  const named = process.env['SHUNLU_CHROMIUM'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const places = named ? [named] : names.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const place of places) {
    const isThere = await access(place, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return place;
  }
  throw new Error(
    `浏览器测试需要 Chromium${named ? `，而 ${named} 不可执行` : ''}。请安装（Debian、Ubuntu：apt-get install -y chromium fonts-noto-cjk），` +
      '或用 SHUNLU_CHROMIUM 指明其路径。\nBrowser tests need Chromium' +
      `${named ? `, and ${named} cannot be run` : ''}. Install it (Debian, Ubuntu: apt-get install -y chromium ` +
      'fonts-noto-cjk), or give its path in SHUNLU_CHROMIUM.',
  );
}

/** A page, and what it complained of. */
export interface WatchedPage {
  page: Page;
  /** Errors on its console, exceptions nobody caught, and what the content security policy stopped. */
  complaints: string[];
}

/** A page with cookies and storage of its own. Requests that the API refuses are no complaints. */
export async function openPage(browser: Browser, options: BrowserContextOptions): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isRefusal) complaints.push(message.text());
  });
  return { page, complaints };
}

/** Keeps a picture of the page among the artefacts of the run, `.shunlu/artefacts/<name>.png`. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = join(projectRoot, '.shunlu/artefacts');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
