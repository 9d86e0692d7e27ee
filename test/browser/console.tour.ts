import { type Page, expect as onPage } from '@playwright/test';

export const demoPassword = 'shunlu-demo-2026';

/** Signs in as staff of the demonstration, at whatever address the page is. */
export async function signIn(page: Page, userName: string): Promise<void> {
  await page.locator('input[autocomplete="username"]').fill(userName);
  await page.locator('input[type="password"]').fill(demoPassword);
  await page.keyboard.press('Enter');
  await onPage(page.locator('nav a').first()).toBeVisible();
}

/** Posts a need as somebody at the desk does: with keys alone. Resolves when the board shows. */
export async function postByKeyboard(page: Page, phoneTail: string, words: string): Promise<void> {
  await page.keyboard.press('n');
  await onPage(page.locator('#residentId')).toBeFocused();
  await page.keyboard.type(phoneTail);
  await onPage(page.locator('.ant-select-item-option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await onPage(page.locator('#residentId')).toHaveAttribute('aria-expanded', 'false');
  // Past how they asked, where the telephone is chosen already.
  await tabTo(page, '#templateId');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  // What the template filled in is marked: typing replaces it.
  await onPage(page.locator('#summary')).toBeFocused();
  await page.keyboard.type(words);
  // Something is bought: the most it may cost.
  await page.keyboard.press('Tab');
  await page.keyboard.type('120');
  await page.keyboard.press('Control+Enter');
  await onPage(page.getByText(words)).toBeVisible();
}

/** Goes on by Tab, as a hand does, until the field has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 4; presses++) {
    await page.keyboard.press('Tab');
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
  }
  const focused = await page.locator(':focus').getAttribute('id');
  throw new Error(`${selector} is not reached by Tab; the focus is on ${focused}`);
}
