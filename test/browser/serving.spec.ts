import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, openPage } from '#testing';
import { type Browser, expect as onPage } from '@playwright/test';
import { startTown, type Town } from './town.js';

// Real: Chromium, the built console, the suite with the demonstration town.
let town: Town;
let browser: Browser;
beforeAll(async () => {
  [town, browser] = await Promise.all([startTown(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await town.stop();
});

describe('the gateway', () => {
  it('serves the console at every address of its own, under a policy it keeps', async () => {
    const { page, complaints } = await openPage(browser, {});
    await page.goto(`${town.url}/needs`);
    await onPage(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.title()).toContain('顺路');
    expect(complaints).toEqual([]);
  });

  it('answers an unknown operation with a problem, also to a browser', async () => {
    const answer = await fetch(`${town.url}/api/v1/nothing`, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });
});
