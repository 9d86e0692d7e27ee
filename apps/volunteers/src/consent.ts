import { type Caller, type ConsentPurpose, requiredConsents } from '#contracts';

/** What people have withdrawn and not given again. */
export type Withdrawn = readonly ConsentPurpose[];

/** Whether somebody may serve: nothing that is needed for it is withdrawn. */
export function mayServe(withdrawn: Withdrawn): boolean {
  return !requiredConsents.some((purpose) => withdrawn.includes(purpose));
}

export function mayBeLocated(withdrawn: Withdrawn): boolean {
  return !withdrawn.includes('location');
}

/** Whether the ID number may be opened for anything but the person. */
export function mayUseIdentity(withdrawn: Withdrawn): boolean {
  return !withdrawn.includes('registration') && !withdrawn.includes('sensitiveData');
}

/** The withdrawals that hide a registration from a role; stations are run by another body. */
export function hidingFrom(role: Caller): ConsentPurpose[] {
  return ['registration', 'sensitiveData', ...(role === 'station' ? (['sharingWithStation'] as const) : [])];
}
