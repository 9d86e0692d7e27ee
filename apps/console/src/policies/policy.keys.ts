import type { Schemas } from '../api';
import type { Wording } from '../language';
import { needTypes } from '../terms';
import { evidenceOfCredit, grantPeriods, hardships, leaving, overflows, scopes } from './policy.terms';

export type Policy = Schemas['Policy'];
export type Value = string | number | boolean | readonly string[] | null;
/** A policy with one value a rule, by the rule's path. */
export type Rules = Record<string, Value>;

/** One rule of a policy: where it stands, what it is called, and which values it takes besides null. */
export interface Rule {
  path: string;
  name: Wording;
  unit?: Wording;
  kind: 'number' | 'flag' | 'choice' | 'choices';
  options?: Record<string, Wording>;
  max?: number;
}

const minutes: Wording = ['分钟', 'min'];
const years: Wording = ['周岁', 'years'];
const number = (path: string, name: Wording, max: number, unit: Wording = minutes): Rule => ({
  path,
  name,
  kind: 'number',
  max,
  unit,
});
const choice = (path: string, name: Wording, options: Record<string, Wording>): Rule => ({
  path,
  name,
  kind: 'choice',
  options,
});
const choices = (path: string, name: Wording, options: Record<string, Wording>): Rule => ({
  ...choice(path, name, options),
  kind: 'choices',
});
const flag = (path: string, name: Wording): Rule => ({ path, name, kind: 'flag' });

/** Every rule, in the order in which a service meets them. */
export const rules: readonly Rule[] = [
  choice('unit', ['计量单位', 'Unit'], {
    minute: ['分钟', 'Minute'],
    hour: ['小时', 'Hour'],
    coin: ['时间币', 'Coin'],
    service: ['次', 'Service'],
  }),
  choice('earnMode', ['怎样折算', 'How it is earned'], {
    hourly: ['按时长', 'By the time'],
    per_service: ['按次', 'By the service'],
    priced: ['按标价', 'By a price'],
  }),
  ...Object.entries(needTypes).map(([type, [zh, en]]) =>
    number(`prices.${type}`, [`标价：${zh}`, `Price: ${en}`], 1440),
  ),
  number('rounding.stepMinutes', ['折算步长', 'Step'], 1440),
  choice('rounding.mode', ['不足一步', 'Rest of a step'], {
    down: ['舍去', 'Dropped'],
    nearest: ['四舍五入', 'To the nearest'],
    up: ['进位', 'Rounded up'],
  }),
  choice('verification', ['哪些时长可折算', 'Which minutes count'], evidenceOfCredit),
  number('earnerAge.min', ['最小年龄', 'Youngest earner'], 120, years),
  number('earnerAge.max', ['最大年龄', 'Oldest earner'], 120, years),
  choice('earnerAge.minorMode', ['不足最小年龄', 'Who is younger'], {
    donate: overflows.donate,
    honour: overflows.honour,
  }),
  number('minBreakBetweenSamePair', ['同一对人的间隔', 'Break of the same pair'], 525_600),
  number('dailyCap', ['每日上限', 'Cap a day'], 1440),
  number('balanceCap', ['存储上限', 'Cap of the balance'], 100_000_000),
  choice('overflow', ['超出存储上限', 'Above that cap'], overflows),
  choice('groupHours', ['团体时长', 'Hours of groups'], {
    donate_only: ['只能捐赠', 'Donated only'],
    normal: ['照常', 'As others'],
  }),
  number('starterGrant', ['起始积分', 'To start with'], 1_000_000),
  number('redeem.minAge', ['兑换最小年龄', 'Youngest to redeem'], 120, years),
  flag('redeem.spouse', ['配偶可享', 'For the spouse too']),
  number('redeem.minStarHours', ['须先服务', 'Served before'], 100_000, ['小时', 'hours']),
  flag('redeem.goods', ['可换物品', 'For goods too']),
  flag('redeem.integerOnly', ['只换整数', 'Whole units only']),
  choices('transfer.scope', ['可转赠给', 'May be given to'], scopes),
  number('transfer.minAge', ['转赠最小年龄', 'Youngest to give'], 120, years),
  choices('grant.eligibility', ['困难份额给', 'Grants for'], hardships),
  number('grant.amount', ['每人每期份额', 'Grant a person and period'], 1_000_000),
  choice('grant.period', ['份额周期', 'Period of grants'], grantPeriods),
  choice('grant.sourcePool', ['份额来源', 'Grants come from'], { publicPool: ['公共时间池', 'Public pool'] }),
  number('expiryDays', ['到期', 'Expires after'], 36_500, ['天', 'days']),
  choice('leaveRegion', ['迁出', 'Moving away'], {
    keep: leaving.keep,
    donate: leaving.donate,
    expire: leaving.expire,
  }),
  choice('death', ['去世', 'Death'], {
    inherit: leaving.inherit,
    donate: leaving.donate,
    expire: leaving.expire,
  }),
];

/** The rules of a policy, each by its path; a part that is null has null rules. */
export function rulesOf(policy: Policy): Rules {
  const { prices, ...others } = policy;
  const priced = prices && Object.fromEntries(prices.map(({ type, minutes: worth }) => [type, worth]));
  const all = { ...others, prices: priced } as unknown as Record<string, Value | Rules>;
  return Object.fromEntries(
    rules.map(({ path }) => {
      const [key = '', part] = path.split('.');
      const value = all[key] ?? null;
      return [path, part === undefined ? (value as Value) : ((value as Rules | null)?.[part] ?? null)];
    }),
  );
}

/** The policy of rules; a part without a single rule is null. */
export function policyOf(chosen: Rules): Policy {
  const policy: Record<string, Value | Rules> = {};
  for (const { path } of rules) {
    const [key = '', part] = path.split('.');
    const value = chosen[path] ?? null;
    if (part === undefined) policy[key] = value;
    else policy[key] = { ...(policy[key] as Rules | undefined), [part]: value };
  }
  for (const [key, value] of Object.entries(policy))
    if (isPart(value) && Object.values(value).every((one) => one === null)) policy[key] = null;
  const priced = isPart(policy['prices'] ?? null) ? Object.entries(policy['prices'] as Rules) : [];
  const prices = priced.flatMap(([type, worth]) => (worth === null ? [] : [{ type, minutes: worth }]));
  return { ...policy, prices: prices.length > 0 ? prices : null } as unknown as Policy;
}

/** Paths of the rules that differ. */
export function differences(before: Rules, after: Rules): Rule[] {
  return rules.filter(
    ({ path }) => JSON.stringify(before[path] ?? null) !== JSON.stringify(after[path] ?? null),
  );
}

function isPart(value: Value | Rules): value is Rules {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
