import { Injectable } from '@nestjs/common';
import type { Done, RefreshSessionInput, Session, SignOutInput, StaffSignInInput } from '#contracts';
import { type Call, Database, Sessions } from '#platform';
import { formatRegion } from '#regions';
import { CredentialsService } from './credentials.service.js';
import { SecondFactorService } from './second-factor.service.js';

/** Signs staff in: by the password, and by the code of an authenticator where there is one or the role must have it. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly credentials: CredentialsService,
    private readonly secondFactor: SecondFactorService,
  ) {}

  /** @throws DomainError `auth.failed`, `auth.locked`, `auth.codeRequired`, `auth.enrolmentRequired` */
  async signIn(input: StaffSignInInput): Promise<Session> {
    const staff = await this.credentials.check(input);
    return this.database.transaction(async (tx) => {
      await this.secondFactor.demand(tx, staff, input.code);
      await this.credentials.forgive(tx, input);
      return this.sessions.open(tx, {
        id: staff.id,
        role: staff.role,
        region: formatRegion(staff.regionCode),
        organisationId: staff.organisationId ?? undefined,
      });
    });
  }

  /** @throws DomainError `auth.failed`, `auth.refreshReused` */
  refresh({ refreshToken }: RefreshSessionInput): Promise<Session> {
    return this.sessions.refresh(refreshToken);
  }

  async signOut({ sessionId }: SignOutInput, call: Call): Promise<Done> {
    await this.sessions.close(sessionId, call.actor.id);
    return { id: sessionId };
  }
}
