import { type ApprovalState, approvalStates } from './approvals.js';
import { RegionPageQuery } from './common.js';
import { defineEvent, defineRpc } from './contract.js';
import { Choice, Instant, Integer, ListOf, Region, Text, Uuid } from './fields.js';

/**
 * Why one person was registered twice. `otherDocument`: by another document of theirs, which stays taken.
 * `wrongNumber`: under a number that was mistyped or is somebody else's, which is free again.
 */
export const mergeReasons = ['otherDocument', 'wrongNumber'] as const;
export type MergeReason = (typeof mergeReasons)[number];

export class ProposeMergeInput {
  @Uuid({ description: 'Of the proposal, made by the caller.' }) id!: string;
  @Uuid({ description: 'The registration that stays.' }) keptId!: string;
  @Uuid({ description: 'The one that ends; all of it goes to the other.' }) mergedId!: string;
  @Choice(mergeReasons) reason!: MergeReason;
}

/** Two registrations of one person, to become one or become one. */
export class MergeView extends ProposeMergeInput {
  @Text({ max: 20 }) keptNumber!: string;
  @Text({ max: 20, description: 'Volunteer number of the registration that ends.' }) mergedNumber!: string;
  @Choice(approvalStates) state!: ApprovalState;
  @Uuid() proposedBy!: string;
  @Instant() proposedAt!: string;
  @Instant({ description: 'From this instant it can be approved no more.' }) expiresAt!: string;
  @Uuid({ optional: true }) decidedBy?: string;
  @Instant({ optional: true }) decidedAt?: string;
}

export class MergePage {
  @ListOf(() => MergeView, { max: 100, description: 'The newest first.' }) items!: MergeView[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class ListMergesInput extends RegionPageQuery {
  @Choice(approvalStates, {
    optional: true,
    description: '`requested`: those that wait for a second person.',
  })
  state?: ApprovalState;
}

export class DecideMergeInput {
  @Uuid() id!: string;
  @Choice(['approve', 'refuse']) decision!: 'approve' | 'refuse';
}

/** 合并重复注册: one person once. What one member of staff proposes another approves; both answer for both places. */
export const merges = {
  /** Nothing changes before another member of staff approves it within 72 hours. */
  propose: defineRpc({
    subject: 'volunteers.proposeMerge',
    input: ProposeMergeInput,
    output: MergeView,
    errors: [
      'resource.notFound',
      'merge.sameRegistration',
      'merge.keptUnverified',
      'merge.unlike',
      'merge.alreadyProposed',
      'idempotency.conflict',
    ],
    callers: ['committee', 'station', 'administrator'],
  }),
  /**
   * Approving ends one registration for good: minutes, credits, records, awards and certificates are the other's from
   * then on, and whatever is still told of the ended one reaches it. Who proposed may refuse, never approve. The same
   * decision again is answered alike.
   */
  decide: defineRpc({
    subject: 'volunteers.decideMerge',
    input: DecideMergeInput,
    output: MergeView,
    errors: [
      'resource.notFound',
      'approval.ownRequest',
      'approval.expired',
      'approval.decided',
      'merge.keptUnverified',
      'merge.errandsHeld',
    ],
    callers: ['committee', 'station', 'administrator'],
  }),
  list: defineRpc({
    subject: 'volunteers.listMerges',
    input: ListMergesInput,
    output: MergePage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: ['committee', 'station', 'administrator'],
  }),
};

/** Whatever was or will be told of `mergedId` is about `keptId`, who may have been merged into another since. */
export class VolunteerMerged {
  @Uuid() mergedId!: string;
  @Uuid() keptId!: string;
  @Integer({ min: 1, max: 2_000_000_000, description: 'The last version of the registration that ended.' })
  version!: number;
  @Region({ description: 'Where the registration that ended was made: it counts there no more.' })
  communityCode!: string;
  @Instant() registeredAt!: string;
  @Instant() mergedAt!: string;
}

export const mergeEvents = {
  merged: defineEvent({ subject: 'volunteer.merged', owner: 'volunteers', data: VolunteerMerged }),
};
