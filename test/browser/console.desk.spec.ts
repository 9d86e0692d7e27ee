import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkCharacter } from '#contracts';
import { newId } from '#platform';
import { openBrowser, picture } from '#testing';
import { type Browser, expect as onPage, type Page } from '@playwright/test';
import { courier, expectAccessible, openAs, postByKeyboard, stepBy, takeMarked } from './console.tour.js';
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

const open = (userName: string, path = '/') => openAs([browser, town.url], userName, path);

const whole = (digits: string) => digits + checkCharacter(digits);
const idNumber = whole('12999919800101901');

async function fillPerson(page: Page, number: string): Promise<void> {
  await page.getByLabel('姓名（与证件一致）').fill('测试甲');
  await page.getByLabel('身份证号').fill(number);
  await page.getByLabel('手机号').fill('10000000991');
}

describe('registration at the desk', () => {
  it('reads the ID number while it is typed, needs every consent, and lets the card be confirmed there', async () => {
    const { page, complaints } = await open('teda-c03');
    await page.keyboard.press('g');
    const number = page.getByLabel('身份证号');
    await number.pressSequentially(idNumber.slice(0, 16));
    await onPage(page.getByText('还差 2 位')).toBeVisible();
    await number.fill(idNumber.slice(0, 17) + (idNumber.endsWith('1') ? '2' : '1'));
    await onPage(page.getByText('末位与前 17 位不符')).toBeVisible();
    await number.fill(whole('12999920150101901'));
    await onPage(page.getByLabel('监护人姓名（已当面同意）')).toBeVisible();
    await number.fill(idNumber);
    await onPage(page.getByText('男，1980-01-01')).toBeVisible();
    await onPage(page.getByLabel('监护人姓名（已当面同意）')).toHaveCount(0);

    await fillPerson(page, idNumber);
    await page.keyboard.press('Control+Enter');
    await onPage(page.getByText('没有这项同意就不能登记')).toHaveCount(3);
    await picture(page, 'register-consents-missing');
    await expectAccessible(page);
    for (const consent of ['实名注册为志愿者', '单独同意：身份证件号码', '单独同意：提供给社工站'])
      await page.getByRole('checkbox', { name: consent }).check();
    await page.keyboard.press('Control+Enter');
    await onPage(page.getByText('已登记。')).toBeVisible();
    await picture(page, 'registered');
    await expectAccessible(page);
    await page.getByRole('button', { name: '证件已核对' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '证件已核对' }).click();
    await onPage(page.getByText('已实名')).toBeVisible();

    await page.getByRole('button', { name: '再登记一人' }).click();
    await fillPerson(page, idNumber);
    for (const box of await page.locator('.consent input').all()) await box.check();
    await page.keyboard.press('Control+Enter');
    await onPage(page.getByRole('alert')).toBeVisible();
    await picture(page, 'register-again');

    await page.goto(`${town.url}/volunteers?find=0991`);
    await onPage(page.getByRole('cell', { name: '测*甲' })).toBeVisible();
    await page.getByRole('button', { name: '测*甲' }).click();
    await onPage(page.getByText('登记后没有搬过家')).toBeVisible();
    await onPage(page.getByRole('button', { name: '证件已核对' })).toHaveCount(0);
    await picture(page, 'volunteer-drawer');
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  }, 60_000);
});

describe('another document', () => {
  it('takes its own number and the day of birth, and asks for a guardian of minors', async () => {
    const { page, complaints } = await open('teda-c03', '/volunteers/new');
    await page.getByLabel('姓名（与证件一致）').fill('测试乙');
    await chooseOption(page, '证件', '港澳居民来往内地通行证');
    await page.getByRole('textbox', { name: '证件号码' }).fill('12345678');
    await page.getByLabel('出生日期').fill('2012-05-01');
    await onPage(page.getByText('号码不符合这种证件的格式')).toBeVisible();
    await page.getByRole('textbox', { name: '证件号码' }).fill('h12345678');
    await onPage(page.getByLabel('监护人姓名（已当面同意）')).toBeVisible();
    await page.getByLabel('出生日期').fill('1990-05-01');
    await onPage(page.getByLabel('监护人姓名（已当面同意）')).toHaveCount(0);
    await page.getByLabel('手机号').fill('10000000992');
    for (const box of await page.locator('.consent input').all()) await box.check();
    await picture(page, 'register-permit');
    await expectAccessible(page);
    await page.keyboard.press('Control+Enter');
    await onPage(page.getByText('已登记。')).toBeVisible();
    await onPage(page.getByText('港澳居民来往内地通行证')).toBeVisible();
    expect(complaints).toEqual([]);
  }, 60_000);
});

