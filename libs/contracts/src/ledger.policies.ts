import { Choice, Choices, Flag, Integer, Nested } from './fields.js';
import { hardshipCategories, type HardshipCategory } from './needs.js';

/** What a city counts credits in. The ledger books one hour, coin or service as 60 minutes. */
export const policyUnits = ['minute', 'hour', 'coin', 'service'] as const;
/** Ledger minutes of one unit. */
export const unitMinutes: Readonly<Record<(typeof policyUnits)[number], number>> = {
  minute: 1,
  hour: 60,
  coin: 60,
  service: 60,
};
/** By the time served, by the service whatever it took, or by a price on the need. */
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
