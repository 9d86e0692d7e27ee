import { type creditReasons, type NeedType, type Policy, unitMinutes, type Verification } from '#contracts';

export type CreditReason = (typeof creditReasons)[number];

/** What a policy looks at in a confirmed service. */
export interface Service {
  /** What was done; null where that was not told. */
  type: NeedType | null;
  serviceMinutes: number;
  verification: Verification;
  /** People who confirmed it; null where that was not told. */
  confirmations: number | null;
  /** Given as a member of a group. */
  isGroup: boolean;
  /** Full years of the earner on the day of the service; null is unknown. */
  ageYears: number | null;
  /** Minutes since the same volunteer last served the same resident; null for their first service. */
  breakMinutes: number | null;
}

/** Where the earner stands, this service left out. */
export interface Standing {
  /** Credited and donated for services of the same day. */
  earnedTodayMinutes: number;
  balanceMinutes: number;
}

/** What a service comes to. What is in none of the three is not credited, and the reason says why. */
export interface Credit {
  /** Minutes the service is worth before any limit. */
  worthMinutes: number;
  /** To the volunteer's own account. */
  creditedMinutes: number;
  /** To the public pool. */
  donatedMinutes: number;
  /** Kept as honour hours: recorded, never spent. */
  honourMinutes: number;
  /** The first of {@link creditReasons} that kept some of the worth from the volunteer; null where none did. */
  reason: CreditReason | null;
}

/**
 * What a confirmed service comes to under a policy. First what it is worth: minutes rounded to the step,
 * one unit a service, or the price of its type. Then who may earn at all, in the order of {@link creditReasons}. What is left is cut
 * to the daily cap; then a group's goes to the pool, and anybody's is cut to the balance cap, with the rest
 * donated, honoured or refused. A cap leaves whole steps. Pure; the same input gives the same credit.
 */
export function credit(policy: Policy, service: Service, standing: Standing): Credit {
  const worthMinutes = worthOf(policy, service);
  const nothing: Credit = {
    worthMinutes,
    ...{ creditedMinutes: 0, donatedMinutes: 0, honourMinutes: 0, reason: null },
  };
  if (service.serviceMinutes === 0) return { ...nothing, reason: 'voided' };
  const barred = barOf(policy, service);
  if (barred && barred.insteadOf !== 'donate')
    return {
      ...nothing,
      honourMinutes: barred.insteadOf === 'honour' ? worthMinutes : 0,
      reason: barred.reason,
    };
  if (worthMinutes === 0)
    return { ...nothing, reason: policy.earnMode === 'priced' ? 'unpriced' : 'belowStep' };
  const today = within(policy, worthMinutes, policy.dailyCap, standing.earnedTodayMinutes);
  const cut = today < worthMinutes ? 'dailyCap' : null;
  if (barred) return { ...nothing, donatedMinutes: today, reason: barred.reason };
  if (service.isGroup && policy.groupHours === 'donate_only')
    return { ...nothing, donatedMinutes: today, reason: 'groupDonates' };
  const creditedMinutes = within(policy, today, policy.balanceCap, standing.balanceMinutes);
  const overMinutes = today - creditedMinutes;
  return {
    worthMinutes,
    creditedMinutes,
    donatedMinutes: policy.overflow === 'donate' ? overMinutes : 0,
    honourMinutes: policy.overflow === 'honour' ? overMinutes : 0,
    reason: cut ?? (overMinutes > 0 ? 'balanceCap' : null),
  };
}

function worthOf(policy: Policy, { serviceMinutes: minutes, type }: Service): number {
  const { earnMode, unit, rounding } = policy;
  if (minutes === 0) return 0;
  if (earnMode === 'per_service') return unitMinutes[unit ?? 'service'];
  if (earnMode === 'priced') return priceOf(policy, type);
  if (!rounding) return minutes;
  const { stepMinutes, mode } = rounding;
  const steps = minutes / stepMinutes;
  return (
    stepMinutes *
    (mode === 'up' ? Math.ceil(steps) : mode === 'nearest' ? Math.round(steps) : Math.floor(steps))
  );
}

interface Bar {
  reason: CreditReason;
  /** What becomes of the minutes all the same. */
  insteadOf: 'donate' | 'honour' | null;
}

/** Why nothing is credited, whatever the limits. */
function barOf(policy: Policy, service: Service): Bar | undefined {
  const { verification, confirmations, breakMinutes } = service;
  if (verification === 'attested') {
    if (policy.verification === 'device') return { reason: 'notDeviceVerified', insteadOf: 'honour' };
    if (policy.verification === 'dual_review' && (confirmations ?? 0) < 2)
      return { reason: 'notDualReviewed', insteadOf: null };
  }
  const age = ageBar(policy, service.ageYears);
  if (age) return age;
  const least = policy.minBreakBetweenSamePair;
  return least !== null && breakMinutes !== null && breakMinutes < least
    ? { reason: 'samePairTooSoon', insteadOf: null }
    : undefined;
}

function ageBar({ earnerAge }: Policy, ageYears: number | null): Bar | undefined {
  if (!needsAge(earnerAge)) return undefined;
  if (ageYears === null) return { reason: 'ageUnknown', insteadOf: null };
  if (ageYears < (earnerAge?.min ?? 0))
    return { reason: 'tooYoung', insteadOf: earnerAge?.minorMode ?? null };
  return ageYears > (earnerAge?.max ?? Infinity) ? { reason: 'tooOld', insteadOf: null } : undefined;
}

/** Whether a policy asks how old an earner is: only then does anybody have to know. */
export function needsAge(earnerAge: Policy['earnerAge']): boolean {
  return earnerAge !== null && (earnerAge.min !== null || earnerAge.max !== null);
}

/** As much of the minutes as a limit leaves room for, in whole steps where there is not room for all. */
function within(policy: Policy, minutes: number, limitMinutes: number | null, usedMinutes: number): number {
  if (limitMinutes === null) return minutes;
  const room = Math.max(0, limitMinutes - usedMinutes);
  if (minutes <= room) return minutes;
  const step = stepMinutes(policy);
  return Math.floor(room / step) * step;
}

/** What credits come in: units where services bear them, the step of rounding, or single minutes. */
export function stepMinutes({ earnMode, unit, rounding }: Policy): number {
  if (earnMode === 'per_service') return unitMinutes[unit ?? 'service'];
  return earnMode === 'priced' && unit === 'coin' ? unitMinutes.coin : (rounding?.stepMinutes ?? 1);
}

/** Minutes that a service of a type is worth, whatever it took; 0 of a type without a price. */
export function priceOf({ prices }: Policy, type: NeedType | null): number {
  return prices?.find((price) => price.type === type)?.minutes ?? 0;
}
