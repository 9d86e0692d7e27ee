import { DomainError, type PresenceProof } from '#contracts';

/** How near is near enough, metres. */
export interface PlaceRules {
  radiusMetres: number;
  /** For locations that are fuzzy by the phone's own estimate. */
  fuzzyRadiusMetres: number;
}

/**
 * What a phone's location proves. One that is itself less exact than the radius shows the neighbourhood only:
 * accepted, and marked. Its stated inaccuracy never widens the circle beyond the fuzzy radius.
 */
export function judgePlace(
  distanceMetres: number,
  accuracyMetres: number,
  { radiusMetres, fuzzyRadiusMetres }: PlaceRules,
): PresenceProof | DomainError {
  const isFuzzy = accuracyMetres > radiusMetres;
  if (!isFuzzy && distanceMetres <= radiusMetres + accuracyMetres) return 'place';
  if (isFuzzy && distanceMetres <= fuzzyRadiusMetres) return 'fuzzyPlace';
  const roundTo = distanceMetres < 1_000 ? 10 : 100;
  return new DomainError('errand.tooFar', {
    distanceMetres: Math.round(distanceMetres / roundTo) * roundTo,
    radiusMetres: isFuzzy ? fuzzyRadiusMetres : radiusMetres,
  });
}

/** Whether a proof makes minutes device-verified: being in the neighbourhood does not. */
export function provesPresence(proof: PresenceProof): boolean {
  return proof === 'code' || proof === 'doorCode' || proof === 'place';
}

/** So long before its window a service may begin: the resident expects nobody earlier, and so proves nothing earlier. */
const earlyMs = 2 * 3_600_000;

/** From when on an errand can be begun. */
export function opensAt(windowStart: Date): Date {
  return new Date(windowStart.getTime() - earlyMs);
}

/** Clocks of phones may be so far off. */
const skewMs = 2 * 60_000;
const hourMs = 3_600_000;

/**
 * The moment a step taken offline counts from: not before the claim, not in the future, not older than the
 * hours within which it is to be sent; a clock that is off by up to two minutes is set right.
 * @throws DomainError `offline.timeInvalid`
 */
export function offlineMoment(at: Date, earliest: Date, now: Date, hours: number): Date {
  const isPossible =
    at.getTime() >= earliest.getTime() - skewMs &&
    at.getTime() <= now.getTime() + skewMs &&
    now.getTime() - at.getTime() <= hours * hourMs;
  if (!isPossible) throw new DomainError('offline.timeInvalid', { hours });
  return new Date(Math.min(now.getTime(), Math.max(earliest.getTime(), at.getTime())));
}
