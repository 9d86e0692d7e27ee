import { readFile } from 'node:fs/promises';
import { type Actor, DomainError, type Role, roles, type Session } from '#contracts';
import { ConfigError } from '#platform';
import { errors, importJWK, type JWK, jwtVerify, type JWTPayload, SignJWT } from 'jose';

const algorithm = 'EdDSA';
const issuer = 'shunlu';
const audience = 'shunlu-api';
/** RFC 9068: no other kind of token of the same key passes for an access token. */
const tokenType = 'at+jwt';
const mostRemembered = 20_000;

/** Who a token speaks for, and until when. */
export interface Identity {
  actor: Actor;
  expiresAtMs: number;
}

interface TokenKey {
  id: string;
  privateKey: Awaited<ReturnType<typeof importJWK>>;
  publicKey: Awaited<ReturnType<typeof importJWK>>;
}

/**
 * Issues and checks access tokens (JWT, Ed25519). A signature costs some 100 µs to check, so checked
 * tokens are remembered until they expire, those long unused forgotten first.
 */
export class AccessTokens {
  private remembered = new Map<string, Identity>();
  /** Remembered before those: what is asked for again moves back, the rest is forgotten when the newer are many. */
  private rememberedBefore = new Map<string, Identity>();
  /** Being checked now: a client that opens with many requests at once costs one check. */
  private readonly underCheck = new Map<string, Promise<Identity>>();
  /** Sessions that were closed, until their last token has expired anyway. */
  private readonly ended = new Map<string, number>();

  private constructor(
    private readonly key: TokenKey,
    private readonly lifeMinutes: number,
    private readonly skewSeconds: number,
  ) {}

  /** @throws ConfigError the file is no private Ed25519 JWK */
  static async open(file: string, lifeMinutes: number, skewSeconds: number): Promise<AccessTokens> {
    return new AccessTokens(await readKey(file), lifeMinutes, skewSeconds);
  }

  get lifeSeconds(): number {
    return this.lifeMinutes * 60;
  }

  /** How long a token of a session may live: no longer than the role it is for. */
  lifeSecondsOf({ roleEndsAt }: Session): number {
    if (roleEndsAt === undefined) return this.lifeSeconds;
    const leftSeconds = Math.floor((Date.parse(roleEndsAt) - Date.now()) / 1000);
    return Math.max(1, Math.min(this.lifeSeconds, leftSeconds));
  }

  async issue(session: Session): Promise<string> {
    const { actorId, role, region, organisationId, sessionId } = session;
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ role, region, org: organisationId, sid: sessionId })
      .setProtectedHeader({ alg: algorithm, typ: tokenType, kid: this.key.id })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(actorId)
      .setIssuedAt(now)
      .setExpirationTime(now + this.lifeSecondsOf(session))
      .sign(this.key.privateKey);
  }

  /**
   * A token checked before; undefined for one not seen yet.
   * @throws DomainError `auth.tokenExpired`, `auth.tokenInvalid`
   */
  recall(token: string): Identity | undefined {
    const recent = this.remembered.get(token);
    const identity = recent ?? this.rememberedBefore.get(token);
    if (!identity) return undefined;
    if (identity.expiresAtMs + this.skewSeconds * 1000 <= Date.now())
      throw new DomainError('auth.tokenExpired');
    this.refuseEnded(identity);
    if (!recent) this.remember(token, identity);
    return identity;
  }

  /** @throws DomainError `auth.tokenExpired`, `auth.tokenInvalid` */
  async verify(token: string): Promise<Identity> {
    const known = this.recall(token) ?? this.underCheck.get(token);
    if (known) return known;
    const checking = this.check(token).finally(() => this.underCheck.delete(token));
    this.underCheck.set(token, checking);
    return checking;
  }

  hasEnded(sessionId: string): boolean {
    return this.ended.has(sessionId);
  }

  /** Refuses the session's tokens from now on; see {@link SessionWatch} for those of other gateways. */
  end(sessionId: string): void {
    const now = Date.now();
    for (const [id, until] of this.ended) if (until <= now) this.ended.delete(id);
    this.ended.set(sessionId, now + (this.lifeSeconds + this.skewSeconds) * 1000);
  }

  private refuseEnded({ actor }: Identity): void {
    if (actor.sessionId && this.ended.has(actor.sessionId)) throw new DomainError('auth.tokenInvalid');
  }

  private async check(token: string): Promise<Identity> {
    const identity = identityOf(await this.checkSignature(token));
    this.refuseEnded(identity);
    this.remember(token, identity);
    return identity;
  }

  private remember(token: string, identity: Identity): void {
    if (this.remembered.size >= mostRemembered / 2) {
      this.rememberedBefore = this.remembered;
      this.remembered = new Map();
    }
    this.remembered.set(token, identity);
  }

  private async checkSignature(token: string): Promise<JWTPayload> {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, this.key.publicKey, {
        algorithms: [algorithm],
        typ: tokenType,
        issuer,
        audience,
        clockTolerance: this.skewSeconds,
        // Also refuses an iat in the future, which jose otherwise lets pass.
        maxTokenAge: this.lifeSeconds,
        requiredClaims: ['sub', 'exp', 'role'],
      });
      if (protectedHeader.kid !== this.key.id) throw new DomainError('auth.tokenInvalid');
      return payload;
    } catch (error) {
      throw new DomainError(error instanceof errors.JWTExpired ? 'auth.tokenExpired' : 'auth.tokenInvalid');
    }
  }
}

function identityOf({ sub, exp, role, region, org, sid }: JWTPayload): Identity {
  if (!roles.includes(role as Role) || !sub || !exp) throw new DomainError('auth.tokenInvalid');
  const actor: Actor = {
    id: sub,
    role: role as Role,
    region: optionalText(region),
    organisationId: optionalText(org),
    sessionId: optionalText(sid),
  };
  return { actor: Object.freeze(actor), expiresAtMs: exp * 1000 };
}

function optionalText(claim: unknown): string | undefined {
  return typeof claim === 'string' ? claim : undefined;
}

async function readKey(file: string): Promise<TokenKey> {
  try {
    const jwk = JSON.parse(await readFile(file, 'utf8')) as JWK;
    const { kty, crv, x, d, kid } = jwk;
    if (kty !== 'OKP' || crv !== 'Ed25519' || !x || !d || !kid) throw new TypeError('not such a key');
    return {
      id: kid,
      privateKey: await importJWK(jwk, algorithm),
      publicKey: await importJWK({ kty, crv, x }, algorithm),
    };
  } catch (error) {
    // Not the message: that of JSON.parse quotes the file.
    const why = (error as NodeJS.ErrnoException).code ?? 'kty OKP, crv Ed25519, x, d, kid';
    throw new ConfigError([
      `TOKEN_KEY_FILE (${file}): ${why} — 须为 Ed25519 私钥 JWK / must hold a private Ed25519 JWK`,
    ]);
  }
}
