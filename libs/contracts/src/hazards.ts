import { roles, type Role } from './actor.js';
import { ById, Point, RegionPageQuery } from './common.js';
import { defineEvent, defineRpc } from './contract.js';
import { Choice, Flag, Instant, Integer, ListOf, Nested, Region, Text, Uuid } from './fields.js';

export const hazardCategories = [
  'rubbish',
  'blockedPassage',
  'fireRisk',
  'exposedWiring',
  'bicycleCharging',
  'brokenFacility',
  'slipperyGround',
  'waterLeak',
  'fallenTree',
  'strayAnimal',
  'other',
] as const;
export type HazardCategory = (typeof hazardCategories)[number];

/** From what can wait to what cannot. */
export const hazardSeverities = ['low', 'medium', 'high', 'urgent'] as const;
export type HazardSeverity = (typeof hazardSeverities)[number];

export const hazardStates = ['reported', 'routed', 'handled', 'fedBack', 'closed'] as const;
export type HazardState = (typeof hazardStates)[number];

export class ReportHazardInput {
  @Uuid() id!: string;
  @Uuid({ optional: true, description: 'The errand you were on; its community is taken unless told.' })
  errandId?: string;
  @Region({ optional: true, description: 'Community (12 digits); required without an errand.' })
  communityCode?: string;
  @Nested(() => Point) point!: Point;
  @Choice(hazardCategories) category!: HazardCategory;
  @Choice(hazardSeverities) severity!: HazardSeverity;
  @Text({ max: 300, description: 'What is wrong, without names, numbers or doors.' }) description!: string;
}

/** One person’s report of a hazard. */
export class HazardReportView {
  @Uuid() id!: string;
  @Choice(roles) byRole!: Role;
  @Choice(hazardSeverities) severity!: HazardSeverity;
  @Text({ max: 300 }) description!: string;
  @Uuid({ optional: true }) errandId?: string;
  @Instant() reportedAt!: string;
}

export class HazardStep {
  @Choice(hazardStates) state!: HazardState;
  @Choice([...roles, 'system']) byRole!: Role | 'system';
  @Instant() at!: string;
  @Text({ max: 300, optional: true }) note?: string;
}

export class HazardView {
  @Uuid() id!: string;
  @Choice(hazardCategories) category!: HazardCategory;
  @Choice(hazardSeverities, { description: 'The gravest of all its reports.' }) severity!: HazardSeverity;
  @Choice(hazardStates) state!: HazardState;
  @Region() communityCode!: string;
  @Nested(() => Point, { description: 'Where it was first reported.' }) point!: Point;
  @Uuid({ optional: true }) committeeId?: string;
  @Uuid({ optional: true }) stationId?: string;
  @Integer({ min: 1, max: 1_000_000, description: 'Reports joined in it.' }) reportCount!: number;
  @ListOf(() => HazardReportView, { max: 100, description: 'The newest; a reporter sees the own.' })
  reports!: HazardReportView[];
  @Instant() firstReportedAt!: string;
  @Text({ max: 300, optional: true, description: 'What was done about it.' }) handling?: string;
  @Text({ max: 300, optional: true, description: 'What the reporters were told.' }) feedback?: string;
  @Integer({ min: 0, max: 100_000_000, optional: true, description: 'From the first report to closing.' })
  minutesToClosure?: number;
  @ListOf(() => HazardStep, { max: 100, description: 'The same for station and committee.' })
  history!: HazardStep[];
}

/** What a report came to. */
export class ReportedHazard {
  @Uuid() reportId!: string;
  @Flag({ description: 'Somebody had reported it already; yours was added.' }) joined!: boolean;
  @Nested(() => HazardView) hazard!: HazardView;
}

