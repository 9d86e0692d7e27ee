import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { errandEvents, type ServiceRecordConfirmed } from '#contracts';
import { newId, newTraceId } from '#platform';
import { allConsumed, openBrowser, picture, tell } from '#testing';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
import { plainRedeem, silentPolicy } from '../../apps/ledger/src/policy.js';
import { couriers } from '../../apps/suite/src/demo.data.js';
import { confirm } from '../story/client.js';
import {
  courierPhone,
  expectAccessible,
  expectForElders,
  openPhone,
  seen,
  signIn,
  signInAs,
  signInStaff,
  type Staff,
} from './phone.js';
import { startTown, type Town } from './town.js';

// Real: Chromium as a phone, the built mini-program (H5), the suite with the demonstration town. Minutes served before
// are told as tasks tells them.
const [index, helper] = [40, 41];
const daughter = couriers[index]?.id ?? '';
let town: Town;
let browser: Browser;
let staff: Staff;
let page: Page;
let complaints: string[];
beforeAll(async () => {
  [town, browser] = await Promise.all([startTown(), openBrowser()]);
  staff = await signInStaff(town);
  await adoptPolicy();
  await earn(daughter, 600);
  ({ page, complaints } = await openPhone(browser, town));
  await signIn(page, town, courierPhone(index));
}, 90_000);
afterAll(async () => {
  await browser.close();
  await town.stop();
});

/** The city has decided long ago that credits are good for goods too. */
async function adoptPolicy(): Promise<void> {
  const policy = {
    ...{ ...silentPolicy, unit: 'minute', redeem: { ...plainRedeem, goods: true } },
    transfer: { scope: ['relatives', 'platform'], minAge: null },
    grant: { eligibility: ['livingAloneElderly'], amount: 600, period: 'month', sourcePool: 'publicPool' },
  };
  await town.house.sql(
    `insert into ledger.city_policy (city_code, version, effective_from, policy, actor_role, actor_id, recorded_at)
     values (1201, 2, '2020-01-01', $1, 'administrator', 'test', now())`,
    [JSON.stringify(policy)],
  );
}

async function earn(volunteerId: string, serviceMinutes: number): Promise<void> {
  const at = new Date().toISOString();
  const data: ServiceRecordConfirmed = {
    ...{ recordId: newId(), errandId: newId(), volunteerId, serviceMinutes, version: 1, endedAt: at },
    ...{ communityCode: '120116014001', verification: 'deviceVerified', confirmedAt: at },
  };
  const { subject } = errandEvents.recordConfirmed;
  await tell(await town.house.connectAs('tasks'), [
    { id: newId(), subject, cityCode: 1201, occurredAt: at, traceId: newTraceId(), data },
  ]);
  await allConsumed(town.house.nats, 'ledger');
}

const button = (name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true });
const open = async (path: string) => {
  await page.goto('about:blank');
  await page.goto(`${town.url}/m/#/${path}`);
  await onPage(page.getByRole('heading', { level: 1 })).toBeVisible();
  await onPage(page.locator('.bone')).toHaveCount(0);
};
const change = (look: object) =>
  page.evaluate(`localStorage.setItem('shunlu.settings', ${JSON.stringify(JSON.stringify(look))})`);

/** As it is, in English, and as who sees badly has it. */
async function look(name: string): Promise<void> {
  await picture(page, `credits-${name}`);
  await expectAccessible(page);
  for (const [title, settings] of [
    ['en', { language: 'en', isDark: true }],
    ['elder', { language: 'zh', isElder: true, elderText: 18 }],
  ] as const) {
    await change(settings);
    await page.reload();
    await onPage(page.getByRole('heading', { level: 1 })).toBeVisible();
    await onPage(page.locator('.bone')).toHaveCount(0);
    await picture(page, `credits-${name}-${title}`);
    await expectAccessible(page);
    if (title === 'elder') await expectForElders(page);
  }
  await change({ language: 'zh' });
  await page.reload();
  await onPage(page.locator('.bone')).toHaveCount(0);
}

/** Balance and what of it is held, as the phone's owner may see it. */
async function balance(ownerId: string): Promise<[number, number]> {
  const [row] = await town.house.sql<{ balance: number; held: number }>(
    `select (credited_minutes - debited_minutes)::int as balance, pending_debit_minutes::int as held
     from ledger.account where owner_id = $1 and kind = 'personal'`,
    [ownerId],
  );
  return [row?.balance ?? 0, row?.held ?? 0];
}

