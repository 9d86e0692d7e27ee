import type { MetricName, Qualifier, RatioName, Wording } from '#contracts';

const of = (zh: string, en: string): Wording => ({ zh, en });

/** What figures are called in files. */
export const metricWords: Record<MetricName, Wording> = {
  volunteersRegistered: of('注册志愿者', 'Volunteers registered'),
  volunteersVerified: of('实名志愿者', 'Volunteers verified'),
  needsSubmitted: of('需求：提交', 'Needs submitted'),
  needsVerified: of('需求：核实', 'Needs verified'),
  needsForwarded: of('需求：转发', 'Needs forwarded'),
  needsAccepted: of('需求：受理', 'Needs accepted'),
  needsPosted: of('需求：发布', 'Needs posted'),
  needsDispatched: of('需求：派单', 'Needs dispatched'),
  needsReferred: of('需求：转介', 'Needs referred'),
  needsRejected: of('需求：不受理', 'Needs rejected'),
  needsFulfilled: of('需求：办结', 'Needs fulfilled'),
  needsClosed: of('需求：关闭', 'Needs closed'),
  needsCancelled: of('需求：取消', 'Needs cancelled'),
  errandsOpened: of('任务：发布', 'Errands opened'),
  errandsClaimed: of('任务：接单', 'Errands claimed'),
  errandsReleased: of('任务：退单', 'Errands released'),
  errandsCheckedIn: of('任务：签到', 'Errands checked in'),
  errandsFinished: of('任务：完成', 'Errands finished'),
  errandsExpired: of('任务：过期', 'Errands expired'),
  errandsCancelled: of('任务：取消', 'Errands cancelled'),
  purchasesPaid: of('代购：已报销', 'Purchases paid back'),
  purchasesPaidFen: of('代购：报销金额（分）', 'Purchases paid back, fen'),
  servicesConfirmed: of('服务人次', 'Services (person-times)'),
  deviceVerifiedMinutes: of('服务分钟：设备核验', 'Service minutes, device-verified'),
  attestedMinutes: of('服务分钟：人工认定', 'Service minutes, attested'),
  homeServicesConfirmed: of('按居住地：服务人次', 'By home: services'),
  homeDeviceVerifiedMinutes: of('按居住地：设备核验分钟', 'By home: minutes, device-verified'),
  homeAttestedMinutes: of('按居住地：人工认定分钟', 'By home: minutes, attested'),
  creditsIssuedMinutes: of('时间积分：存入分钟', 'Credits issued, minutes'),
  creditsSpentMinutes: of('时间积分：兑换分钟', 'Credits spent, minutes'),
  creditsExpiredMinutes: of('时间积分：过期分钟', 'Credits expired, minutes'),
  creditsWrittenOffMinutes: of('时间积分：核销分钟', 'Credits written off, minutes'),
  volunteersActive30: of('30 日活跃志愿者', 'Volunteers active in 30 days'),
  volunteersActive90: of('90 日活跃志愿者', 'Volunteers active in 90 days'),
  volunteersActive365: of('365 日活跃志愿者', 'Volunteers active in 365 days'),
};

export const ratioWords: Record<RatioName, Wording> = {
  volunteerRatio: of('注册 ÷ 人口', 'Registered ÷ population'),
  activeRatio: of('365 日内活跃 ÷ 人口', 'Active in 365 days ÷ population'),
  stationCoverage: of('社工站覆盖率（含开发区等）', 'Station coverage, with zones'),
  stationCoverageWithoutZones: of('社工站覆盖率（不含开发区等）', 'Station coverage, without zones'),
  licenceRate: of('持证社工 ÷ 社工', 'Licensed ÷ social workers'),
};

/** How certain a published figure is. */
export const qualifierWords: Record<Qualifier, Wording> = {
  exact: of('准确', 'exact'),
  approx: of('约', 'about'),
  atLeast: of('以上', 'at least'),
};

/** What else stands in files of reports. */
export const reportWords = {
  costPerErrand: of('每单代购费用（分）', 'Cost per purchase errand, fen'),
  title: of('合计', 'Totals'),
  region: of('区划代码', 'Division'),
  name: of('名称', 'Name'),
  whole: of('合计', 'Total'),
  day: of('日期', 'Day'),
  figure: of('指标', 'Figure'),
  current: of('本期', 'These days'),
  previous: of('上年同期', 'The year before'),
  percent: of('同比（%）', 'Change (%)'),
  revision: of('版次', 'Revision'),
  publishedAt: of('发布时间', 'Published'),
  reason: of('修订原因', 'Reason'),
  revisions: of('历次发布', 'Revisions'),
  chart: of('主要数字', 'Main figures'),
  besideYear: of('与上年同期', 'Beside the year before'),
  byDays: of('逐日', 'Day by day'),
  byMonths: of('逐月', 'Month by month'),
  most: of('最多', 'Most'),
  numerator: of('分子', 'Numerator'),
  denominator: of('分母', 'Denominator'),
  qualifier: of('分母是否准确', 'Denominator is'),
  source: of('分母来源', 'Source'),
  noDenominator: of('没有分母', 'no denominator'),
  figures: of('全部数字', 'All figures'),
  minutes: of('服务分钟（设备核验 + 人工认定）', 'Minutes (device-verified + attested)'),
  days: of('日期范围', 'Days'),
  asOf: of('数据截至', 'As of'),
  /** Where nothing was counted yet. */
  never: of('尚无数据', 'nothing yet'),
} satisfies Record<string, Wording>;

/** What kinds of reports are called. */
export const reportKindWords = {
  breakdown: of('分列', 'By division'),
  coverage: of('覆盖率与比率', 'Coverage and ratios'),
  days: of('逐日', 'Day by day'),
  comparison: of('同比', 'Year on year'),
  day: of('每日一报', 'Daily report'),
  week: of('周报', 'Weekly report'),
  month: of('月报', 'Monthly report'),
  year: of('年报', 'Yearly report'),
} satisfies Record<string, Wording>;
