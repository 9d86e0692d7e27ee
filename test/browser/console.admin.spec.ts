import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stations, systemActor } from '#contracts';
import { deadSubject, newId, newTraceId } from '#platform';
import { openBrowser, openPage, picture } from '#testing';
import { jetstream } from '@nats-io/jetstream';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
import { committeeId, stationId } from '../../apps/suite/src/demo.data.js';
import {
  courier,
  demoPassword,
  expectAccessible,
  expectNoOverflow,
  expectSound,
  looks,
  openAs,
  takeMarked,
} from './console.tour.js';
import { startTown, type Town } from './town.js';

// Real: Chromium, the built console, the suite with the demonstration town.
let town: Town;
let browser: Browser;
beforeAll(async () => {
  [town, browser] = await Promise.all([startTown(), openBrowser()]);
  await hire('second-admin', '另一管理员', 'administrator', { region: '12' });
  await hire('teda-c01-b', '示例同事', 'committee', { organisationId: committeeId('120116014001') });
  await hire('teda-station-b', '示例站员', 'station', { organisationId: stationId });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await town.stop();
});

/** As the operator does, without a second person. */
async function hire(
  userName: string,
  displayName: string,
  role: 'administrator' | 'committee' | 'station',
  place: { region?: string; organisationId?: string },
): Promise<string> {
  const id = newId();
  const person = { id, userName, displayName, role, password: demoPassword, ...place };
  await town.house.call(stations.createStaff, person, {
    actor: systemActor('gateway'),
    traceId: newTraceId(),
  });
  return id;
}

const open = (userName: string, path = '/') => openAs([browser, town.url], userName, path);

async function decide(page: Page, name: string, fields: Record<string, string> = {}): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  const dialog = page.locator('.ant-modal:visible');
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value);
  await dialog.getByRole('button', { name, exact: true }).click();
  await onPage(dialog).toBeHidden();
}

describe('a role', () => {
  it('is asked for by one administrator and granted by another, and sessions are ended', async () => {
    const asker = await open('tianjin-admin');
    await asker.page.keyboard.press('a');
    await onPage(asker.page.getByRole('row', { name: /teda-station-b/ })).toBeVisible();
    await asker.page.getByRole('button', { name: '申请新增' }).click();
    const dialog = asker.page.locator('.ant-modal:visible');
    await dialog.getByLabel('姓名').fill('新来的示例');
    await dialog.getByLabel(/用户名/).fill('teda-c01-new');
    await dialog.getByRole('combobox', { name: '单位' }).click();
    await takeMarked(asker.page);
    await dialog.getByLabel(/初始密码/).fill(demoPassword);
    await picture(asker.page, 'staff-request');
    await expectAccessible(asker.page);
    await dialog.getByRole('button', { name: '申请新增' }).click();
    await onPage(asker.page.getByRole('heading', { name: /新来的示例/ })).toBeVisible();
    await onPage(asker.page.getByText('等另一位管理员')).toBeVisible();
    await onPage(asker.page.getByRole('button', { name: '批准', exact: true })).toHaveCount(0);
    await onPage(asker.page.getByRole('button', { name: '撤回' })).toBeVisible();
    await picture(asker.page, 'approvals-own');

    const approver = await open('second-admin', '/staff?view=approvals');
    await picture(approver.page, 'approvals-other');
    await decide(approver.page, '批准');
    await onPage(approver.page.getByText('已批准')).toBeVisible();
    await expectAccessible(approver.page);
    await approver.page.getByRole('link', { name: '岗位日志' }).click();
    await onPage(approver.page.getByRole('row', { name: /授予岗位.*新来的示例.*另一管理员/ })).toBeVisible();
    await picture(approver.page, 'role-log');

    const newcomer = await open('teda-c01-new');
    await approver.page.goto(`${town.url}/staff?find=c01-new`);
    await approver.page.getByRole('button', { name: '新来的示例' }).click();
    await picture(approver.page, 'staff-drawer');
    await expectAccessible(approver.page);
    await decide(approver.page, '结束全部登录');
    await newcomer.page.reload();
    await onPage(newcomer.page.locator('input[type="password"]')).toBeVisible({ timeout: 15_000 });
    expect([...asker.complaints, ...approver.complaints]).toEqual([]);
  }, 60_000);
});

