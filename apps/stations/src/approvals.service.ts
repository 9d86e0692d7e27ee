import {
  type ApprovalPage,
  type ApprovalView,
  approvals as contracts,
  type CreateStaffInput,
  type DecideApprovalInput,
  DomainError,
  type RegionPageQuery,
} from '#contracts';
import {
  type Call,
  Clock,
  Database,
  decides,
  decodeCursor,
  encodeCursor,
  expiryOf,
  listScope,
  once,
  sees,
  stateAt,
  type Tx,
} from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import {
  type ApprovalRow,
  decideApproval,
  insertApproval,
  listApprovals,
  lockApproval,
} from './approvals.store.js';
import { hashPassword, passwordFits } from './passwords.js';
import { RoleAuditService } from './role-audit.service.js';
import { StaffService, staffView } from './staff.service.js';
import { StaffEntity, StaffUserNameEntity } from './staff.entity.js';

const defaultLimit = 20;

/** 双人审批: what one administrator asks for is done when another approves it, in the same transaction and once. */
@Injectable()
export class ApprovalsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly staff: StaffService,
    private readonly audit: RoleAuditService,
  ) {}

  /** @throws DomainError see the contract */
  async requestStaff(input: CreateStaffInput, call: Call): Promise<ApprovalView> {
    const wanted = await this.staff.plan(input);
    listScope(call.actor, formatRegion(wanted.regionCode));
    // Before the transaction: hashing takes longer than everything in it.
    wanted.passwordHash = await hashPassword(input.password);
    const remembered = { ...input, password: '' };
    return this.database.transaction((tx) =>
      once(tx, call, contracts.requestStaff.subject, remembered, async () => {
        const known = await lockApproval(tx, input.id);
        if (known) return this.view(await assertSame(known, wanted, input.password, call));
        if (await tx.orm.existsBy(StaffEntity, { id: input.id }))
          throw new DomainError('idempotency.conflict');
        if (await tx.orm.existsBy(StaffUserNameEntity, { userName: input.userName }))
          throw new DomainError('staff.exists');
        const isNew = await insertApproval(tx, this.rowOf(wanted, call));
        const row = await lockApproval(tx, input.id);
        if (!row) throw new Error('a request that was written is not there');
        // Of two at the same moment the second finds the first here.
        await assertSame(row, wanted, input.password, call);
        if (isNew) await this.note(tx, 'roleRequested', row, call);
        return this.view(row);
      }),
    );
  }

  /** @throws DomainError see the contract */
  decide(input: DecideApprovalInput, call: Call): Promise<ApprovalView> {
    const decided = input.decision === 'approve' ? 'approved' : 'refused';
    return this.database.transaction((tx) =>
      once(tx, call, contracts.decide.subject, input, async () => {
        const row = await lockApproval(tx, input.id);
        if (!row || !sees(call.actor, row.regionCode)) throw new DomainError('resource.notFound');
        const now = this.clock.now();
        if (!decides(row, decided, call.actor.id, now)) return this.view(row);
        if (decided === 'approved') await this.staff.insertApproved(tx, entityOf(row, now));
        Object.assign(row, { state: decided, decidedBy: call.actor.id, decidedAt: now, passwordHash: null });
        await decideApproval(tx, row);
        await this.note(tx, decided === 'approved' ? 'roleGranted' : 'roleRefused', row, call);
        return this.view(row);
      }),
    );
  }

  /** The newest first. @throws DomainError `access.foreignRegion`, `cursor.invalid` */
  async list(input: RegionPageQuery, { actor }: Call): Promise<ApprovalPage> {
    const limit = input.limit ?? defaultLimit;
    const before = input.cursor === undefined ? undefined : decodeCursor(input.cursor, 'uuid')[0];
    const found = await listApprovals(this.database, listScope(actor, input.region), before, limit + 1);
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    return { items: rows.map((row) => this.view(row)), nextCursor: last && encodeCursor(last.id) };
  }

  private note(
    tx: Tx,
    action: 'roleRequested' | 'roleGranted' | 'roleRefused',
    { id, staff, regionCode }: ApprovalRow,
    { actor }: Call,
  ): Promise<void> {
    const { role } = entityRole(staff);
    return this.audit.note(tx, actor, { action, role, regionCode, subjectId: staff.id, causeId: id });
  }

  private rowOf(wanted: StaffEntity, { actor }: Call): ApprovalRow {
    const requestedAt = this.clock.now();
    return {
      ...{ cityCode: wanted.cityCode, id: wanted.id, kind: 'staffRole', regionCode: wanted.regionCode },
      ...{ staff: staffView(wanted), passwordHash: wanted.passwordHash, state: 'requested' },
      ...{ requestedBy: actor.id, requestedAt, expiresAt: expiryOf(requestedAt) },
      ...{ decidedBy: null, decidedAt: null },
    };
  }

  private view(row: ApprovalRow): ApprovalView {
    return {
      ...{ id: row.id, kind: row.kind, region: formatRegion(row.regionCode), staff: row.staff },
      state: stateAt(row, this.clock.now()),
      ...{ requestedBy: row.requestedBy, requestedAt: row.requestedAt.toISOString() },
      expiresAt: row.expiresAt.toISOString(),
      decidedBy: row.decidedBy ?? undefined,
      decidedAt: row.decidedAt?.toISOString(),
    };
  }
}

/** The same id asks for the same person with the same password; once decided, the password is not kept to compare. */
async function assertSame(
  known: ApprovalRow,
  wanted: StaffEntity,
  password: string,
  { actor }: Call,
): Promise<ApprovalRow> {
  const isSame =
    known.requestedBy === actor.id && JSON.stringify(known.staff) === JSON.stringify(staffView(wanted));
  const { passwordHash } = known;
  if (!isSame || (passwordHash !== null && !(await passwordFits(passwordHash, password))))
    throw new DomainError('idempotency.conflict');
  return known;
}

function entityRole({ role }: ApprovalRow['staff']): Pick<StaffEntity, 'role'> {
  return { role: role as StaffEntity['role'] };
}

function entityOf({ cityCode, id, regionCode, staff, passwordHash }: ApprovalRow, now: Date): StaffEntity {
  if (passwordHash === null) throw new Error('a request that waits has a password');
  return Object.assign(new StaffEntity(), {
    ...{ cityCode, id, regionCode, passwordHash, createdAt: now },
    ...{ userName: staff.userName, displayName: staff.displayName, ...entityRole(staff) },
    organisationId: staff.organisationId ?? null,
  });
}
