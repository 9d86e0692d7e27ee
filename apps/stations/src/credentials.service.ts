import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type StaffCredentials } from '#contracts';
import { Clock, Database, type Tx } from '#platform';
import { type Attempts, countAttempt, forgottenBefore } from './lockout.js';
import { passwordFits } from './passwords.js';
import { StaffEntity } from './staff.entity.js';

interface AttemptRow {
  attempts: number;
  last_at: Date | null;
  locked_until: Date | null;
}

type Named = Pick<StaffCredentials, 'userName'>;

/** User names and passwords. Somebody who does not exist is refused as slowly and in the same words as a wrong password. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts an attempt and answers whose password it is.
   * @throws DomainError `auth.failed`, `auth.locked`, `auth.disabled`, `auth.oneTimeExpired`
   */
  async check(input: StaffCredentials): Promise<StaffEntity> {
    await this.count(digestOf(input));
    const staff = await this.find(input.userName);
    const fits = await passwordFits(staff?.passwordHash, input.password);
    if (!staff || !fits) throw new DomainError('auth.failed');
    // Told to whom the password belongs alone.
    if (staff.disabledAt) throw new DomainError('auth.disabled');
    if (staff.oneTimeUntil && staff.oneTimeUntil <= this.clock.now())
      throw new DomainError('auth.oneTimeExpired');
    return staff;
  }

  /** Forgets the attempts under a user name, with what comes of the one that succeeded. */
  async forgive(tx: Tx, input: Named): Promise<void> {
    await tx.query('delete from sign_in_attempt where user_name_digest = $1 or last_at < $2', [
      digestOf(input),
      forgottenBefore(this.clock.now()),
    ]);
  }

  /** @throws DomainError `auth.locked` */
  private async count(digest: Buffer): Promise<void> {
    const now = this.clock.now();
    const next = await this.database.transaction(async (tx) => {
      // The update of nothing locks the row, so that attempts at the same moment count one after another.
      const [row] = await tx.query<AttemptRow & object>(
        `insert into sign_in_attempt values ($1, 0, $2, null)
         on conflict (user_name_digest) do update set attempts = sign_in_attempt.attempts
         returning attempts, last_at, locked_until`,
        [digest, now],
      );
      const counted = countAttempt(attemptsOf(row), now);
      if ('attempts' in counted)
        await tx.query(
          'update sign_in_attempt set attempts = $2, last_at = $3, locked_until = $4 where user_name_digest = $1',
          [digest, counted.attempts, counted.lastAt, counted.lockedUntil],
        );
      return counted;
    });
    if ('waitMinutes' in next) throw new DomainError('auth.locked', { minutes: next.waitMinutes });
  }

  /** Who bears a user name, in either case. */
  async find(userName: string): Promise<StaffEntity | null> {
    const [staff] = await this.database.orm.manager
      .createQueryBuilder(StaffEntity, 's')
      .innerJoin('staff_user_name', 'n', 'n.city_code = s.cityCode and n.staff_id = s.id')
      .where('n.user_name = :userName', { userName: nameOf({ userName }) })
      .getMany();
    return staff ?? null;
  }
}

function nameOf({ userName }: Named): string {
  return userName.trim().toLowerCase();
}

/** A digest, because people type their password into the wrong field. */
function digestOf(input: Named): Buffer {
  return createHash('sha256').update(nameOf(input)).digest();
}

function attemptsOf(row: AttemptRow | undefined): Attempts | undefined {
  if (!row?.last_at) return undefined;
  return { attempts: row.attempts, lastAt: row.last_at, lockedUntil: row.locked_until };
}
