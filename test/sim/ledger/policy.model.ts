import type { Policy, ServiceRecordConfirmed } from '#contracts';

/** Minutes that came together, and the day they came on. */
interface Lot {
  day: string;
  minutes: number;
}

interface Person {
  /** The oldest first: what is spent is taken from the front. */
  lots: Lot[];
  held: number;
}

/** What a service came to. */
export interface Outcome {
  version: number;
  credited: number;
  donated: number;
  honour: number;
  reason: string | null;
}

interface Kept extends Outcome {
  person: string;
  day: string;
}

/**
 * A city's time bank under its policies, as one would keep it in a drawer: every credit a slip of paper with its
 * day, taken from the bottom of the pile when it is spent. Shares no line with the real one.
 */
export class NaiveCity {
  readonly people = new Map<string, Person>();
  readonly records = new Map<string, Kept>();
  pool = 0;
  issued = 0;
  expired = 0;
  writtenOff = 0;
  granted = 0;
  /** Of which to who had to wait. */
  grantedLater = 0;
  /** Who found the pool empty, who waits longest first. */
  readonly waiting: { person: string; minutes: number }[] = [];
  private readonly welcomed = new Set<string>();
  private cutoff = '';

  /** @param policies by their first days; nothing is asked before the first */
  constructor(private readonly policies: readonly { from: string; policy: Policy }[]) {}

  policyOn(day: string): Policy {
    const found = this.policies.findLast(({ from }) => from <= day);
    if (!found) throw new Error(`no policy on ${day}`);
    return found.policy;
  }

  balance(person: string): number {
    return sumOf(this.personOf(person).lots);
  }

  available(person: string): number {
    return this.balance(person) - this.personOf(person).held;
  }

  hold(person: string, minutes: number): void {
    this.personOf(person).held += minutes;
  }

  /** A version of a record is told, maybe not for the first time, maybe late. */
  told(recordId: string, record: ServiceRecordConfirmed, day: string, today: string): void {
    const before = this.records.get(recordId);
    if (before && before.version >= record.version) return;
    const person = record.volunteerId;
    const others = [...this.records].filter(([id]) => id !== recordId).map(([, each]) => each);
    const earned = others.filter((each) => each.person === person && each.day === day);
    const given = creditOf(this.policyOn(day), record, {
      today: earned.reduce((sum, each) => sum + each.credited + each.donated, 0),
      balance: Math.max(0, this.balance(person) - (before?.credited ?? 0)),
    });
    this.records.set(recordId, { ...given, version: record.version, person, day });
    this.add(person, given.credited, today);
    this.pool += given.donated;
    this.issued += given.credited + given.donated;
    if (before) this.takeBack(before, today);
  }

  /** What was spent meanwhile the city loses. */
  private takeBack({ person, credited, donated }: Kept, today: string): void {
    const [missing, missingInPool] = [
      Math.max(0, credited - this.available(person)),
      Math.max(0, donated - this.pool),
    ];
    this.writtenOff += missing + missingInPool;
    this.add(person, missing, today);
    this.spend(person, credited);
    this.pool += missingInPool - donated;
    this.issued -= credited + donated;
  }

  add(person: string, minutes: number, today: string): void {
    if (minutes > 0) this.personOf(person).lots.push({ day: today, minutes });
    else this.personOf(person);
  }

  spend(person: string, minutes: number): void {
    const { lots } = this.personOf(person);
    for (let left = minutes; left > 0;) {
      const lot = lots[0];
      if (!lot) throw new Error(`${person} has spent more than there was`);
      const taken = Math.min(left, lot.minutes);
      lot.minutes -= taken;
      left -= taken;
      if (lot.minutes === 0) lots.shift();
    }
  }

  /** Somebody's name is verified, maybe told again. */
  welcome(person: string, day: string, today: string): void {
    const { starterGrant } = this.policyOn(day);
    if (starterGrant === null || this.welcomed.has(person)) return;
    this.welcomed.add(person);
    this.personOf(person);
    if (this.pool < starterGrant) this.waiting.push({ person, minutes: starterGrant });
    else this.give(person, starterGrant, today);
  }

