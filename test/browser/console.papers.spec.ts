import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { requiredConsents, stations, systemActor } from '#contracts';
import { newId, newTraceId, shanghaiDay } from '#platform';
import { allConsumed, idNumber, openBrowser, picture } from '#testing';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
import { stationId } from '../../apps/suite/src/demo.data.js';
import {
  courier,
  demoPassword,
  expectAccessible,
  expectSound,
  looks,
  openAs,
  takeMarked,
} from './console.tour.js';
import { startTown, type Town } from './town.js';

// Real: Chromium, the built console, the suite with the demonstration town.
const community = '120116014001';
let town: Town;
let browser: Browser;
let minorId: string;
beforeAll(async () => {
  [town, browser] = await Promise.all([startTown(), openBrowser()]);
  const colleague = {
    id: newId(),
    userName: 'teda-station-b',
    displayName: '示例负责人',
    role: 'station' as const,
  };
  await town.house.call(
    stations.createStaff,
    { ...colleague, password: demoPassword, organisationId: stationId },
    { actor: systemActor('gateway'), traceId: newTraceId() },
  );
  minorId = newId();
  await send(await token('teda-station'), '/volunteers', {
    ...{ id: minorId, name: '测小少', phone: '10000000881', communityCode: community },
    ...{ idNumber: idNumber('12999920120101901'), guardianName: '测大人', consents: requiredConsents },
  });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await town.stop();
});

const open = (userName: string, path = '/') => openAs([browser, town.url], userName, path);

