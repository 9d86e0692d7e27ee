import { ById, Nothing, PageQuery } from './common.js';
import { defineEvent, defineRpc } from './contract.js';
import { roles } from './actor.js';
import {
  Choice,
  Choices,
  Day,
  Flag,
  Instant,
  Integer,
  ListOf,
  Nested,
  Region,
  Text,
  Uuid,
} from './fields.js';
import { hardshipCategories, type HardshipCategory, needTypes, type NeedType } from './needs.js';

/** What a city counts credits in. The ledger books one hour, coin or service as 60 minutes. */
export const policyUnits = ['minute', 'hour', 'coin', 'service'] as const;
/** Ledger minutes of one unit. */
export const unitMinutes: Readonly<Record<(typeof policyUnits)[number], number>> = {
  minute: 1,
  hour: 60,
  coin: 60,
  service: 60,
};
/** By the time served, by the service whatever it took, or by the price of what was done. */
export const earnModes = ['hourly', 'per_service', 'priced'] as const;
export const roundingModes = ['down', 'nearest', 'up'] as const;
/** What becomes of minutes above the balance cap: to the public pool, kept as honour hours, or nothing. */
export const overflows = ['donate', 'honour', 'reject'] as const;
/** What becomes of the minutes of who is younger than `min`. */
export const minorModes = ['donate', 'honour'] as const;
/** Who may be given credits; `platform` is the public pool. */
export const transferScopes = [
  'spouse',
  'linealRelatives',
  'relatives',
  'friends',
  'hardshipElders',
  'platform',
] as const;
export const groupHoursModes = ['donate_only', 'normal'] as const;
export const grantPeriods = ['once', 'month', 'quarter', 'year'] as const;
/** Where grants come from. */
export const grantPools = ['publicPool'] as const;
/** What becomes of the balance of who moves to another region. */
export const leaveModes = ['keep', 'donate', 'expire'] as const;
/** What becomes of the balance of who dies. */
export const deathModes = ['inherit', 'donate', 'expire'] as const;
/**
 * Which minutes become credits: only device-verified ones; attested ones too (the offline route); or
 * attested ones too where two people confirmed them.
 */
export const verificationRules = ['device', 'offline', 'dual_review'] as const;

const longest = 100_000_000;

export class PolicyRounding {
  @Integer({ min: 1, max: 1440, description: 'Credits of a record are a multiple of it.' })
  stepMinutes!: number;
  @Choice(roundingModes, { nullable: true, description: 'What becomes of the rest of a step.' })
  mode!: (typeof roundingModes)[number] | null;
}

export class PolicyPrice {
  @Choice(needTypes) type!: NeedType;
  @Integer({ min: 1, max: 1440, description: 'Minutes a service of this type is worth, whatever it took.' })
  minutes!: number;
}

export class PolicyEarnerAge {
  @Integer({ min: 0, max: 120, nullable: true, description: 'Full years on the day of the service.' })
  min!: number | null;
  @Integer({ min: 0, max: 120, nullable: true }) max!: number | null;
  @Choice(minorModes, { nullable: true, description: 'Below min; null credits nothing.' })
  minorMode!: (typeof minorModes)[number] | null;
}

export class PolicyRedeem {
  @Integer({ min: 0, max: 120, nullable: true, description: 'Full years of who is served.' })
  minAge!: number | null;
  @Flag({ nullable: true, description: 'The spouse may be served too.' }) spouse!: boolean | null;
  @Integer({ min: 0, max: 100_000, nullable: true, description: 'Hours of service recorded before.' })
  minStarHours!: number | null;
  @Flag({ nullable: true, description: 'Goods too, not only service. Never money.' })
  goods!: boolean | null;
  @Flag({ nullable: true, description: 'In whole units only.' }) integerOnly!: boolean | null;
}

export class PolicyTransfer {
  @Choices(transferScopes, { max: 6, nullable: true, description: 'To whom credits may be given.' })
  scope!: (typeof transferScopes)[number][] | null;
  @Integer({ min: 0, max: 120, nullable: true, description: 'Full years of who gives.' })
  minAge!: number | null;
}

