/** Who may act. Deny by default: a contract names the roles that may call it. */
export const roles = ['volunteer', 'resident', 'committee', 'station', 'official', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** `system` is another service acting on its own account; it is never issued to a person. */
export type Caller = Role | 'system' | 'public';

/** Roles of staff; they hold in a region. Volunteers and residents sign in on their own phones. */
export const staffRoles = [
  'committee',
  'station',
  'official',
  'administrator',
] as const satisfies readonly Role[];
export type StaffRole = (typeof staffRoles)[number];

export function isStaff(caller: Caller): caller is StaffRole {
  return (staffRoles as readonly Caller[]).includes(caller);
}

/**
 * The person or service on whose behalf a message is sent. Travels in the NATS header `Shunlu-Actor`;
 * only the gateway turns an access token into one.
 */
export interface Actor {
  /** Staff, volunteer or resident id (UUID); the service's name for `system`. */
  id: string;
  role: Caller;
  /** The region (12-digit code) within which the role holds; absent for volunteers and residents. */
  region?: string;
  /** The organisation a member of staff works for. */
  organisationId?: string;
  sessionId?: string;
}

/** Nobody signed in: public pages and the sign-in itself. */
export const anonymous: Actor = { id: 'anonymous', role: 'public' };

export function systemActor(service: string): Actor {
  return { id: service, role: 'system' };
}
