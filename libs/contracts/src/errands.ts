import { forms } from './forms.js';
import { ById, PageQuery, Point } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Choices, Flag, Instant, Integer, ListOf, Nested, Region, Text, Uuid } from './fields.js';
import { FeedInput, Match } from './matching.score.js';
import { beginErrors, endErrors, type PresenceProof, presenceProofs, ProofInput } from './presence.js';
import { needTypes, type NeedType } from './needs.js';
import { TightErrand } from './errands.tight.js';
import { needRequirements, type NeedRequirement } from './needs.terms.js';

export const errandStates = [
  'open',
  'claimed',
  'inProgress',
  'finished',
  'confirmed',
  'recorded',
  'expired',
  'cancelled',
  'disputed',
  'voided',
] as const;
export type ErrandState = (typeof errandStates)[number];

export const claimStates = [
  'claimed',
  'released',
  'inProgress',
  'finished',
  'confirmed',
  'recorded',
  'cancelled',
  'disputed',
  'voided',
] as const;
export type ClaimState = (typeof claimStates)[number];

export class ErrandSummary {
  @Uuid() id!: string;
  @Choice(needTypes) type!: NeedType;
  @Text({ max: 200 }) summary!: string;
  @Choice(errandStates) state!: ErrandState;
  @Region() communityCode!: string;
  @Nested(() => Point) point!: Point;
  @Instant() windowStart!: string;
  @Instant() windowEnd!: string;
  @Integer({ min: 5, max: 720 }) expectedMinutes!: number;
  @Integer({ min: 1, max: 200 }) slots!: number;
  @Integer({ min: 0, max: 200 }) slotsTaken!: number;
  @Choices(needRequirements, { max: 9, description: 'What you must have to claim it.' })
  requirements!: NeedRequirement[];
  @Integer({ min: 0, max: 10, description: 'Places to go to besides the door; 0 for most.' })
  stopCount!: number;
  @Integer({
    min: 100,
    max: 500_000,
    optional: true,
    description: 'Something is bought, for so many fen at most; paid back at cost with a receipt.',
  })
  purchaseCeilingFen?: number;
  @Integer({ min: 0, max: 100_000_000, optional: true, description: 'From the point asked about.' })
  distanceMetres?: number;
  @Integer({
    min: 5,
    max: 120,
    optional: true,
    description: 'Claims are gathered for so many seconds after the first, then ranked by declared rules.',
  })
  fairGrabSeconds?: number;
  @Nested(() => Match, { optional: true, description: 'How well it fits you, in the feed by best match.' })
  match?: Match;
}

export class ClaimSummary {
  @Uuid() id!: string;
  @Uuid() volunteerId!: string;
  @Text({ max: 50, description: 'Masked.' }) volunteerName!: string;
  @Choice(claimStates) state!: ClaimState;
  @Instant() claimedAt!: string;
}

export class ErrandView extends ErrandSummary {
  @Text({ max: 200, optional: true }) riskNotice?: string;
  @Uuid() needId!: string;
  @ListOf(() => ClaimSummary, {
    max: 200,
    description: 'Those who hold or held it; for staff and the volunteer concerned.',
  })
  claims!: ClaimSummary[];
  @ListOf(() => TightErrand, {
    max: 100,
    optional: true,
    description: 'For a volunteer: a warning, no reason to be refused.',
  })
  tight?: TightErrand[];
}