export class PolicyGrant {
  @Choices(hardshipCategories, { max: 8, nullable: true, description: 'Any of them; one suffices.' })
  eligibility!: HardshipCategory[] | null;
  @Integer({ min: 1, max: 1_000_000, nullable: true, description: 'Minutes a person and period.' })
  amount!: number | null;
  @Choice(grantPeriods, { nullable: true, description: 'In Asia/Shanghai.' })
  period!: (typeof grantPeriods)[number] | null;
  @Choice(grantPools, { nullable: true }) sourcePool!: (typeof grantPools)[number] | null;
}

/**
 * How a city's service hours become credits and what credits are good for. Every key is said; null is
 * unknown or no such rule, never a guess. All times are whole minutes unless the key says otherwise.
 */
export class Policy {
  @Choice(policyUnits, { nullable: true }) unit!: (typeof policyUnits)[number] | null;
  @Choice(earnModes) earnMode!: (typeof earnModes)[number];
  @ListOf(() => PolicyPrice, {
    max: needTypes.length,
    nullable: true,
    description: 'Of every type, where earnMode is priced; null otherwise.',
  })
  prices!: PolicyPrice[] | null;
  @Nested(() => PolicyRounding, { nullable: true }) rounding!: PolicyRounding | null;
  @Integer({ min: 1, max: 1440, nullable: true, description: 'Minutes one earner is credited a day.' })
  dailyCap!: number | null;
  @Integer({ min: 1, max: longest, nullable: true, description: 'Minutes; earning stops there.' })
  balanceCap!: number | null;
  @Choice(overflows, { nullable: true }) overflow!: (typeof overflows)[number] | null;
  @Integer({ min: 1, max: 1_000_000, nullable: true, description: 'Minutes, out of the public pool.' })
  starterGrant!: number | null;
  @Nested(() => PolicyEarnerAge, { nullable: true }) earnerAge!: PolicyEarnerAge | null;
  @Nested(() => PolicyRedeem, { nullable: true }) redeem!: PolicyRedeem | null;
  @Nested(() => PolicyTransfer, { nullable: true }) transfer!: PolicyTransfer | null;
  @Choice(groupHoursModes, { nullable: true }) groupHours!: (typeof groupHoursModes)[number] | null;
  @Nested(() => PolicyGrant, { nullable: true }) grant!: PolicyGrant | null;
  @Integer({ min: 1, max: 36_500, nullable: true, description: 'Days after which unspent credits expire.' })
  expiryDays!: number | null;
  @Choice(leaveModes, { nullable: true }) leaveRegion!: (typeof leaveModes)[number] | null;
  @Choice(deathModes, { nullable: true }) death!: (typeof deathModes)[number] | null;
  @Choice(verificationRules, { nullable: true }) verification!: (typeof verificationRules)[number] | null;
  @Integer({
    min: 1,
    max: 525_600,
    nullable: true,
    description: 'Minutes between two services of the same volunteer for the same resident.',
  })
  minBreakBetweenSamePair!: number | null;
}

/**
 * Why a confirmed service was not wholly credited to its volunteer, in the order in which a policy looks:
 * no minutes (voided), attested where only device-verified minutes count, or confirmed by one person where
 * two must; age unknown, below or above the limits; too soon after the same pair's last service; less than a
 * step; of a type without a price; a group's, which are donated; the day's cap; the balance cap. `refused` is the ledger's own: the
 * account is closed, say. `unrecorded` stands at records from before reasons were kept.
 */
export const creditReasons = [
  'voided',
  'notDeviceVerified',
  'notDualReviewed',
  'ageUnknown',
  'tooYoung',
  'tooOld',
  'samePairTooSoon',
  'belowStep',
  'unpriced',
  'groupDonates',
  'dailyCap',
  'balanceCap',
  'refused',
  'unrecorded',
] as const;

const city = { min: 1000, max: 9999, description: 'First four digits of the region.' };
const total = { min: 0, max: Number.MAX_SAFE_INTEGER };
const versionNumber = { min: 1, max: 1000, description: 'Gapless in its city; 1 is everybody’s first.' };
export const maxPolicyVersions = 1000;

export class BilingualText {
  @Text({ max: 1000 }) zh!: string;
  @Text({ max: 1000 }) en!: string;
}

