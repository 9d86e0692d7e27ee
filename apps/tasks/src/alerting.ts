import type { AlertState, Hindrance } from '#contracts';
import { type DutyTimes, isQuiet, onDutyUntil } from './availability.js';
import { type ClockedErrand, escalationPolicy } from './escalation.js';
import { distanceMetres } from './place.js';
import { matchValues, type ScoredErrand, type ScoredVolunteer, scoreOf } from './score.js';

/**
 * The circles of phased alerts, in metres. In the last one also those of the district whose place is unknown
 * are asked. Seven of some thirty near enough is what volunteer responders found to suffice (docs/simulation.md).
 */
export const phases = [1_000, 2_000, 4_000, 10_000] as const;
export const lastPhase = phases.length - 1;
/** Alerts that wait for an answer at a time, for each slot that is free. */
export const alertsPerSlot = 7;
const mostAtATime = 70;
/** Alerts a day for each volunteer, unless they want fewer or more. */
export const usualAlertsPerDay = 20;

/**
 * The widest circle in which somebody is asked, an index of `phases`: the first alert of a day may come from anywhere,
 * each further one from one circle less, from the fourth on the nearest alone. Attention is what runs out first: who
 * was asked to go far has read fewer alerts when somebody next door needs them (docs/simulation.md).
 */
export function widestPhaseFor({ alertsToday }: Pick<AlertCandidate, 'alertsToday'>): number {
  return Math.max(0, lastPhase - alertsToday);
}

/** What alerting may know of a volunteer. */
export interface AlertCandidate {
  volunteerId: string;
  skills: readonly string[];
  place: ScoredVolunteer['place'];
  route: ScoredVolunteer['route'];
  times: DutyTimes;
  alertsToday: number;
  maxAlertsPerDay: number;
  errandsLately: number;
  /** Errands held now, and whether one of them overlaps this one. */
  heldCount: number;
  overlaps: boolean;
  /** Something the errand requires is not met. */
  isUnqualified?: boolean;
  /** The need is their own, or that of somebody tied to them. */
  isConcerned?: boolean;
}

/** An alert of the errand since it last opened. */
export interface KnownAlert {
  id: string;
  volunteerId: string;
  state: AlertState;
  expiresAtMs: number;
}

export interface AlertedErrand extends ScoredErrand, ClockedErrand {
  slotsFree: number;
}

/** Why a volunteer is not alerted now; empty for who may be. */
export function hindrancesOf(
  candidate: AlertCandidate,
  activeClaimLimit: number,
  nowMs: number,
): Hindrance[] {
  const found: Hindrance[] = [];
  if (candidate.isUnqualified) found.push('unqualified');
  if (candidate.isConcerned) found.push('conflictOfInterest');
  if (onDutyUntil(candidate.times, nowMs) === undefined) found.push('offDuty');
  if (isQuiet(candidate.times.quiet, nowMs)) found.push('quietHours');
  if (candidate.alertsToday >= candidate.maxAlertsPerDay) found.push('alertLimit');
  if (candidate.heldCount >= activeClaimLimit) found.push('claimLimit');
  if (candidate.overlaps) found.push('overlap');
  return found;
}

export interface Ranked<C extends AlertCandidate> {
  candidate: C;
  values: number[];
  score: number;
}

/** Best first; among equals the one with fewer errands lately, then by id, so that a retry ranks alike. */
export function rank<C extends AlertCandidate>(
  errand: ScoredErrand,
  candidates: readonly C[],
  nowMs: number,
): Ranked<C>[] {
  const ranked = candidates.map((candidate) => {
    const { place, route, skills, errandsLately, times } = candidate;
    const onDutyUntilMs = onDutyUntil(times, nowMs);
    const volunteer = { place, route, skills, errandsLately, onDutyUntilMs };
    const values = matchValues(errand, volunteer, nowMs);
    return { candidate, values, score: scoreOf(values) };
  });
  return ranked.sort(
    (a, b) =>
      b.score - a.score ||
      a.candidate.errandsLately - b.candidate.errandsLately ||
      (a.candidate.volunteerId < b.candidate.volunteerId ? -1 : 1),
  );
}

