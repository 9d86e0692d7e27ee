import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  DomainError,
  type Done,
  type RefreshSessionInput,
  type Session,
  type SignOutInput,
  type StaffSignInInput,
} from '#contracts';
import { type Call, Clock, Database, Sessions } from '#platform';
import { formatRegion } from '#regions';
import { type Attempts, countAttempt, forgottenBefore } from './lockout.js';
import { passwordFits } from './passwords.js';
import { StaffEntity } from './staff.entity.js';

interface AttemptRow {
  attempts: number;
  last_at: Date | null;
  locked_until: Date | null;
}

/** Signs staff in. Somebody who does not exist is refused as slowly and in the same words as a wrong password. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
  ) {}

  /** @throws DomainError `auth.failed`, `auth.locked` */
  async signIn(input: StaffSignInInput): Promise<Session> {
    const userName = input.userName.trim().toLowerCase();
    // A digest, because people type their password into the wrong field.
    const digest = createHash('sha256').update(userName).digest();
    await this.count(digest);
    const staff = await this.find(userName);
    const fits = await passwordFits(staff?.passwordHash, input.password);
    if (!staff || !fits) throw new DomainError('auth.failed');
    return this.database.transaction(async (tx) => {
      await tx.query('delete from sign_in_attempt where user_name_digest = $1 or last_at < $2', [
        digest,
        forgottenBefore(this.clock.now()),
      ]);
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

  /** @throws DomainError `auth.locked` */
  private async count(digest: Buffer): Promise<void> {
    const now = this.clock.now();
    const next = await this.database.transaction(async (tx) => {
      // The update of nothing locks the row, so that attempts at the same moment count one after another.
      const [row] = await tx.query<AttemptRow>(
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

  private async find(userName: string): Promise<StaffEntity | null> {
    const [staff] = await this.database.orm.manager
      .createQueryBuilder(StaffEntity, 's')
      .innerJoin('staff_user_name', 'n', 'n.city_code = s.cityCode and n.staff_id = s.id')
      .where('n.user_name = :userName', { userName })
      .getMany();
    return staff ?? null;
  }
}

function attemptsOf(row: AttemptRow | undefined): Attempts | undefined {
  if (!row?.last_at) return undefined;
  return { attempts: row.attempts, lastAt: row.last_at, lockedUntil: row.locked_until };
}
