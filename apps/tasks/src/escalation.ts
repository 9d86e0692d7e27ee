import type { EscalationStage } from '#contracts';
import { endOfQuiet, usualQuietHours } from './availability.js';

/** How long an unclaimed errand of a type may wait for what, in minutes after its clock began. */
export interface EscalationPolicy {
  /** An alerted volunteer who has not answered by then is replaced. */
  silenceMinutes: number;
  /** The circle grows once by then at the latest, and again after as much time. */
  widenAfterMinutes: number;
  stationAfterMinutes: number;
  committeeAfterMinutes: number;
  /** The clock begins this long before the window at the earliest. */
  leadMinutes: number;
}

const usual: EscalationPolicy = {
  silenceMinutes: 3,
  widenAfterMinutes: 8,
  stationAfterMinutes: 25,
  committeeAfterMinutes: 50,
  leadMinutes: 180,
};
const calm: EscalationPolicy = {
  silenceMinutes: 10,
  widenAfterMinutes: 30,
  stationAfterMinutes: 120,
  committeeAfterMinutes: 240,
  leadMinutes: 720,
};
const pressing: EscalationPolicy = {
  silenceMinutes: 2,
  widenAfterMinutes: 4,
  stationAfterMinutes: 12,
  committeeAfterMinutes: 25,
  leadMinutes: 120,
};

/** The clock of each type that is not as usual. */
const byType: Readonly<Record<string, EscalationPolicy>> = {
  medicine: pressing,
  repair: calm,
  haircut: calm,
  company: calm,
  paperwork: calm,
  disabilityCard: calm,
};

/**
 * The clock of an errand: that of its type, or, where its template says after how many minutes the station is to
 * have it, the same clock stretched or pressed to that. An answer is never awaited longer than the usual time.
 */
export function escalationPolicy({
  type,
  stationAfterMinutes,
}: Pick<ClockedErrand, 'type' | 'stationAfterMinutes'>): EscalationPolicy {
  const policy = byType[type] ?? usual;
  if (stationAfterMinutes === undefined) return policy;
  const share = stationAfterMinutes / policy.stationAfterMinutes;
  const scaled = (minutes: number) => Math.max(1, Math.round(minutes * share));
  return {
    silenceMinutes: Math.min(policy.silenceMinutes, scaled(policy.silenceMinutes)),
    widenAfterMinutes: scaled(policy.widenAfterMinutes),
    stationAfterMinutes,
    committeeAfterMinutes: scaled(policy.committeeAfterMinutes),
    leadMinutes: Math.max(policy.leadMinutes, stationAfterMinutes * 2),
  };
}

const minuteMs = 60_000;

/** What the clock must know of an errand. Instants are milliseconds since 1970. */
export interface ClockedErrand {
  type: string;
  /** What its template says, if it says so. */
  stationAfterMinutes?: number | undefined;
  /** When it opened, or became open again. */
  openedAtMs: number;
  windowStartMs: number;
  windowEndMs: number;
}

/**
 * When an errand's clock begins: at once, or some time before a window that is far ahead; and after a night
 * rather than in it, where the window leaves time for that.
 */
export function clockStart(errand: ClockedErrand): number {
  const { leadMinutes } = escalationPolicy(errand);
  const start = Math.max(errand.openedAtMs, errand.windowStartMs - leadMinutes * minuteMs);
  const morning = endOfQuiet(usualQuietHours, start);
  return morning <= errand.windowStartMs ? morning : start;
}

/** The stage an unclaimed errand has come to, and when the next begins, if there is one. */
export function stageAt(
  errand: ClockedErrand,
  sinceMs: number,
  nowMs: number,
): { stage: EscalationStage; nextMs: number | undefined } {
  if (nowMs >= errand.windowEndMs) return { stage: 'expired', nextMs: undefined };
  const policy = escalationPolicy(errand);
  const steps: [EscalationStage, minutes: number][] = [
    ['alerting', 0],
    ['wider', policy.widenAfterMinutes],
    ['stationQueue', policy.stationAfterMinutes],
    ['committee', policy.committeeAfterMinutes],
  ];
  const begun = steps.filter(([, minutes]) => sinceMs + minutes * minuteMs <= nowMs);
  const next = steps[Math.max(1, begun.length)];
  const nextMs = next ? sinceMs + next[1] * minuteMs : errand.windowEndMs;
  return { stage: begun.at(-1)?.[0] ?? 'alerting', nextMs: Math.min(nextMs, errand.windowEndMs) };
}

const order: readonly EscalationStage[] = ['alerting', 'wider', 'stationQueue', 'committee', 'expired'];

/** Whether one stage comes after another: an errand never goes back unless it opens again. */
export function isLater(stage: EscalationStage, than: EscalationStage): boolean {
  return order.indexOf(stage) > order.indexOf(than);
}
