import { ById, Nothing, PageQuery, Point, RegionPageQuery } from './common.js';
import { defineEvent, defineRpc } from './contract.js';
import { ClaimView, ErrandSummary } from './errands.js';
import { Choice, Flag, Instant, Integer, ListOf, Nested, Region, Text, Uuid } from './fields.js';
import { Match } from './matching.score.js';
import { needTypes, type NeedType } from './needs.js';

export class Shift {
  @Integer({ min: 1, max: 7, description: '1 is Monday.' }) weekday!: number;
  @Integer({ min: 0, max: 1439, description: 'Minutes after midnight, Asia/Shanghai.' }) startMinute!: number;
  @Integer({ min: 15, max: 960, description: 'May run past midnight.' }) minutes!: number;
}

export class DutyTimesInput {
  @ListOf(() => Shift, { max: 28, description: 'Every week; in them you are on duty without a switch.' })
  shifts!: Shift[];
  @Integer({ min: 0, max: 1439, description: 'From this minute of the day you are never alerted …' })
  quietStartMinute!: number;
  @Integer({ min: 0, max: 1439, description: '… until this one; the same as the start is never.' })
  quietEndMinute!: number;
  @Integer({ min: 0, max: 50, description: 'Most alerts a day you want; 0 is none.' })
  maxAlertsPerDay!: number;
}

export class PositionInput {
  @Nested(() => Point, {
    optional: true,
    description:
      'Where you are. Telling it is your consent to its use while on duty: rounded to a cell of 500 m, ' +
      'forgotten after 20 minutes and when you go off duty.',
  })
  point?: Point;
  @ListOf(() => Point, {
    min: 2,
    max: 12,
    optional: true,
    description: 'Your way; rounded and forgotten alike.',
  })
  route?: Point[];
}

export class GoOnDutyInput extends PositionInput {
  @Instant({ optional: true, description: 'At most 12 hours ahead; 4 hours unless told.' }) until?: string;
}

/** Never the position itself: who asks knows it, and nobody else is told. */
export class DutyView {
  @Flag({ description: 'By switch or by shift.' }) isOnDuty!: boolean;
  @Instant({ optional: true }) until?: string;
  @Flag({ description: 'Quiet hours are running: no alerts.' }) isQuiet!: boolean;
  @ListOf(() => Shift, { max: 28 }) shifts!: Shift[];
  @Integer({ min: 0, max: 1439 }) quietStartMinute!: number;
  @Integer({ min: 0, max: 1439 }) quietEndMinute!: number;
  @Integer({ min: 0, max: 50 }) maxAlertsPerDay!: number;
  @Integer({ min: 0, max: 1_000 }) alertsToday!: number;
  @Instant({ optional: true, description: 'A rough position is kept until then.' }) positionUntil?: string;
  @Flag() hasRoute!: boolean;
  @Flag({ description: 'Your courier site has a place: it stands in for a position.' }) hasSite!: boolean;
}

export const alertKinds = ['alert', 'dispatch'] as const;
export type AlertKind = (typeof alertKinds)[number];
export const alertStates = ['sent', 'accepted', 'refused', 'silent', 'over'] as const;
export type AlertState = (typeof alertStates)[number];

export class AlertView {
  @Uuid() id!: string;
  @Choice(alertKinds, { description: 'dispatch: the station asks you in person. Both may be refused.' })
  kind!: AlertKind;
  @Choice(alertStates) state!: AlertState;
  @Instant() sentAt!: string;
  @Instant({ description: 'Without an answer until then somebody else is asked; the errand stays open.' })
  expiresAt!: string;
  @Nested(() => Match) match!: Match;
  @Nested(() => ErrandSummary) errand!: ErrandSummary;
}

