import type { Policy, PolicyRedeem } from '#contracts';

/** A policy as it is in force: every transfer names the version it was posted under. */
export interface PolicyVersion {
  version: number;
  /** First day it is in force, Asia/Shanghai; null is from the beginning. */
  effectiveFrom: string | null;
  /** First day it no longer is, where that was said; the next version begins on it. */
  effectiveUntil: string | null;
  policy: Policy;
}

/** Nothing known and no rule; presets and tests say only what differs. */
export const silentPolicy: Readonly<Policy> = {
  unit: null,
  earnMode: 'hourly',
  prices: null,
  rounding: null,
  dailyCap: null,
  balanceCap: null,
  overflow: null,
  starterGrant: null,
  earnerAge: null,
  redeem: null,
  transfer: null,
  groupHours: null,
  grant: null,
  expiryDays: null,
  leaveRegion: null,
  death: null,
  verification: null,
  minBreakBetweenSamePair: null,
};

/** Credits are good for service, and nothing more is asked of who redeems them. */
export const plainRedeem: Readonly<PolicyRedeem> = {
  minAge: null,
  spouse: null,
  minStarHours: null,
  goods: null,
  integerOnly: null,
};

/**
 * In force in every city until its own first version: a minute served is a minute earned, and a minute earned is
 * good for a minute of service for oneself or a relative, or for the public pool.
 */
export const minutesAsServed: PolicyVersion = {
  version: 1,
  effectiveFrom: null,
  effectiveUntil: null,
  policy: {
    ...silentPolicy,
    unit: 'minute',
    redeem: plainRedeem,
    transfer: { scope: ['relatives', 'platform'], minAge: null },
  },
};

/** A city's versions in the order in which they come into force, the one that everybody begins with first. */
export class Timeline {
  readonly versions: readonly PolicyVersion[];

  constructor(own: readonly PolicyVersion[] = []) {
    this.versions = [minutesAsServed, ...own];
  }

  /** The version in force on a day, `2026-03-02` in Asia/Shanghai. */
  on(day: string): PolicyVersion {
    let found = minutesAsServed;
    for (const each of this.versions)
      if (each.effectiveFrom !== null && each.effectiveFrom <= day) found = each;
    return found;
  }
}
