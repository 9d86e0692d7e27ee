import { forms } from './forms.js';
import { ById, Done, RegionPageQuery } from './common.js';
import { defineRpc } from './contract.js';
import { recordStates, type RecordState, ServiceRecordView } from './errands.js';
import { Choice, Day, Flag, Instant, Integer, ListOf, Nested, Region, Text, Uuid } from './fields.js';

const minutes = { min: 1, max: 1440 };
const page = { max: 200, optional: true };

/** What the resident said when called. `servedShorter` comes with the minutes. */
export const callBackAnswers = [
  'served',
  'servedShorter',
  'notServed',
  'noAnswer',
  'wrongNumber',
  'declined',
] as const;
export type CallBackAnswer = (typeof callBackAnswers)[number];

export class CallBackInput {
  @Uuid({ description: 'Id of the call, made by the caller.' }) id!: string;
  @Uuid() recordId!: string;
  @Choice(callBackAnswers) answer!: CallBackAnswer;
  @Integer({ ...minutes, optional: true, description: 'With servedShorter.' }) serviceMinutes?: number;
}

/** A record that waits for the resident's word. */
export class CallBackDue {
  @Uuid() recordId!: string;
  @Uuid() residentId!: string;
  @Text({ max: 50, description: 'Masked.' }) residentName!: string;
  @Text({ max: 20, description: 'Masked.' }) residentPhone!: string;
  @Region() communityCode!: string;
  @Integer(minutes) serviceMinutes!: number;
  @Instant() endedAt!: string;
  @Integer({ min: 0, max: 1_000, description: 'Calls made so far.' }) calls!: number;
  @Choice(callBackAnswers, { optional: true, description: 'Of the last call.' }) lastAnswer?: CallBackAnswer;
  @Instant({ optional: true }) lastCalledAt?: string;
}

export class CallBackQueue {
  @ListOf(() => CallBackDue, { max: 100 }) items!: CallBackDue[];
  @Text(page) nextCursor?: string;
}

/** Its own class, so that the document names what the list is of. */
export class ListCallBacksInput extends RegionPageQuery {}

export class PrintSlipsInput {
  @Uuid({ description: 'Id of the sheet, made by the caller; the same id prints the same codes again.' })
  id!: string;
  @Uuid() residentId!: string;
  @Integer({ min: 1, max: 20 }) count!: number;
}

export class PaperSlip {
  @Uuid() id!: string;
  @Text({ min: 8, max: 8, form: forms.digits, description: 'Eight digits, once.' }) code!: string;
}

export class SlipSheet {
  @Uuid() id!: string;
  @Uuid() residentId!: string;
  @Day({ description: 'The last day these slips are taken.' }) expiresOn!: string;
  @ListOf(() => PaperSlip, { max: 20 }) slips!: PaperSlip[];
}

/** From print to the end of a slip: one service, its last day, or a word of staff. */
export const slipStates = ['printed', 'used', 'expired', 'cancelled'] as const;
export type SlipState = (typeof slipStates)[number];

/** Why slips are cancelled. */
export const slipReasons = ['lost', 'damaged', 'misprinted'] as const;
export type SlipReason = (typeof slipReasons)[number];

export class ListSlipsInput {
  @Uuid() residentId!: string;
}

/** What became of a slip; its code is on the paper alone. */
export class SlipView {
  @Uuid() id!: string;
  @Choice(slipStates) state!: SlipState;
  @Instant() printedAt!: string;
  @Day({ description: 'The last day it is taken.' }) expiresOn!: string;
  @Choice(slipReasons, { optional: true, description: 'Where it was cancelled.' }) reason?: SlipReason;
}

export class SlipList {
  @ListOf(() => SlipView, { max: 100, description: 'The newest sheet first.' }) items!: SlipView[];
}

export class CancelSlipsInput {
  @Uuid({ description: 'Id of the cancellation, made by the caller.' }) id!: string;
  @Uuid() residentId!: string;
  @Choice(slipReasons) reason!: SlipReason;
  @ListOf(() => ById, { max: 100, optional: true, description: 'All that still count, unless told.' })
  slips?: ById[];
  @Flag({ optional: true, description: 'Print as many anew, 20 at most.' }) replace?: boolean;
}

export class CancelledSlips {
  @Uuid() id!: string;
  @ListOf(() => ById, { max: 100 }) cancelled!: ById[];
  @Nested(() => SlipSheet, { optional: true }) sheet?: SlipSheet;
}

export const clockStages = ['alarm', 'breach'] as const;
export type ClockStage = (typeof clockStages)[number];

/** A service that is not yet recorded eight working days after its end, or ten. */
export class OverdueRecord {
  @Uuid() recordId!: string;
  @Region() communityCode!: string;
  @Choice(recordStates) state!: RecordState;
  @Instant() endedAt!: string;
  @Choice(clockStages) stage!: ClockStage;
  @Day({ description: 'The tenth working day after the end: the last to record it on.' }) dueOn!: string;
  @Flag({ description: 'False: the holidays of a year are not known, weekends alone were counted out.' })
  calendarKnown!: boolean;
}