export class AlertPage {
  @ListOf(() => AlertView, { max: 100 }) items!: AlertView[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class ListAlertsInput extends PageQuery {
  @Flag({ optional: true, description: 'Also what is answered, silent or over; the last 30 days.' })
  past?: boolean;
}

/** Stages of the clock on an unclaimed errand. `expired`: its window is over and nobody came. */
export const escalationStages = ['alerting', 'wider', 'stationQueue', 'committee', 'expired'] as const;
export type EscalationStage = (typeof escalationStages)[number];

export class QueueItem {
  @Nested(() => ErrandSummary) errand!: ErrandSummary;
  @Choice(escalationStages) stage!: EscalationStage;
  @Instant({ description: 'When its clock began: opened, released, or before its window.' }) since!: string;
  @Instant() stageSince!: string;
  @Integer({ min: 0, max: 100_000 }) alertsSent!: number;
  @Integer({ min: 0, max: 100_000 }) alertsRefused!: number;
  @Integer({ min: 0, max: 100_000 }) alertsSilent!: number;
  @Uuid({ optional: true, description: 'The dispatch under way.' }) dispatchId?: string;
}

export class QueuePage {
  @ListOf(() => QueueItem, { max: 100 }) items!: QueueItem[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class CandidatesInput {
  @Uuid() errandId!: string;
  @Integer({ min: 1, max: 50, optional: true, description: '10 unless told.' }) limit?: number;
}

export const hindrances = [
  'unqualified',
  'conflictOfInterest',
  'offDuty',
  'quietHours',
  'alertLimit',
  'claimLimit',
  'overlap',
  'refused',
] as const;
export type Hindrance = (typeof hindrances)[number];

export class CandidateHindrance {
  @Choice(hindrances) reason!: Hindrance;
}

/** A volunteer who could be asked, and why: the parts of the match, and what speaks against it. */
export class Candidate {
  @Uuid() volunteerId!: string;
  @Text({ max: 50, description: 'Masked.' }) volunteerName!: string;
  @Nested(() => Match) match!: Match;
  @Integer({
    min: 0,
    max: 100_000_000,
    optional: true,
    description: 'In steps of 500 m; absent where no place is known.',
  })
  distanceMetres?: number;
  @Integer({ min: 0, max: 100_000, description: 'Served or held in the last 30 days.' })
  errandsLately!: number;
  @ListOf(() => CandidateHindrance, { max: 7 }) hindrances!: CandidateHindrance[];
}

export class CandidateList {
  @ListOf(() => Candidate, { max: 50, description: 'Best first; who cannot claim stands last.' })
  items!: Candidate[];
}

export class DispatchTo {
  @Uuid() volunteerId!: string;
}

export class DispatchInput {
  @Uuid({ description: 'Made by the caller.' }) id!: string;
  @Uuid() errandId!: string;
  @ListOf(() => DispatchTo, {
    min: 1,
    max: 10,
    description: 'Asked one after another until one accepts: nobody is dispatched against their will.',
  })
  volunteers!: DispatchTo[];
  @Integer({ min: 1, max: 240, optional: true, description: 'Each has this long to answer; 5 unless told.' })
  answerMinutes?: number;
}

export const dispatchStates = ['asking', 'accepted', 'exhausted', 'over'] as const;
export type DispatchState = (typeof dispatchStates)[number];

export class DispatchAsked {
  @Uuid() volunteerId!: string;
  @Text({ max: 50, description: 'Masked.' }) volunteerName!: string;
  @Choice(['waiting', ...alertStates], { description: 'waiting: not asked yet.' })
  state!: 'waiting' | AlertState;
  @Instant({ optional: true }) askedAt?: string;
  @Instant({ optional: true }) answeredAt?: string;
}

export class DispatchView {
  @Uuid() id!: string;
  @Uuid() errandId!: string;
  @Choice(dispatchStates, {
    description: 'exhausted: all refused or stayed silent. over: claimed otherwise.',
  })
  state!: DispatchState;
  @Instant() createdAt!: string;
  @ListOf(() => DispatchAsked, { max: 10 }) asked!: DispatchAsked[];
}

const claimErrors = [
  'resource.notFound',
  'errand.lost',
  'errand.notOpen',
  'volunteer.notVerified',
  'claim.limitReached',
  'claim.overlaps',
  'claim.outOfReach',
  'idempotency.conflict',
] as const;

export const matching = {
  getDuty: defineRpc({
    subject: 'tasks.getDuty',
    input: Nothing,
    output: DutyView,
    errors: ['volunteer.notVerified'],
    callers: ['volunteer'],
  }),
  /** Shift times, quiet hours and the most alerts a day one wants. */
  setDutyTimes: defineRpc({
    subject: 'tasks.setDutyTimes',
    input: DutyTimesInput,
    output: DutyView,
    errors: ['volunteer.notVerified'],
    callers: ['volunteer'],
  }),
  /** The switch on: alerts may come from now until a stated time. */
  goOnDuty: defineRpc({
    subject: 'tasks.goOnDuty',
    input: GoOnDutyInput,
    output: DutyView,
    errors: ['volunteer.notVerified', 'duty.untilInvalid', 'consent.locationWithdrawn'],
    callers: ['volunteer'],
  }),
  /** The switch off, also in a shift, until the next shift begins. Position and route are deleted. */
  goOffDuty: defineRpc({
    subject: 'tasks.goOffDuty',
    input: Nothing,
    output: DutyView,
    errors: ['volunteer.notVerified'],
    callers: ['volunteer'],
  }),
  /** A newer position or route while on duty. */
  tellPosition: defineRpc({
    subject: 'tasks.tellPosition',
    input: PositionInput,
    output: DutyView,
    errors: ['volunteer.notVerified', 'duty.offDuty', 'consent.locationWithdrawn'],
    callers: ['volunteer'],
  }),
  /** What one is asked to do, newest first; what was taken by others disappears by itself. */
  listAlerts: defineRpc({
    subject: 'tasks.listAlerts',
    input: ListAlertsInput,
    output: AlertPage,
    errors: ['cursor.invalid'],
    callers: ['volunteer'],
  }),
  /** Not now: somebody else is asked at once; nothing is held against anybody. */
  refuseAlert: defineRpc({
    subject: 'tasks.refuseAlert',
    input: ById,
    output: AlertView,
    errors: ['resource.notFound', 'alert.stateConflict'],
    callers: ['volunteer'],
  }),
  /** Yes: a claim like any other, whose id is that of the alert; all guards of claiming hold. */
  acceptAlert: defineRpc({
    subject: 'tasks.acceptAlert',
    input: ById,
    output: ClaimView,
    errors: [...claimErrors, 'alert.stateConflict'],
    callers: ['volunteer'],
  }),
  /** Errands nobody took in time. A committee sees those it has been told of. */
  listQueue: defineRpc({
    subject: 'tasks.listQueue',
    input: RegionPageQuery,
    output: QueuePage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: ['station', 'committee'],
  }),
  /** Who could be asked for an errand, best first, and why. */
  listCandidates: defineRpc({
    subject: 'tasks.listCandidates',
    input: CandidatesInput,
    output: CandidateList,
    errors: ['resource.notFound'],
    callers: ['station'],
  }),
  /** 派单: the station asks volunteers by name, one after another. One dispatch an errand at a time. */
  dispatch: defineRpc({
    subject: 'tasks.dispatch',
    input: DispatchInput,
    output: DispatchView,
    errors: [
      'resource.notFound',
      'errand.notOpen',
      'dispatch.underWay',
      'dispatch.volunteerUnfit',
      'idempotency.conflict',
    ],
    callers: ['station'],
  }),
  getDispatch: defineRpc({
    subject: 'tasks.getDispatch',
    input: ById,
    output: DispatchView,
    errors: ['resource.notFound'],
    callers: ['station'],
  }),
};

/** What a message may say of an errand: no name, no door, no words of whoever posted it. */
export class AlertedFor {
  @Choice(needTypes) type!: NeedType;
  @Instant() windowStart!: string;
  @Instant() windowEnd!: string;
  @Integer({ min: 5, max: 720 }) expectedMinutes!: number;
  @Instant({ description: 'Until when an answer is waited for.' }) expiresAt!: string;
}

/** One volunteer is asked to take one errand. */
export class VolunteerAlerted {
  @Uuid() alertId!: string;
  @Uuid() errandId!: string;
  @Uuid() volunteerId!: string;
  @Region() communityCode!: string;
  @Choice(alertKinds) kind!: AlertKind;
  @Nested(() => AlertedFor, { optional: true, description: 'Absent in quiet hours: no message then.' })
  errand?: AlertedFor;
  @Instant() at!: string;
}

/** The clock of an unclaimed errand came to a stage that people are told of. */
export class ErrandEscalated {
  @Uuid() errandId!: string;
  @Region() communityCode!: string;
  @Choice(needTypes) type!: NeedType;
  @Choice(escalationStages) stage!: EscalationStage;
  @Instant() at!: string;
}

export class DispatchMoved {
  @Uuid() dispatchId!: string;
  @Uuid() errandId!: string;
  @Region() communityCode!: string;
  @Choice(dispatchStates) state!: DispatchState;
  @Instant() at!: string;
}

export const matchingEvents = {
  alerted: defineEvent({ subject: 'volunteer.alerted', owner: 'tasks', data: VolunteerAlerted }),
  /** It stands in the station's queue, to be dispatched. */
  queued: defineEvent({ subject: 'errand.queued', owner: 'tasks', data: ErrandEscalated }),
  /** The committee is told that nobody has come. */
  unclaimed: defineEvent({ subject: 'errand.unclaimed', owner: 'tasks', data: ErrandEscalated }),
  dispatchMoved: defineEvent({ subject: 'dispatch.moved', owner: 'tasks', data: DispatchMoved }),
};
