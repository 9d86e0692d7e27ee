import {
  DomainError,
  type ErrandPriceInput,
  type PairFacts,
  type Policy,
  type Relation,
  type transferScopes,
  unitMinutes,
} from '#contracts';
import { priceOf } from './credit.js';

type Scope = (typeof transferScopes)[number];

/** Administrative usage (直系亲属) counts the spouse among lineal relatives. */
const tiesOf: Readonly<Partial<Record<Scope, readonly Relation[]>>> = {
  spouse: ['spouse'],
  linealRelatives: ['spouse', 'parent', 'child', 'grandparent', 'grandchild'],
  relatives: ['spouse', 'parent', 'child', 'grandparent', 'grandchild', 'sibling', 'otherRelative'],
  friends: ['friend'],
};

/**
 * Whether a policy lets an errand be paid so. Asked in order: is this way of paying allowed at all; may this
 * person pay for that one; the ages of who is served and who pays for another; the hours of who pays. Of the
 * pool: is there a grant; is who is served in hardship; is the share of the period left.
 * @param usedMinutes what the pool gave and holds for who is served in the period of the grant
 * @throws DomainError the policy's reasons of `ledger.holdForErrand`
 */
export function checkErrand(policy: Policy, input: ErrandPriceInput, usedMinutes: number): void {
  if (input.mode === 'publicPool') checkGrant(policy, input, usedMinutes);
  else checkRedeem(policy, input.facts, input.payerId === input.servedId);
}

/**
 * Whether a policy lets somebody redeem, for oneself or for another.
 * @throws DomainError `redemption.notAllowed`, `redemption.notRelated`, `redemption.ageUnknown`,
 * `redemption.tooYoung`, `redemption.starHoursMissing`
 */
export function checkRedeem({ redeem, transfer }: Policy, facts: PairFacts, isForOneself: boolean): void {
  if (!redeem) throw new DomainError('redemption.notAllowed');
  const bySpouse = facts.relation === 'spouse' && redeem.spouse === true;
  const isGift = !isForOneself && !bySpouse;
  if (isGift && !isWithin(transfer?.scope ?? [], facts)) throw new DomainError('redemption.notRelated');
  checkAge(facts.takerYears, redeem.minAge);
  if (isGift) checkAge(facts.giverYears, transfer?.minAge ?? null);
  const { minStarHours } = redeem;
  if (minStarHours !== null && facts.giverServiceMinutes < minStarHours * 60)
    throw new DomainError('redemption.starHoursMissing', { minStarHours });
}

/**
 * Whether a policy lets minutes be given: to somebody, or (without `facts.relation`) to the public pool.
 * @throws DomainError `redemption.notAllowed`, `redemption.notRelated`, `redemption.ageUnknown`,
 * `redemption.tooYoung`, `redemption.wholeUnits`
 */
export function checkGift(policy: Policy, facts: PairFacts, to: 'person' | 'pool', minutes: number): void {
  const scope = policy.transfer?.scope ?? [];
  const toPersons = scope.filter((each) => each !== 'platform');
  if (to === 'pool' ? !scope.includes('platform') : toPersons.length === 0)
    throw new DomainError('redemption.notAllowed');
  if (to === 'person' && !isWithin(toPersons, facts)) throw new DomainError('redemption.notRelated');
  checkAge(facts.giverYears, policy.transfer?.minAge ?? null);
  checkWhole(policy, minutes);
}

/** @throws DomainError `redemption.wholeUnits` */
export function checkWhole(policy: Policy, minutes: number): void {
  const unit = wholeMinutes(policy);
  if (minutes % unit !== 0) throw new DomainError('redemption.wholeUnits', { unitMinutes: unit });
}

/** What a slot may cost at most: a unit, the price of what is needed, or what is expected in whole steps. */
export function slotMinutes(
  policy: Policy,
  { expectedMinutes, type }: Pick<ErrandPriceInput, 'expectedMinutes' | 'type'>,
): number {
  if (policy.earnMode === 'per_service') return unitMinutes.service;
  if (policy.earnMode === 'priced') return priceOf(policy, type);
  const step = Math.max(policy.rounding?.stepMinutes ?? 1, wholeMinutes(policy));
  return Math.ceil(expectedMinutes / step) * step;
}

/** What of a service's credits is charged: never more than a slot may cost, and whole units where the policy says so. */
export function chargeMinutes(creditMinutes: number, slotMinutes: number, wholeMinutes: number): number {
  const most = Math.min(creditMinutes, slotMinutes);
  return most - (most % wholeMinutes);
}

/** Minutes of the unit that redeeming must not break; 1 where it may. */
export function wholeMinutes({ redeem, unit }: Policy): number {
  return redeem?.integerOnly === true ? unitMinutes[unit ?? 'minute'] : 1;
}

/**
 * Slots whose hold is more than any service can still need: of an errand that was settled, all beyond the
 * claims that may still bring a record the ledger has not heard of. The highest go first.
 */
export function surplusSlots(
  openSlots: readonly number[],
  awaitedIds: readonly string[],
  heardIds: ReadonlySet<string>,
): number[] {
  const stillAwaited = awaitedIds.filter((id) => !heardIds.has(id)).length;
  return [...openSlots].sort((a, b) => a - b).slice(stillAwaited);
}

/** First instant of the period of a grant that `day` (Asia/Shanghai) lies in; the beginning of time for `once`. */
export function periodStart(period: 'once' | 'month' | 'quarter' | 'year' | null, day: string): Date {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const first = { once: 0, month, quarter: month - ((month - 1) % 3), year: 1 }[period ?? 'once'];
  return first === 0 ? new Date(0) : new Date(`${year}-${String(first).padStart(2, '0')}-01T00:00:00+08:00`);
}

function checkGrant({ grant, ...policy }: Policy, input: ErrandPriceInput, usedMinutes: number): void {
  if (grant?.sourcePool !== 'publicPool') throw new DomainError('redemption.notAllowed');
  const { takerCategories } = input.facts;
  const { eligibility, amount } = grant;
  const isEligible = takerCategories.some((each) => eligibility === null || eligibility.includes(each));
  if (!isEligible) throw new DomainError('redemption.notInHardship');
  const asked = input.slots * slotMinutes({ ...policy, grant }, input);
  if (amount !== null && usedMinutes + asked > amount)
    throw new DomainError('redemption.grantExhausted', { leftMinutes: Math.max(0, amount - usedMinutes) });
}

function isWithin(scope: readonly Scope[], { relation, takerCategories }: PairFacts): boolean {
  return scope.some((each) =>
    each === 'hardshipElders'
      ? takerCategories.length > 0
      : relation !== undefined && (tiesOf[each]?.includes(relation) ?? false),
  );
}

function checkAge(years: number | undefined, minAge: number | null): void {
  if (minAge === null) return;
  if (years === undefined) throw new DomainError('redemption.ageUnknown');
  if (years < minAge) throw new DomainError('redemption.tooYoung', { minAge });
}
