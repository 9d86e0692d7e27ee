import type { Schemas } from './api';
import type { Wording } from './language';
import type { Role } from './session';

/** Wordings of the terms of a list. */
export type Terms<K extends string> = Record<K, Wording>;

export const roleNames: Terms<Role> = {
  volunteer: ['志愿者', 'Volunteer'],
  resident: ['居民', 'Resident'],
  committee: ['居委会', 'Residents’ committee'],
  station: ['社工站', 'Social work station'],
  official: ['主管部门', 'Official'],
  administrator: ['管理员', 'Administrator'],
};

export const needTypes: Terms<Schemas['NeedView']['type']> = {
  groceries: ['买菜买粮', 'Groceries'],
  medicine: ['取药', 'Medicine'],
  parcels: ['取快递', 'Parcels'],
  repair: ['小修小补', 'Small repairs'],
  haircut: ['理发', 'Haircut'],
  company: ['陪伴', 'Company'],
  paperwork: ['代办手续', 'Paperwork'],
  disabilityCard: ['残疾证办理', 'Disability card'],
  other: ['其他', 'Other'],
};

export const needStates: Terms<Schemas['NeedView']['state']> = {
  draft: ['草稿', 'Draft'],
  submitted: ['待核实', 'To be verified'],
  verified: ['已核实', 'Verified'],
  forwarded: ['已转社工站', 'With the station'],
  accepted: ['已受理', 'Taken on'],
  posted: ['已发布', 'Posted'],
  dispatched: ['已派单', 'Dispatched'],
  referred: ['已转介', 'Referred'],
  rejected: ['已退回', 'Returned'],
  fulfilled: ['已完成', 'Fulfilled'],
  closed: ['已结案', 'Closed'],
  cancelled: ['已取消', 'Cancelled'],
};

export const errandStates: Terms<Schemas['ErrandView']['state']> = {
  open: ['待接单', 'Open'],
  claimed: ['已接单', 'Claimed'],
  inProgress: ['服务中', 'In progress'],
  finished: ['待确认', 'To be confirmed'],
  confirmed: ['已确认', 'Confirmed'],
  recorded: ['已记录', 'Recorded'],
  expired: ['无人接单', 'Expired'],
  cancelled: ['已取消', 'Cancelled'],
  disputed: ['有争议', 'Disputed'],
  voided: ['已作废', 'Voided'],
};

export const channels: Terms<'phone' | 'walkIn' | 'homeVisit' | 'app'> = {
  phone: ['电话', 'Telephone'],
  walkIn: ['上门', 'At the desk'],
  homeVisit: ['入户', 'Home visit'],
  app: ['小程序', 'Mini-program'],
};

export const stages: Terms<Schemas['QueueItem']['stage']> = {
  alerting: ['正在提醒附近志愿者', 'Alerting those near by'],
  wider: ['正在提醒更大范围', 'Alerting further away'],
  stationQueue: ['等社工站派单', 'For the station to dispatch'],
  committee: ['已告知居委会', 'The committee was told'],
  expired: ['已过时间', 'Its time is over'],
};

export const hazardCategories: Terms<Schemas['HazardView']['category']> = {
  rubbish: ['垃圾堆放', 'Rubbish'],
  blockedPassage: ['通道堵塞', 'Blocked passage'],
  fireRisk: ['火灾隐患', 'Fire risk'],
  exposedWiring: ['电线裸露', 'Exposed wiring'],
  bicycleCharging: ['电动车违规充电', 'Unsafe charging'],
  brokenFacility: ['设施损坏', 'Broken facility'],
  slipperyGround: ['地面湿滑', 'Slippery ground'],
  waterLeak: ['漏水', 'Water leak'],
  fallenTree: ['树木倒伏', 'Fallen tree'],
  strayAnimal: ['流浪动物', 'Stray animal'],
  other: ['其他', 'Other'],
};

export const hazardStates: Terms<Schemas['HazardView']['state']> = {
  reported: ['已上报', 'Reported'],
  routed: ['待处理', 'To be handled'],
  handled: ['已处理', 'Handled'],
  fedBack: ['已反馈', 'Reporters told'],
  closed: ['已结案', 'Closed'],
};

export const severities: Terms<Schemas['HazardView']['severity']> = {
  low: ['轻微', 'Low'],
  medium: ['一般', 'Medium'],
  high: ['严重', 'High'],
  urgent: ['紧急', 'Urgent'],
};

export const callBackAnswers: Terms<NonNullable<Schemas['CallBackDue']['lastAnswer']>> = {
  served: ['确有服务', 'Served as recorded'],
  servedShorter: ['时间较短', 'Served, but shorter'],
  notServed: ['没有服务', 'Not served'],
  noAnswer: ['无人接听', 'No answer'],
  wrongNumber: ['号码有误', 'Wrong number'],
  declined: ['不愿回答', 'Would not say'],
};

export const hindrances: Terms<Schemas['CandidateHindrance']['reason']> = {
  unqualified: ['资质不符', 'Not qualified'],
  conflictOfInterest: ['本人或亲属的需求', 'Own or a relative’s need'],
  offDuty: ['未上岗', 'Off duty'],
  quietHours: ['免打扰时段', 'Quiet hours'],
  alertLimit: ['今日提醒已满', 'Enough alerts today'],
  claimLimit: ['手上任务已满', 'Holds enough errands'],
  overlap: ['时间冲突', 'Busy at that time'],
  refused: ['已谢绝本单', 'Has refused this one'],
};

export const recordStates: Terms<Schemas['ServiceRecordView']['state']> = {
  pending: ['进行中', 'Under way'],
  submitted: ['待确认', 'To be confirmed'],
  disputed: ['有争议', 'Disputed'],
  confirmed: ['已确认', 'Confirmed'],
  inNotice: ['公示中', 'On public notice'],
  credited: ['已入账', 'Credited'],
  corrected: ['已更正', 'Corrected'],
  voided: ['已作废', 'Void'],
};

export const rejectionCodes: Terms<NonNullable<Schemas['NeedStep']['code']>> = {
  notVoluntaryService: ['不属于志愿服务', 'Not voluntary service'],
  professionalNeeded: ['需专业人员', 'Needs a professional'],
  unsafe: ['不安全', 'Unsafe'],
  outsideArea: ['不在本辖区', 'Outside the area'],
  duplicate: ['重复', 'Duplicate'],
  notReachable: ['联系不上', 'Not reachable'],
  doneAlready: ['已办完', 'Done already'],
  windowTooShort: ['时间太紧', 'Too little time'],
  costTooHigh: ['花费过高', 'Costs too much'],
  other: ['其他', 'Other'],
};
