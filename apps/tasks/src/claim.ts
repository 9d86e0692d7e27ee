import {
  type ClaimState,
  DomainError,
  type ErrandState,
  type NeedRequirement,
  type QualifiedFact,
  qualificationTerms,
  type VerificationState,
} from '#contracts';
import { unmetAmong } from './qualified.js';

/** One wish to have an errand. */
export interface ClaimRequest {
  claimId: string;
  errandId: string;
  volunteerId: string;
}

/** One volunteer beside one errand. */
export function pairKey({ errandId, volunteerId }: Omit<ClaimRequest, 'claimId'>): string {
  return `${errandId} ${volunteerId}`;
}

/** An errand whose row is locked. */
export interface LockedErrand {
  id: string;
  cityCode: number;
  state: ErrandState;
  slots: number;
  slotsTaken: number;
  windowStart: Date;
  windowEnd: Date;
  /** Above 0 while claims are gathered and ranked instead of taken as they come. */
  fairGrabSeconds?: number;
  /** What a volunteer must have to claim it. */
  requirements?: readonly NeedRequirement[];
}

/** What claiming knows of a volunteer whose row is locked. */
export interface Claimant {
  id: string;
  cityCode: number;
  verification: VerificationState;
  /** Nothing is to be claimed until then. */
  suspendedUntil?: Date | null;
  qualified?: readonly QualifiedFact[];
  /** Somebody is tied to them: whether that concerns an errand is to be asked. */
  mayConflict?: boolean;
}

/** A claim that counts: held by one of the claimants, or bearing an id that is asked for again. */
export interface KnownClaim {
  id: string;
  errandId: string;
  volunteerId: string;
  state: ClaimState;
  claimedAt: Date;
  windowStart: Date;
  windowEnd: Date;
}

export interface ClaimFacts {
  now: Date;
  activeClaimLimit: number;
  errands: Map<string, LockedErrand>;
  volunteers: Map<string, Claimant>;
  claims: KnownClaim[];
  /** Errands whose needs are a claimant's own, or a relative's; see `pairKey`. */
  conflicts?: ReadonlySet<string>;
}

/**
 * `taken` is `errand.lost` before it is known who won; the service fills that in. `gathered` passed every guard
 * and waits for the ranking of a fair grab.
 */
export type ClaimDecision =
  | { kind: 'won' }
  | { kind: 'gathered' }
  | { kind: 'known'; claim: KnownClaim }
  | { kind: 'taken' }
  | { kind: 'refused'; error: DomainError };

const holding: ReadonlySet<ClaimState> = new Set(['claimed', 'inProgress']);

/** Whether a claim still occupies the volunteer's time and the errand's slot. */
export function isHeld(state: ClaimState): boolean {
  return holding.has(state);
}

/**
 * Decides a batch of claims in order of arrival, as if they had come one by one. Guards in this order, and
 * the first that fails is the answer: same id again → the same answer, or a conflict; errand unknown;
 * volunteer not verified; suspended; another city; held already → known; over; taken; not open; conflict of
 * interest; unqualified; limit; overlap.
 * Where claims are gathered, whoever passes them all waits for the ranking.
 */
export function decideClaims(requests: ClaimRequest[], facts: ClaimFacts): ClaimDecision[] {
  const taken = new Map<string, number>();
  const byId = new Map(facts.claims.map((claim) => [claim.id, claim]));
  const byVolunteer = groupByVolunteer(facts.claims);
  return requests.map((request) => {
    const errand = facts.errands.get(request.errandId);
    const mine = byVolunteer.get(request.volunteerId) ?? [];
    const decision = decideOne(
      request,
      errand,
      taken.get(request.errandId) ?? errand?.slotsTaken ?? 0,
      mine,
      byId,
      facts,
    );
    if (decision.kind === 'won' && errand) {
      taken.set(errand.id, (taken.get(errand.id) ?? errand.slotsTaken) + 1);
      const claim: KnownClaim = {
        id: request.claimId,
        errandId: errand.id,
        volunteerId: request.volunteerId,
        state: 'claimed',
        claimedAt: facts.now,
        windowStart: errand.windowStart,
        windowEnd: errand.windowEnd,
      };
      byId.set(claim.id, claim);
      mine.push(claim);
      byVolunteer.set(request.volunteerId, mine);
    }
    return decision;
  });
}

