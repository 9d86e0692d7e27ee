import { DomainError, type HazardSeverity, hazardSeverities, type HazardState, type Point } from '#contracts';
import { distanceMetres } from './place.js';

/** What can be done about a hazard, from which states, and where it leads. */
export const hazardMoves = {
  route: { from: ['reported'], to: 'routed' },
  handle: { from: ['routed'], to: 'handled' },
  feedBack: { from: ['handled'], to: 'fedBack' },
  close: { from: ['fedBack'], to: 'closed' },
  reopen: { from: ['handled', 'fedBack'], to: 'routed' },
} as const satisfies Record<string, { from: HazardState[]; to: HazardState }>;

export type HazardMove = keyof typeof hazardMoves;

/** @throws DomainError `hazard.stateConflict` */
export function moveHazard(state: HazardState, move: HazardMove): HazardState {
  const { from, to } = hazardMoves[move];
  if (!(from as readonly HazardState[]).includes(state))
    throw new DomainError('hazard.stateConflict', { state });
  return to;
}

/** Reports of one category this near an open hazard, and this soon after its last report, are of the same one. */
export const joinWithin = { metres: 50, hours: 72 } as const;

const joinable: readonly HazardState[] = ['reported', 'routed'];

/** Until when reports join a hazard that was last seen then; never less than it was before. */
export function joinsUntil(seenAt: Date, before?: Date): Date {
  return new Date(Math.max(seenAt.getTime() + joinWithin.hours * 3_600_000, before?.getTime() ?? 0));
}

/** An open hazard of the category of a new report. */
export interface KnownHazard {
  id: string;
  state: HazardState;
  point: Point;
  joinsUntil: Date;
}

/**
 * The hazard a report belongs to: the nearest within reach, the older of two as near. A handled one takes no
 * more reports: what is seen after that has come back, or was never dealt with, and is a hazard anew.
 */
export function joinTarget(known: readonly KnownHazard[], point: Point, at: Date): KnownHazard | undefined {
  return known
    .filter((hazard) => joinable.includes(hazard.state) && hazard.joinsUntil >= at)
    .map((hazard) => ({ hazard, metres: distanceMetres(hazard.point, point) }))
    .filter(({ metres }) => metres <= joinWithin.metres)
    .sort((a, b) => a.metres - b.metres || (a.hazard.id < b.hazard.id ? -1 : 1))[0]?.hazard;
}

export function graver(a: HazardSeverity, b: HazardSeverity): HazardSeverity {
  return hazardSeverities.indexOf(a) >= hazardSeverities.indexOf(b) ? a : b;
}

/** Whole minutes, rounded down. */
export function minutesSince(start: Date, end: Date): number {
  return Math.max(0, Math.floor((end.getTime() - start.getTime()) / 60_000));
}
