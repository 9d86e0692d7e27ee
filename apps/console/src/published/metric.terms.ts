import type { Schemas } from '../api';
import type { Wording } from '../language';

export type Metrics = Schemas['Metrics'];
export type MetricName = keyof Metrics;

/** What figures are called, in the order in which they are read; files say the same. */
export const metricNames: Record<MetricName, Wording> = {
  volunteersRegistered: ['注册志愿者', 'Volunteers registered'],
  volunteersVerified: ['实名志愿者', 'Volunteers verified'],
  needsSubmitted: ['需求：提交', 'Needs submitted'],
  needsVerified: ['需求：核实', 'Needs verified'],
  needsForwarded: ['需求：转发', 'Needs forwarded'],
  needsAccepted: ['需求：受理', 'Needs accepted'],
  needsPosted: ['需求：发布', 'Needs posted'],
  needsDispatched: ['需求：派单', 'Needs dispatched'],
  needsReferred: ['需求：转介', 'Needs referred'],
  needsRejected: ['需求：不受理', 'Needs rejected'],
  needsFulfilled: ['需求：办结', 'Needs fulfilled'],
  needsClosed: ['需求：关闭', 'Needs closed'],
  needsCancelled: ['需求：取消', 'Needs cancelled'],
  errandsOpened: ['任务：发布', 'Errands opened'],
  errandsClaimed: ['任务：接单', 'Errands claimed'],
  errandsReleased: ['任务：退单', 'Errands released'],
  errandsCheckedIn: ['任务：签到', 'Errands checked in'],
  errandsFinished: ['任务：完成', 'Errands finished'],
  errandsExpired: ['任务：过期', 'Errands expired'],
  errandsCancelled: ['任务：取消', 'Errands cancelled'],
  purchasesPaid: ['代购：已报销', 'Purchases paid back'],
  purchasesPaidFen: ['代购：报销金额（元）', 'Purchases paid back, yuan'],
  servicesConfirmed: ['服务人次', 'Services (person-times)'],
  deviceVerifiedMinutes: ['服务分钟：设备核验', 'Service minutes, device-verified'],
  attestedMinutes: ['服务分钟：人工认定', 'Service minutes, attested'],
  homeServicesConfirmed: ['按居住地：服务人次', 'By home: services'],
  homeDeviceVerifiedMinutes: ['按居住地：设备核验分钟', 'By home: minutes, device-verified'],
  homeAttestedMinutes: ['按居住地：人工认定分钟', 'By home: minutes, attested'],
  creditsIssuedMinutes: ['时间积分：存入分钟', 'Credits issued, minutes'],
  creditsSpentMinutes: ['时间积分：兑换分钟', 'Credits spent, minutes'],
  creditsExpiredMinutes: ['时间积分：过期分钟', 'Credits expired, minutes'],
  creditsWrittenOffMinutes: ['时间积分：核销分钟', 'Credits written off, minutes'],
  volunteersActive30: ['30 日活跃志愿者', 'Volunteers active in 30 days'],
  volunteersActive90: ['90 日活跃志愿者', 'Volunteers active in 90 days'],
  volunteersActive365: ['365 日活跃志愿者', 'Volunteers active in 365 days'],
};

/** Figures as they are read: what is counted in fen is money, the rest stays whole. */
export function figure(name: MetricName, value: number): string {
  return name === 'purchasesPaidFen' ? (value / 100).toFixed(2) : value.toLocaleString('en-US');
}