export class ErrandPage {
  @ListOf(() => ErrandSummary, { max: 100 }) items!: ErrandSummary[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class ClaimInput {
  @Uuid({ description: 'Id of the claim, made by the caller.' }) id!: string;
  @Uuid() errandId!: string;
}

export class ClaimView {
  @Uuid() id!: string;
  @Uuid() errandId!: string;
  @Choice([...claimStates, 'gathered'], {
    description: 'gathered: your wish is noted; ask again with the same id after decidesAt.',
  })
  state!: ClaimState | 'gathered';
  @Instant({ description: 'When it was claimed, or wished for.' }) claimedAt!: string;
  @Flag({ description: 'You held it already; nothing changed.' }) alreadyYours!: boolean;
  @Instant({ optional: true, description: 'When the wishes of a fair grab are ranked.' }) decidesAt?: string;
}

export class ErrandStepInput {
  @Uuid() errandId!: string;
}

export class ReleaseInput extends ErrandStepInput {
  @Text({ max: 200 }) reason!: string;
  @Flag({
    optional: true,
    description: 'Keep it until somebody takes over; meanwhile its slot is open to others.',
  })
  onlyIfTakenOver?: boolean;
}

/** Without a proof that holds the minutes are attested, not device-verified. */
export class CheckInInput extends ProofInput {
  @Uuid() errandId!: string;
}

export class CheckOutInput extends ProofInput {
  @Uuid() errandId!: string;
}

export class Contact {
  @Text({ max: 50 }) name!: string;
  @Text({ max: 20, optional: true, description: 'Absent where calls go through a relay.' }) phone?: string;
  @Text({ max: 100 }) door!: string;
}

export const recordStates = [
  'pending',
  'submitted',
  'disputed',
  'confirmed',
  'inNotice',
  'credited',
  'corrected',
  'voided',
] as const;
export type RecordState = (typeof recordStates)[number];
export const verifications = ['deviceVerified', 'attested'] as const;
export type Verification = (typeof verifications)[number];
export const confirmationMethods = ['app', 'spokenCode', 'paperSlip', 'callBack', 'review'] as const;
export type ConfirmationMethod = (typeof confirmationMethods)[number];

export class ServiceRecordView {
  @Uuid({ description: 'The id of the claim it records.' }) id!: string;
  @Uuid() errandId!: string;
  @Uuid() volunteerId!: string;
  @Region() communityCode!: string;
  @Choice(recordStates) state!: RecordState;
  @Choice(verifications) verification!: Verification;
  @Integer({ min: 0, max: 1440, description: '0 where the record is void.' }) serviceMinutes!: number;
  @Integer({ min: 0, max: 3 }) confirmationsGiven!: number;
  @Integer({ min: 1, max: 2 }) confirmationsNeeded!: number;
  @Instant() startedAt!: string;
  @Instant() endedAt!: string;
  @Integer({
    min: 1,
    max: 1440,
    description: 'Between the two moments; where it is more than the window holds, the window was counted.',
  })
  elapsedMinutes!: number;
  @Choice(presenceProofs) checkInProof!: PresenceProof;
  @Choice(presenceProofs) checkOutProof!: PresenceProof;
  @Flag({ description: 'Taken without a network, signed on the phone, sent later.' }) wasOffline!: boolean;
  @Integer({ min: 1, max: 10_000 }) version!: number;
}

export class ServiceRecordPage {
  @ListOf(() => ServiceRecordView, { max: 100 }) items!: ServiceRecordView[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class ListRecordsInput extends PageQuery {
  @Choice(recordStates, { optional: true }) state?: RecordState;
  @Region({ optional: true }) region?: string;
}

export class ConfirmRecordInput {
  @Uuid() id!: string;
  @Choice(confirmationMethods, {
    description:
      'app: the resident. spokenCode, paperSlip: the resident’s word, handed in by anybody with the code. ' +
      'callBack: the committee or station has called. review: the same have looked into it.',
  })
  method!: ConfirmationMethod;
  @Text({
    min: 4,
    max: 8,
    form: forms.fourOrEightDigits,
    optional: true,
    description: 'With spokenCode the four closing digits, with paperSlip the eight of the slip.',
  })
  code?: string;
  @Integer({
    min: 1,
    max: 1440,
    optional: true,
    description: 'Minutes really served, where they differ; never more than the device counted.',
  })
  serviceMinutes?: number;
}

export class CountConfirmedInput {
  @Integer({ min: 1000, max: 9999 }) cityCode!: number;
  @Instant({ description: 'Only what was confirmed before it.' }) before!: string;
}

export class ConfirmedCount {
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) recordCount!: number;
}

export const errands = {
  feed: defineRpc({
    subject: 'tasks.feed',
    input: FeedInput,
    output: ErrandPage,
    errors: [
      'cursor.invalid',
      'request.invalid',
      'feed.placeUnknown',
      'feed.routeUnknown',
      'feed.siteUnknown',
    ],
    callers: ['volunteer', 'station', 'committee'],
  }),
  get: defineRpc({
    subject: 'tasks.getErrand',
    input: ById,
    output: ErrandView,
    errors: ['resource.notFound'],
    callers: ['volunteer', 'committee', 'station', 'resident', 'official'],
  }),
  /** 抢单: N slots exact under any load; a loser learns who won (masked) and what else is open nearby. */
  claim: defineRpc({
    subject: 'tasks.claim',
    input: ClaimInput,
    output: ClaimView,
    errors: [
      'resource.notFound',
      'errand.lost',
      'errand.notOpen',
      'volunteer.notVerified',
      'volunteer.suspended',
      'claim.conflictOfInterest',
      'claim.requirementUnmet',
      'claim.limitReached',
      'claim.overlaps',
      'claim.outOfReach',
      'idempotency.conflict',
    ],
    callers: ['volunteer'],
    batched: { maxItems: 512, maxInFlight: 2 },
  }),
  release: defineRpc({
    subject: 'tasks.releaseClaim',
    input: ReleaseInput,
    output: ErrandView,
    errors: ['resource.notFound', 'errand.notYours', 'errand.stateConflict'],
    callers: ['volunteer'],
  }),
  checkIn: defineRpc({
    subject: 'tasks.checkIn',
    input: CheckInInput,
    output: ErrandView,
    errors: ['resource.notFound', 'errand.notYours', 'errand.stateConflict', ...beginErrors],
    callers: ['volunteer'],
  }),
  checkOut: defineRpc({
    subject: 'tasks.checkOut',
    input: CheckOutInput,
    output: ServiceRecordView,
    errors: ['resource.notFound', 'errand.notYours', 'errand.stateConflict', ...endErrors],
    callers: ['volunteer'],
  }),
  /** Name, telephone and door for the active claimant only; every reveal is audited. */
  revealContact: defineRpc({
    subject: 'tasks.revealContact',
    input: ErrandStepInput,
    output: Contact,
    errors: ['resource.notFound', 'errand.notYours', 'errand.stateConflict'],
    callers: ['volunteer'],
  }),
  /** Device-verified minutes need one confirmation, attested ones two of different roles; never one's own. */
  confirmRecord: defineRpc({
    subject: 'tasks.confirmRecord',
    input: ConfirmRecordInput,
    output: ServiceRecordView,
    errors: [
      'resource.notFound',
      'record.selfConfirmation',
      'record.familyConfirmation',
      'record.sameApprover',
      'record.stateConflict',
      'record.minutesInvalid',
      'record.methodInvalid',
      'record.codeWrong',
      'record.codeLocked',
      'record.slipUsed',
      'record.slipCancelled',
    ],
    callers: ['volunteer', 'committee', 'station', 'resident'],
  }),
  getRecord: defineRpc({
    subject: 'tasks.getRecord',
    input: ById,
    output: ServiceRecordView,
    errors: ['resource.notFound'],
    callers: ['volunteer', 'committee', 'station', 'resident'],
  }),
  listRecords: defineRpc({
    subject: 'tasks.listRecords',
    input: ListRecordsInput,
    output: ServiceRecordPage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: ['volunteer', 'committee', 'station'],
  }),
  /** How many service records of a city were ever confirmed: the ledger's audit holds its earnings against it. */
  countConfirmed: defineRpc({
    subject: 'tasks.countConfirmed',
    input: CountConfirmedInput,
    output: ConfirmedCount,
    errors: [],
    callers: ['system'],
    deadlineMs: 30_000,
  }),
};
