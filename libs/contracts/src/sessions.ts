import { roles, type Role, staffRoles } from './actor.js';
import { ById, Done, Nothing } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Flag, Instant, Integer, ListOf, Region, Text, Uuid } from './fields.js';

/** Who signed in, and what the gateway needs to issue an access token. */
export class Session {
  @Uuid() sessionId!: string;
  @Uuid() actorId!: string;
  @Choice(roles) role!: Role;
  @Region({ optional: true }) region?: string;
  @Uuid({ optional: true }) organisationId?: string;
  @Text({ max: 200, description: 'Opaque, used once; each refresh gives the next.' }) refreshToken!: string;
  @Instant() refreshExpiresAt!: string;
  @Instant({ optional: true, description: 'The role itself ends then: somebody stands in for somebody.' })
  roleEndsAt?: string;
}

export class RefreshSessionInput {
  @Text({ min: 20, max: 200 }) refreshToken!: string;
}

export class SignOutInput {
  @Uuid() sessionId!: string;
}

export class SessionView {
  @Uuid() id!: string;
  @Instant() startedAt!: string;
  @Instant() expiresAt!: string;
  @Flag({ description: 'The one this list was asked for with.' }) isCurrent!: boolean;
}

export class SessionList {
  @ListOf(() => SessionView, { max: 1_000, description: 'Open ones, the newest first.' })
  items!: SessionView[];
}

export class RevokedInput {
  @Integer({ min: 1, max: 86_400 }) withinSeconds!: number;
}

export class RevokedSessions {
  @ListOf(() => ById, { max: 100_000 }) items!: ById[];
}

/** Sessions of the people a service signs in. */
function sessionsAt(service: 'stations' | 'volunteers', callers: readonly Role[]) {
  return {
    /** One's own open sessions. */
    list: defineRpc({
      subject: `${service}.listSessions`,
      input: Nothing,
      output: SessionList,
      errors: [],
      callers,
      reach: 'own',
    }),
    /** Closes one of one's own sessions; closing it twice is the same. */
    close: defineRpc({
      subject: `${service}.closeSession`,
      input: ById,
      output: Done,
      errors: ['resource.notFound'],
      callers,
      reach: 'own',
    }),
    /** What gateways ask every two seconds, so that tokens of a closed session die everywhere. */
    revoked: defineRpc({
      subject: `${service}.revokedSessions`,
      input: RevokedInput,
      output: RevokedSessions,
      errors: [],
      callers: ['system'],
    }),
  };
}

export const personSessions = sessionsAt('volunteers', ['volunteer', 'resident']);

export const staffSessions = {
  ...sessionsAt('stations', staffRoles),
  /** Closes every session of a member of staff: a phone was lost, somebody has left. */
  closeAll: defineRpc({
    subject: 'stations.closeStaffSessions',
    input: ById,
    output: Done,
    errors: ['resource.notFound'],
    callers: ['administrator', 'system'],
  }),
};
