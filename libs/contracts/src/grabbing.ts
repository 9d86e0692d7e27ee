import { PageQuery } from './common.js';
import { defineEvent, defineRpc } from './contract.js';
import { Choice, Instant, Integer, ListOf, Nested, Region, Text, Uuid } from './fields.js';
import { ErrandStepInput, ErrandView } from './errands.js';

/** The declared rules of a fair grab, in the order they are explained. */
export const fairRules = ['fewRecentServices', 'nearness', 'lostLately', 'handsFree'] as const;
export type FairRule = (typeof fairRules)[number];

/** What one declared rule gave. */
export class FairPoints {
  @Choice(fairRules) rule!: FairRule;
  @Integer({ min: 0, max: 100 }) points!: number;
}

export const grabOutcomes = ['gathered', 'won', 'lost'] as const;
export type GrabOutcome = (typeof grabOutcomes)[number];

/** Who wanted an errand, when, and what came of it. */
export class Grab {
  @Uuid() errandId!: string;
  @Uuid({ optional: true, description: 'For staff, and one’s own.' }) volunteerId?: string;
  @Text({ max: 50, description: 'Masked.' }) volunteerName!: string;
  @Choice(grabOutcomes) outcome!: GrabOutcome;
  @Text({ max: 60, optional: true, description: 'Why lost: a code of the error catalogue.' }) reason?: string;
  @Integer({ min: 1, max: 2_000_000_000, description: 'How often it was asked for with this outcome.' })
  attempts!: number;
  @Instant() firstAt!: string;
  @Instant() lastAt!: string;
  @Integer({ min: 1, max: 100_000, optional: true, description: 'Place in a fair grab, 1 is first.' })
  rank?: number;
  @Integer({ min: 0, max: 400, optional: true, description: 'Sum of the points below.' }) points?: number;
  @ListOf(() => FairPoints, { max: 4, optional: true, description: 'What each declared rule gave.' })
  parts?: FairPoints[];
}

/** How a fair grab was or will be decided. Of equal points the smaller SHA-256 of `seed`, newline and volunteer id wins. */
export class FairGrab {
  @Integer({ min: 5, max: 120 }) seconds!: number;
  @Text({ max: 64 }) seed!: string;
  @Instant() opensAt!: string;
  @Instant() closesAt!: string;
  @Instant({ optional: true }) decidedAt?: string;
}

export class GrabPage {
  @ListOf(() => Grab, { max: 100 }) items!: Grab[];
  @Nested(() => FairGrab, { optional: true, description: 'Where claims were gathered and ranked.' })
  fairGrab?: FairGrab;
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class ErrandGrabsInput extends PageQuery {
  @Uuid() errandId!: string;
}

export const grabbing = {
  /**
   * The grab log of an errand: the station reads all of it, a volunteer who won (masked) and the own attempts.
   * Losses are written within a second of the answer.
   */
  ofErrand: defineRpc({
    subject: 'tasks.listErrandGrabs',
    input: ErrandGrabsInput,
    output: GrabPage,
    errors: ['cursor.invalid', 'resource.notFound'],
    callers: ['volunteer', 'station'],
  }),
  /** The volunteer's own losses, newest first, with the reason of each. */
  mine: defineRpc({
    subject: 'tasks.listOwnGrabs',
    input: PageQuery,
    output: GrabPage,
    errors: ['cursor.invalid'],
    callers: ['volunteer'],
  }),
  /** Takes back a release that waits for somebody to take over. */
  keep: defineRpc({
    subject: 'tasks.keepClaim',
    input: ErrandStepInput,
    output: ErrandView,
    errors: ['resource.notFound', 'errand.notYours', 'errand.stateConflict'],
    callers: ['volunteer'],
  }),
};

/** An errand that somebody would give to whoever takes it over. */
export class TakeoverOffered {
  @Uuid() errandId!: string;
  @Region() communityCode!: string;
  @Uuid() volunteerId!: string;
  @Instant() at!: string;
}

export const grabbingEvents = {
  takeoverOffered: defineEvent({
    subject: 'errand.takeoverOffered',
    owner: 'tasks',
    data: TakeoverOffered,
  }),
};
