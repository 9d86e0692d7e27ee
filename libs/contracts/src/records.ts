import { ById, RegionPageQuery } from './common.js';
import { defineRpc } from './contract.js';
import {
  recordStates,
  type RecordState,
  ServiceRecordView,
  verifications,
  type Verification,
} from './errands.js';
import { Choice, Instant, Integer, ListOf, Nested, Region, Text, Uuid } from './fields.js';

const minutes = { min: 1, max: 1440 };
const note = {
  max: 200,
  optional: true,
  description: 'Sealed at rest; for the station and those concerned.',
};
const page = { max: 200, optional: true };

/** Why a version of a record differs from the one before. Coded, so that it can be counted and shown. */
export const correctionReasons = [
  'forgotCheckOut',
  'wrongTimes',
  'wrongMinutes',
  'notServed',
  'duplicate',
  'notVolunteering',
  'wronglyVoided',
] as const;
export type CorrectionReason = (typeof correctionReasons)[number];

/** What the correction stands on. */
export const evidenceKinds = [
  'residentSaid',
  'paperSlip',
  'photo',
  'callBack',
  'deviceLog',
  'seenByStaff',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const correctionKinds = ['correct', 'void'] as const;
export type CorrectionKind = (typeof correctionKinds)[number];
export const correctionStates = ['proposed', 'applied', 'declined'] as const;
export type CorrectionState = (typeof correctionStates)[number];

/** How long a proposal waits for the second person. */
export const correctionHours = 336;

/** What a record should say instead. */
export class CorrectionTerms {
  @Choice(correctionKinds, { description: 'void: the record counts for nothing.' }) kind!: CorrectionKind;
  @Integer({ ...minutes, optional: true, description: 'For correct: the minutes really given.' })
  serviceMinutes?: number;
  @Instant({ optional: true, description: 'Where the record is wrong; as recorded unless told.' })
  startedAt?: string;
  @Instant({ optional: true, description: 'Its day in Tianjin is the day the minutes count on.' })
  endedAt?: string;
  @Choice(correctionReasons) reason!: CorrectionReason;
  @Choice(evidenceKinds) evidence!: EvidenceKind;
  @Text(note) note?: string;
}

export class ProposeCorrectionInput extends CorrectionTerms {
  @Uuid({ description: 'Id of the correction, made by the caller.' }) id!: string;
  @Uuid() recordId!: string;
  @Integer({ min: 1, max: 10_000, description: 'The version you looked at; an older one is refused.' })
  ofVersion!: number;
}

export class CorrectionView extends CorrectionTerms {
  @Uuid() id!: string;
  @Uuid() recordId!: string;
  @Region() communityCode!: string;
  @Integer({ min: 1, max: 10_000 }) ofVersion!: number;
  @Choice(correctionStates) state!: CorrectionState;
  @Uuid() proposedBy!: string;
  @Text({ max: 20 }) proposedRole!: string;
  @Instant() proposedAt!: string;
  @Instant({ description: 'From this instant it can be applied no more; decline it, or propose anew.' })
  expiresAt!: string;
  @Uuid({ optional: true }) decidedBy?: string;
  @Instant({ optional: true }) decidedAt?: string;
}

export class CorrectionPage {
  @ListOf(() => CorrectionView, { max: 100 }) items!: CorrectionView[];
  @Text(page) nextCursor?: string;
}

export class ListCorrectionsInput extends RegionPageQuery {
  @Choice(correctionStates, { optional: true }) state?: CorrectionState;
}

export class DecideCorrectionInput {
  @Uuid() id!: string;
  @Choice(['apply', 'decline']) decision!: 'apply' | 'decline';
}

/** A version as it was; versions are only ever added. */
export class RecordVersion {
  @Integer({ min: 1, max: 10_000 }) version!: number;
  @Integer({ min: 0, max: 1440, description: '0: void.' }) serviceMinutes!: number;
  @Choice(verifications) verification!: Verification;
  @Instant() startedAt!: string;
  @Instant() endedAt!: string;
  @Choice([...correctionReasons, 'confirmed'], { description: 'Why this version is there.' })
  reason!: CorrectionReason | 'confirmed';
  @Choice(evidenceKinds, { optional: true }) evidence?: EvidenceKind;
  @Instant() at!: string;
}

/** One word for a record: who, by role, how and when. */
export class ConfirmationGiven {
  @Text({ max: 20 }) role!: string;
  @Text({ max: 20, description: 'A method of confirming, or automatic.' }) method!: string;
  @Instant() at!: string;
}

export class RecordHistory {
  @Uuid() id!: string;
  @Choice(recordStates) state!: RecordState;
  @ListOf(() => ConfirmationGiven, { max: 10 }) confirmations!: ConfirmationGiven[];
  @ListOf(() => RecordVersion, { max: 10_000 }) versions!: RecordVersion[];
  @Instant({ optional: true, description: 'Public notice ends then; objections are open all the time.' })
  noticeUntil?: string;
}

export const disputeReasons = ['notServed', 'minutesTooMany', 'otherPerson', 'unfinished', 'other'] as const;
export type DisputeReason = (typeof disputeReasons)[number];

export class DisputeInput {
  @Uuid() recordId!: string;
  @Choice(disputeReasons) reason!: DisputeReason;
  @Text(note) note?: string;
}

export class SettleDisputeInput {
  @Uuid() recordId!: string;
  @Choice(['confirm', 'void']) decision!: 'confirm' | 'void';
  @Integer({ ...minutes, optional: true, description: 'With confirm: minutes really served, where fewer.' })
  serviceMinutes?: number;
  @Text(note) note?: string;
}

export const objectionReasons = [
  'minutesTooFew',
  'minutesTooMany',
  'wronglyVoided',
  'notServed',
  'wrongPerson',
  'other',
] as const;
export type ObjectionReason = (typeof objectionReasons)[number];
export const objectionStates = ['raised', 'investigating', 'upheld', 'dismissed'] as const;
export type ObjectionState = (typeof objectionStates)[number];

export class RaiseObjectionInput {
  @Uuid({ description: 'Id of the objection, made by the caller.' }) id!: string;
  @Uuid() recordId!: string;
  @Choice(objectionReasons) reason!: ObjectionReason;
  @Text(note) note?: string;
}

export class ObjectionView {
  @Uuid() id!: string;
  @Uuid() recordId!: string;
  @Region() communityCode!: string;
  @Choice(objectionStates) state!: ObjectionState;
  @Choice(objectionReasons) reason!: ObjectionReason;
  @Text({ max: 20 }) raisedRole!: string;
  @Instant() raisedAt!: string;
  @Text({ ...note, description: 'For the station and who raised it.' }) note?: string;
  @Instant({ optional: true }) decidedAt?: string;
  @Text({ ...note, description: 'Why it was decided so.' }) answer?: string;
  @Uuid({ optional: true, description: 'What was proposed where it was upheld.' }) correctionId?: string;
}

export class ObjectionPage {
  @ListOf(() => ObjectionView, { max: 100 }) items!: ObjectionView[];
  @Text(page) nextCursor?: string;
}

export class ListObjectionsInput extends RegionPageQuery {
  @Choice(objectionStates, { optional: true }) state?: ObjectionState;
}

export class DecideObjectionInput {
  @Uuid() id!: string;
  @Choice(['upheld', 'dismissed']) decision!: 'upheld' | 'dismissed';
  @Text({ max: 200, description: 'Told to who objected; sealed at rest.' }) answer!: string;
  @Nested(() => CorrectionTerms, {
    optional: true,
    description: 'Required when upheld: what to put in its place. Somebody of another role then applies it.',
  })
  correction?: CorrectionTerms;
}

const seen = 'resource.notFound' as const;
const staff = ['committee', 'station'] as const;
const terms = [
  'record.minutesInvalid',
  'record.timesInvalid',
  'record.nothingToCorrect',
  'record.correctionOpen',
] as const;
const own = ['record.selfConfirmation', 'record.familyConfirmation'] as const;

export const records = {
  /** How a record came to be what it is: every confirmation and every version. */
  history: defineRpc({
    subject: 'tasks.getRecordHistory',
    input: ById,
    output: RecordHistory,
    errors: [seen],
    callers: ['volunteer', 'resident', ...staff],
  }),
  /** 更正: proposed by one, applied by another of another role. It names the version it corrects. */
  proposeCorrection: defineRpc({
    subject: 'tasks.proposeCorrection',
    input: ProposeCorrectionInput,
    output: CorrectionView,
    errors: [
      seen,
      'record.stateConflict',
      'record.versionSuperseded',
      ...terms,
      ...own,
      'idempotency.conflict',
    ],
    callers: staff,
  }),
  /** Applied, the record has one version more, and every total follows. */
  decideCorrection: defineRpc({
    subject: 'tasks.decideCorrection',
    input: DecideCorrectionInput,
    output: CorrectionView,
    errors: [
      seen,
      'record.stateConflict',
      'record.sameApprover',
      'record.decided',
      'record.correctionExpired',
      ...own,
    ],
    callers: staff,
  }),
  listCorrections: defineRpc({
    subject: 'tasks.listCorrections',
    input: ListCorrectionsInput,
    output: CorrectionPage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: staff,
  }),
  /** Who was served, or staff, says that the record is not right, before it is confirmed. */
  dispute: defineRpc({
    subject: 'tasks.disputeRecord',
    input: DisputeInput,
    output: ServiceRecordView,
    errors: [seen, 'record.stateConflict'],
    callers: ['resident', ...staff],
  }),
  /** The station decides; somebody other than who disputed. */
  settleDispute: defineRpc({
    subject: 'tasks.settleDispute',
    input: SettleDisputeInput,
    output: ServiceRecordView,
    errors: [seen, 'record.stateConflict', 'record.sameApprover', 'record.minutesInvalid', ...own],
    callers: ['station'],
  }),
  /** 异议: by the volunteer or who was served, once the record is confirmed or void. */
  object: defineRpc({
    subject: 'tasks.raiseObjection',
    input: RaiseObjectionInput,
    output: ObjectionView,
    errors: [seen, 'record.stateConflict', 'record.objectionOpen', 'idempotency.conflict'],
    callers: ['volunteer', 'resident', 'committee'],
  }),
  investigateObjection: defineRpc({
    subject: 'tasks.investigateObjection',
    input: ById,
    output: ObjectionView,
    errors: [seen, 'record.decided', ...own],
    callers: ['station'],
  }),
  decideObjection: defineRpc({
    subject: 'tasks.decideObjection',
    input: DecideObjectionInput,
    output: ObjectionView,
    errors: [seen, 'record.decided', 'record.stateConflict', 'request.invalid', ...terms, ...own],
    callers: ['station'],
  }),
  listObjections: defineRpc({
    subject: 'tasks.listObjections',
    input: ListObjectionsInput,
    output: ObjectionPage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: ['volunteer', 'resident', ...staff],
  }),
};