describe('paper for residents without a telephone', () => {
  it('prints slips, cancels lost ones with new codes, and prints the codes of an errand', async () => {
    const { page, complaints } = await open('teda-c01');
    await page.keyboard.press('p');
    await page.getByRole('combobox', { name: '居民' }).fill('01');
    await takeMarked(page, '01');
    await page.getByRole('button', { name: '生成纸条' }).click();
    await onPage(page.locator('.sheet .slip')).toHaveCount(6);
    const printed = await page.locator('.slip .code').allInnerTexts();
    expect(printed.every((code) => /^\d{4} \d{4}$/.test(code))).toBe(true);
    await picture(page, 'slips');
    await expectAccessible(page);
    await page.emulateMedia({ media: 'print' });
    await onPage(page.locator('.bar')).toBeHidden();
    await onPage(page.getByText('已打印的纸条')).toBeHidden();
    await onPage(page.locator('.slip').first()).toBeVisible();
    await picture(page, 'slips-printed');
    await page.emulateMedia({ media: 'screen' });

    await page.getByRole('button', { name: '作废 6 张' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '作废 6 张' }).click();
    await onPage(page.getByText('已作废 · 丢失')).toHaveCount(6);
    const anew = await page.locator('.slip .code').allInnerTexts();
    expect(anew).toHaveLength(6);
    expect(anew.some((code) => printed.includes(code))).toBe(false);

    await page.reload();
    await onPage(page.getByText('已作废 · 丢失')).toHaveCount(6);
    await onPage(page.locator('.sheet')).toHaveCount(0);
    await page.getByRole('button', { name: '生成', exact: true }).click();
    await onPage(page.locator('.slip.door svg')).toBeVisible();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('prints both spoken codes and the code to scan', async () => {
    const { page, complaints } = await open('teda-c01', '/needs');
    await postByKeyboard(page, '01', '一箱牛奶');
    await page.getByRole('button', { name: /一箱牛奶/ }).click();
    await onPage(page.getByText('打印给居民的纸条')).toHaveCount(0);
    const station = await open('teda-station', '/needs');
    await station.page.getByRole('button', { name: /一箱牛奶/ }).click();
    await stepBy(station.page, '受理并发布');
    await page.getByRole('link', { name: '打印给居民的纸条' }).click();
    await onPage(page.locator('.errand-slip .code')).toHaveCount(2);
    await onPage(page.locator('.errand-slip svg')).toBeVisible();
    await picture(page, 'errand-slip');
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  }, 60_000);
});

async function chooseOption(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByTitle(option, { exact: true }).click();
}

async function decide(page: Page, name: string, fields: Record<string, string> = {}): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.locator('.ant-modal:visible');
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value);
  await dialog.getByRole('button', { name, exact: true }).click();
  await onPage(dialog).toBeHidden();
}

