import { RegionPageQuery } from './common.js';
import { defineEvent, defineRpc } from './contract.js';
import { Choice, Choices, Flag, Instant, Integer, ListOf, Region, Text, Uuid } from './fields.js';

const page = { max: 200, optional: true };
const sealed = { max: 200, optional: true, description: 'Sealed at rest.' };

export const feedbackSides = ['volunteer', 'resident'] as const;
export type FeedbackSide = (typeof feedbackSides)[number];

/** What can be said of a volunteer. */
export const praiseOfVolunteer = ['punctual', 'careful', 'friendly', 'welcomeAgain'] as const;
export const complaintsOfVolunteer = [
  'late',
  'unfinished',
  'unfriendly',
  'askedForMoney',
  'feltUnsafe',
] as const;
/** What can be said of a need and its place. */
export const praiseOfResident = ['welcoming', 'clearNeed', 'gladToReturn'] as const;
export const complaintsOfResident = [
  'notAtHome',
  'needUnclear',
  'moreThanAgreed',
  'moneyNotReturned',
  'wasUnsafe',
] as const;
export const feedbackChoices = [
  ...praiseOfVolunteer,
  ...complaintsOfVolunteer,
  ...praiseOfResident,
  ...complaintsOfResident,
] as const;
export type FeedbackChoice = (typeof feedbackChoices)[number];

export class GiveFeedbackInput {
  @Uuid({ description: 'Id of the feedback, made by the caller.' }) id!: string;
  @Uuid() recordId!: string;
  @Choices(feedbackChoices, { max: 8, description: 'Those of your side; at least one.' })
  choices!: FeedbackChoice[];
  @Text({ ...sealed, description: 'Short, sealed at rest; the station and who it is about read it.' })
  comment?: string;
}

export class FeedbackView {
  @Uuid() id!: string;
  @Uuid() recordId!: string;
  @Region() communityCode!: string;
  @Choice(feedbackSides, { description: 'Whose word it is.' }) from!: FeedbackSide;
  @Flag({ description: 'Written down by the committee for the resident.' }) onBehalf!: boolean;
  @Choices(feedbackChoices, { max: 8 }) choices!: FeedbackChoice[];
  @Text(sealed) comment?: string;
  @Flag({ description: 'The station should look soon.' }) serious!: boolean;
  @Instant() at!: string;
}

export class FeedbackPage {
  @ListOf(() => FeedbackView, { max: 100 }) items!: FeedbackView[];
  @Text(page) nextCursor?: string;
}

export class ListFeedbackInput extends RegionPageQuery {
  @Flag({ optional: true }) serious?: boolean;
}

export const noShowStates = ['recorded', 'appealed', 'upheld', 'withdrawn'] as const;
export type NoShowState = (typeof noShowStates)[number];
export const appealReasons = [
  'residentAsked',
  'checkInFailed',
  'accident',
  'illness',
  'wasThere',
  'other',
] as const;
export type AppealReason = (typeof appealReasons)[number];

/** Somebody held an errand and did not check in by the end of its window and the time of grace. */
export class NoShowView {
  @Uuid({ description: 'The id of the claim.' }) id!: string;
  @Uuid() errandId!: string;
  @Uuid() volunteerId!: string;
  @Region() communityCode!: string;
  @Choice(noShowStates, { description: 'upheld: the appeal changed nothing; withdrawn: it does not count.' })
  state!: NoShowState;
  @Instant() windowEnd!: string;
  @Instant() recordedAt!: string;
  @Choice(appealReasons, { optional: true }) appealReason?: AppealReason;
  @Text({ ...sealed, description: 'For the station and the volunteer.' }) appealNote?: string;
  @Instant({ optional: true }) decidedAt?: string;
  @Text({ ...sealed, description: 'Why it was decided so.' }) answer?: string;
}

export class NoShowPage {
  @ListOf(() => NoShowView, { max: 100 }) items!: NoShowView[];
  @Text(page) nextCursor?: string;
}

export class ListNoShowsInput extends RegionPageQuery {
  @Choice(noShowStates, { optional: true }) state?: NoShowState;
}

export class AppealInput {
  @Uuid() id!: string;
  @Choice(appealReasons) reason!: AppealReason;
  @Text(sealed) note?: string;
}

export class DecideAppealInput {
  @Uuid() id!: string;
  @Choice(['upheld', 'withdrawn'], { description: 'upheld: the no-show stands.' })
  decision!: 'upheld' | 'withdrawn';
  @Text({ max: 200, description: 'Told to the volunteer; sealed at rest.' }) answer!: string;
}

export const suspensionStates = ['running', 'reviewAsked', 'kept', 'lifted'] as const;
export type SuspensionState = (typeof suspensionStates)[number];

