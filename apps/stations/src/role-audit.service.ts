import {
  type Actor,
  type AuditAction,
  type AuditEntry,
  type AuditPage,
  type RegionPageQuery,
  type StaffRole,
} from '#contracts';
import { type Call, Clock, Database, decodeCursor, encodeCursor, listScope, newId, type Tx } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { cityOf } from './regions.store.js';

/** What was done to a role, and why. */
export interface Done {
  action: AuditAction;
  role: StaffRole;
  regionCode: number;
  subjectId: string;
  causeId?: string;
  /** Where a delegation itself is what is used. */
  delegationId?: string;
}

interface AuditRow extends Omit<AuditEntry, 'region' | 'at' | 'causeId' | 'delegationId'> {
  regionCode: number;
  causeId: string | null;
  delegationId: string | null;
  at: Date;
}

const defaultLimit = 20;

/** The log of roles: written with what it tells of, never changed. */
@Injectable()
export class RoleAuditService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Within the transaction of what is done, so that neither is there without the other. */
  async note(tx: Tx, { id, role, sessionId }: Actor, done: Done): Promise<void> {
    await tx.query(
      `insert into role_audit (city_code, id, action, role, region_code, subject_id, by_id, by_role, cause_id, at,
         delegation_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
         coalesce($11, (select (actor->'delegation'->>'id')::uuid from session where id = $12)))`,
      [
        ...[cityOf(done.regionCode), newId(), done.action, done.role, done.regionCode, done.subjectId],
        ...[id, role, done.causeId ?? null, this.clock.now(), done.delegationId ?? null, sessionId ?? null],
      ],
    );
  }

  /** The newest first. @throws DomainError `access.foreignRegion`, `cursor.invalid` */
  async list(input: RegionPageQuery, { actor }: Call): Promise<AuditPage> {
    const range = listScope(actor, input.region);
    const limit = input.limit ?? defaultLimit;
    const before = input.cursor === undefined ? null : decodeCursor(input.cursor, 'uuid')[0];
    const found = await this.database.query<AuditRow & Record<string, unknown>>(
      `select id, action, role, region_code as "regionCode", subject_id as "subjectId", by_id as "byId",
         by_role as "byRole", cause_id as "causeId", delegation_id as "delegationId", at
       from role_audit where city_code between $1 and $2 and region_code between $3 and $4
         and ($5::uuid is null or id < $5) order by id desc limit $6`,
      [cityOf(range.code), cityOf(range.last), range.code, range.last, before, limit + 1],
    );
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    return { items: rows.map(entryOf), nextCursor: last && encodeCursor(last.id) };
  }
}

function entryOf({ regionCode, causeId, delegationId, at, ...row }: AuditRow): AuditEntry {
  return {
    ...row,
    region: formatRegion(regionCode),
    causeId: causeId ?? undefined,
    delegationId: delegationId ?? undefined,
    at: at.toISOString(),
  };
}