describe('a referral', () => {
  it('is made from its need, moves step by step, and shows an official no step', async () => {
    const committee = await open('teda-c02', '/needs');
    await postByKeyboard(committee.page, '02', '请人看看赡养协议');
    const { page, complaints } = await open('teda-station', '/needs');
    await page.getByRole('button', { name: /请人看看赡养协议/ }).click();
    await page.getByRole('link', { name: '转介给其他机构' }).click();
    await chooseOption(page, '转给哪类机构', '法律援助');
    await page.getByLabel('机构名称').fill('示例法律援助中心');
    await page.getByLabel('为什么转介').fill('需要律师');
    await page.getByRole('button', { name: '转介', exact: true }).click();
    await onPage(page.getByText('没有同意不能转介')).toBeVisible();
    await picture(page, 'refer');
    await expectAccessible(page);
    await page.getByRole('radio', { name: '口头同意' }).check();
    await page.getByLabel('联系人姓名').fill('示例律师');
    await page.getByLabel('联系人电话').fill('022-00000099');
    await page.getByRole('button', { name: '转介', exact: true }).click();
    const drawer = page.getByRole('dialog').first();
    await onPage(drawer.getByText('待发出').first()).toBeVisible();
    await onPage(drawer.getByText(/还有 2[34] 小时/)).toBeVisible();
    await picture(page, 'referral');
    await expectAccessible(page);
    await onPage(drawer.getByText('022-00000099')).toHaveCount(0);
    await drawer.getByRole('button', { name: '查看全部（留痕）' }).click();
    await onPage(drawer.getByText('022-00000099')).toBeVisible();
    await decide(page, '已发出');
    await decide(page, '对方已收到');
    await decide(page, '对方谢绝', { '为什么？': '不属受理范围' });
    await onPage(drawer.getByText('不属受理范围')).toBeVisible();
    expect(complaints).toEqual([]);

    const official = await open('binhai-official', '/referrals');
    await official.page.getByRole('button', { name: /请人看看赡养协议/ }).click();
    await onPage(official.page.getByRole('heading', { name: '经过' })).toBeVisible();
    await onPage(official.page.getByRole('button', { name: '结案' })).toHaveCount(0);
    await onPage(official.page.getByRole('button', { name: '换联系人' })).toHaveCount(0);
  }, 60_000);
});

describe('what is not agreed about a record', () => {
  it('is settled by the station, objected to, upheld, and corrected by the committee', async () => {
    const committee = await open('teda-c05', '/needs');
    await postByKeyboard(committee.page, '04', '一袋面');
    const { page, complaints } = await open('teda-station', '/needs');
    await page.getByRole('button', { name: /一袋面/ }).click();
    await stepBy(page, '受理并发布');
    await onPage(page.getByText('门口暗号')).toBeVisible();
    const { send, errandId } = await courier(town, '10000000005');
    const { id: recordId } = await send<{ id: string }>(`/errands/${errandId}/claims`, { id: newId() });
    await send(`/errands/${errandId}/check-in`, {});
    await send(`/errands/${errandId}/check-out`, {});
    await committee.page.keyboard.press('c');
    await committee.page.getByRole('radio', { name: '没有服务' }).check();
    await stepBy(committee.page, '登记');
    await onPage(committee.page.getByText('没有待回访的服务')).toBeVisible();

    await committee.page.goto(`${town.url}/disputes`);
    await onPage(committee.page.getByText('第 1 版')).toBeVisible();
    await onPage(committee.page.getByRole('button', { name: '作废记录' })).toHaveCount(0);
    await page.goto(`${town.url}/disputes`);
    await page.getByRole('button', { name: '查看经过' }).click();
    await picture(page, 'disputes');
    await expectAccessible(page);
    await decide(page, '作废记录', { '理由（当事人可见）': '居民说没有来' });
    await onPage(page.getByText('没有争议')).toBeVisible();

    const objection = { id: newId(), reason: 'wronglyVoided', note: '我去过，没人应门' };
    await send(`/service-records/${recordId}/objections`, objection);
    await page.getByRole('link', { name: '异议', exact: true }).click();
    await onPage(page.getByText('我去过，没人应门')).toBeVisible();
    await stepBy(page, '受理');
    await onPage(page.getByText('核查中')).toBeVisible();
    await page.getByRole('button', { name: '支持' }).click();
    const dialog = page.locator('.ant-modal:visible');
    await dialog.getByLabel('告诉本人的理由').fill('邻居证实');
    await dialog.getByLabel('实际分钟').fill('1');
    await chooseOption(page, '原因', '误作废');
    await chooseOption(page, '依据', '工作人员所见');
    await picture(page, 'objection-upheld');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '支持' }).click();
    await onPage(page.getByText('答复：邻居证实')).toBeVisible();
    await page.getByRole('link', { name: '更正', exact: true }).click();
    await onPage(page.getByText('待复核')).toBeVisible();
    await onPage(page.getByRole('button', { name: '采纳', exact: true })).toHaveCount(0);
    expect(complaints).toEqual([]);

    await committee.page.getByRole('link', { name: '更正', exact: true }).click();
    await onPage(committee.page.getByText('更正：1 分钟')).toBeVisible();
    await picture(committee.page, 'corrections-committee');
    await expectAccessible(committee.page);
    await decide(committee.page, '采纳');
    await onPage(committee.page.getByText('已生效')).toBeVisible();
    await committee.page.goto(`${town.url}/records?state=corrected&record=${recordId}`);
    await onPage(committee.page.getByRole('button', { name: '提出异议' })).toBeVisible();
    await onPage(committee.page.getByRole('button', { name: '提出争议' })).toHaveCount(0);
    await picture(committee.page, 'record-drawer');
    await expectAccessible(committee.page);
    expect(committee.complaints).toEqual([]);
  }, 60_000);
});

