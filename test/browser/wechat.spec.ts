import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '#local';
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
  town = await startTown();
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

describe('the bundle for WeChat', () => {
  it('signs in, reads the feed, grabs in two taps and checks in, with nothing of a browser around it', async () => {
    const { serviceCode, errandId } = await postErrand(staff, '买两斤鸡蛋');
    const phone = bootWechat(bundle, town.url);
    await shows(phone, '顺路帮一把');
    phone.tap('登录');
    await shows(phone, '手机号');
    phone.tap('志愿者');
    phone.type('手机号', courierPhone(9));
    await soon(() => phone.tap('发送验证码'));
    await shows(phone, '验证码已发到您的手机');
    phone.type('6 位验证码', town.codeOf(courierPhone(9)) ?? '');
    await shows(phone, '6 位验证码');
    phone.tap('登录');
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

  it('stays below 600 KB in its main package', () => {
    const files = readdirSync(bundle, { recursive: true, encoding: 'utf8' });
    const main = files.filter((file) => !file.startsWith('more') && statSync(join(bundle, file)).isFile());
    const bytes = main.reduce((sum, file) => sum + statSync(join(bundle, file)).size, 0);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThanOrEqual(mostMainBytes);
  });
});