/** A volunteer may claim nothing until then. What is held already may be served. */
export class SuspensionView {
  @Uuid() id!: string;
  @Uuid() volunteerId!: string;
  @Region() communityCode!: string;
  @Choice(suspensionStates) state!: SuspensionState;
  @Integer({ min: 1, max: 1_000, description: 'No-shows that led to it.' }) noShows!: number;
  @Instant() from!: string;
  @Instant() until!: string;
  @Instant({ optional: true }) decidedAt?: string;
  @Text({ ...sealed, description: 'Why it was decided so.' }) answer?: string;
}

export class SuspensionPage {
  @ListOf(() => SuspensionView, { max: 100 }) items!: SuspensionView[];
  @Text(page) nextCursor?: string;
}

export class ListSuspensionsInput extends RegionPageQuery {
  @Choice(suspensionStates, { optional: true }) state?: SuspensionState;
}

export class AskReviewInput {
  @Uuid() id!: string;
  @Text(sealed) note?: string;
}

export class ReviewSuspensionInput {
  @Uuid() id!: string;
  @Choice(['lift', 'keep']) decision!: 'lift' | 'keep';
  @Text({ max: 200, description: 'Told to the volunteer; sealed at rest.' }) answer!: string;
}

const seen = 'resource.notFound' as const;
const lists = ['cursor.invalid', 'access.foreignRegion'] as const;

export const feedback = {
  /** One word a side and service; said on behalf of a resident by the committee. Nobody else reads it. */
  give: defineRpc({
    subject: 'tasks.giveFeedback',
    input: GiveFeedbackInput,
    output: FeedbackView,
    errors: [seen, 'feedback.choiceInvalid', 'feedback.given', 'idempotency.conflict'],
    callers: ['volunteer', 'resident', 'committee'],
  }),
  /** For the station; for volunteers and residents what is theirs or about them. */
  list: defineRpc({
    subject: 'tasks.listFeedback',
    input: ListFeedbackInput,
    output: FeedbackPage,
    errors: lists,
    callers: ['volunteer', 'resident', 'station'],
  }),
  listNoShows: defineRpc({
    subject: 'tasks.listNoShows',
    input: ListNoShowsInput,
    output: NoShowPage,
    errors: lists,
    callers: ['volunteer', 'station'],
  }),
  appeal: defineRpc({
    subject: 'tasks.appealNoShow',
    input: AppealInput,
    output: NoShowView,
    errors: [seen, 'conduct.decided'],
    callers: ['volunteer'],
  }),
  /** Withdrawn, it does not count, and a suspension that stood on it is lifted. */
  decideAppeal: defineRpc({
    subject: 'tasks.decideAppeal',
    input: DecideAppealInput,
    output: NoShowView,
    errors: [seen, 'conduct.decided', 'conduct.ownCase'],
    callers: ['station'],
  }),
  listSuspensions: defineRpc({
    subject: 'tasks.listSuspensions',
    input: ListSuspensionsInput,
    output: SuspensionPage,
    errors: lists,
    callers: ['volunteer', 'station'],
  }),
  askReview: defineRpc({
    subject: 'tasks.askSuspensionReview',
    input: AskReviewInput,
    output: SuspensionView,
    errors: [seen, 'conduct.decided'],
    callers: ['volunteer'],
  }),
  /** By somebody who did not decide the appeals behind it. */
  reviewSuspension: defineRpc({
    subject: 'tasks.reviewSuspension',
    input: ReviewSuspensionInput,
    output: SuspensionView,
    errors: [seen, 'conduct.decided', 'conduct.ownCase'],
    callers: ['station'],
  }),
};

/** Feedback that the station should look at soon, or not; what it says is for the station to fetch. Stars follow from it. */
export class FeedbackGiven {
  @Uuid() feedbackId!: string;
  @Region() communityCode!: string;
  @Flag() serious!: boolean;
  @Uuid({
    optional: true,
    description: 'Whose service the resident speaks of; absent: the volunteer speaks.',
  })
  volunteerId?: string;
  @Flag({ optional: true, description: 'Without a complaint; given with `volunteerId`.' }) isGood?: boolean;
  @Instant() at!: string;
}

export class NoShowMoved {
  @Uuid() noShowId!: string;
  @Region() communityCode!: string;
  @Uuid() volunteerId!: string;
  @Choice(noShowStates) state!: NoShowState;
  @Instant() at!: string;
}

export class SuspensionMoved {
  @Uuid() suspensionId!: string;
  @Region() communityCode!: string;
  @Uuid() volunteerId!: string;
  @Choice(suspensionStates) state!: SuspensionState;
  @Instant() until!: string;
  @Instant() at!: string;
}

export const feedbackEvents = {
  given: defineEvent({ subject: 'feedback.given', owner: 'tasks', data: FeedbackGiven }),
  noShowMoved: defineEvent({ subject: 'noShow.moved', owner: 'tasks', data: NoShowMoved }),
  suspensionMoved: defineEvent({ subject: 'suspension.moved', owner: 'tasks', data: SuspensionMoved }),
};
