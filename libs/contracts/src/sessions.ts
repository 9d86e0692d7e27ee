import { roles, type Role } from './actor.js';
import { Choice, Instant, Region, Text, Uuid } from './fields.js';

/** Who signed in, and what the gateway needs to issue an access token. */
export class Session {
  @Uuid() sessionId!: string;
  @Uuid() actorId!: string;
  @Choice(roles) role!: Role;
  @Region({ optional: true }) region?: string;
  @Uuid({ optional: true }) organisationId?: string;
  @Text({ max: 200, description: 'Opaque, used once; each refresh gives the next.' }) refreshToken!: string;
  @Instant() refreshExpiresAt!: string;
}

export class RefreshSessionInput {
  @Text({ min: 20, max: 200 }) refreshToken!: string;
}

export class SignOutInput {
  @Uuid() sessionId!: string;
}

export class RevokedQuery {
  @Instant({ description: 'Sessions revoked since this instant.' }) since!: string;
}