describe('an account', () => {
  it('whose password is forgotten gets a one-time one, which must be replaced', async () => {
    const { page, complaints } = await open('tianjin-admin', '/staff?find=teda-c04');
    await page.getByRole('cell').getByRole('button').first().click();
    await page.getByRole('button', { name: '重置密码' }).click();
    const dialog = page.locator('.ant-modal:visible');
    await dialog.getByRole('button', { name: '重置密码' }).click();
    const oneTime = (await dialog.locator('code.key').innerText()).replaceAll(/\s/g, '');
    expect(oneTime).toMatch(/^[A-Z2-7]{16}$/);
    await picture(page, 'one-time-password');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '已告诉本人' }).click();
    await onPage(dialog).toBeHidden();

    const phone = await openPage(browser, { viewport: { width: 375, height: 812 } });
    await phone.page.goto(`${town.url}/needs`);
    await phone.page.locator('input[autocomplete="username"]').fill('teda-c04');
    await phone.page.locator('input[type="password"]').fill(oneTime);
    await phone.page.keyboard.press('Enter');
    await phone.page.getByLabel('新密码').fill('我自己的新密码一二三');
    await phone.page.getByLabel('再输一遍').fill('我自己的新密码一二');
    await phone.page.keyboard.press('Enter');
    await onPage(phone.page.getByText('两次输入不同')).toBeVisible();
    await picture(phone.page, 'password-replaced-phone');
    await expectAccessible(phone.page);
    await expectNoOverflow(phone.page);
    await phone.page.getByLabel('再输一遍').fill('我自己的新密码一二三');
    await phone.page.keyboard.press('Enter');
    await onPage(phone.page.getByRole('heading', { name: '需求看板' })).toBeVisible();
    expect([...complaints, ...phone.complaints]).toEqual([]);
  }, 60_000);

  it('is changed a password by whom it belongs to, with the one it replaces', async () => {
    const elsewhere = await open('teda-c06', '/own');
    const { page, complaints } = await open('teda-c06', '/own?view=password');
    await page.getByLabel('当前密码').fill('不是这个密码');
    for (const label of ['新密码', '再输一遍']) await page.getByLabel(label).fill('换一个更好也更长的密码');
    await page.getByRole('button', { name: '修改密码' }).click();
    await onPage(page.getByRole('alert')).toContainText('当前密码不对');
    await page.getByLabel('当前密码').fill(demoPassword);
    await page.getByRole('button', { name: '修改密码' }).click();
    await onPage(page.getByText('密码已修改，其他登录已结束。')).toBeVisible();
    await picture(page, 'password-changed');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: '我的登录' }).click();
    await onPage(page.getByRole('button', { name: '结束这处登录' })).toHaveCount(0);
    await elsewhere.page.reload();
    await onPage(elsewhere.page.locator('input[type="password"]')).toBeVisible({ timeout: 15_000 });
    expect(complaints).toEqual([]);
  }, 60_000);

  it('is taken off: out at once, signs in no more, and the log says by whom', async () => {
    const gone = await open('teda-c05', '/needs');
    const { page, complaints } = await open('tianjin-admin', '/staff?find=teda-c05');
    await page.getByRole('cell').getByRole('button').first().click();
    await page.getByRole('button', { name: '停用账号' }).click();
    await picture(page, 'account-taken-off');
    await expectAccessible(page);
    await page.locator('.ant-modal:visible').getByRole('button', { name: '停用账号' }).click();
    await onPage(page.getByText('停用于')).toBeVisible();
    for (const name of ['停用账号', '重置密码'])
      await onPage(page.getByRole('button', { name })).toHaveCount(0);
    await gone.page.reload();
    const password = gone.page.locator('input[type="password"]');
    await onPage(password).toBeVisible({ timeout: 15_000 });
    await gone.page.locator('input[autocomplete="username"]').fill('teda-c05');
    await password.fill(demoPassword);
    await gone.page.keyboard.press('Enter');
    await onPage(gone.page.getByRole('alert')).toContainText('该账号已停用');
    await page.goto(`${town.url}/staff?view=log`);
    await onPage(page.getByRole('row', { name: /停用账号.*示例管理员/ })).toBeVisible();
    await page.goto(`${town.url}/staff?find=tianjin-admin`);
    await page.getByRole('cell').getByRole('button').first().click();
    await onPage(page.getByRole('button', { name: '停用账号' })).toHaveCount(0);
    expect(complaints).toEqual([]);
  }, 60_000);
});