/** A policy that some city is known to have; a beginning, not a recommendation. */
export class PolicyPreset {
  @Text({ max: 40 }) id!: string;
  @Nested(() => BilingualText) name!: BilingualText;
  @Text({ max: 300, description: 'Where it was read.' }) source!: string;
  @Nested(() => BilingualText, { description: 'What the keys cannot say.' }) note!: BilingualText;
  @Nested(() => Policy) policy!: Policy;
  @ListOf(() => BilingualText, { max: 30, description: 'What must be decided before it can be adopted.' })
  toDecide!: BilingualText[];
}

export class PolicyPresets {
  @ListOf(() => PolicyPreset, { max: 50 }) items!: PolicyPreset[];
}

export class ListPoliciesInput {
  @Integer(city) cityCode!: number;
}

/** A version to be adopted. */
export class ProposedPolicy {
  @Day({ description: 'First day in force; tomorrow at the earliest.' }) effectiveFrom!: string;
  @Day({ optional: true, description: 'First day no longer in force; then the next version begins on it.' })
  effectiveUntil?: string;
  @Text({ max: 40, optional: true, description: 'The preset it was made from.' }) presetId?: string;
  @Text({ max: 200, optional: true, description: 'Why; the number of the decision, say.' }) note?: string;
  @Nested(() => Policy) policy!: Policy;
}

export class AdoptPoliciesInput {
  @Integer(city) cityCode!: number;
  @ListOf(() => ProposedPolicy, { min: 1, max: 10, description: 'In the order of their days; all or none.' })
  versions!: ProposedPolicy[];
}

export class PolicyVersionView {
  @Integer(versionNumber) version!: number;
  @Day({ optional: true, description: 'Absent of the first, which holds from the beginning.' })
  effectiveFrom?: string;
  @Day({ optional: true }) effectiveUntil?: string;
  @Flag({ description: 'Today, in Asia/Shanghai.' }) isInForce!: boolean;
  @Text({ max: 40, optional: true }) presetId?: string;
  @Text({ max: 200, optional: true }) note?: string;
  @Nested(() => Policy) policy!: Policy;
  @Instant({ optional: true }) recordedAt?: string;
}

export class PolicyTimeline {
  @Integer(city) cityCode!: number;
  @ListOf(() => PolicyVersionView, { max: maxPolicyVersions, description: 'In the order of their days.' })
  versions!: PolicyVersionView[];
}

export const dryRunEffects = ['gain', 'lose', 'capped', 'changed'] as const;
export const maxDryRunDays = 366;

export class DryRunInput extends PageQuery {
  @Integer(city) cityCode!: number;
  @Day({ description: 'First day of service.' }) from!: string;
  @Day({ description: 'Last day of service, at most 366 days in all.' }) to!: string;
  @Choice(dryRunEffects, {
    optional: true,
    description: 'Whom to list: who would get more, less, meet a cap, or (unless told) any of these.',
  })
  effect?: (typeof dryRunEffects)[number];
  @Nested(() => Policy) policy!: Policy;
}

/** Minutes that services came to. */
export class CreditSums {
  @Integer(total) creditedMinutes!: number;
  @Integer(total) donatedMinutes!: number;
  @Integer(total) honourMinutes!: number;
}

export class ReasonCount {
  @Choice(creditReasons) reason!: (typeof creditReasons)[number];
  @Integer(total) recordCount!: number;
  @Integer({ ...total, description: 'Of what these records are worth, not credited to volunteers.' })
  minutes!: number;
}

export class DryRunTotals {
  @Integer(total) recordCount!: number;
  @Integer({ ...total, description: 'Of these records, those whose facts were not kept; left out.' })
  unknownCount!: number;
  @Integer(total) volunteerCount!: number;
  @Integer(total) gainerCount!: number;
  @Integer(total) loserCount!: number;
  @Integer({ ...total, description: 'Volunteers who would meet the daily or the balance cap.' })
  cappedCount!: number;
  @Integer(total) gainedMinutes!: number;
  @Integer(total) lostMinutes!: number;
  @Nested(() => CreditSums, { description: 'What was really posted.' }) actual!: CreditSums;
  @Nested(() => CreditSums) proposed!: CreditSums;
  @ListOf(() => ReasonCount, { max: 20, description: 'Under the proposed policy.' }) reasons!: ReasonCount[];
}

