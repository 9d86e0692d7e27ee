import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { poll, projectRoot } from '#local';
import { couriers } from '../../apps/suite/src/demo.data.js';
import { courierPhone, postErrand, signInStaff, type Staff } from './phone.js';
import { startTown, type Town } from './town.js';
import { bootWechat, type Wechat } from './wechat.js';

const mostMainBytes = 600 * 1024;
const patienceMs = 15_000;

// Real: the bundle as built for WeChat, the suite with the demonstration town. Stands in: WeChat itself.
let town: Town;
let staff: Staff;
let bundle: string;
beforeAll(async () => {
  town = await startTown({
    ...{ WECHAT_APP_ID: 'wx0000000000000000', WECHAT_APP_SECRET: 'not a secret' },
    ...{ WECHAT_ALERT_TEMPLATE: 'template-alert', WECHAT_DISPATCH_TEMPLATE: 'template-dispatch' },
  });
  staff = await signInStaff(town);
  bundle = mkdtempSync(join(tmpdir(), 'shunlu-weapp-'));
  const env = { ...process.env, SHUNLU_API_URL: town.url, SHUNLU_WEAPP_FOLDER: bundle };
  const args = ['run', 'build:weapp', '--workspace', 'apps/miniprogram', '--silent'];
  // Not in step: connections that nobody serves meanwhile are closed under us.
  await promisify(execFile)('npm', args, { cwd: projectRoot, env, maxBuffer: 10_000_000 });
}, 300_000);
afterAll(async () => {
  rmSync(bundle, { recursive: true, force: true });
  await town.stop();
});

/** Tries until it does not throw, for as long as a patient person would wait. */
async function soon<T>(attempt: () => T): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

async function soonTrue(attempt: () => Promise<boolean>): Promise<void> {
  await poll(
    async () => (await attempt()) || undefined,
    patienceMs,
    () => new Error('it did not come to be'),
  );
}

/** Pages of the package that is loaded later, and what is to be read on them once their question is answered. */
const later = {
  purchase: '没有代购',
  certificates: '还没有申请过',
  conduct: '没有爽约，没有暂停',
  privacy: '每项单独同意',
  links: '还没有找过',
  goods: '本市现在没有可换的物品',
  map: '还不知道您在哪里',
  storage: '清掉可以再取的内容',
  gallery: '没有相机许可',
};

const shows = (phone: Wechat, text: string) => soon(() => expect(phone.text()).toContain(text));

async function signIn(phone: Wechat, number: string): Promise<void> {
  await shows(phone, '顺路帮一把');
  phone.tap('登录');
  await shows(phone, '手机号');
  phone.tap('志愿者');
  phone.type('手机号', number);
  await soon(() => phone.tap('发送验证码'));
  await shows(phone, '验证码已发到您的手机');
  phone.type('6 位验证码', town.codeOf(number) ?? '');
  await shows(phone, '6 位验证码');
  phone.tap('登录');
}

describe('the bundle for WeChat', () => {
  it('signs in, reads the feed, grabs in two taps and checks in, with nothing of a browser around it', async () => {
    const { serviceCode, errandId } = await postErrand(staff, '买两斤鸡蛋');
    const phone = bootWechat(bundle, town.url);
    await signIn(phone, courierPhone(9));
    await shows(phone, '买两斤鸡蛋');
    phone.tap('抢单 买两斤鸡蛋');
    await shows(phone, '老楼无电梯');
    phone.tap('确认抢单');
    await shows(phone, '抢到了！');
    phone.tap('去看怎么走');
    await shows(phone, '用服务码签到');
    phone.tap(/^扫门口/);
    await shows(phone, '没有相机许可');
    phone.tap('用定位');
    await shows(phone, '没有定位许可');
    phone.type('请住户说 4 位服务码', serviceCode);
    await soon(() => phone.tap('用服务码签到'));
    await shows(phone, '服务中');
    await soon(() => expect(phone.text()).not.toContain('等网络发送'));
    const { body } = await staff.station.ask((api) =>
      api.get('/api/v1/errands/{id}', { path: { id: errandId } }),
    );
    expect(body.state).toBe('inProgress');

    for (const [page, wording] of Object.entries(later)) {
      phone.open(`/more/${page}/index`);
      await shows(phone, wording);
    }
  }, 90_000);

  it('asks for a yes in the tap that goes on duty and after a grab; the next alert comes as a message', async () => {
    const phone = bootWechat(bundle, town.url);
    await signIn(phone, courierPhone(12));
    await shows(phone, '我的任务');
    // Later than the other, so that who holds it can be asked for that one.
    const [windowStart = '', windowEnd = ''] = [3, 5].map((hours) =>
      new Date(Date.now() + hours * 3_600_000).toISOString(),
    );
    await postErrand(staff, '买一盒牛奶', { windowStart, windowEnd });
    phone.open('/pages/home/index');
    await soon(() => phone.tap('抢单 买一盒牛奶'));
    await soon(() => phone.tap('确认抢单'));
    await shows(phone, '抢到了！');
    await soon(() => phone.tap('下次有任务时，微信通知我一次'));
    await shows(phone, '会发一条微信通知');

    phone.open('/more/duty/index');
    await shows(phone, '未上岗');
    phone.tap('不设');
    const quietFrom = async () =>
      (
        await town.house.sql<{ start: number }>(
          'select quiet_start_minute as start from tasks.duty where volunteer_id = $1',
          [couriers[12]?.id],
        )
      )[0]?.start;
    await soonTrue(async () => (await quietFrom()) === 0);
    await soon(() => phone.tap('上岗（不用位置）'));
    await shows(phone, '已上岗');
    const leftOf = async () =>
      (
        await town.house.sql<{ left: number }>(
          'select left_count as left from volunteers.message_quota where volunteer_id = $1 order by kind',
          [couriers[12]?.id],
        )
      ).map(({ left }) => left);
    await soonTrue(async () => (await leftOf()).join() === '2,2');
    await postErrand(staff, '买一袋盐，楼上敲门');
    await soonTrue(() => Promise.resolve(town.messages.taken.length === 1));
    const [message] = town.messages.taken;
    expect(message).toMatchObject({
      template_id: 'template-alert',
      page: 'more/alerts/index',
      data: { thing1: { value: '买菜买粮' }, thing4: { value: '约 40 分钟' } },
    });
    expect(message?.touser).toMatch(/^openid-/);
    expect(JSON.stringify(message)).not.toMatch(/盐|敲门|甲骑|1000000/);
    expect(await leftOf()).toEqual([1, 2]);
  }, 90_000);

  it('stays below 600 KB in its main package', () => {
    const files = readdirSync(bundle, { recursive: true, encoding: 'utf8' });
    const main = files.filter((file) => !file.startsWith('more') && statSync(join(bundle, file)).isFile());
    const bytes = main.reduce((sum, file) => sum + statSync(join(bundle, file)).size, 0);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThanOrEqual(mostMainBytes);
  });
});