describe('the steps of the stars', () => {
  it('are decided for a district by an administrator, and read by officials', async () => {
    const { page, complaints } = await open('tianjin-admin');
    await page.keyboard.press('k');
    await onPage(page.getByText('按默认执行')).toBeVisible();
    await page.goto(`${town.url}/stars?region=120116000000`);
    await page.getByRole('button', { name: '制定新标准' }).click();
    const dialog = page.locator('.ant-modal:visible');
    await dialog.getByLabel('1 星（小时）').fill('50');
    await dialog.getByLabel('依据（如文号）').fill('示例文号');
    await picture(page, 'star-steps-decide');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '制定新标准' }).click();
    await onPage(page.getByRole('heading', { name: '已定、尚未生效' })).toBeVisible();
    await onPage(page.getByText('示例文号')).toBeVisible();
    const official = await open('binhai-official', '/stars');
    await onPage(official.page.getByText('示例文号')).toBeVisible();
    await onPage(official.page.getByRole('button', { name: '制定新标准' })).toHaveCount(0);
    expect([...complaints, ...official.complaints]).toEqual([]);
  }, 60_000);
});

describe('one’s own account', () => {
  it('shows where one is signed in, and ends it', async () => {
    const first = await open('teda-c02', '/own');
    const second = await open('teda-c02', '/own');
    await onPage(second.page.getByText('当前', { exact: true })).toHaveCount(1);
    await onPage(second.page.getByRole('button', { name: '结束这处登录' })).toHaveCount(1);
    await picture(second.page, 'sessions');
    await expectAccessible(second.page);
    await decide(second.page, '结束这处登录');
    await onPage(second.page.getByRole('button', { name: '结束这处登录' })).toHaveCount(0);
    await first.page.reload();
    await onPage(first.page.locator('input[type="password"]')).toBeVisible({ timeout: 15_000 });
    expect(second.complaints).toEqual([]);
  }, 60_000);

  it('is handed to a colleague, who signs in for it until that is ended', async () => {
    const away = await open('teda-c01', '/own?view=delegations');
    await onPage(away.page.getByText('没有委托')).toBeVisible();
    await decide(away.page, '委托给同事', {
      同事的用户名: 'teda-c01-b',
      开始: shanghai(-60_000),
    });
    await onPage(away.page.getByText('teda-c01 → teda-c01-b')).toBeVisible();
    await onPage(away.page.getByRole('button', { name: /^代 / })).toHaveCount(0);
    const deputy = await open('teda-c01-b', '/own?view=delegations');
    await picture(deputy.page, 'delegations');
    await expectAccessible(deputy.page);
    await deputy.page.getByRole('button', { name: '代 teda-c01 登录' }).click();
    await onPage(deputy.page.getByRole('heading', { name: '需求看板' })).toBeVisible();
    await decide(away.page, '提前结束');
    await onPage(away.page.getByText('已提前结束')).toBeVisible();
    expect([...away.complaints, ...deputy.complaints]).toEqual([]);
  }, 60_000);
});

/** A `datetime-local` value so much from now. */
function shanghai(afterMs: number): string {
  return new Date(Date.now() + afterMs + 8 * 3_600_000).toISOString().slice(0, 16);
}

/** A courier looks at the door of a resident. */
async function look(): Promise<void> {
  const [resident] = await town.house.sql<{ id: string }>(
    'select id from tasks.resident where community_code = 120116014001 limit 1',
  );
  const committee = await token('teda-c01');
  const start = Date.now();
  const need = await ask<{ id: string }>(committee, '/needs', {
    ...{ residentId: resident?.id, type: 'parcels', summary: '两个快递', channel: 'phone' },
    ...{ expectedMinutes: 30, windowStart: new Date(start).toISOString() },
    windowEnd: new Date(start + 3_600_000).toISOString(),
  });
  const { errandId } = await ask<{ errandId: string }>(
    await token('teda-station'),
    `/needs/${need.id}/acceptance`,
    {},
  );
  const { send } = await courier(town, '10000000009');
  await send(`/errands/${errandId}/claims`, { id: newId() });
  await send(`/errands/${errandId}/contact-reveals`, {});
}

async function token(userName: string): Promise<string> {
  const { accessToken } = await ask<{ accessToken: string }>('', '/auth/staff/sign-in', {
    ...{ userName, password: demoPassword },
  });
  return accessToken;
}