async function send<T>(accessToken: string, path: string, body: object): Promise<T> {
  const authorization = accessToken && `Bearer ${accessToken}`;
  const answer = await fetch(`${town.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify(body),
  });
  const said: unknown = await answer.json();
  expect([path, answer.ok, answer.ok || said]).toEqual([path, true, true]);
  return said as T;
}

async function token(userName: string): Promise<string> {
  const body = { userName, password: demoPassword };
  return (await send<{ accessToken: string }>('', '/auth/staff/sign-in', body)).accessToken;
}

async function decide(page: Page, name: string, fields: Record<string, string> = {}): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  const dialog = page.locator('.ant-modal:visible');
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value);
  await dialog.getByRole('button', { name, exact: true }).click();
  await onPage(dialog).toBeHidden();
}

/** Half an hour of a courier, confirmed by the committee and the station. */
async function serve(phone: string): Promise<void> {
  const [resident] = await town.house.sql<{ id: string }>(
    `select id from tasks.resident where community_code = ${community} limit 1`,
  );
  const [committee, station] = await Promise.all([token('teda-c01'), token('teda-station')]);
  const start = Date.now();
  const need = await send<{ id: string }>(committee, '/needs', {
    ...{ residentId: resident?.id, type: 'parcels', summary: '两个快递', channel: 'phone' },
    ...{ expectedMinutes: 30, windowStart: new Date(start).toISOString() },
    windowEnd: new Date(start + 3_600_000).toISOString(),
  });
  const { errandId } = await send<{ errandId: string }>(station, `/needs/${need.id}/acceptance`, {});
  const volunteer = await courier(town, phone);
  await volunteer.send(`/errands/${errandId}/claims`, { id: newId() });
  await volunteer.send(`/errands/${errandId}/check-in`, {});
  for (const change of [
    `update tasks.claim set checked_in_at = checked_in_at - interval '30 minutes' where errand_id = $1`,
    `update tasks.errand set window_start = window_start - interval '1 hour' where id = $1`,
  ])
    await town.house.sql(change, [errandId]);
  const record = await volunteer.send<{ id: string }>(`/errands/${errandId}/check-out`, {});
  await send(committee, `/service-records/${record.id}/confirmations`, { method: 'callBack' });
  await send(station, `/service-records/${record.id}/confirmations`, { method: 'review' });
  const today = shanghaiDay(new Date());
  await volunteer.send('/certificates', { id: newId(), from: today, to: today });
}

describe('a certificate', () => {
  it('is accepted by one, issued by another, and revoked with a reason', async () => {
    await serve('10000000011');
    const handler = await open('teda-station');
    await handler.page.keyboard.press('m');
    await onPage(handler.page.getByRole('heading', { name: /待受理/ })).toBeVisible();
    await picture(handler.page, 'certificate-requested');
    await decide(handler.page, '受理');
    await onPage(handler.page.getByRole('heading', { name: /待出具/ })).toBeVisible();
    await handler.page.getByRole('button', { name: '出具', exact: true }).click();
    const dialog = handler.page.locator('.ant-modal:visible');
    await dialog.getByRole('button', { name: '出具', exact: true }).click();
    await onPage(dialog.getByRole('alert')).toBeVisible();
    await picture(handler.page, 'certificate-same-person');
    await expectAccessible(handler.page);

    const inCharge = await open('teda-station-b', '/certificates?step=accepted');
    await decide(inCharge.page, '出具');
    await onPage(inCharge.page.getByText('没有证明')).toBeVisible();
    await inCharge.page.goto(`${town.url}/certificates?step=issued`);
    await onPage(inCharge.page.getByText(/0\.5 小时 · ZM\d{18}/)).toBeVisible();
    await picture(inCharge.page, 'certificate-issued');
    await expectAccessible(inCharge.page);
    await inCharge.page.getByRole('button', { name: '撤销' }).click();
    await inCharge.page.getByRole('radio', { name: '出具有误' }).check();
    await inCharge.page.locator('.ant-modal:visible').getByRole('button', { name: '撤销' }).click();
    await onPage(inCharge.page.getByText('没有证明')).toBeVisible();
    await inCharge.page.goto(`${town.url}/certificates?step=revoked`);
    await onPage(inCharge.page.getByText(/出具有误/)).toBeVisible();
    expect([...handler.complaints, ...inCharge.complaints]).toEqual([]);
  }, 60_000);

  it('is asked for at the desk, and refused where nothing was served', async () => {
    const { page, complaints } = await open('teda-c01', '/certificates');
    await page.getByRole('button', { name: '代为申请' }).click();
    const dialog = page.locator('.ant-modal:visible');
    await dialog.getByRole('combobox', { name: '志愿者' }).fill('0881');
    await takeMarked(page, '0881');
    await dialog.getByRole('button', { name: '代为申请' }).click();
    await onPage(dialog.getByRole('alert')).toBeVisible();
    await picture(page, 'certificate-nothing-served');
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  }, 60_000);
});

describe('certificates that wait', () => {
  it('are accepted by one and issued by another all at once, and how far it is is shown', async () => {
    for (const phone of ['10000000014', '10000000015']) await serve(phone);
    const start = async (page: Page, what: string) => {
      await page.getByRole('button', { name: '批量办理' }).click();
      await page.getByRole('radio', { name: what }).check();
      const dialog = page.locator('.ant-modal:visible');
      await dialog.getByRole('button', { name: '批量办理' }).click();
      await onPage(dialog).toBeHidden();
    };
    const handler = await open('teda-station', '/certificates');
    await start(handler.page, '受理全部申请');
    await onPage(handler.page.getByText('共 2 份：办妥 2，未办 0，等待 0')).toBeVisible({ timeout: 20_000 });
    await onPage(handler.page.getByRole('heading', { name: /待出具/ })).toHaveCount(2);
    await picture(handler.page, 'certificate-batch');
    await expectAccessible(handler.page);
    const inCharge = await open('teda-station-b', '/certificates');
    await start(inCharge.page, '出具他人已受理的');
    await onPage(inCharge.page.getByText('共 2 份：办妥 2，未办 0，等待 0')).toBeVisible({ timeout: 20_000 });
    // A deep link: the same after coming back to it.
    await inCharge.page.reload();
    await onPage(inCharge.page.getByText('共 2 份：办妥 2，未办 0，等待 0')).toBeVisible({ timeout: 20_000 });
    expect([...handler.complaints, ...inCharge.complaints]).toEqual([]);
  }, 90_000);
});

describe('an award', () => {
  it('is given and revoked by the station with reasons, and read by the committee', async () => {
    const { volunteerId } = await courier(town, '10000000016');
    const { page, complaints } = await open('teda-station', `/volunteers?volunteer=${volunteerId}`);
    await onPage(page.getByText('还没有表彰。')).toBeVisible();
    await decide(page, '授予表彰', { '名称（不写人名）': '季度之星', 理由: '雨天里帮了十位老人' });
    await onPage(page.getByRole('heading', { name: '季度之星' })).toBeVisible();
    await page.getByRole('heading', { name: '季度之星' }).scrollIntoViewIfNeeded();
    await picture(page, 'award');
    await expectAccessible(page);
    await decide(page, '撤销', { 理由: '另有其人' });
    await onPage(page.getByText(/撤销：另有其人/)).toBeVisible();
    expect(complaints).toEqual([]);
  }, 60_000);
});

describe('qualifications', () => {
  it('are recorded with the document, verified where declared, and listed before they end', async () => {
    const { send: asVolunteer, volunteerId } = await courier(town, '10000000013');
    await asVolunteer(`/volunteers/${volunteerId}/qualifications`, { id: newId(), name: 'safetyTraining' });
    const { page, complaints } = await open('teda-station');
    await page.keyboard.press('q');
    await onPage(page.getByRole('row', { name: /安全培训.*待核验/ })).toBeVisible();
    await picture(page, 'qualifications-waiting');
    await expectAccessible(page);
    await decide(page, '核验');
    await onPage(page.getByText('没有待核验的资质')).toBeVisible();

    await page.goto(`${town.url}/volunteers?volunteer=${volunteerId}`);
    await onPage(page.getByRole('row', { name: /安全培训.*已核验/ })).toBeVisible();
    await page.getByRole('button', { name: '登记一项' }).click();
    const dialog = page.locator('.ant-modal:visible');
    await dialog.getByRole('button', { name: '登记一项' }).click();
    await onPage(dialog.getByText('请填写有效期')).toBeVisible();
    const soon = shanghaiDay(new Date(Date.now() + 20 * 86_400_000));
    await dialog.getByLabel(/有效至/).fill(soon);
    await dialog.getByLabel(/颁发机构/).fill('示例保险');
    await dialog.getByRole('button', { name: '登记一项' }).click();
    await onPage(dialog).toBeHidden();
    await onPage(page.getByRole('row', { name: /意外伤害保险.*已核验/ })).toBeVisible();
    await picture(page, 'volunteer-qualifications');
    await expectAccessible(page);
    await page.goto(`${town.url}/qualifications?view=due`);
    await onPage(page.getByRole('row', { name: /意外伤害保险.*示例保险/ })).toHaveCount(1);
    await picture(page, 'qualifications-due');
    expect(complaints).toEqual([]);
  }, 60_000);
});

describe('a guardian’s consent', () => {
  it('is written down for a minor, and withdrawn at the guardian’s word', async () => {
    const { page, complaints } = await open('teda-c01', `/volunteers?volunteer=${minorId}`);
    await onPage(page.getByRole('heading', { name: '监护人同意' })).toBeVisible();
    await page.getByRole('button', { name: '登记监护人同意' }).click();
    const dialog = page.locator('.ant-modal:visible');
    await dialog.getByLabel(/监护人姓名/).fill('测大人');
    await picture(page, 'guardian-consent');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '登记监护人同意' }).click();
    await onPage(dialog).toBeHidden();
    const given = page.locator('.panel', { hasText: '有效' });
    await onPage(given).toHaveCount(1);
    await decide(page, '监护人撤回');
    await onPage(page.getByText('已撤回')).toBeVisible();
    await picture(page, 'guardian-withdrawn');
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  }, 60_000);
});

describe('trends', () => {
  it('are drawn by day, week or month, and say the same in a table', async () => {
    await allConsumed(town.house.nats, 'reporting');
    const { page, complaints } = await open(
      'binhai-official',
      '/reports?view=trends&figure=volunteersRegistered',
    );
    await onPage(page.getByRole('img', { name: '注册志愿者的趋势' }).locator('svg')).toBeVisible();
    const now = page.getByRole('row').nth(1);
    await onPage(now).toContainText('85');
    await picture(page, 'trends-week');
    await expectAccessible(page);
    await page.goto(`${town.url}/reports?view=trends&figure=volunteersRegistered&by=month`);
    await onPage(now).toContainText(shanghaiDay(new Date()).slice(0, 7));
    await picture(page, 'trends-month');
    expect(complaints).toEqual([]);
  }, 60_000);
});

describe('who is registered twice', () => {
  it('is made one: proposed by one of the station, approved by another', async () => {
    await send(await token('teda-station'), '/volunteers', {
      ...{ id: newId(), name: '测小骑', phone: '10000000882', communityCode: community },
      ...{ idNumber: idNumber('12999919900101902'), consents: requiredConsents },
    });
    const first = await open('teda-station', '/volunteers');
    await first.page.getByRole('link', { name: '重复登记' }).click();
    await onPage(first.page.getByText('没有合并申请')).toBeVisible();
    await first.page.getByRole('button', { name: '提出合并' }).click();
    const dialog = first.page.locator('.ant-modal:visible');
    for (const [field, end] of [
      ['保留（已实名核验）', '0017'],
      ['并入后结束', '0882'],
    ] as const) {
      await dialog.getByRole('combobox', { name: field }).fill(end);
      await takeMarked(first.page, end);
    }
    await dialog.getByRole('radio', { name: '证件号码录错' }).check();
    await picture(first.page, 'merge-proposed');
    await expectAccessible(first.page);
    await dialog.getByRole('button', { name: '提出合并' }).click();
    await onPage(dialog).toBeHidden();
    await onPage(first.page.getByText('等另一位批准')).toBeVisible();
    await onPage(first.page.getByRole('button', { name: '批准合并' })).toHaveCount(0);
    const second = await open('teda-station-b', '/merges');
    await picture(second.page, 'merge-waits');
    await decide(second.page, '批准合并');
    await onPage(second.page.getByText('已合并')).toBeVisible();
    expect([...first.complaints, ...second.complaints]).toEqual([]);
  }, 60_000);
});

const pages: [userName: string, path: string][] = [
  ['teda-station', '/certificates'],
  ['teda-c01', '/qualifications'],
  ['teda-station', '/qualifications?view=due'],
  ['teda-station', '/qualifications?view=all'],
  ['binhai-official', '/reports?view=trends'],
  ['teda-c01', '/merges'],
];

describe.each(looks)('as %s', (...look) => {
  it.each(pages)(
    '%s finds nothing wrong with %s',
    (userName, path) => expectSound([browser, town.url], userName, path, look),
    60_000,
  );
});
