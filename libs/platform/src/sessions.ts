import { createHash, randomBytes } from 'node:crypto';
import {
  type Actor,
  DomainError,
  type Done,
  type RevokedInput,
  type RevokedSessions,
  type Role,
  type Session,
  type SessionList,
} from '#contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Clock } from './clock.js';
import type { Database, Tx } from './database.js';
import { newId } from './ids.js';

/** Sessions of the people a service signs in: staff at `stations`, volunteers and residents at `volunteers`. */
export class CreateSessions1772000000001 implements MigrationInterface {
  readonly name = 'CreateSessions1772000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table session (
        id uuid primary key,
        actor_id uuid not null,
        actor json not null,
        secret_hash bytea not null,
        refresh_hash bytea not null,
        started_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        check (expires_at > started_at)
      );
      create index session_actor on session (actor_id) where revoked_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table session');
  }
}

/** Gateways ask for what was closed lately. */
export class RevokedSessions1772000034000 implements MigrationInterface {
  readonly name = 'RevokedSessions1772000034000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index session_revoked on session (revoked_at) where revoked_at is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index session_revoked');
  }
}

/** Who a session is for; a role that somebody stands in for ends with the delegation. */
export interface SessionActor extends Omit<Actor, 'sessionId'> {
  delegation?: {
    id: string;
    /** RFC 3339. */
    endsAt: string;
  };
}

interface SessionRow {
  id: string;
  actor: SessionActor;
  secret_hash: Buffer;
  refresh_hash: Buffer;
  expires_at: Date;
  revoked_at: Date | null;
}

/**
 * Refresh tokens are opaque, kept only as hashes, and used once: each refresh gives the next. A token
 * that comes a second time was stolen or copied, so it closes the session (RFC 9700, 4.14.2). It is
 * `<session>.<secret>.<once>`: only who knows the secret can close the session by a wrong `once`, so
 * guessing does no harm.
 */
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly days: number,
  ) {}

  /** Opens a session for somebody who has just proven who they are. */
  async open(tx: Tx, actor: SessionActor): Promise<Session> {
    const id = newId();
    const secret = randomBytes(24).toString('base64url');
    const refreshToken = newRefreshToken(id, secret);
    const now = this.clock.now();
    const longest = now.getTime() + this.days * 86_400_000;
    const expiresAt = new Date(Math.min(longest, Date.parse(actor.delegation?.endsAt ?? '') || longest));
    await tx.query(
      `insert into session (id, actor_id, actor, secret_hash, refresh_hash, started_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, actor.id, JSON.stringify(actor), hashOf(secret), hashOf(refreshToken), now, expiresAt],
    );
    return sessionView(id, actor, refreshToken, expiresAt);
  }

  /** @throws DomainError `auth.failed`, `auth.refreshReused` */
  async refresh(refreshToken: string): Promise<Session> {
    const [, id, secret] = tokenForm.exec(refreshToken) ?? [];
    if (!id || !secret) throw new DomainError('auth.failed');
    const outcome = await this.database.transaction(async (tx) => {
      const [row] = await tx.query<SessionRow>('select * from session where id = $1 for update', [id]);
      const now = this.clock.now();
      if (!row || row.revoked_at || row.expires_at <= now || !row.secret_hash.equals(hashOf(secret)))
        return new DomainError('auth.failed');
      if (!row.refresh_hash.equals(hashOf(refreshToken))) {
        await tx.query('update session set revoked_at = $2 where id = $1', [id, now]);
        return new DomainError('auth.refreshReused');
      }
      const next = newRefreshToken(id, secret);
      await tx.query('update session set refresh_hash = $2 where id = $1', [id, hashOf(next)]);
      return sessionView(id, row.actor, next, row.expires_at);
    });
    // Thrown only here: inside, it would roll the revocation back.
    if (outcome instanceof DomainError) throw outcome;
    return outcome;
  }

  /** The open sessions of the caller, the newest first. */
  async listOwn({ id, sessionId }: Actor): Promise<SessionList> {
    const rows = await this.database.query<{ id: string; started_at: Date; expires_at: Date }>(
      `select id, started_at, expires_at from session
       where actor_id = $1 and revoked_at is null and expires_at > $2 order by started_at desc, id limit 1000`,
      [id, this.clock.now()],
    );
    const items = rows.map((row) => ({
      id: row.id,
      startedAt: row.started_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      isCurrent: row.id === sessionId,
    }));
    return { items };
  }

  /** Closes a session of the caller's own. @throws DomainError `resource.notFound` */
  async closeOwn(id: string, actor: Actor): Promise<Done> {
    const closed = await this.close(id, actor.id);
    if (!closed) throw new DomainError('resource.notFound');
    return { id };
  }

  /** Closes every open session of somebody, with whatever else changes for them. */
  closeAll(tx: Tx, actorId: string): void {
    tx.write('update session set revoked_at = $2 where actor_id = $1 and revoked_at is null', [
      actorId,
      this.clock.now(),
    ]);
  }

  /** Sessions closed in the last seconds, for gateways that still take their tokens. */
  async revokedWithin({ withinSeconds }: RevokedInput): Promise<RevokedSessions> {
    const since = new Date(this.clock.now().getTime() - withinSeconds * 1000);
    return { items: await this.database.query('select id from session where revoked_at >= $1', [since]) };
  }

  /** Closes one's own session; closing it twice is the same. Answers whether there is such a session. */
  async close(sessionId: string, actorId: string): Promise<boolean> {
    const closed = await this.database.query(
      'update session set revoked_at = coalesce(revoked_at, $3) where id = $1 and actor_id = $2 returning id',
      [sessionId, actorId, this.clock.now()],
    );
    return closed.length > 0;
  }
}

const tokenForm = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{32})\.[\w-]{32}$/;

function newRefreshToken(sessionId: string, secret: string): string {
  return `${sessionId}.${secret}.${randomBytes(24).toString('base64url')}`;
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function sessionView(sessionId: string, actor: SessionActor, refreshToken: string, expiresAt: Date): Session {
  return {
    sessionId,
    actorId: actor.id,
    role: actor.role as Role,
    region: actor.region,
    organisationId: actor.organisationId,
    refreshToken,
    refreshExpiresAt: expiresAt.toISOString(),
    ...(actor.delegation && { roleEndsAt: actor.delegation.endsAt }),
  };
}
