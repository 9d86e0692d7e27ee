import { Injectable } from '@nestjs/common';
import {
  DomainError,
  type Done,
  type RefreshSessionInput,
  type Session,
  type SignOutInput,
  type StaffSignInInput,
} from '#contracts';
import { type Call, Database, type SessionActor, Sessions } from '#platform';
import { formatRegion } from '#regions';
import { holdAccount } from './accounts.store.js';
import { CredentialsService } from './credentials.service.js';
import { SecondFactorService } from './second-factor.service.js';
import type { StaffEntity } from './staff.entity.js';

/** Signs staff in: by the password, and by the code of an authenticator where there is one or the role must have it. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly credentials: CredentialsService,
    private readonly secondFactor: SecondFactorService,
  ) {}

  /** @throws DomainError see the contract */
  async signIn(input: StaffSignInInput): Promise<Session> {
    const staff = await this.credentials.check(input);
    return this.database.transaction(async (tx) => {
      // Held until the session is written: taking the account off meanwhile waits, and then ends it.
      if (!(await holdAccount(tx, staff))) throw new DomainError('auth.failed');
      await this.secondFactor.demand(tx, staff, input.code);
      if (staff.oneTimeUntil) throw new DomainError('auth.passwordChangeRequired');
      await this.credentials.forgive(tx, input);
      return this.sessions.open(tx, sessionActor(staff));
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

/** Who a session in the own role is for. */
export function sessionActor({ id, role, regionCode, organisationId }: StaffEntity): SessionActor {
  return { id, role, region: formatRegion(regionCode), organisationId: organisationId ?? undefined };
}
