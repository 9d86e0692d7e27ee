import { randomInt, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type Done,
  type Nothing,
  type PhoneSignInInput,
  type RefreshSessionInput,
  type RequestPhoneCodeInput,
  type Session,
  type SignOutInput,
  type WechatSignInInput,
} from '#contracts';
import { type Call, Clock, type Config, Database, type Log, newId, Seal, Sessions, tokens } from '#platform';
import { phoneDigest } from './volunteer.views.js';
import { codeMinutes } from './phone-code.js';
import { dropCode, reserveCode, tryCode, unsentCode } from './phone-codes.store.js';
import { sendCode } from './sms.client.js';
import { ownPhone, ownWechat, provePhone } from './volunteers.store.js';
import { openidOf } from './wechat.client.js';

/** Signs people in on their own phones, as volunteer or resident. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly seal: Seal,
    @Inject(tokens.config) private readonly config: Config<'wechat' | 'sms'>,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  /** @throws DomainError `auth.failed`, `auth.wechatUnavailable`, `request.tooMany` */
  async byWechat({ code, role = 'volunteer' }: WechatSignInInput): Promise<Session> {
    const openid = await openidOf(code, this.config, this.log);
    const digest = this.seal.blindIndex(openid, 'wechat');
    return this.database.transaction(async (tx) =>
      this.sessions.open(tx, { id: await ownWechat(tx, digest, newId()), role }),
    );
  }

  /** The answer is the same whether or not the phone is known; @throws DomainError `auth.locked`, `auth.smsUnavailable` */
  async requestPhoneCode({ phone }: RequestPhoneCodeInput): Promise<Nothing> {
    if (!this.config.smsUrl) throw new DomainError('auth.smsUnavailable');
    const digest = phoneDigest(this.seal, phone);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const reserved = await this.database.transaction((tx) =>
      reserveCode(tx, digest, this.codeDigest(phone, code), this.clock.now()),
    );
    if ('waitMinutes' in reserved) throw new DomainError('auth.locked', { minutes: reserved.waitMinutes });
    try {
      await sendCode(phone, code, codeMinutes, this.config, this.log);
    } catch (error) {
      await unsentCode(this.database, digest);
      throw error;
    }
    return {};
  }

  /** @throws DomainError `auth.failed`, `auth.locked` */
  async byPhone({ phone, code, role = 'volunteer' }: PhoneSignInInput): Promise<Session> {
    const digest = phoneDigest(this.seal, phone);
    const outcome = await this.database.transaction(async (tx) => {
      const found = await tryCode(tx, digest, this.clock.now());
      if (!found) return new DomainError('auth.failed');
      if (found.attemptsLeft < 0) return new DomainError('auth.locked', { minutes: 1 });
      if (!timingSafeEqual(found.codeDigest, this.codeDigest(phone, code)))
        return new DomainError('auth.failed');
      await dropCode(tx, digest);
      const id = await ownPhone(tx, digest, newId());
      provePhone(tx, digest, this.clock.now());
      return this.sessions.open(tx, { id, role });
    });
    // Thrown only here: inside, it would give the attempt back.
    if (outcome instanceof DomainError) throw outcome;
    return outcome;
  }

  /** @throws DomainError `auth.failed`, `auth.refreshReused` */
  refresh({ refreshToken }: RefreshSessionInput): Promise<Session> {
    return this.sessions.refresh(refreshToken);
  }

  async signOut({ sessionId }: SignOutInput, call: Call): Promise<Done> {
    await this.sessions.close(sessionId, call.actor.id);
    return { id: sessionId };
  }

  /** Keyed, so that a million guesses against a stolen table find nothing. */
  private codeDigest(phone: string, code: string): Buffer {
    return this.seal.blindIndex(`${phone} ${code}`, 'phoneCode');
  }
}
