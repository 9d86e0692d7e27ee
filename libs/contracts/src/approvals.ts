import { roles, type StaffRole, staffRoles } from './actor.js';
import { RegionPageQuery } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Instant, ListOf, Nested, Region, Text, Uuid } from './fields.js';
import { CreateStaffInput, StaffView } from './stations.js';

/** Dangerous actions: what one person asks for and another carries out. */
export const approvalKinds = ['staffRole'] as const;
export type ApprovalKind = (typeof approvalKinds)[number];

export const approvalStates = ['requested', 'approved', 'refused', 'expired'] as const;
export type ApprovalState = (typeof approvalStates)[number];

/** How long a request waits for the second person. */
export const approvalHours = 72;

export class ApprovalView {
  @Uuid() id!: string;
  @Choice(approvalKinds) kind!: ApprovalKind;
  @Region({ description: 'Where it takes effect; who approves must answer for all of it.' }) region!: string;
  @Choice(approvalStates) state!: ApprovalState;
  @Nested(() => StaffView, { description: 'The member of staff there will be.' }) staff!: StaffView;
  @Uuid() requestedBy!: string;
  @Instant() requestedAt!: string;
  @Instant({ description: 'From this instant it can be approved no more.' }) expiresAt!: string;
  @Uuid({ optional: true }) decidedBy?: string;
  @Instant({ optional: true }) decidedAt?: string;
}

export class ApprovalPage {
  @ListOf(() => ApprovalView, { max: 100, description: 'The newest first.' }) items!: ApprovalView[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class DecideApprovalInput {
  @Uuid() id!: string;
  @Choice(['approve', 'refuse']) decision!: 'approve' | 'refuse';
}

export const auditActions = [
  'roleRequested',
  'roleGranted',
  'roleRefused',
  'roleDelegated',
  'delegationEnded',
  'deputySignedIn',
  'accountDisabled',
  'passwordReset',
  'passwordChanged',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** Something that was done to a role or the account that holds it. Entries are only ever added. */
export class AuditEntry {
  @Uuid() id!: string;
  @Choice(auditActions) action!: AuditAction;
  @Choice(staffRoles, { description: 'The role it was about.' }) role!: StaffRole;
  @Region({ description: 'Where that role holds.' }) region!: string;
  @Uuid({ description: 'The member of staff who has or is to have it.' }) subjectId!: string;
  @Text({ max: 60, description: 'Who did it; a service’s name for `system`.' }) byId!: string;
  @Choice([...roles, 'system']) byRole!: string;
  @Uuid({ optional: true, description: 'The approval or delegation it belongs to.' }) causeId?: string;
  @Uuid({ optional: true, description: 'Who did it stood in for somebody, by this delegation.' })
  delegationId?: string;
  @Instant() at!: string;
}

export class AuditPage {
  @ListOf(() => AuditEntry, { max: 100, description: 'The newest first.' }) items!: AuditEntry[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

/** 双人审批: what one administrator asks for, another of the region approves; then it is done, once. */
export const approvals = {
  /** Asks for a member of staff; nobody can sign in before another administrator has approved. */
  requestStaff: defineRpc({
    subject: 'stations.requestStaff',
    input: CreateStaffInput,
    output: ApprovalView,
    errors: [
      'staff.exists',
      'organisation.closed',
      'resource.notFound',
      'region.unknown',
      'request.invalid',
      'access.foreignRegion',
      'idempotency.conflict',
    ],
    callers: ['administrator'],
  }),
  /** Who asked may refuse, never approve. The same decision again is answered alike. */
  decide: defineRpc({
    subject: 'stations.decideApproval',
    input: DecideApprovalInput,
    output: ApprovalView,
    errors: [
      'resource.notFound',
      'approval.ownRequest',
      'approval.expired',
      'approval.decided',
      'organisation.closed',
      'staff.exists',
      'idempotency.conflict',
    ],
    callers: ['administrator'],
  }),
  list: defineRpc({
    subject: 'stations.listApprovals',
    input: RegionPageQuery,
    output: ApprovalPage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: ['administrator'],
  }),
  /** The log of roles: asked for, granted, refused, delegated, used. */
  audit: defineRpc({
    subject: 'stations.listRoleAudit',
    input: RegionPageQuery,
    output: AuditPage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: ['administrator'],
  }),
};
