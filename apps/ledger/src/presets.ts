import type { Policy, Wording } from '#contracts';
import { plainRedeem, silentPolicy } from './policy.js';

/** What a city is known to do. Where its source is silent the key is null: to be decided before adoption. */
export interface Preset {
  id: string;
  name: Wording;
  /** Where it was read. */
  source: string;
  /** What the keys cannot say. */
  note: Wording;
  policy: Policy;
}

/**
 * Of the agreed table of cities, each held against what was published. A key that nothing published says is null.
 * docs/guides/policies.md lists what was read where, and what could not be read again.
 */
export const presets: readonly Preset[] = [
  /**
   * New Express (新快报), 2019-08-27, page A10, http://epaper.xkb.com.cn/view/1145499: one hour is one credit, whole
   * ones; redeemed from the first star (100 hours) on; a provisional cap of 1,500; for services and goods; may be
   * donated.
   */
  {
    id: 'guangzhou2019',
    name: { zh: '广州 2019', en: 'Guangzhou 2019' },
    source: '广州公益“时间银行”上线规则，新快报 2019-08-27，http://epaper.xkb.com.cn/view/1145499',
    note: {
      zh: '1 小时 1 积分，取整数，余数如何处理未说明；存储上限“暂定”1500 积分，超出部分如何处理未说明。',
      en: 'One credit an hour, whole numbers: what becomes of the rest is not said. The cap of 1,500 is provisional; what becomes of more is not said.',
    },
    policy: {
      ...silentPolicy,
      unit: 'hour',
      rounding: { stepMinutes: 60, mode: null },
      balanceCap: 90_000,
      redeem: { ...plainRedeem, minStarHours: 100, goods: true, integerOnly: true },
      transfer: { scope: ['platform'], minAge: null },
    },
  },
  /**
   * Trial plan of the city's government, 2019-07-17, as Xinhua told it on 2019-08-30: 1,500 hours, what is above is
   * donated or honoured; people of 60 and older who saved; groups' hours can only be donated; donated hours go to
   * old people living alone first, for whom a fund issues hours.
   */
  {
    id: 'nanjing2019',
    name: { zh: '南京 2019', en: 'Nanjing 2019' },
    source:
      '《南京市养老服务时间银行实施方案（试行）》2019-07-17；新华社 2019-08-30《南京建立时间银行促养老互助服务》',
    note: {
      zh: '超出上限的主要用于捐赠或社会褒奖，此处取捐赠。重点对象：80 岁以上空巢独居，或 60 至 79 岁低保家庭中失能半失能的空巢独居老人；年龄由社工站核对。发放数额与周期未知。',
      en: 'What is above the cap is mostly donated, or honoured: donate here. Key persons: alone and 80 or older, or 60 to 79, poor, disabled and alone; the station checks the age. How much and how often is not known.',
    },
    policy: {
      ...silentPolicy,
      unit: 'hour',
      balanceCap: 90_000,
      overflow: 'donate',
      redeem: { ...plainRedeem, minAge: 60 },
      groupHours: 'donate_only',
      grant: {
        eligibility: ['livingAloneElderly', 'subsistenceAllowance', 'severelyDisabledHardship'],
        amount: null,
        period: null,
        sourcePool: 'publicPool',
      },
    },
  },
  /**
   * Trial plan of the city's government, in force since 2022, by the agreed table; the plan itself was not at hand
   * to be read again.
   */
  {
    id: 'beijing2022',
    name: { zh: '北京 2022', en: 'Beijing 2022' },
    source: '《北京市养老服务时间银行实施方案（试行）》，2022 年起试行',
    note: {
      zh: '1 小时 1 个时间币，须签到签退，也可在街道线下办理；满 1 万小时且币数足够可优先入住公办养老机构，不在本政策之内。不兑换实物或现金。',
      en: 'One coin an hour, sign-in and sign-out, with an offline route at the subdistrict. 10,000 hours and coins open a place in a public home, which is beyond this policy. No goods, no money.',
    },
    policy: {
      ...silentPolicy,
      unit: 'coin',
      earnerAge: { min: 18, max: null, minorMode: null },
      redeem: { ...plainRedeem, minAge: 60, spouse: true, goods: false },
      transfer: { scope: ['linealRelatives', 'platform'], minAge: null },
      verification: 'offline',
    },
  },
  /**
   * Measures for the project 沪助养老时光汇: Shangguan News by way of https://www.163.com/dy/article/KJ4O94DL05568W0A.html
   * (given to relatives and friends, to the platform, to old people in hardship; portable by 2028) and Shanghai Law
   * Journal (上海法治报), 2026-01-12 (redeemed from 65 on, by some in hardship from 60).
   */
  {
    id: 'shanghai',
    name: { zh: '上海', en: 'Shanghai' },
    source:
      '《上海市“沪助养老时光汇”项目管理办法》，上观新闻，https://www.163.com/dy/article/KJ4O94DL05568W0A.html；上海法治报 2026-01-12',
    note: {
      zh: '部分特殊困难老年人 60 周岁即可兑换，须逐人办理。各区另有上限（例如长宁每日 2 枚、每人 600 枚），全市通存通兑计划于 2028 年实现。',
      en: 'Some in hardship redeem from 60 on, which is decided one by one. Districts have caps of their own (Changning: 2 a day, 600 a person); the city plans to make them portable by 2028.',
    },
    policy: {
      ...silentPolicy,
      unit: 'hour',
      redeem: { ...plainRedeem, minAge: 65 },
      transfer: { scope: ['relatives', 'friends', 'platform', 'hardshipElders'], minAge: null },
    },
  },
  /**
   * Zhejiang Online, 2021-05-06, http://zjnews.zjol.com.cn/zjnews/hznews/202105/t20210506_22486697.shtml: five credits to
   * start with, one a service, one a help; for one's family too.
   */
  {
    id: 'hangzhouWestLake2021',
    name: { zh: '杭州西湖 2021', en: 'Hangzhou West Lake 2021' },
    source:
      '西湖区“时间银行”应用，浙江在线 2021-05-06，http://zjnews.zjol.com.cn/zjnews/hznews/202105/t20210506_22486697.shtml',
    note: {
      zh: '以次计：注册得 5 个起始积分，服务一次得 1 个，被帮助一次用 1 个。账本中 1 次记为 60 分钟。',
      en: 'By the service: 5 to start with, 1 for each service, 1 for each help. The ledger books one as 60 minutes.',
    },
    policy: {
      ...silentPolicy,
      unit: 'service',
      earnMode: 'per_service',
      starterGrant: 300,
      redeem: plainRedeem,
      transfer: { scope: ['relatives'], minAge: null },
    },
  },
  /**
   * Rules of the city's time bank centre (founded 2016-12-04) as the press told them, by the agreed table; no report
   * was at hand to be read again.
   */
  {
    id: 'ruian',
    name: { zh: '瑞安', en: 'Ruian' },
    source: '瑞安时间银行公益事业发展中心（2016-12-04 成立）的规则，据新闻报道',
    note: {
      zh: '以小时计，取 0.5 的倍数，余数如何处理未说明；签到签退生成的信用时等值转化，线下认定的荣誉时不转化。',
      en: 'Multiples of half an hour: what becomes of the rest is not said. Device-verified hours convert, attested ones remain honour hours.',
    },
    policy: {
      ...silentPolicy,
      unit: 'hour',
      rounding: { stepMinutes: 30, mode: null },
      verification: 'device',
    },
  },
];
