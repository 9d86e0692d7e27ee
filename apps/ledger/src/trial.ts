import type { CreditSums, DryRunLine, dryRunEffects, DryRunTotals, Policy, Verification } from '#contracts';
import { credit, type Credit, type CreditReason, type Service } from './credit.js';
import { Standings } from './standings.js';

/** A service as the ledger remembers it, and what it came to. */
export interface PastService extends Omit<Service, 'verification' | 'ageYears'> {
  recordId: string;
  /** `2026-03-02`, Asia/Shanghai */
  day: string;
  endedAtMicros: number;
  /** Null of services from before it was kept. */
  verification: Verification | null;
  ageYears: number | null;
  actual: CreditSums;
  /** The ledger refused it, or somebody took it back by hand: no policy changes that. */
  isSettled: boolean;
}

/** Minutes into (or, negative, out of) a volunteer's account for another reason. */
export interface Movement {
  atMicros: number;
  minutes: number;
}

/** A volunteer's services of the period, in the order in which they ended. */
export interface Past {
  volunteerId: string;
  services: readonly PastService[];
  /** Balance where the period begins. */
  openingMinutes: number;
  /** From there on, in order. */
  movements: readonly Movement[];
}

export type Effect = (typeof dryRunEffects)[number];

/** Whether a policy could tell a service whose verification was not kept. */
function isUnknown({ verification }: Policy, service: PastService): boolean {
  return service.verification === null && (verification === 'device' || verification === 'dual_review');
}

/** Replays services under a policy, volunteer by volunteer, and adds up what would be otherwise. */
export class Trial {
  readonly totals: DryRunTotals;
  private readonly reasons = new Map<CreditReason, { recordCount: number; minutes: number }>();

  /** @param unknownCount records that nothing is known of */
  constructor(
    private readonly policy: Policy,
    unknownCount: number,
  ) {
    const sums = () => ({ creditedMinutes: 0, donatedMinutes: 0, honourMinutes: 0 });
    this.totals = {
      ...{ recordCount: 0, unknownCount, volunteerCount: 0, gainerCount: 0, loserCount: 0, cappedCount: 0 },
      ...{ gainedMinutes: 0, lostMinutes: 0, actual: sums(), proposed: sums(), reasons: [] },
    };
  }

  /** All services of one volunteer; answers what changes for them. */
  take({ volunteerId, services, openingMinutes, movements }: Past): DryRunLine {
    const line = { volunteerId, recordCount: 0, actualMinutes: 0, proposedMinutes: 0, cappedCount: 0 };
    const standings = new Standings(new Map([[volunteerId, openingMinutes]]), []);
    let next = 0;
    for (const service of services) {
      for (; (movements[next]?.atMicros ?? Infinity) < service.endedAtMicros; next++)
        standings.moved(volunteerId, movements[next]?.minutes ?? 0);
      if (isUnknown(this.policy, service)) {
        this.totals.unknownCount++;
        continue;
      }
      const given = this.creditFor(service, standings, volunteerId);
      standings.add(volunteerId, service.day, given);
      line.recordCount++;
      line.actualMinutes += service.actual.creditedMinutes;
      line.proposedMinutes += given.creditedMinutes;
      if (given.reason === 'dailyCap' || given.reason === 'balanceCap') line.cappedCount++;
      this.count(service, given);
    }
    if (line.recordCount > 0) this.countLine(line);
    return line;
  }

  /** The totals after the last volunteer. */
  close(): DryRunTotals {
    this.totals.reasons = [...this.reasons].map(([reason, counted]) => ({ reason, ...counted }));
    return this.totals;
  }

  private creditFor(service: PastService, standings: Standings, volunteerId: string): Credit {
    const { actual, isSettled } = service;
    if (isSettled) return { ...actual, worthMinutes: actual.creditedMinutes, reason: 'refused' };
    const known = { ...service, verification: service.verification ?? 'deviceVerified' };
    return credit(this.policy, known, standings.of(volunteerId, service.day));
  }

  private count({ actual }: PastService, given: Credit): void {
    const { totals } = this;
    totals.recordCount++;
    for (const key of ['creditedMinutes', 'donatedMinutes', 'honourMinutes'] as const) {
      totals.actual[key] += actual[key];
      totals.proposed[key] += given[key];
    }
    if (given.reason === null) return;
    const counted = this.reasons.get(given.reason) ?? { recordCount: 0, minutes: 0 };
    counted.recordCount++;
    counted.minutes += given.worthMinutes - given.creditedMinutes;
    this.reasons.set(given.reason, counted);
  }

  private countLine({ actualMinutes, proposedMinutes, cappedCount }: DryRunLine): void {
    const { totals } = this;
    const difference = proposedMinutes - actualMinutes;
    totals.volunteerCount++;
    if (cappedCount > 0) totals.cappedCount++;
    if (difference > 0) totals.gainerCount++;
    if (difference < 0) totals.loserCount++;
    totals.gainedMinutes += Math.max(0, difference);
    totals.lostMinutes += Math.max(0, -difference);
  }
}

/** Whether somebody asked for this effect wants to see the line. */
export function isShown(line: DryRunLine, effect: Effect): boolean {
  const difference = line.proposedMinutes - line.actualMinutes;
  if (effect === 'gain') return difference > 0;
  if (effect === 'lose') return difference < 0;
  return line.cappedCount > 0 || (effect === 'changed' && difference !== 0);
}