/** One volunteer's services of the period. */
export class DryRunLine {
  @Uuid() volunteerId!: string;
  @Integer(total) recordCount!: number;
  @Integer({ ...total, description: 'Credited really.' }) actualMinutes!: number;
  @Integer({ ...total, description: 'Credited under the proposed policy.' }) proposedMinutes!: number;
  @Integer({ ...total, description: 'Records that would meet a cap.' }) cappedCount!: number;
}

export class DryRunView {
  @Nested(() => DryRunTotals, { optional: true, description: 'On the first page only.' })
  totals?: DryRunTotals;
  @ListOf(() => DryRunLine, { max: 100 }) items!: DryRunLine[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

/** What became of a confirmed service record in the ledger. */
export class EarningView {
  @Uuid() recordId!: string;
  @Integer({ min: 1, max: 10_000, description: 'Version of the record.' }) version!: number;
  @Integer({ ...versionNumber, optional: true }) policyVersion?: number;
  @Integer(total) creditedMinutes!: number;
  @Integer({ ...total, description: 'To the public pool.' }) donatedMinutes!: number;
  @Integer({ ...total, description: 'Kept as honour hours.' }) honourMinutes!: number;
  @Choice(creditReasons, { optional: true, description: 'Why not all of it was credited.' })
  reason?: (typeof creditReasons)[number];
  @Uuid({ optional: true, description: 'The transfer that credits it.' }) transferId?: string;
  @Instant({ optional: true }) decidedAt?: string;
}

/** Decided by the ledger: what a version of a confirmed service record came to. Tells the station that it is dealt with. */
export class EarningDecided {
  @Uuid() recordId!: string;
  @Uuid() volunteerId!: string;
  @Integer({ min: 1, max: 10_000 }) version!: number;
  @Region({ description: 'Place of service.' }) communityCode!: string;
  @Integer(versionNumber) policyVersion!: number;
  @Integer(total) creditedMinutes!: number;
  @Integer(total) donatedMinutes!: number;
  @Integer(total) honourMinutes!: number;
  @Choice(creditReasons, { optional: true }) reason?: (typeof creditReasons)[number];
  @Instant() decidedAt!: string;
}

const policyFaultCodes = [
  'policy.notFuture',
  'policy.periodEmpty',
  'policy.overlap',
  'policy.gap',
  'policy.contradiction',
  'policy.undecided',
  'policy.stepImpossible',
  'policy.openEnd',
] as const;

export const policies = {
  /** Policies of cities as their sources tell them. */
  presets: defineRpc({
    subject: 'ledger.listPresets',
    input: Nothing,
    output: PolicyPresets,
    errors: [],
    callers: ['official', 'administrator', 'system'],
  }),
  /** All versions of a city: the rules are everybody's business. */
  list: defineRpc({
    subject: 'ledger.listPolicies',
    input: ListPoliciesInput,
    output: PolicyTimeline,
    errors: [],
    callers: [...roles, 'system'],
  }),
  /** Adds versions behind those there are; nothing of a version ever changes. The first fault is answered. */
  adopt: defineRpc({
    subject: 'ledger.adoptPolicies',
    input: AdoptPoliciesInput,
    output: PolicyTimeline,
    errors: ['access.foreignRegion', 'idempotency.conflict', ...policyFaultCodes],
    callers: ['administrator', 'system'],
  }),
  /**
   * Replays the services of past days under a policy and writes nothing: who would get more, less, or meet a
   * cap. Caps are met in the order of the services; a service whose record was corrected counts as corrected.
   */
  dryRun: defineRpc({
    subject: 'ledger.dryRunPolicy',
    input: DryRunInput,
    output: DryRunView,
    errors: ['access.foreignRegion', 'cursor.invalid', 'policy.periodInvalid', ...policyFaultCodes],
    callers: ['administrator', 'system'],
    deadlineMs: 30_000,
  }),
  /** What a service record came to, and why not more: for its volunteer, and for staff of the place. */
  getEarning: defineRpc({
    subject: 'ledger.getEarning',
    input: ById,
    output: EarningView,
    errors: ['resource.notFound'],
    callers: ['volunteer', 'committee', 'station', 'administrator', 'system'],
  }),
};

export const policyEvents = {
  earningDecided: defineEvent({ subject: 'earning.decided', owner: 'ledger', data: EarningDecided }),
};
