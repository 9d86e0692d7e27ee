import type { Schemas } from '../api';
import type { Wording } from '../language';
import type { Terms } from '../terms';

export type Statistic = Schemas['StatisticView'];
export type Metric = Statistic['metric'];
export type Campaign = Schemas['CampaignProgress'];
export type Problem = Schemas['ProblemView'];

/** What a station publishes, by kind, in the order in which a form offers it. */
export const kinds: readonly { name: Wording; metrics: readonly Metric[] }[] = [
  { name: ['个案', 'Cases'], metrics: ['cases', 'casePersonTimes'] },
  { name: ['小组', 'Groups'], metrics: ['groups', 'groupPersonTimes'] },
  {
    name: ['活动', 'Activities'],
    metrics: ['communityActivities', 'activityPersonTimes', 'timeBankActivities', 'campaigns'],
  },
  { name: ['资源链接', 'Resource links'], metrics: ['resourceLinks', 'resourceEquivalentFen'] },
  { name: ['社工', 'Staff'], metrics: ['socialWorkers', 'licensedSocialWorkers'] },
  {
    name: ['站点与覆盖', 'Stations and coverage'],
    metrics: [
      'socialWorkStations',
      'communitiesCovered',
      'residentsCommittees',
      'committeeStaff',
      'residents',
      'courierSites',
    ],
  },
  {
    name: ['志愿者', 'Volunteers'],
    metrics: ['registeredVolunteers', 'courierVolunteers', 'volunteerPersonTimes', 'serviceHours'],
  },
  {
    name: ['服务对象', 'People served'],
    metrics: ['personTimes', 'personsServed', 'householdsServed', 'serviceMinutes'],
  },
];

export const metricNames: Terms<Metric> = {
  socialWorkStations: ['社工站（个）', 'Social work stations'],
  communitiesCovered: ['覆盖社区和村（个）', 'Communities covered'],
  residentsCommittees: ['居委会（个）', 'Residents’ committees'],
  committeeStaff: ['居委会工作人员（人）', 'Committee staff'],
  residents: ['常住居民（人）', 'Residents'],
  courierSites: ['快递站点（个）', 'Courier sites'],
  courierVolunteers: ['快递员志愿者（人）', 'Courier volunteers'],
  registeredVolunteers: ['注册志愿者（人）', 'Registered volunteers'],
  volunteerPersonTimes: ['志愿者参与（人次）', 'Volunteer person-times'],
  serviceHours: ['志愿服务（小时）', 'Service hours'],
  socialWorkers: ['社工（人）', 'Social workers'],
  licensedSocialWorkers: ['持证社工（人）', 'Licensed social workers'],
  cases: ['个案（个）', 'Cases'],
  casePersonTimes: ['个案服务（人次）', 'Case person-times'],
  groups: ['小组（个）', 'Groups'],
  groupPersonTimes: ['小组服务（人次）', 'Group person-times'],
  communityActivities: ['社区活动（场）', 'Community activities'],
  activityPersonTimes: ['活动参与（人次）', 'Activity person-times'],
  personTimes: ['服务（人次）', 'Person-times'],
  personsServed: ['服务对象（人）', 'Persons served'],
  householdsServed: ['服务家庭（户）', 'Households served'],
  serviceMinutes: ['服务时长（分钟）', 'Service minutes'],
  timeBankActivities: ['时间银行活动（场）', 'Time bank activities'],
  resourceLinks: ['资源链接（次）', 'Resource links'],
  resourceEquivalentFen: ['资源折合价值（元）', 'Value of resources (yuan)'],
  campaigns: ['专项行动（项）', 'Campaigns'],
  problemsLogged: ['登记问题（件）', 'Problems logged'],
  problemsReferred: ['转介问题（件）', 'Problems referred'],
};

/** What there is on a day, not what happened over days; the API holds the same. */
const standing: readonly Metric[] = [
  ...(['socialWorkStations', 'communitiesCovered', 'residentsCommittees', 'committeeStaff'] as const),
  ...(['residents', 'courierSites', 'courierVolunteers', 'registeredVolunteers'] as const),
  ...(['socialWorkers', 'licensedSocialWorkers', 'personsServed', 'householdsServed'] as const),
];
export const stands = (metric: Metric): boolean => standing.includes(metric);

/** What a campaign can aim at; the API holds the same. */
export const goals = [
  ...(['personsServed', 'householdsServed', 'personTimes', 'volunteerPersonTimes'] as const),
  ...(['serviceMinutes', 'serviceHours', 'cases', 'groups', 'communityActivities'] as const),
  ...(['activityPersonTimes', 'resourceLinks', 'resourceEquivalentFen'] as const),
] satisfies Campaign['metric'][];

export const qualifierNames: Terms<Statistic['qualifier']> = {
  exact: ['准确', 'Exact'],
  approx: ['近、约、左右', 'About'],
  atLeast: ['余、多、以上', 'At least'],
};

const fenPerYuan = 100;

/** What is counted in fen is asked for and shown in yuan. */
export const toShown = (metric: Metric, value: number): number =>
  metric === 'resourceEquivalentFen' ? value / fenPerYuan : value;
export const fromShown = (metric: Metric, value: number): number =>
  metric === 'resourceEquivalentFen' ? Math.round(value * fenPerYuan) : value;

/** A figure with the word that says how certain it is. */
export function figureOf(
  { metric, value, qualifier }: Pick<Statistic, 'metric' | 'value' | 'qualifier'>,
  t: (zh: string, en: string) => string,
): string {
  const number = toShown(metric, value).toLocaleString('en-US');
  if (qualifier === 'approx') return t(`约 ${number}`, `about ${number}`);
  if (qualifier === 'atLeast') return t(`${number} 以上`, `at least ${number}`);
  return number;
}

export const problemCategories: Terms<Problem['category']> = {
  food: ['米面主食', 'Food'],
  oil: ['食用油', 'Cooking oil'],
  vegetables: ['蔬菜', 'Vegetables'],
  medicine: ['药品', 'Medicine'],
  urgentMedicalCare: ['紧急就医', 'Urgent medical care'],
  policyAdvice: ['政策咨询', 'Advice on policies'],
  counselling: ['心理咨询', 'Counselling'],
  emotionalSupport: ['情绪疏导', 'Emotional support'],
  other: ['其他', 'Other'],
};

export const problemStates: Terms<Problem['state']> = {
  open: ['待办', 'Open'],
  referred: ['已转介', 'Referred'],
  closed: ['已办结', 'Closed'],
};
