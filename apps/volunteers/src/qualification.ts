import {
  DomainError,
  type DeclareQualificationInput,
  type QualificationName,
  type QualificationState,
  type QualifiedFact,
  qualificationNames,
  qualificationTerms,
} from '#contracts';

const dayMs = 86_400_000;

/** A qualification as far as it decides whether it counts. */
export interface Held {
  name: QualificationName;
  state: QualificationState;
  validFrom: Date | null;
  /** The first instant at which it counts no more. */
  expiresAt: Date | null;
}

/**
 * Whether one may be recorded.
 * @throws DomainError `qualification.expiryRequired`, `qualification.expired`, `qualification.periodInvalid`
 */
export function admitQualification(
  { name, validFrom, expiresAt }: Pick<DeclareQualificationInput, 'name' | 'validFrom' | 'expiresAt'>,
  now: Date,
): void {
  const { longestDays, title } = qualificationTerms[name];
  if (expiresAt === undefined) {
    if (longestDays !== undefined) throw new DomainError('qualification.expiryRequired', { ...title });
    return;
  }
  const [fromMs, untilMs] = [Date.parse(validFrom ?? now.toISOString()), Date.parse(expiresAt)];
  if (untilMs <= now.getTime()) throw new DomainError('qualification.expired');
  const days = longestDays ?? 36_525;
  if (untilMs <= fromMs || untilMs - fromMs > days * dayMs)
    throw new DomainError('qualification.periodInvalid', { days });
}

/** Whether it may count at all: proven where that is asked, and neither refused nor taken back. */
export function isAccepted({ name, state }: Pick<Held, 'name' | 'state'>): boolean {
  return state === 'verified' || (state === 'declared' && !qualificationTerms[name].needsProof);
}

/** Whether it counts at an instant; nobody has to end it. */
export function isInForce(held: Held, now: Date): boolean {
  const { validFrom, expiresAt } = held;
  return isAccepted(held) && (validFrom ?? now) <= now && (expiresAt === null || now < expiresAt);
}

/** What others must know: what counts now or will, and what the skills of the registration say. */
export function factsOf(held: readonly Held[], skills: readonly string[], now: Date): QualifiedFact[] {
  const recorded = held
    .filter((one) => isAccepted(one) && (one.expiresAt === null || now < one.expiresAt))
    .map(({ name, validFrom, expiresAt }): QualifiedFact => ({
      name,
      ...(validFrom && { from: validFrom.toISOString() }),
      ...(expiresAt && { until: expiresAt.toISOString() }),
    }));
  const declared = qualificationNames.filter((name) => skills.includes(qualificationTerms[name].skill ?? ''));
  return [...declared.map((name) => ({ name })), ...recorded];
}
