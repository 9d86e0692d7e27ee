import { type BrowserContext, type Browser, type Page } from '@playwright/test';
import { poll } from '#local';
import { newId, SystemClock } from '#platform';
import { openBrowser, seedErrands } from '#testing';
import { AccessTokens } from '../../apps/gateway/src/access.tokens.js';
import { claimantsOf, claimOf, freshErrands, settle, wins } from './claim.bench.js';
import { alternate, type BenchResult, figure, median, quantile } from './harness.js';
import { storm } from './hot.errand.js';
import { load } from './http.load.js';
import { type BenchServers, type Stack, startStack } from './stack.js';

/**
 * A slow phone in a slow network. The numbers are those of Lighthouse's `mobileSlow4G` (formerly "fast 3G"):
 * 1.6 Mbit/s down, 750 kbit/s up, 150 ms a round trip, a processor four times slower than this machine's
 * (github.com/GoogleChrome/lighthouse, core/config/constants.js). Chromium applies the latency to every request.
 */
const slowPhone = {
  cpuSlowdown: 4,
  network: {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  },
};
const phoneSize = { viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true };
const patienceMs = 60_000;

const grabbers = 200;
const crowdsARound = 20;
const secondsARound = 4;

/** What a courier feels: how soon the feed stands on a slow phone, and how soon a grab is answered among 200. */
export async function phoneBench(servers: BenchServers, rounds: number): Promise<BenchResult> {
  const stack = await startStack(servers, 'phone', { ACTIVE_CLAIM_LIMIT: '100' });
  const browser = await openBrowser();
  try {
    const courier = await courierOf(stack);
    const keeping = await keepApp(browser, stack, courier);
    const feeds = await alternate(rounds, {
      cold: () => coldFeedMs(browser, stack, courier),
      kept: () => feedMs(keeping, stack),
    });
    const grabs = await alternate(rounds, {
      crowd: () => crowdP95Ms(stack),
      steady: () => steadyP95Ms(stack),
    });
    const { network, cpuSlowdown } = slowPhone;
    return {
      settings: {
        rounds,
        grabbers,
        cpuSlowdown,
        latencyMs: network.latency,
        downloadBytes: network.downloadThroughput,
      },
      figures: [
        figure('phone.feed_visible_ms', median(feeds.cold), 'ms', { atMost: 1_500 }),
        figure('phone.feed_visible_kept_ms', median(feeds.kept), 'ms', { atMost: 1_500 }),
        figure('phone.grab_p95_ms', median(grabs.crowd), 'ms', { atMost: 150 }),
        figure('phone.grab_steady_p95_ms', median(grabs.steady), 'ms', { atMost: 150 }),
      ],
    };
  } finally {
    await browser.close();
    await stack.stop();
  }
}

/** A volunteer with open errands around, as the app keeps a session. */
async function courierOf(stack: Stack): Promise<object> {
  const from = new Date(new SystemClock().now().getTime() + 3_600_000);
  const { volunteerIds } = await seedErrands(stack.adminUrl, { errands: 60, volunteers: 1, from });
  const session = {
    actorId: volunteerIds[0] ?? '',
    role: 'volunteer' as const,
    sessionId: newId(),
    refreshToken: 'not used',
    refreshExpiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  };
  const tokens = await AccessTokens.open(stack.env['TOKEN_KEY_FILE'] ?? '', 60, 5);
  return { ...session, accessToken: await tokens.issue(session), expiresInSeconds: 3_600 };
}

/** Signed in before the app's first script runs, and the moment noted at which an errand of the feed is painted. */
const watchFeed = (courier: object) => `
  localStorage.setItem('shunlu.session', ${JSON.stringify(JSON.stringify(courier))});
  for (const key of Object.keys(localStorage)) if (key.startsWith('shunlu.feed.')) localStorage.removeItem(key);
  const look = () => {
    const errand = document.querySelector('main li');
    if (!errand || errand.getBoundingClientRect().height === 0) return requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => console.info(performance.now())));
  };
  requestAnimationFrame(look);`;

async function openContext(
  browser: Browser,
  courier: object,
  serviceWorkers: 'allow' | 'block',
): Promise<BrowserContext> {
  const context = await browser.newContext({ ...phoneSize, locale: 'zh-CN', serviceWorkers });
  await context.addInitScript({ content: watchFeed(courier) });
  return context;
}

/** Milliseconds from asking for the page until the feed stands, with nothing on the phone but the session. */
async function coldFeedMs(browser: Browser, stack: Stack, courier: object): Promise<number> {
  const context = await openContext(browser, courier, 'block');
  const feed = await feedMs(context, stack);
  await context.close();
  return feed;
}

/** A phone on which the app's service worker keeps the app; what the feed showed before is forgotten at each opening. */
async function keepApp(browser: Browser, stack: Stack, courier: object): Promise<BrowserContext> {
  const context = await openContext(browser, courier, 'allow');
  const page = await context.newPage();
  await page.goto(addressOf(stack));
  await poll(
    () => page.evaluate<true | undefined>('navigator.serviceWorker.controller !== null || undefined'),
    patienceMs,
    () => new Error('the app is not kept on the phone'),
  );
  await page.close();
  return context;
}

async function feedMs(context: BrowserContext, stack: Stack): Promise<number> {
  const page = await context.newPage();
  const stands = new Promise<number>((resolve, reject) => {
    setTimeout(() => reject(new Error('the feed does not come')), patienceMs).unref();
    page.on('console', (message) => {
      const milliseconds = Number(message.text());
      if (milliseconds > 0) resolve(milliseconds);
    });
  });
  await slowDown(page);
  await page.goto(addressOf(stack), { waitUntil: 'commit' });
  const feed = await stands;
  await page.close();
  return feed;
}

async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', slowPhone.network);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowPhone.cpuSlowdown });
}

const addressOf = ({ port }: Stack) => `http://127.0.0.1:${port}/m/`;

/** 200 couriers want one errand at once; one to five win. Milliseconds in which 95 of 100 have their answer. */
async function crowdP95Ms(stack: Stack): Promise<number> {
  const { tokens } = await claimantsOf(stack);
  const waits: number[] = [];
  for (let round = 0; round < crowdsARound; round++) {
    const slots = 1 + (round % 5);
    const crowd = { ids: [], tokens: tokens.slice(round * grabbers, (round + 1) * grabbers) };
    const { statuses, latenciesMs } = await storm(stack, crowd, slots, grabbers);
    if (statuses.get(201) !== slots || statuses.get(409) !== grabbers - slots)
      throw new Error(`${slots} slots, ${grabbers} couriers: ${JSON.stringify([...statuses])}`);
    waits.push(...latenciesMs);
  }
  await settle(stack);
  return quantile(waits, 0.95);
}

/** 200 couriers grab one errand after another, each of their own: every answer is a win. */
async function steadyP95Ms(stack: Stack): Promise<number> {
  const claimants = await claimantsOf(stack);
  const errands = await freshErrands(stack, claimants, 100_000);
  const until = performance.now() + secondsARound * 1000;
  let index = 0;
  const next = () => (performance.now() < until ? claimOf(errands, claimants, index++) : undefined);
  const { statuses, latenciesMs } = await load(stack.port, grabbers, next);
  wins(statuses);
  await settle(stack);
  return quantile(latenciesMs, 0.95);
}
