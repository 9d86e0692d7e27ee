import type { Schemas } from '../api';
import type { Wording } from '../language';

export const overflows = {
  donate: ['捐入公共时间池', 'To the public pool'],
  honour: ['记为荣誉时', 'Kept as honour hours'],
  reject: ['不计', 'Nothing'],
} satisfies Record<string, Wording>;

export const leaving = {
  keep: ['保留', 'Kept'],
  inherit: ['由亲属继承', 'Inherited'],
  donate: ['捐入公共时间池', 'To the public pool'],
  expire: ['作废', 'Expire'],
} satisfies Record<string, Wording>;

export const evidenceOfCredit = {
  device: ['仅设备核实', 'By device only'],
  offline: ['含人工证明', 'Attested too'],
  dual_review: ['人工证明须两人', 'Attested by two too'],
} satisfies Record<string, Wording>;

export const grantPeriods = {
  once: ['一次', 'Once'],
  month: ['每月', 'A month'],
  quarter: ['每季', 'A quarter'],
  year: ['每年', 'A year'],
} satisfies Record<string, Wording>;

export const scopes = {
  spouse: ['配偶', 'Spouse'],
  linealRelatives: ['直系亲属', 'Lineal relatives'],
  relatives: ['亲属', 'Relatives'],
  friends: ['朋友', 'Friends'],
  hardshipElders: ['困难老人', 'Elders in hardship'],
  platform: ['公共时间池', 'Public pool'],
} satisfies Record<string, Wording>;

export const hardships: Record<Schemas['ResidentView']['hardshipCategories'][number], Wording> = {
  subsistenceAllowance: ['低保', 'Subsistence allowance'],
  lowIncome: ['低收', 'Low income'],
  extremePoverty: ['特困', 'Extreme poverty'],
  leftBehindElderly: ['留守老人', 'Elderly left behind'],
  childlessWidowedElderly: ['孤寡老人', 'Childless or widowed elderly'],
  livingAloneElderly: ['独居老人', 'Elderly living alone'],
  childInDifficulty: ['困境儿童', 'Child in difficulty'],
  severelyDisabledHardship: ['特殊困难重度残疾人', 'Severely disabled in hardship'],
};

export const creditReasons: Record<Schemas['ReasonCount']['reason'], Wording> = {
  voided: ['记录作废', 'The record is void'],
  notDeviceVerified: ['没有设备核实', 'Not proven by a device'],
  notDualReviewed: ['没有两人确认', 'Not confirmed by two'],
  ageUnknown: ['年龄不明', 'Age not known'],
  tooYoung: ['年龄不足', 'Too young'],
  tooOld: ['超过年龄', 'Too old'],
  samePairTooSoon: ['同一对人间隔太短', 'Same pair too soon'],
  belowStep: ['不足一步', 'Less than a step'],
  unpriced: ['这类服务没有标价', 'No price for its type'],
  groupDonates: ['团体时长捐赠', 'Donated by the group'],
  dailyCap: ['到每日上限', 'Cap a day'],
  balanceCap: ['到存储上限', 'Cap of the balance'],
  refused: ['账户不能入账', 'The account takes nothing'],
  unrecorded: ['旧记录无原因', 'Before reasons were kept'],
};

export const effects: Record<'gain' | 'lose' | 'capped' | 'changed', Wording> = {
  changed: ['有变化', 'Any change'],
  gain: ['多得', 'Get more'],
  lose: ['少得', 'Get less'],
  capped: ['碰到上限', 'Meet a cap'],
};