function decideOne(
  request: ClaimRequest,
  errand: LockedErrand | undefined,
  slotsTaken: number,
  mine: KnownClaim[],
  byId: Map<string, KnownClaim>,
  facts: ClaimFacts,
): ClaimDecision {
  const same = byId.get(request.claimId);
  if (same) {
    const unchanged = same.errandId === request.errandId && same.volunteerId === request.volunteerId;
    return unchanged ? { kind: 'known', claim: same } : refused('idempotency.conflict');
  }
  if (!errand) return refused('resource.notFound');
  const volunteer = facts.volunteers.get(request.volunteerId);
  if (volunteer?.verification !== 'verified') return refused('volunteer.notVerified');
  if (volunteer.suspendedUntil && volunteer.suspendedUntil > facts.now)
    return refused('volunteer.suspended', { until: volunteer.suspendedUntil.toISOString() });
  if (volunteer.cityCode !== errand.cityCode) return refused('claim.outOfReach');
  const held = mine.filter((claim) => isHeld(claim.state));
  const already = held.find((claim) => claim.errandId === errand.id);
  if (already) return { kind: 'known', claim: already };
  if (errand.windowEnd <= facts.now) return refused('errand.notOpen', { state: 'expired' });
  if (errand.state === 'expired' || errand.state === 'cancelled')
    return refused('errand.notOpen', { state: errand.state });
  if (slotsTaken >= errand.slots || errand.state !== 'open') return { kind: 'taken' };
  if (facts.conflicts?.has(pairKey(request))) return refused('claim.conflictOfInterest');
  const unmet = unmetAmong(errand.requirements ?? [], volunteer.qualified ?? [], errand, facts.now);
  if (unmet)
    return refused('claim.requirementUnmet', { requirement: unmet, ...qualificationTerms[unmet].title });
  if (held.length >= facts.activeClaimLimit)
    return refused('claim.limitReached', { limit: facts.activeClaimLimit });
  if (held.some((claim) => overlaps(claim, errand))) return refused('claim.overlaps');
  return { kind: (errand.fairGrabSeconds ?? 0) > 0 ? 'gathered' : 'won' };
}

function refused(...[code, data]: ConstructorParameters<typeof DomainError>): ClaimDecision {
  return { kind: 'refused', error: new DomainError(code, data) };
}

function overlaps(
  a: { windowStart: Date; windowEnd: Date },
  b: { windowStart: Date; windowEnd: Date },
): boolean {
  return a.windowStart < b.windowEnd && b.windowStart < a.windowEnd;
}

function groupByVolunteer(claims: KnownClaim[]): Map<string, KnownClaim[]> {
  const groups = new Map<string, KnownClaim[]>();
  for (const claim of claims) {
    const group = groups.get(claim.volunteerId);
    if (group) group.push(claim);
    else groups.set(claim.volunteerId, [claim]);
  }
  return groups;
}

/** How far a claim is; a void one keeps its slot, since the errand's time is over. */
const progress = [
  'claimed',
  'inProgress',
  'finished',
  'disputed',
  'confirmed',
  'recorded',
  'voided',
] as const satisfies readonly ClaimState[];

/** Whether a claim counts for its errand's slots and state. */
export function isCounted(state: ClaimState): boolean {
  return (progress as readonly ClaimState[]).includes(state);
}

/**
 * The state of an errand follows from its claims: open while a slot is free, otherwise as far as its
 * slowest claim is.
 */
export function errandStateOf(slots: number, claims: ClaimState[]): ErrandState {
  const counted = claims.filter(isCounted);
  if (counted.length < slots) return 'open';
  return progress.find((state) => counted.includes(state)) as ErrandState;
}
