import { approvalHours, type ApprovalState, DomainError } from '#contracts';

/** A request as far as it decides what may become of it. */
export interface Requested {
  /** As it is kept; that it expired follows from the time. */
  state: Exclude<ApprovalState, 'expired'>;
  requestedBy: string;
  expiresAt: Date;
}

export function expiryOf(requestedAt: Date): Date {
  return new Date(requestedAt.getTime() + approvalHours * 3_600_000);
}

export function stateAt(
  { state, expiresAt }: Pick<Requested, 'state' | 'expiresAt'>,
  now: Date,
): ApprovalState {
  return state === 'requested' && expiresAt <= now ? 'expired' : state;
}

/**
 * Whether a request becomes what was decided; false where it is that already.
 * @throws DomainError `approval.decided`, `approval.expired`, `approval.ownRequest`
 */
export function decides(
  request: Requested,
  decided: 'approved' | 'refused',
  byId: string,
  now: Date,
): boolean {
  if (request.state === decided) return false;
  if (request.state !== 'requested') throw new DomainError('approval.decided', { state: request.state });
  if (stateAt(request, now) === 'expired')
    throw new DomainError('approval.expired', { until: request.expiresAt.toISOString() });
  if (decided === 'approved' && request.requestedBy === byId) throw new DomainError('approval.ownRequest');
  return true;
}