describe('credits on the phone', () => {
  it('are exchanged for goods: ordered, called off, ordered again and collected against the code', async () => {
    await staff.station.ask((api) =>
      api.post('/api/v1/goods', { body: { id: newId(), title: '大米 5 公斤', priceMinutes: 90, stock: 1 } }),
    );
    await open('more/goods/index');
    await onPage(seen(page, '600')).toBeVisible();
    await look('goods');
    await button('换 大米 5 公斤').tap();
    await onPage(page.getByRole('dialog', { name: '用 90 分钟换“大米 5 公斤”？' })).toBeVisible();
    await picture(page, 'credits-goods-sure');
    await expectAccessible(page);
    await button('换').last().tap();
    await onPage(seen(page, '待取')).toBeVisible();
    expect(await balance(daughter)).toEqual([600, 90]);
    await onPage(button('换 大米 5 公斤')).toBeDisabled();
    await button('不换了').tap();
    await onPage(seen(page, '已取消')).toBeVisible();
    expect(await balance(daughter)).toEqual([600, 0]);
    await button('换 大米 5 公斤').tap();
    await button('换').last().tap();
    await onPage(seen(page, '待取')).toBeVisible();
    await look('goods-ordered');
    const code = (await page.getByText(/^\d{6}$/).textContent()) ?? '';
    const { body: orders } = await staff.station.ask((api) => api.get('/api/v1/goods-orders'));
    const path = { id: orders.items.find(({ state }) => state === 'ordered')?.id ?? '' };
    const collected = await staff.station.ask((api) =>
      api.post('/api/v1/goods-orders/{id}/collection', { path, body: { code } }),
    );
    expect(collected.problem).toBeUndefined();
    await page.reload();
    await onPage(page.getByText('已取', { exact: true })).toBeVisible();
    expect(await balance(daughter)).toEqual([510, 0]);
  }, 120_000);

  it('are donated to the public pool, and given to a mother whom the committee knows', async () => {
    await open('more/gifts/index');
    await look('gifts');
    await button('公共时间池').tap();
    await button('60 分钟').tap();
    await button('送出').tap();
    await onPage(page.getByRole('dialog', { name: '把 60 分钟送给公共时间池？' })).toBeVisible();
    await picture(page, 'credits-donation-sure');
    await expectAccessible(page);
    await button('送出').last().tap();
    await onPage(seen(page, '已送出，您还有 450 分钟。')).toBeVisible();

    const { body: residents } = await staff.committee.ask((api) => api.get('/api/v1/residents'));
    const mother = residents.items[0]?.id ?? '';
    await open('more/family/index');
    await page.getByRole('textbox', { name: '家人的编号' }).fill(mother);
    await button('登记家人').tap();
    await onPage(seen(page, '等对方确认')).toBeVisible();
    const { body: ties } = await staff.committee.ask((api) =>
      api.get('/api/v1/kinship', { query: { personId: mother } }),
    );
    const path = { id: ties.items[0]?.id ?? '' };
    const confirmed = await staff.committee.ask((api) =>
      api.post('/api/v1/kinship/{id}/confirmation', { path, body: { method: 'callBack' } }),
    );
    expect(confirmed.problem).toBeUndefined();
    await open('more/family/index');
    await onPage(seen(page, '已确认')).toBeVisible();
    await look('family');

    await open('more/gifts/index');
    await page.getByRole('group', { name: '给谁' }).getByRole('button').nth(1).tap();
    await button('120 分钟').tap();
    await button('送出').tap();
    await button('送出').last().tap();
    await onPage(seen(page, '已送出，您还有 330 分钟。')).toBeVisible();
    expect([await balance(daughter), await balance(mother)]).toEqual([
      [330, 0],
      [120, 0],
    ]);
  }, 120_000);

  it('of the pool are offered to a mother in hardship, and to nobody else', async () => {
    const ask = async () => {
      await open('more/family/index');
      await button('替他求助').tap();
      await button('买菜买粮').tap();
      await onPage(button('用我存的时间（最多 40 分钟）')).toBeVisible();
    };
    const known = (categories: string[]) =>
      town.house.sql(
        `update tasks.resident set hardship_categories = $2 where id in (
           select to_id from tasks.kinship where from_id = $1)`,
        [daughter, categories],
      );
    const pool = button('公共时间池，不用我付');
    await known([]);
    await ask();
    await onPage(pool).toHaveCount(0);
    await known(['livingAloneElderly']);
    await ask();
    await pool.tap();
    await onPage(seen(page, /留给有困难的老人/)).toBeVisible();
    await picture(page, 'credits-pool');
    await expectAccessible(page);
    await page.getByRole('textbox', { name: /还想说什么/ }).fill('一把挂面');
    await button('发出求助').tap();
    await onPage(seen(page, '等居委会核实')).toBeVisible();
    const { body: needs } = await staff.station.ask((api) => api.get('/api/v1/needs'));
    const path = { id: needs.items.find(({ summary }) => summary === '一把挂面')?.id ?? '' };
    await staff.committee.ask((api) => api.post('/api/v1/needs/{id}/verification', { path }));
    const { body: need } = await staff.station.ask((api) =>
      api.post('/api/v1/needs/{id}/acceptance', { path }),
    );
    expect(need.payment).toMatchObject({ mode: 'publicPool', state: 'held', heldMinutes: 40 });
    expect(await balance(daughter)).toEqual([330, 0]);
    await page.reload();
    await onPage(seen(page, '公共时间池')).toBeVisible();
    await look('pool-need');
  }, 180_000);

  it('pay for what the mother needs: held when it is posted, charged for what was served', async () => {
    await open('more/family/index');
    await button('替他求助').tap();
    await button('买菜买粮').tap();
    await page.getByRole('textbox', { name: /还想说什么/ }).fill('两斤豆角');
    await button('用我存的时间（最多 40 分钟）').tap();
    await look('pay');
    await button('买菜买粮').tap();
    await page.getByRole('textbox', { name: /还想说什么/ }).fill('两斤豆角');
    await button('用我存的时间（最多 40 分钟）').tap();
    await button('发出求助').tap();
    await onPage(seen(page, '等居委会核实')).toBeVisible();
    const { body: needs } = await staff.station.ask((api) => api.get('/api/v1/needs'));
    const path = { id: needs.items.find(({ summary }) => summary === '两斤豆角')?.id ?? '' };
    const owner = await signInAs(town, 'teda-c01');
    await owner.ask((api) => api.post('/api/v1/needs/{id}/verification', { path }));
    const { body: need } = await staff.station.ask((api) =>
      api.post('/api/v1/needs/{id}/acceptance', { path }),
    );
    expect(await balance(daughter)).toEqual([330, 40]);
    await page.reload();
    await onPage(seen(page, '用存的时间')).toBeVisible();
    await look('paid-need');

    const other = await openPhone(browser, town);
    await signIn(other.page, town, courierPhone(helper));
    const errandId = need.errandId ?? '';
    await town.house.sql(
      `update tasks.errand set window_start = now() - interval '1 hour', window_end = now() + interval '2 hours' where id = $1`,
      [errandId],
    );
    await other.page.goto(`${town.url}/m/#/pages/errand/index?id=${errandId}`);
    const does = (name: string | RegExp) =>
      other.page.getByRole('button', { name }).filter({ visible: true });
    await does(/^抢单/).first().tap();
    await does('确认抢单').tap();
    await does('去看怎么走').tap();
    await other.page
      .getByRole('textbox', { name: /服务码/ })
      .filter({ visible: true })
      .fill(need.serviceCode ?? '');
    await does('用服务码签到').tap();
    await onPage(does(/直接记下/)).toBeVisible();
    await town.house.sql(
      `update tasks.claim set checked_in_at = checked_in_at - interval '30 minutes' where errand_id = $1`,
      [errandId],
    );
    await does(/直接记下/).tap();
    await onPage(seen(other.page, '辛苦了')).toBeVisible();
    const recordOf = async () => {
      const { body } = await staff.station.ask((api) => api.get('/api/v1/service-records'));
      return body.items.find((record) => record.errandId === errandId)?.id;
    };
    await onPage.poll(recordOf).toBeDefined();
    const confirmed = await staff.committee.ask(async (api) =>
      confirm(api, (await recordOf()) ?? '', 'callBack'),
    );
    expect(confirmed.problem).toBeUndefined();
    await onPage.poll(() => balance(daughter), { timeout: 20_000 }).toEqual([300, 0]);
    await open('more/statement/index');
    await onPage(seen(page, '余 300')).toBeVisible();
    await look('statement');
    expect(other.complaints).toEqual([]);
  }, 180_000);

  it('stay in the totals when their owner leaves for good', async () => {
    await open('more/privacy/index');
    await button('先看会怎样').tap();
    await onPage(page.getByRole('dialog', { name: '退出顺路' })).toBeVisible();
    await change({ language: 'zh', isElder: true, elderText: 18 });
    await page.reload();
    await button('先看会怎样').tap();
    await onPage(page.getByRole('dialog', { name: '退出顺路' })).toBeVisible();
    await onPage(button('永久退出')).toBeVisible();
    await picture(page, 'credits-leaving-elder');
    await expectAccessible(page);
    await expectForElders(page);
    await button('永久退出').tap();
    await onPage(page.getByRole('heading', { name: '顺路', exact: true })).toBeVisible();
    await onPage(button('登录')).toBeVisible();
    await picture(page, 'credits-left');
    const [left] = await town.house.sql<{ name: string | null }>(
      'select name_sealed as name from volunteers.volunteer where id = $1 and left_at is not null',
      [daughter],
    );
    expect(left).toEqual({ name: null });
    expect(await page.evaluate<string>('JSON.stringify(localStorage)')).not.toContain(daughter);
    expect((await balance(daughter))[0]).toBe(300);
  }, 90_000);

  it('complain of nothing on the way', () => {
    expect(complaints).toEqual([]);
  });
});