describe('a suspension', () => {
  it('is lifted by the station, with words that the person is told', async () => {
    const { volunteerId } = await courier(town, '10000000007');
    await town.house.sql(
      `insert into tasks.suspension (city_code, id, volunteer_id, community_code, state, no_shows, from_at, until_at)
       values (1201, $1, $2, 120116014007, 'reviewAsked', 3, now(), now() + interval '14 days')`,
      [newId(), volunteerId],
    );
    const { page, complaints } = await open('teda-station');
    await page.keyboard.press('x');
    await onPage(page.getByText('申请复核', { exact: true })).toBeVisible();
    await picture(page, 'suspensions');
    await expectAccessible(page);
    await page.getByRole('button', { name: '解除暂停' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '解除暂停' }).click();
    await onPage(page.getByText('请说明理由')).toBeVisible();
    await page.getByLabel('告诉本人的理由').fill('确有急事');
    await page.getByRole('dialog').getByRole('button', { name: '解除暂停' }).click();
    await onPage(page.getByText('答复：确有急事')).toBeVisible();
    await onPage(page.getByText('已解除', { exact: true })).toBeVisible();
    await page.locator('.panel h2 a').click();
    await onPage(page.getByRole('dialog').getByText('已实名')).toBeVisible();
    expect(complaints).toEqual([]);
  }, 60_000);
});

describe('what one may not do', () => {
  const forbidden: [userName: string, home: string, paths: string[]][] = [
    [
      'binhai-official',
      '/dashboard',
      ['/volunteers', '/volunteers/new', '/slips', '/disputes', '/conduct', '/system'],
    ],
    ['teda-c01', '/needs', ['/conduct', '/sites', '/system']],
    ['teda-station', '/needs', ['/system', '/policies']],
    ['tianjin-admin', '/dashboard', ['/needs', '/slips', '/disputes', '/referrals', '/volunteers/new']],
  ];
  it.each(forbidden)(
    '%s is led back to %s from %j',
    async (userName, home, paths) => {
      const { page } = await open(userName);
      for (const path of paths) {
        await page.goto(town.url + path);
        await onPage(page).toHaveURL(town.url + home);
        await onPage(page.locator(`nav a[href="${path}"]`)).toHaveCount(0);
      }
    },
    60_000,
  );

  const forged: [userName: string, method: string, path: string][] = [
    ['binhai-official', 'GET', '/volunteers'],
    ['binhai-official', 'POST', '/paper-slips'],
    ['teda-c01', 'POST', `/objections/${newId()}/decision`],
    ['teda-c01', 'GET', '/suspensions'],
    ['teda-station', 'GET', '/ledger/audit?region=1201'],
    ['teda-station', 'POST', '/reports/daily/revisions'],
    ['tianjin-admin', 'POST', `/volunteers/${newId()}/verification`],
  ];
  it.each(forged)('%s is refused %s %s', async (userName, method, path) => {
    const { page } = await open(userName);
    const status = await page.evaluate<number>(
      `fetch('/api/v1${path}', { method: '${method}', headers: { 'content-type': 'application/json',
        authorization: 'Bearer ' + JSON.parse(sessionStorage['shunlu.session']).accessToken },
        ...('${method}' === 'POST' && { body: '{}' }) }).then(({ status }) => status)`,
    );
    expect(status).toBe(403);
  });
});