  /** A night: what grew old goes, and who waits is given what there is. */
  night(today: string, cutoffDay: (days: number) => string): void {
    const { expiryDays } = this.policyOn(today);
    const cutoff = expiryDays === null ? '' : cutoffDay(expiryDays);
    if (cutoff > this.cutoff) this.expire((this.cutoff = cutoff));
    while (this.waiting[0] && this.waiting[0].minutes <= this.pool) {
      const { person, minutes } = this.waiting.shift() as { person: string; minutes: number };
      this.give(person, minutes, today);
      this.grantedLater += minutes;
    }
  }

  private expire(cutoff: string): void {
    for (const [id, { lots, held }] of this.people) {
      // What is held counts as spent, from the oldest on.
      const due = Math.max(0, sumOf(lots.filter(({ day }) => day < cutoff)) - held);
      this.spend(id, due);
      this.expired += due;
    }
  }

  private give(person: string, minutes: number, today: string): void {
    this.pool -= minutes;
    this.granted += minutes;
    this.add(person, minutes, today);
  }

  private personOf(id: string): Person {
    const known = this.people.get(id) ?? { lots: [], held: 0 };
    this.people.set(id, known);
    return known;
  }
}

function sumOf(lots: readonly Lot[]): number {
  return lots.reduce((sum, { minutes }) => sum + minutes, 0);
}

type Given = Omit<Outcome, 'version'>;

/** What a service comes to, rule by rule as docs/guides/policies.md tells them. */
function creditOf(
  policy: Policy,
  record: ServiceRecordConfirmed,
  standing: { today: number; balance: number },
): Given {
  const nothing: Given = { credited: 0, donated: 0, honour: 0, reason: null };
  if (record.serviceMinutes === 0) return { ...nothing, reason: 'voided' };
  const { step, worth } = worthOf(policy, record);
  if (record.verification === 'attested' && policy.verification === 'device')
    return { ...nothing, honour: worth, reason: 'notDeviceVerified' };
  if (
    record.verification === 'attested' &&
    policy.verification === 'dual_review' &&
    record.confirmations !== 2
  )
    return { ...nothing, reason: 'notDualReviewed' };
  const pause = record.samePairBreakMinutes;
  if (pause !== undefined && pause < (policy.minBreakBetweenSamePair ?? 0))
    return { ...nothing, reason: 'samePairTooSoon' };
  if (worth === 0) return { ...nothing, reason: policy.earnMode === 'priced' ? 'unpriced' : 'belowStep' };
  const today = stepsInto(worth, step, (policy.dailyCap ?? Infinity) - standing.today);
  if (record.groupId !== undefined && policy.groupHours === 'donate_only')
    return { ...nothing, donated: today, reason: 'groupDonates' };
  const credited = stepsInto(today, step, (policy.balanceCap ?? Infinity) - standing.balance);
  const over = today - credited;
  const reason = today < worth ? 'dailyCap' : over > 0 ? 'balanceCap' : null;
  return {
    credited,
    donated: policy.overflow === 'donate' ? over : 0,
    honour: policy.overflow === 'honour' ? over : 0,
    reason,
  };
}

function worthOf(policy: Policy, record: ServiceRecordConfirmed): { step: number; worth: number } {
  switch (policy.earnMode) {
    case 'per_service':
      return { step: 60, worth: 60 };
    case 'priced': {
      const price = policy.prices?.find(({ type }) => type === record.type);
      return { step: policy.unit === 'coin' ? 60 : 1, worth: price ? price.minutes : 0 };
    }
    case 'hourly':
      return { step: policy.rounding?.stepMinutes ?? 1, worth: rounded(policy, record.serviceMinutes) };
  }
}

function rounded({ rounding }: Policy, minutes: number): number {
  if (!rounding) return minutes;
  const { stepMinutes, mode } = rounding;
  const rest = minutes % stepMinutes;
  const isUp = mode === 'up' ? rest > 0 : mode === 'nearest' && rest * 2 >= stepMinutes;
  return minutes - rest + (isUp ? stepMinutes : 0);
}

/** One step after the other, as long as there is room. */
function stepsInto(minutes: number, step: number, room: number): number {
  if (minutes <= room) return minutes;
  let taken = 0;
  while (taken + step <= room) taken += step;
  return taken;
}
