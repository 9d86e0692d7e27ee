import { openPage, type WatchedPage } from '#testing';
import { type Browser, type Page, expect as onPage } from '@playwright/test';

export const demoPassword = 'shunlu-demo-2026';

/** Signs in as staff of the demonstration, at whatever address the page is. */
export async function signIn(page: Page, userName: string): Promise<void> {
  await page.locator('input[autocomplete="username"]').fill(userName);
  await page.locator('input[type="password"]').fill(demoPassword);
  await page.keyboard.press('Enter');
  await onPage(page.locator('nav a').first()).toBeVisible();
}

export const desktop = { width: 1440, height: 900 };

/** A desk at a path, where somebody has signed in. */
export async function openAs(
  [browser, url]: [Browser, string],
  userName: string,
  path = '/',
): Promise<WatchedPage> {
  const watched = await openPage(browser, { viewport: desktop });
  await watched.page.goto(url + path);
  await signIn(watched.page, userName);
  return watched;
}

/** How fast a hand is, in milliseconds: for a key, and to think before each field. */
export interface Pace {
  keyMs: number;
  thinkMs: number;
}
const atOnce: Pace = { keyMs: 0, thinkMs: 0 };
/** Keys for a Chinese character, as an input method takes them. */
const keysACharacter = 3;

/** Posts a need as somebody at the desk does: with keys alone. Resolves when the board shows. */
export async function postByKeyboard(
  page: Page,
  phoneTail: string,
  words: string,
  { keyMs, thinkMs }: Pace = atOnce,
): Promise<void> {
  const think = () => page.waitForTimeout(thinkMs);
  const key = { delay: keyMs };
  await think();
  await page.keyboard.press('n', key);
  await onPage(page.locator('#residentId')).toBeFocused();
  await think();
  await page.keyboard.type(phoneTail, key);
  await takeMarked(page, phoneTail, keyMs);
  await onPage(page.locator('#residentId')).toHaveAttribute('aria-expanded', 'false');
  await think();
  // Past how they asked, where the telephone is chosen already.
  await tabTo(page, '#templateId', keyMs);
  await think();
  await page.keyboard.press('ArrowDown', key);
  await takeMarked(page, '', keyMs);
  // What the template filled in is marked: typing replaces it.
  await onPage(page.locator('#summary')).toBeFocused();
  await think();
  await page.keyboard.type(words, { delay: keyMs * keysACharacter });
  // Something is bought: the most it may cost, asked for as soon as the template says so.
  await onPage(page.locator('#ceilingYuan')).toBeVisible();
  await page.keyboard.press('Tab', key);
  await onPage(page.locator('#ceilingYuan')).toBeFocused();
  await think();
  await page.keyboard.type('120', key);
  await think();
  await page.keyboard.press('Control+Enter', key);
  // Not its words: the form holds them too.
  await onPage(page.getByRole('button', { name: words })).toBeVisible();
}

/**
 * Takes by Enter what an open list has found. Waits until it is marked, not only shown: Enter takes
 * what is marked, and a list marks a moment after it shows.
 */
export async function takeMarked(page: Page, words = '', keyMs = 0): Promise<void> {
  await onPage(page.locator('.ant-select-item-option-active:visible')).toContainText(words);
  await page.keyboard.press('Enter', { delay: keyMs });
}

/** Takes the step of a dialog's name: fills in what it asks for by label, and says yes. */
export async function stepBy(page: Page, name: string, fields: Record<string, string> = {}): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.locator('.ant-modal:visible');
  for (const [label, value] of Object.entries(fields))
    await dialog.getByLabel(label, { exact: true }).fill(value);
  await dialog.getByRole('button', { name, exact: true }).click();
  await onPage(dialog).toBeHidden();
}

/** Goes on by Tab, as a hand does, until the field has the focus. */
export async function tabTo(page: Page, selector: string, keyMs = 0): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Tab', { delay: keyMs });
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
  }
  const focused = await page.locator(':focus').getAttribute('id');
  throw new Error(`${selector} is not reached by Tab; the focus is on ${focused}`);
}
