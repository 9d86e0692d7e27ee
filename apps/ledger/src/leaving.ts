import { DomainError, type LeavingCause, type LeavingOutcome, type Policy } from '#contracts';

/**
 * What a policy makes of the balance of who dies or leaves the region.
 * @throws DomainError `leaving.undecided`, `leaving.heirMissing`, `leaving.heirUnwanted`
 */
export function outcomeOf(policy: Policy, cause: LeavingCause, isHeirNamed: boolean): LeavingOutcome {
  const key = cause === 'death' ? 'death' : 'leaveRegion';
  const outcome = policy[key];
  if (outcome === null) throw new DomainError('leaving.undecided', { key });
  if (outcome === 'inherit' && !isHeirNamed) throw new DomainError('leaving.heirMissing');
  if (outcome !== 'inherit' && isHeirNamed) throw new DomainError('leaving.heirUnwanted', { outcome });
  return outcome;
}
