import {
  type AlertCandidate,
  type KnownAlert,
  phaseAt,
  phases,
  planRound,
} from '../../../apps/tasks/src/alerting.js';
import { escalationPolicy } from '../../../apps/tasks/src/escalation.js';
import { type Courier, minuteMs, type Need } from './world.js';

/** An errand that nobody has taken, with whom it was asked. */
export interface OpenNeed {
  need: Need;
  /** Since when it is open, or open again. */
  openedAtMs: number;
  /** Only the round planned last takes place. */
  rounds: number;
  phase: number;
  alerts: (KnownAlert & { courier: Courier })[];
  /** Who gave it back, refused or was asked since it opened. */
  excluded: Set<Courier>;
  /** The nearest in one stretch of time, as many as `length` at most. */
  known?: { stretch: number; radiusMetres: number; length: number; couriers: Courier[] };
}

/** Whom to ask now, until when they may answer, and when to look again. */
export interface Asking {
  ask: Courier[];
  expiresAtMs: number;
  nextMs: number;
}

export interface Strategy {
  name: string;
  /** Whether a refusal is answered at once. */
  replaces: boolean;
  /** Whether somebody may be asked again that day; who may not is out of reach until midnight. */
  asksAgain(candidate: AlertCandidate): boolean;
  plan(open: OpenNeed, nowMs: number, reach: Reach): Asking;
}

/** Couriers on duty around an errand, without those excluded. */
export interface Reach {
  /** All in the cells that a circle touches. */
  all(radiusMetres: number): Courier[];
  /** The nearest in a circle, nearest first. */
  nearest(radiusMetres: number, most: number, fits?: (courier: Courier) => boolean): Courier[];
}

const broadcastMetres = 3_000;
const broadcastAgainMinutes = 60;
/** Farther than the phased strategy ever asks. */
const nearestMetres = 14_000;
const activeClaimLimit = 5;
/** The service reads the hundred nearest of a circle. */
const candidatesRead = 100;

/** Everybody on duty within three kilometres at once, and again every hour. */
const broadcast: Strategy = {
  name: 'broadcast',
  replaces: false,
  asksAgain: () => true,
  plan: (open, nowMs, reach) => {
    const nextMs = nowMs + broadcastAgainMinutes * minuteMs;
    const ask = reach.all(broadcastMetres).filter(({ candidate }) => !candidate.overlaps);
    // Those asked an hour ago are asked again.
    open.excluded.clear();
    return { ask, expiresAtMs: nextMs, nextMs };
  },
};

/** The nearest alone, then the next when that one refuses or stays silent. */
const nearestFirst: Strategy = {
  name: 'nearestFirst',
  replaces: true,
  asksAgain: () => true,
  plan: (open, nowMs, reach) => {
    const nextMs = nowMs + escalationPolicy(open.need).silenceMinutes * minuteMs;
    const waiting = open.alerts.findLast(({ state, expiresAtMs }) => state === 'sent' && expiresAtMs > nowMs);
    if (waiting) return { ask: [], expiresAtMs: nextMs, nextMs: waiting.expiresAtMs };
    const [best] = reach.nearest(nearestMetres, 1, ({ candidate }) => !candidate.overlaps);
    if (best) return { ask: [best], expiresAtMs: nextMs, nextMs };
    return { ask: [], expiresAtMs: nextMs, nextMs };
  },
};

/** The rules of the service themselves: apps/tasks/src/alerting.ts, score.ts, escalation.ts, availability.ts. */
const phased: Strategy = {
  name: 'phased',
  replaces: true,
  asksAgain: ({ alertsToday, maxAlertsPerDay }) => alertsToday < maxAlertsPerDay,
  plan: (open, nowMs, reach) => {
    const { need, openedAtMs } = open;
    const errand = { ...need, openedAtMs, windowStartMs: openedAtMs, slotsFree: 1 };
    for (;;) {
      const at = { errand, sinceMs: openedAtMs, phase: open.phase, nowMs };
      const inReach = reach.nearest(phases[phaseAt(at)] ?? 0, candidatesRead);
      const byCandidate = new Map<AlertCandidate, Courier>(
        inReach.map((courier) => [courier.candidate, courier]),
      );
      const candidates = [...byCandidate.keys()];
      const plan = planRound({ ...at, alerts: open.alerts, candidates, activeClaimLimit });
      for (const alert of open.alerts) if (plan.silent.includes(alert.id)) alert.state = 'silent';
      open.phase = plan.phase;
      const ask = plan.alert.flatMap(({ candidate }) => byCandidate.get(candidate) ?? []);
      if (ask.length > 0 || plan.nextMs > nowMs)
        return { ask, expiresAtMs: plan.expiresAtMs, nextMs: plan.nextMs };
    }
  },
};

export const strategies: readonly Strategy[] = [broadcast, nearestFirst, phased];
