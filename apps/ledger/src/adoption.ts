import { type ErrorCode, needTypes, type Policy } from '#contracts';
import { priceOf, stepMinutes } from './credit.js';
import { minutesAsServed, type PolicyVersion } from './policy.js';

/** Why a policy cannot be adopted; the wording of the code says what to do. */
export interface PolicyFault {
  code: Extract<ErrorCode, `policy.${string}`>;
  data: Record<string, unknown>;
}

/** A version as somebody proposes it. */
export type Proposal = Omit<PolicyVersion, 'version' | 'effectiveFrom'> & { effectiveFrom: string };

/** All that keeps a policy from being carried out, in the order of its keys; empty where nothing does. */
export function policyFaults(policy: Policy): PolicyFault[] {
  const faults = [
    ...earnFaults(policy),
    ...priceFaults(policy),
    ...capFaults(policy),
    ...ageFaults(policy),
    ...grantFaults(policy),
  ];
  return faults.filter((fault) => fault !== undefined);
}

type Found = (PolicyFault | undefined)[];

function earnFaults({ unit, earnMode, rounding, redeem }: Policy): Found {
  const isPerService = earnMode === 'per_service';
  const countsTime = unit === 'minute' || unit === 'hour';
  return [
    isPerService && (unit === null || countsTime) ? against('earnMode', earnMode, 'unit', unit) : undefined,
    !isPerService && unit === 'service' ? against('unit', unit, 'earnMode', earnMode) : undefined,
    earnMode !== 'hourly' && rounding
      ? against('earnMode', earnMode, 'rounding', rounding.stepMinutes)
      : undefined,
    rounding?.mode === null ? undecided('rounding.mode', 'rounding') : undefined,
    redeem?.integerOnly && unit === null ? undecided('unit', 'redeem.integerOnly') : undefined,
  ];
}

/** Every type has one price, in whole units; and prices stand where they are asked for only. */
function priceFaults(policy: Policy): Found {
  const { earnMode, prices } = policy;
  if (earnMode !== 'priced') return prices ? [against('prices', prices.length, 'earnMode', earnMode)] : [];
  const step = stepMinutes(policy);
  const missing = needTypes.find((type) => priceOf(policy, type) === 0);
  const [twice] = (prices ?? []).filter(
    ({ type }, at) => prices?.findIndex((each) => each.type === type) !== at,
  );
  const uneven = prices?.find(({ minutes }) => minutes % step !== 0);
  return [
    missing ? undecided(`prices.${missing}`, 'earnMode') : undefined,
    twice
      ? against(
          'prices',
          `${twice.type}: ${twice.minutes}`,
          'prices',
          `${twice.type}: ${priceOf(policy, twice.type)}`,
        )
      : undefined,
    uneven
      ? fault('policy.stepImpossible', { key: `prices.${uneven.type}`, limit: uneven.minutes, step })
      : undefined,
  ];
}

function capFaults(policy: Policy): Found {
  const { dailyCap, balanceCap, overflow, starterGrant } = policy;
  const step = stepMinutes(policy);
  const caps = [
    ['dailyCap', dailyCap],
    ['balanceCap', balanceCap],
  ] as const;
  return [
    ...caps.map(([key, limit]) =>
      limit !== null && limit % step !== 0 ? fault('policy.stepImpossible', { key, limit, step }) : undefined,
    ),
    dailyCap !== null && balanceCap !== null && dailyCap > balanceCap
      ? against('dailyCap', dailyCap, 'balanceCap', balanceCap)
      : undefined,
    balanceCap !== null && overflow === null ? undecided('overflow', 'balanceCap') : undefined,
    balanceCap === null && overflow !== null ? against('overflow', overflow, 'balanceCap', null) : undefined,
    balanceCap !== null && starterGrant !== null && starterGrant > balanceCap
      ? against('starterGrant', starterGrant, 'balanceCap', balanceCap)
      : undefined,
  ];
}

function ageFaults({ earnerAge }: Policy): Found {
  if (!earnerAge) return [];
  const { min, max, minorMode } = earnerAge;
  return [
    min !== null && max !== null && min > max
      ? against('earnerAge.min', min, 'earnerAge.max', max)
      : undefined,
    min === null && minorMode !== null
      ? against('earnerAge.minorMode', minorMode, 'earnerAge.min', null)
      : undefined,
  ];
}

function grantFaults({ grant }: Policy): Found {
  if (!grant) return [];
  const keys = ['eligibility', 'amount', 'period', 'sourcePool'] as const;
  return keys.map((key) =>
    grant[key] === null || (key === 'eligibility' && grant.eligibility?.length === 0)
      ? undecided(`grant.${key}`, 'grant')
      : undefined,
  );
}

/**
 * What is wrong with proposed versions behind those that a city has: each must begin after today, when the
 * one before it is in force, and where an end was said exactly on it; the last one has no end, since on
 * every day a version must be in force. The faults of the first such version, or of its policy.
 * @param today `2026-03-02` in Asia/Shanghai
 */
export function adoptionFaults(
  known: readonly PolicyVersion[],
  proposed: readonly Proposal[],
  today: string,
): PolicyFault[] {
  let before = known.at(-1) ?? minutesAsServed;
  for (const each of proposed) {
    const faults = [...periodFaults(before, each, today), ...policyFaults(each.policy)];
    if (faults.length > 0) return faults;
    before = { ...each, version: before.version + 1 };
  }
  const { effectiveUntil } = before;
  return effectiveUntil === null ? [] : [fault('policy.openEnd', { effectiveUntil })];
}

function periodFaults(before: PolicyVersion, each: Proposal, today: string): PolicyFault[] {
  const { effectiveFrom, effectiveUntil } = each;
  if (effectiveFrom <= today) return [fault('policy.notFuture', { effectiveFrom, today })];
  if (effectiveUntil !== null && effectiveUntil <= effectiveFrom)
    return [fault('policy.periodEmpty', { effectiveFrom, effectiveUntil })];
  const { version } = before;
  const isInside = before.effectiveFrom !== null && effectiveFrom <= before.effectiveFrom;
  if (isInside) return [fault('policy.overlap', { effectiveFrom, version, day: before.effectiveFrom })];
  if (before.effectiveUntil === null || before.effectiveUntil === effectiveFrom) return [];
  const data = { effectiveFrom, version, day: before.effectiveUntil };
  return [fault(effectiveFrom < before.effectiveUntil ? 'policy.overlap' : 'policy.gap', data)];
}

function fault(code: PolicyFault['code'], data: PolicyFault['data']): PolicyFault {
  return { code, data };
}

function undecided(key: string, because: string): PolicyFault {
  return fault('policy.undecided', { key, because });
}

/** Two keys that cannot both hold. */
function against(key: string, value: unknown, other: string, otherValue: unknown): PolicyFault {
  return fault('policy.contradiction', { key, value, other, otherValue: otherValue ?? 'null' });
}