async function ask<T>(accessToken: string, path: string, body: object): Promise<T> {
  const answer = await fetch(`${town.url}/api/v1${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(accessToken && { authorization: `Bearer ${accessToken}` }),
    },
    body: JSON.stringify(body),
  });
  const said: unknown = await answer.json();
  expect([path, answer.ok, answer.ok || said]).toEqual([path, true, true]);
  return said as T;
}

describe('the audit', () => {
  it('says who looked at whose data, and writes down who asked', async () => {
    await look();
    const { page, complaints } = await open('tianjin-admin');
    await page.keyboard.press('l');
    await onPage(page.getByText('选好条件后按“查询”')).toBeVisible();
    await page.getByRole('button', { name: '查询', exact: true }).click();
    const row = page.getByRole('row', { name: /姓名、/ });
    await onPage(row).toHaveCount(1);
    await picture(page, 'audit-found');
    await expectAccessible(page);
    await row.getByRole('button').click();
    await onPage(page).toHaveURL(/person=/);
    await page.getByRole('button', { name: '查询', exact: true }).click();
    await onPage(row).toHaveCount(1);
    await page.getByRole('button', { name: '所有人' }).click();
    await page.getByLabel('志愿者编号').fill('12011620269999999');
    await page.getByRole('button', { name: '查询', exact: true }).click();
    await onPage(page.getByRole('alert')).toContainText('没有找到');

    await page.getByRole('link', { name: '审计查询日志' }).click();
    await onPage(page.getByRole('row', { name: /示例管理员/ })).toHaveCount(2);
    await picture(page, 'audit-searches');
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  }, 60_000);
});

describe('dead letters', () => {
  it('are shown without what they say, delivered again, and that is written down', async () => {
    const service = jetstream(await town.house.connectAs('reporting'));
    const event = {
      ...{ id: newId(), subject: 'shunlu.evt.v1.nobody.listens', cityCode: 1201, traceId: newTraceId() },
      ...{ occurredAt: new Date().toISOString(), data: { secret: '不可见' } },
    };
    for (let letter = 0; letter < 2; letter++)
      await service.publish(deadSubject('reporting', event.subject), JSON.stringify([event]));
    const { page, complaints } = await open('tianjin-admin', '/system?view=letters');
    await onPage(page.getByRole('row', { name: /nobody\.listens × 1/ })).toHaveCount(2);
    await onPage(page.getByText('不可见')).toHaveCount(0);
    await picture(page, 'dead-letters');
    await expectAccessible(page);
    await decide(page, '重新投递');
    await onPage(page.getByText('已重新投递 1 封')).toBeVisible();
    await page.goto(`${town.url}/system?view=letters&consumer=reporting`);
    await decide(page, '全部重新投递');
    await onPage(page.getByText('没有死信')).toBeVisible();
    const log = page.getByRole('region', { name: '重新投递日志' });
    await onPage(log.getByRole('row', { name: /统计.*示例管理员/ })).toHaveCount(2);
    await picture(page, 'dead-letters-none');
    expect(complaints).toEqual([]);
  }, 60_000);
});

const pages: [userName: string, path: string][] = [
  ['tianjin-admin', '/staff'],
  ['tianjin-admin', '/staff?view=approvals'],
  ['tianjin-admin', '/staff?view=log'],
  ['tianjin-admin', '/audit'],
  ['tianjin-admin', '/audit?view=searches'],
  ['tianjin-admin', '/system?view=letters'],
  ['tianjin-admin', '/stars'],
  ['teda-station', '/own'],
  ['teda-c01', '/own?view=password'],
  ['binhai-official', '/own?view=delegations'],
];

describe.each(looks)('as %s', (...look) => {
  it.each(pages)(
    '%s finds nothing wrong with %s',
    (userName, path) => expectSound([browser, town.url], userName, path, look),
    60_000,
  );
});

describe('what one may not do', () => {
  it.each([
    ['teda-station', 'GET', '/staff'],
    ['binhai-official', 'POST', `/staff/${newId()}/disabling`],
    ['teda-station', 'POST', `/staff/${newId()}/password-reset`],
    ['binhai-official', 'POST', '/star-steps'],
    ['binhai-official', 'GET', '/audit-searches'],
    ['binhai-official', 'POST', '/audit-searches'],
    ['teda-c01', 'GET', '/dead-letters'],
    ['teda-station', 'POST', '/dead-letters/replays'],
  ])('%s is refused %s %s', async (userName, method, path) => {
    const accessToken = await token(userName);
    const answer = await fetch(`${town.url}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` },
      ...(method === 'POST' && { body: '{}' }),
    });
    expect(answer.status).toBe(403);
  });

  it.each([
    ['binhai-official', ['/staff', '/audit', '/system']],
    ['teda-station', ['/staff', '/audit', '/system']],
  ])(
    '%s is led away from %j',
    async (userName, paths) => {
      const { page } = await open(userName);
      for (const path of paths) {
        await page.goto(town.url + path);
        await onPage(page).not.toHaveURL(new RegExp(path));
        await onPage(page.locator(`nav a[href="${path}"]`)).toHaveCount(0);
      }
    },
    60_000,
  );
});
