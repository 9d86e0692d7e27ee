import { randomBytes } from 'node:crypto';
import {
  type Actor,
  type AuditAction,
  type ById,
  type ChangePasswordInput,
  DomainError,
  type Done,
  type OneTimePassword,
  oneTimePasswordHours,
  type ReplacePasswordInput,
  type Session,
} from '#contracts';
import { type Call, Clock, Database, sees, Sessions, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { closeOtherSessions, putPassword } from './accounts.store.js';
import { CredentialsService } from './credentials.service.js';
import { hashPassword, passwordFits } from './passwords.js';
import { RoleAuditService } from './role-audit.service.js';
import { SecondFactorService } from './second-factor.service.js';
import { sessionActor } from './sign-in.service.js';
import { StaffEntity } from './staff.entity.js';
import { base32 } from './totp.js';

const oneTimeBytes = 10;
const hourMs = 3_600_000;

/** Passwords of staff: changed by whom they belong to, reset for who forgot theirs. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly credentials: CredentialsService,
    private readonly secondFactor: SecondFactorService,
    private readonly audit: RoleAuditService,
  ) {}

  /** Sent again it is answered alike: the new one fits by then. @throws DomainError see the contract */
  async change({ currentPassword, newPassword }: ChangePasswordInput, { actor }: Call): Promise<Done> {
    const staff = await this.database.orm.manager.findOneBy(StaffEntity, { id: actor.id });
    if (!staff) throw new DomainError('resource.notFound');
    const { id, userName } = staff;
    const fits = await this.fits(userName, currentPassword);
    const isThere = await passwordFits(staff.passwordHash, newPassword);
    if (!fits && isThere) return { id };
    if (!fits) throw new DomainError('password.wrong');
    if (isThere) throw new DomainError('password.same');
    // Before the transaction: hashing takes longer than everything in it.
    const nextHash = await hashPassword(newPassword);
    return this.database.transaction(async (tx) => {
      if (!(await putPassword(tx, staff, nextHash, null))) throw new DomainError('password.wrong');
      await this.credentials.forgive(tx, { userName });
      closeOtherSessions(tx, id, actor.sessionId, this.clock.now());
      await this.note(tx, 'passwordChanged', staff, actor);
      return { id };
    });
  }

  /** Asked again it gives another; the one before is good for nothing then. @throws DomainError see the contract */
  async reset({ id }: ById, { actor }: Call): Promise<OneTimePassword> {
    const staff = await this.database.orm.manager.findOneBy(StaffEntity, { id });
    if (!staff || !sees(actor, staff.regionCode)) throw new DomainError('resource.notFound');
    if (staff.id === actor.id) throw new DomainError('staff.ownAccount');
    if (staff.disabledAt) throw new DomainError('auth.disabled');
    if (staff.role === 'administrator' && actor.role !== 'system')
      throw new DomainError('staff.administratorPassword');
    const password = base32(randomBytes(oneTimeBytes));
    const nextHash = await hashPassword(password);
    const expiresAt = new Date(this.clock.now().getTime() + oneTimePasswordHours * hourMs);
    await this.database.transaction(async (tx) => {
      if (!(await putPassword(tx, staff, nextHash, expiresAt))) throw new DomainError('resource.notFound');
      await this.credentials.forgive(tx, staff);
      this.sessions.closeAll(tx, id);
      await this.note(tx, 'passwordReset', staff, actor);
    });
    return { password, expiresAt: expiresAt.toISOString() };
  }

  /** @throws DomainError see the contract */
  async replace({ newPassword, ...input }: ReplacePasswordInput): Promise<Session> {
    const staff = await this.credentials.check(input);
    if (!staff.oneTimeUntil) throw new DomainError('password.notOneTime');
    if (newPassword === input.password) throw new DomainError('password.same');
    const nextHash = await hashPassword(newPassword);
    return this.database.transaction(async (tx) => {
      if (!(await putPassword(tx, staff, nextHash, null))) throw new DomainError('auth.failed');
      await this.secondFactor.demand(tx, staff, input.code);
      await this.credentials.forgive(tx, input);
      const own = sessionActor(staff);
      await this.note(tx, 'passwordChanged', staff, own);
      return this.sessions.open(tx, own);
    });
  }

  /** Counts as an attempt. @throws DomainError `auth.locked`, `auth.disabled`, `auth.oneTimeExpired` */
  private fits(userName: string, password: string): Promise<boolean> {
    return this.credentials.check({ userName, password }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof DomainError && error.code === 'auth.failed') return false;
        throw error;
      },
    );
  }

  private note(
    tx: Tx,
    action: AuditAction,
    { id: subjectId, role, regionCode }: StaffEntity,
    actor: Actor,
  ): Promise<void> {
    return this.audit.note(tx, actor, { action, role, regionCode, subjectId });
  }
}