export class OverduePage {
  @ListOf(() => OverdueRecord, { max: 100 }) items!: OverdueRecord[];
  @Text(page) nextCursor?: string;
}

export class ListOverdueInput extends RegionPageQuery {
  @Choice(clockStages, { optional: true, description: 'Both unless told.' }) stage?: ClockStage;
}

export const pairFindings = ['plausible', 'collusion'] as const;
export type PairFinding = (typeof pairFindings)[number];

/** Two who confirm each other strikingly often. A flag, not a verdict: the station looks. */
export class PairFlagView {
  @Uuid() id!: string;
  @Region() communityCode!: string;
  @Uuid() volunteerId!: string;
  @Uuid() approverId!: string;
  @Integer({ min: 1, max: 1_000_000, description: 'Confirmations between the two in the span.' })
  confirmations!: number;
  @Integer({ min: 1, max: 1_000_000, description: 'All confirmations of this volunteer in the span.' })
  ofAll!: number;
  @Integer({ min: 1, max: 366 }) spanDays!: number;
  @Instant() flaggedAt!: string;
  @Choice(pairFindings, { optional: true }) finding?: PairFinding;
}

export class PairFlagPage {
  @ListOf(() => PairFlagView, { max: 100 }) items!: PairFlagView[];
  @Text(page) nextCursor?: string;
}

export class ListPairFlagsInput extends RegionPageQuery {
  @Flag({ optional: true, description: 'Only those nobody has looked at.' }) open?: boolean;
}

export class ReviewPairInput {
  @Uuid() id!: string;
  @Choice(pairFindings) finding!: PairFinding;
}

export const tieKinds = ['self', 'family'] as const;
export type TieKind = (typeof tieKinds)[number];

/** Who a volunteer is besides, or is related to: neither may stand for the volunteer's minutes. */
export class DeclareTieInput {
  @Uuid() id!: string;
  @Uuid() volunteerId!: string;
  @Uuid({ description: 'A resident or a member of staff.' }) otherId!: string;
  @Choice(tieKinds, { description: 'self: the same person under another account.' }) kind!: TieKind;
}

const seen = 'resource.notFound' as const;
const staff = ['committee', 'station'] as const;
const own = ['record.selfConfirmation', 'record.familyConfirmation'] as const;

/** Confirming beside the app: calls and slips, who may not stand for whom, and what is late or strikingly frequent. */
export const confirming = {
  /** Whom the committee should call: the services that ended first come first. */
  listCallBacks: defineRpc({
    subject: 'tasks.listCallBacks',
    input: ListCallBacksInput,
    output: CallBackQueue,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: staff,
  }),
  /** A call was made. `served` and `servedShorter` confirm, `notServed` disputes, the rest stays in the queue. */
  callBack: defineRpc({
    subject: 'tasks.callBack',
    input: CallBackInput,
    output: ServiceRecordView,
    errors: [
      seen,
      'record.stateConflict',
      'record.sameApprover',
      'record.minutesInvalid',
      'request.invalid',
      ...own,
      'idempotency.conflict',
    ],
    callers: staff,
  }),
  /** Slips for a resident without a telephone: each bears a code that confirms one service. */
  printSlips: defineRpc({
    subject: 'tasks.printSlips',
    input: PrintSlipsInput,
    output: SlipSheet,
    errors: [seen, 'idempotency.conflict'],
    callers: staff,
  }),
  /** A resident's slips and what became of each, without the codes. */
  listSlips: defineRpc({
    subject: 'tasks.listSlips',
    input: ListSlipsInput,
    output: SlipList,
    errors: [seen],
    callers: staff,
  }),
  /**
   * Lost, damaged or misprinted slips count no more, and where wished as many new ones are printed. The same id
   * again is the same answer, with the same codes.
   */
  cancelSlips: defineRpc({
    subject: 'tasks.cancelSlips',
    input: CancelSlipsInput,
    output: CancelledSlips,
    errors: [seen, 'slip.notOpen', 'idempotency.conflict'],
    callers: staff,
  }),
  listOverdue: defineRpc({
    subject: 'tasks.listOverdueRecords',
    input: ListOverdueInput,
    output: OverduePage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: ['committee', 'station', 'official'],
  }),
  listPairFlags: defineRpc({
    subject: 'tasks.listPairFlags',
    input: ListPairFlagsInput,
    output: PairFlagPage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: ['station'],
  }),
  reviewPair: defineRpc({
    subject: 'tasks.reviewPairFlag',
    input: ReviewPairInput,
    output: PairFlagView,
    errors: [seen, 'record.decided', 'record.selfConfirmation'],
    callers: ['station'],
  }),
  declareTie: defineRpc({
    subject: 'tasks.declareTie',
    input: DeclareTieInput,
    output: Done,
    errors: [seen, 'request.invalid', 'idempotency.conflict'],
    callers: ['volunteer', ...staff],
  }),
  /** A tie declared by mistake, or one that is over. */
  endTie: defineRpc({
    subject: 'tasks.endTie',
    input: ById,
    output: Done,
    errors: [seen],
    callers: ['station'],
  }),
};
