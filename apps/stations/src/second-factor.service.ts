import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  type ById,
  type ConfirmSecondFactorInput,
  DomainError,
  type Done,
  type RecoveryCodes,
  type SecondFactorSecret,
  type StaffRole,
  staffRoles,
  type StaffCredentials,
} from '#contracts';
import {
  type Call,
  Clock,
  type Config,
  ConfigError,
  Database,
  Seal,
  sees,
  Sessions,
  tokens,
  type Tx,
} from '#platform';
import { CredentialsService } from './credentials.service.js';
import {
  beginFactor,
  confirmFactor,
  lockFactor,
  removeFactor,
  useRecoveryCode,
  useStep,
} from './second-factor.store.js';
import { StaffEntity } from './staff.entity.js';
import { base32, stepOfCode } from './totp.js';

/** What the secret of an authenticator is sealed for. */
export const secretSealedAs = 'staff.secondFactor';

const secretBytes = 20;
const recoveryCodes = 10;
const recoveryBytes = 10;

/** Authenticators of staff: enrolled with the password, asked for at every sign-in from then on. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly sessions: Sessions,
    private readonly credentials: CredentialsService,
    @Inject(tokens.config) private readonly config: Config<'stations'>,
  ) {
    // A role that is misspelled would be let in without.
    const unknown = config.secondFactorRoles.filter(
      (role) => !(staffRoles as readonly string[]).includes(role),
    );
    if (unknown.length > 0)
      throw new ConfigError([`SECOND_FACTOR_ROLES: ${unknown.join()} — 没有这个岗位 / no role of staff`]);
  }

  /** @throws DomainError `auth.failed`, `auth.locked`, `secondFactor.active` */
  async enrol(input: StaffCredentials): Promise<SecondFactorSecret> {
    const staff = await this.credentials.check(input);
    const bytes = randomBytes(secretBytes);
    await this.database.transaction(async (tx) => {
      if ((await lockFactor(tx, staff))?.confirmedAt) throw new DomainError('secondFactor.active');
      await beginFactor(
        tx,
        staff,
        this.seal.seal(bytes.toString('base64'), secretSealedAs),
        this.clock.now(),
      );
    });
    const secret = base32(bytes);
    const label = encodeURIComponent(`Shunlu:${staff.userName}`);
    return { secret, uri: `otpauth://totp/${label}?secret=${secret}&issuer=Shunlu` };
  }

  /** @throws DomainError `auth.failed`, `auth.locked`, `secondFactor.active`, `secondFactor.notBegun` */
  async confirm({ code, ...input }: ConfirmSecondFactorInput): Promise<RecoveryCodes> {
    const staff = await this.credentials.check(input);
    const codes = Array.from({ length: recoveryCodes }, () => base32(randomBytes(recoveryBytes)));
    await this.database.transaction(async (tx) => {
      const factor = await lockFactor(tx, staff);
      if (!factor) throw new DomainError('secondFactor.notBegun');
      if (factor.confirmedAt) throw new DomainError('secondFactor.active');
      const step = this.stepOf(factor.secretSealed, code, 0);
      if (step === undefined) throw new DomainError('auth.failed');
      await useStep(tx, staff, step);
      await confirmFactor(
        tx,
        staff,
        codes.map((one) => this.digest(one)),
        this.clock.now(),
      );
      await this.credentials.forgive(tx, input);
      this.sessions.closeAll(tx, staff.id);
    });
    return { items: codes.map((one) => ({ code: one })) };
  }

  /** @throws DomainError `resource.notFound` */
  async reset({ id }: ById, { actor }: Call): Promise<Done> {
    return this.database.transaction(async (tx) => {
      const staff = await tx.orm.findOneBy(StaffEntity, { id });
      if (!staff || !sees(actor, staff.regionCode)) throw new DomainError('resource.notFound');
      await removeFactor(tx, staff);
      this.sessions.closeAll(tx, id);
      return { id };
    });
  }

  /**
   * The second half of a sign-in, within its transaction: a code counts once, and so does a recovery code.
   * @throws DomainError `auth.codeRequired`, `auth.enrolmentRequired`, `auth.failed`
   */
  async demand(tx: Tx, staff: StaffEntity, code: string | undefined): Promise<void> {
    const factor = await lockFactor(tx, staff);
    if (!factor?.confirmedAt) {
      if (this.config.secondFactorRoles.includes(staff.role)) throw new DomainError('auth.enrolmentRequired');
      return;
    }
    if (code === undefined) throw new DomainError('auth.codeRequired');
    const step = this.stepOf(factor.secretSealed, code, factor.lastStep);
    if (step !== undefined) await useStep(tx, staff, step);
    else if (!(await useRecoveryCode(tx, staff, this.digest(code.toUpperCase()), this.clock.now())))
      throw new DomainError('auth.failed');
  }

  /**
   * For a role somebody stands in for: who signed in with the own role may have done so without a factor.
   * @throws DomainError `auth.enrolmentRequired`
   */
  async demandEnrolment(tx: Tx, deputy: StaffEntity, role: StaffRole): Promise<void> {
    if (!this.config.secondFactorRoles.includes(role)) return;
    if (!(await lockFactor(tx, deputy))?.confirmedAt) throw new DomainError('auth.enrolmentRequired');
  }

  private stepOf(secretSealed: string, code: string, lastStep: number): number | undefined {
    const secret = Buffer.from(this.seal.open(secretSealed, secretSealedAs), 'base64');
    return /^\d{6}$/.test(code) ? stepOfCode(secret, code, this.clock.now(), lastStep) : undefined;
  }

  private digest(code: string): Buffer {
    return this.seal.blindIndex(code, 'recoveryCode');
  }
}