export interface RoundFacts<C extends AlertCandidate> {
  errand: AlertedErrand;
  /** When the errand's clock began. */
  sinceMs: number;
  /** The circle reached so far, an index of `phases`. */
  phase: number;
  alerts: readonly KnownAlert[];
  /** Who may be asked, without those alerted since the errand opened and those who refused it before. */
  candidates: readonly C[];
  activeClaimLimit: number;
  nowMs: number;
}

export interface RoundPlan<C extends AlertCandidate> {
  /** Alerts whose time is up. */
  silent: string[];
  alert: Ranked<C>[];
  /** Until when those alerted now may answer. */
  expiresAtMs: number;
  phase: number;
  /** When this errand is to be looked at again, unless its stage changes before. */
  nextMs: number;
}

/**
 * One round for an errand that is open: whose time is up is silent, and as many of the best in the circle are
 * alerted as are wanting. Where the circle has too few, the next round is due at once in a wider one.
 */
export function planRound<C extends AlertCandidate>(facts: RoundFacts<C>): RoundPlan<C> {
  const { errand, nowMs, alerts } = facts;
  const { silenceMinutes, widenAfterMinutes } = escalationPolicy(errand);
  const phase = phaseAt(facts);
  const silent = alerts.filter(({ state, expiresAtMs }) => state === 'sent' && expiresAtMs <= nowMs);
  const waiting = alerts.filter(({ state, expiresAtMs }) => state === 'sent' && expiresAtMs > nowMs);
  const wanted = Math.min(mostAtATime, errand.slotsFree * alertsPerSlot) - waiting.length;
  const fit = fitFor(facts, phase);
  const alert = rank(errand, fit, nowMs).slice(0, Math.max(0, wanted));
  const expiresAtMs = Math.min(nowMs + silenceMinutes * 60_000, errand.windowEndMs);
  const isShort = alert.length < wanted && phase < lastPhase;
  const asked = [...waiting.map((each) => each.expiresAtMs), ...(alert.length > 0 ? [expiresAtMs] : [])];
  // With nobody to wait for, somebody may come on duty.
  const patience = Math.min(
    ...asked,
    nowMs + (asked.length > 0 ? silenceMinutes : widenAfterMinutes) * 60_000,
  );
  return {
    silent: silent.map(({ id }) => id),
    alert,
    expiresAtMs,
    phase: isShort ? phase + 1 : phase,
    nextMs: isShort ? nowMs : Math.max(nowMs + 1, patience),
  };
}

/** Who may be asked in a circle. Where even the widest holds too few, nobody is spared: everybody lives far away. */
function fitFor<C extends AlertCandidate>(facts: RoundFacts<C>, phase: number): C[] {
  const { errand, candidates, activeClaimLimit, nowMs } = facts;
  const inCircle = candidates
    .map((candidate) => ({ candidate, circle: circleOf(candidate, errand) }))
    .filter(
      ({ candidate, circle }) =>
        circle <= phase && hindrancesOf(candidate, activeClaimLimit, nowMs).length === 0,
    );
  const isThin = phase === lastPhase && inCircle.length + facts.alerts.length < alertsPerSlot;
  return inCircle
    .filter(({ candidate, circle }) => isThin || circle <= widestPhaseFor(candidate))
    .map(({ candidate }) => candidate);
}

/** The circle of the next round, an index of `phases`: they grow when one has been emptied, and with time. */
export function phaseAt(
  facts: Pick<RoundFacts<AlertCandidate>, 'sinceMs' | 'phase' | 'nowMs'> & { errand: ClockedErrand },
): number {
  const { errand, sinceMs, phase, nowMs } = facts;
  const { widenAfterMinutes } = escalationPolicy(errand);
  const byTime = Math.floor((nowMs - sinceMs) / (widenAfterMinutes * 60_000));
  return Math.min(lastPhase, Math.max(phase, byTime));
}

/** The least circle that holds somebody, an index of `phases`; more than the last beyond them all. */
function circleOf({ place }: AlertCandidate, errand: AlertedErrand): number {
  if (!place) return lastPhase;
  const metres = distanceMetres(place, errand.place);
  const circle = phases.findIndex((radiusMetres) => metres <= radiusMetres);
  return circle < 0 ? phases.length : circle;
}
