import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '#local';
import { Seal } from '#platform';
import { openBrowser, picture } from '#testing';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible, expectNoOverflow, expectSound, looks, openAs } from './console.tour.js';
import { startTown, type Town } from './town.js';

// Real: Chromium, the built console, the suite with the demonstration town in it, and two keys in its file.
const path = '/system?view=keys';
const residents = 6;
let town: Town;
let browser: Browser;
let folder: string;
let old: Seal;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shunlu-keys-'));
  const key = () => randomBytes(32).toString('base64');
  const file = { current: 'key-2026', keys: { 'key-2025': key(), 'key-2026': key() }, indexKey: key() };
  await writeFile(join(folder, 'seal.json'), JSON.stringify(file));
  old = new Seal({ ...file, current: 'key-2025' });
  [town, browser] = await Promise.all([
    startTown({ SEAL_KEY_FILE: join(folder, 'seal.json') }),
    openBrowser(),
  ]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await town.stop();
  await rm(folder, { recursive: true });
});

const open = () => openAs([browser, town.url], 'tianjin-admin', path);
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** As if they were sealed before the key changed. */
async function age(): Promise<void> {
  await town.house.sql('update tasks.resident set door_sealed = $1, phone_sealed = $2', [
    old.seal('示例 1 号楼', 'resident.door'),
    old.seal('13800000000', 'resident.phone'),
  ]);
}

/** Keeps `tasks` from going on, as another replica that is at it does. */
const held = (work: () => Promise<void>) =>
  withClient(town.house.database.url('tasks'), async (client) => {
    const lock = `hashtextextended('tasks.sealing', 0)`;
    await client.query(`select pg_advisory_lock(${lock})`);
    await work();
    await client.query(`select pg_advisory_unlock(${lock})`);
  });

describe('the keys', () => {
  it('are counted, seal anew what an old one has, and the old one may go', async () => {
    await age();
    const { page, complaints } = await open();
    await onPage(region(page, '需求与任务').getByText('还没有清点过')).toBeVisible();
    await onPage(page.getByRole('row', { name: /key-2025 0 未知：有服务未清点/ })).toBeVisible();
    await onPage(page.getByRole('button', { name: '重新密封' })).toHaveCount(0);
    await picture(page, 'keys-empty');
    await expectAccessible(page);

    await page.getByRole('button', { name: '清点', exact: true }).click();
    await onPage(page.getByRole('row', { name: `key-2025 ${2 * residents} 仍需要` })).toBeVisible();
    const tasks = region(page, '需求与任务');
    await onPage(tasks.getByRole('row', { name: `服务对象 · 门牌 key-2025 旧 ${residents}` })).toBeVisible();
    await onPage(page.getByText('_sealed')).toHaveCount(0);
    await picture(page, 'keys-counted');
    await expectAccessible(page);

    await held(async () => {
      await page.getByRole('button', { name: '重新密封' }).click();
      const dialog = page.locator('.ant-modal:visible');
      await onPage(dialog).toContainText(`${2 * residents} 项`);
      await dialog.getByRole('button', { name: '重新密封' }).hover();
      await picture(page, 'keys-ask');
      await expectAccessible(page);
      await dialog.getByRole('button', { name: '重新密封' }).click();
      await onPage(dialog).toBeHidden();
      await onPage(tasks.getByRole('status')).toContainText('正在清点');
      await onPage(page.getByRole('button', { name: '重新密封' })).toBeDisabled();
      // Where it would be a moment later, and a minute later with nobody to go on.
      await town.house.sql(
        `update tasks.sealing_run set step = 'sealing', total_values = 12, sealed_values = 5 where ended_at is null`,
      );
      await onPage(tasks.getByRole('status')).toContainText('5 / 12 项');
      await picture(page, 'keys-running');
      await expectAccessible(page);
      await town.house.sql(
        `update tasks.sealing_run set sealed_values = 0, progressed_at = now() - interval '2 minutes' where ended_at is null`,
      );
      await onPage(tasks.getByText(/没有进展/)).toBeVisible();
      await picture(page, 'keys-stuck');
      await expectAccessible(page);
    });
    await onPage(tasks.getByRole('status')).toContainText('已全部重新密封：12 项', { timeout: 20_000 });
    await onPage(page.getByRole('row', { name: 'key-2025 0 可从密钥文件取出' })).toBeVisible();
    const log = region(page, '轮换日志');
    await onPage(
      log.getByRole('row', { name: /需求与任务 重新密封 key-2026 已完成 示例管理员/ }),
    ).toBeVisible();
    await picture(page, 'keys-done');
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  }, 90_000);

  it('that are missing are told, in English and on a phone, and what is left is named', async () => {
    await age();
    await town.house.sql(`update tasks.resident set name_sealed = 'key-2024.AAAA'
      where id in (select id from tasks.resident order by id limit 2)`);
    const { page, complaints } = await open();
    await page.setViewportSize({ width: 375, height: 812 });
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Count', exact: true }).click();
    await onPage(page.getByRole('row', { name: /key-2024 2 Not in the key file/ })).toBeVisible();
    await page.getByRole('button', { name: 'Seal anew' }).click();
    const dialog = page.locator('.ant-modal:visible');
    await onPage(dialog).toContainText('Seal 12 values anew');
    // Which waits until it has come to rest.
    await dialog.getByRole('button', { name: 'Seal anew' }).hover();
    await picture(page, 'keys-ask-phone-en');
    await dialog.getByRole('button', { name: 'Seal anew' }).click();
    const tasks = region(page, 'Tasks');
    await onPage(tasks.getByRole('status')).toContainText('12 sealed anew; 2 cannot be opened', {
      timeout: 20_000,
    });
    await onPage(
      tasks.getByRole('row', { name: /Resident: name key-2024 not in the key file 2/ }),
    ).toBeVisible();
    await picture(page, 'keys-left-phone-en');
    await expectAccessible(page);
    await expectNoOverflow(page);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('of a service that does not answer hide no other, and none is called free', async () => {
    const { page } = await open();
    await onPage(region(page, '需求与任务').getByRole('table')).toBeVisible();
    await page.route('**/api/v1/sealing/tasks', (route) => route.abort());
    await page.reload();
    const tasks = region(page, '需求与任务');
    await onPage(tasks.getByRole('alert')).toBeVisible({ timeout: 20_000 });
    await onPage(region(page, '志愿者').getByRole('table')).toBeVisible();
    await onPage(page.getByText('可从密钥文件取出')).toHaveCount(0);
    await onPage(page.getByRole('row', { name: /key-2025 0 未知/ })).toBeVisible();
    await picture(page, 'keys-no-answer');
    await expectAccessible(page);
    await page.unroute('**/api/v1/sealing/tasks');
    await tasks.getByRole('button', { name: '重试' }).click();
    await onPage(tasks.getByRole('table')).toBeVisible();
  }, 60_000);
});

describe.each(looks)('as %s', (...look) => {
  it(
    'finds nothing wrong with the page of keys',
    () => expectSound([browser, town.url], 'tianjin-admin', path, look),
    60_000,
  );
});