export class HazardPage {
  @ListOf(() => HazardView, { max: 100 }) items!: HazardView[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class ListHazardsInput extends RegionPageQuery {
  @Choice(hazardStates, { optional: true }) state?: HazardState;
  @Choice(hazardCategories, { optional: true }) category?: HazardCategory;
}

export class HandleHazardInput {
  @Uuid() id!: string;
  @Text({ min: 4, max: 300, description: 'What was done.' }) note!: string;
}

export class FeedBackInput {
  @Uuid() id!: string;
  @Text({ min: 2, max: 300, description: 'Told to everybody who reported it.' }) message!: string;
}

export class ReopenHazardInput {
  @Uuid() id!: string;
  @Text({ min: 2, max: 300 }) reason!: string;
}

const everybody: Role[] = ['volunteer', 'resident', 'committee', 'station'];

export const hazards = {
  /**
   * Reports a hazard: committee and station have it in the same commit. A report of the same category near an
   * open one joins it.
   */
  report: defineRpc({
    subject: 'tasks.reportHazard',
    input: ReportHazardInput,
    output: ReportedHazard,
    errors: [
      'request.invalid',
      'resource.notFound',
      'errand.notYours',
      'region.unknown',
      'access.foreignRegion',
      'hazard.tooMany',
      'idempotency.conflict',
    ],
    callers: everybody,
  }),
  /** By its own id or that of a report joined in it. */
  get: defineRpc({
    subject: 'tasks.getHazard',
    input: ById,
    output: HazardView,
    errors: ['resource.notFound'],
    callers: [...everybody, 'official'],
  }),
  /** Of a region for staff; what one reported oneself for volunteers and residents. */
  list: defineRpc({
    subject: 'tasks.listHazards',
    input: ListHazardsInput,
    output: HazardPage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: [...everybody, 'official'],
  }),
  /** It is done, and this is what was done. */
  handle: defineRpc({
    subject: 'tasks.handleHazard',
    input: HandleHazardInput,
    output: HazardView,
    errors: ['resource.notFound', 'hazard.stateConflict'],
    callers: ['committee', 'station'],
  }),
  /** Tells everybody who reported it what came of it. */
  feedBack: defineRpc({
    subject: 'tasks.feedBackHazard',
    input: FeedBackInput,
    output: HazardView,
    errors: ['resource.notFound', 'hazard.stateConflict'],
    callers: ['committee', 'station'],
  }),
  /** A reporter or staff: it is gone. Closes by itself seven days after the feedback. */
  close: defineRpc({
    subject: 'tasks.closeHazard',
    input: ById,
    output: HazardView,
    errors: ['resource.notFound', 'hazard.stateConflict'],
    callers: everybody,
  }),
  /** A reporter or staff: it is still there. */
  reopen: defineRpc({
    subject: 'tasks.reopenHazard',
    input: ReopenHazardInput,
    output: HazardView,
    errors: ['resource.notFound', 'hazard.stateConflict', 'hazard.openNearby'],
    callers: everybody,
  }),
};

/** One more report, of a hazard new or known. */
export class HazardReported {
  @Uuid() hazardId!: string;
  @Region() communityCode!: string;
  @Choice(hazardCategories) category!: HazardCategory;
  @Choice(hazardSeverities) severity!: HazardSeverity;
  @Flag() joined!: boolean;
  @Instant() at!: string;
}

export const hazardSteps = ['routed', 'handled', 'fedBack', 'closed', 'reopened'] as const;

/** A step of a hazard, for boards and reports. */
export class HazardMoved {
  @Uuid() hazardId!: string;
  @Region() communityCode!: string;
  @Choice(hazardCategories) category!: HazardCategory;
  @Choice(hazardSteps) step!: (typeof hazardSteps)[number];
  @Integer({ min: 0, max: 100_000_000, description: 'Since the first report.' }) minutesOpen!: number;
  @Instant() at!: string;
}

/** One of its reporters is to look. */
export class HazardTold {
  @Uuid() hazardId!: string;
  @Region() communityCode!: string;
  @Uuid() reporterId!: string;
  @Choice(hazardSteps) step!: (typeof hazardSteps)[number];
  @Instant() at!: string;
}

export const hazardEvents = {
  reported: defineEvent({ subject: 'hazard.reported', owner: 'tasks', data: HazardReported }),
  moved: defineEvent({ subject: 'hazard.moved', owner: 'tasks', data: HazardMoved }),
  told: defineEvent({ subject: 'hazard.told', owner: 'tasks', data: HazardTold }),
};
