import { forms } from './forms.js';
import { roles, type Role } from './actor.js';
import { ById, personName, Point, RegionPageQuery } from './common.js';
import { defineEvent, defineRpc } from './contract.js';
import { Choice, Choices, Flag, Instant, Integer, ListOf, Nested, Region, Text, Uuid } from './fields.js';
import {
  needRequirements,
  type NeedRequirement,
  type Poster,
  posters,
  type RejectionCode,
  rejectionCodes,
} from './needs.terms.js';
import { NeedPaymentView, paymentModes, type PaymentMode, redemptionRefusals } from './payment.js';
import { StopInput } from './stops.js';

export const hardshipCategories = [
  'subsistenceAllowance',
  'lowIncome',
  'extremePoverty',
  'leftBehindElderly',
  'childlessWidowedElderly',
  'livingAloneElderly',
  'childInDifficulty',
  'severelyDisabledHardship',
] as const;
export type HardshipCategory = (typeof hardshipCategories)[number];

export class RegisterResidentInput {
  @Uuid() id!: string;
  @Text(personName) name!: string;
  @Text({ min: 5, max: 20, form: forms.phone, description: 'Landline or mobile.' }) phone!: string;
  @Region({ description: 'Community of residence (12 digits).' }) communityCode!: string;
  @Text({ max: 100, description: 'Building, stairway and door; sealed at rest.' }) door!: string;
  @Nested(() => Point, { description: 'The gate or the building, not the flat.' }) point!: Point;
  @Choices(hardshipCategories, { max: 8, optional: true }) hardshipCategories?: HardshipCategory[];
}

export class ResidentView {
  @Uuid() id!: string;
  @Text({ max: 50, description: 'Masked.' }) name!: string;
  @Text({ max: 20, description: 'Masked.' }) phone!: string;
  @Region() communityCode!: string;
  @Choices(hardshipCategories, { max: 8 }) hardshipCategories!: HardshipCategory[];
  @Text({
    max: 40,
    optional: true,
    description: 'In lists of the committee: the building, never what comes behind it. Others are not told.',
  })
  building?: string;
}

export class ResidentPage {
  @ListOf(() => ResidentView, { max: 100 }) items!: ResidentView[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export const needTypes = [
  'groceries',
  'medicine',
  'parcels',
  'repair',
  'haircut',
  'company',
  'paperwork',
  'disabilityCard',
  'other',
] as const;
export type NeedType = (typeof needTypes)[number];

export const needChannels = ['phone', 'walkIn', 'homeVisit', 'app'] as const;

export const needStates = [
  'draft',
  'submitted',
  'verified',
  'forwarded',
  'accepted',
  'posted',
  'dispatched',
  'referred',
  'rejected',
  'fulfilled',
  'closed',
  'cancelled',
] as const;
export type NeedState = (typeof needStates)[number];

/** Columns of the board: what a glance must tell apart. */
export const needColumns = ['waiting', 'underWay', 'fulfilled', 'ended'] as const;
export type NeedColumn = (typeof needColumns)[number];
/** The states of each; together they are all there are. */
export const statesOfColumn: Record<NeedColumn, readonly NeedState[]> = {
  waiting: ['draft', 'submitted', 'verified', 'forwarded', 'accepted'],
  underWay: ['posted', 'dispatched', 'referred'],
  fulfilled: ['fulfilled', 'closed'],
  ended: ['rejected', 'cancelled'],
};

/** What is wanted; the same for a need and for each of a series. */
export class NeedContent {
  @Uuid({ optional: true, description: 'Fills in whatever is left out below.' }) templateId?: string;
  @Choice(needTypes, { optional: true, description: 'May be left out with a template.' }) type?: NeedType;
  @Text({
    max: 200,
    optional: true,
    description: 'What is needed, without names, numbers or addresses. May be left out with a template.',
  })
  summary?: string;
  @Integer({ min: 5, max: 720, optional: true, description: 'May be left out with a template.' })
  expectedMinutes?: number;
  @Integer({ min: 1, max: 200, optional: true, description: 'Volunteers wanted, 1 unless told.' })
  slots?: number;
  @Text({ max: 200, optional: true, description: 'Risks the volunteer must know before claiming.' })
  riskNotice?: string;
  @Choices(needRequirements, {
    max: 9,
    optional: true,
    description: 'What the volunteer must have, besides what the template asks for.',
  })
  requirements?: NeedRequirement[];
  @Integer({
    min: 100,
    max: 500_000,
    optional: true,
    description:
      'A purchase: the most it may cost, in fen; paid back at cost with a receipt, never in credits.',
  })
  purchaseCeilingFen?: number;
}

export class PostNeedInput extends NeedContent {
  @Uuid() id!: string;
  @Uuid() residentId!: string;
  @Choice(needChannels, { description: 'How the resident asked.' }) channel!: (typeof needChannels)[number];
  @Instant() windowStart!: string;
  @Instant() windowEnd!: string;
  @Integer({
    min: 5,
    max: 120,
    optional: true,
    description: 'Gather claims for so many seconds and rank them, instead of first come, first served.',
  })
  fairGrabSeconds?: number;
  @Choice(paymentModes, { optional: true, description: 'Who pays; publicBenefit, so the city, unless told.' })
  payment?: PaymentMode;
  @Uuid({
    optional: true,
    description:
      'Whose credits pay an exchange. Oneself for a person, unless told the resident for staff; of another than ' +
      'the resident a relative, confirmed by both.',
  })
  payerId?: string;
  @Uuid({
    optional: true,
    description:
      'The organisation whose members serve together; for staff. The time bank counts their minutes as group hours.',
  })
  groupId?: string;
  @ListOf(() => StopInput, {
    max: 10,
    optional: true,
    description: 'Places to go to besides the resident’s door; then one volunteer.',
  })
  stops?: StopInput[];
}

export class AcceptNeedInput extends ById {
  @Flag({ optional: true, description: 'The city pays, whatever was asked for: after a refusal, say.' })
  asPublicBenefit?: boolean;
  @Instant({ optional: true, description: 'A new window, of a need that came back unserved.' })
  windowStart?: string;
  @Instant({ optional: true, description: 'Comes with windowStart.' }) windowEnd?: string;
}

export class NeedStep {
  @Choice(needStates) state!: NeedState;
  @Choice([...roles, 'system']) byRole!: Role | 'system';
  @Instant() at!: string;
  @Choice(rejectionCodes, { optional: true }) code?: RejectionCode;
  @Text({ max: 200, optional: true }) reason?: string;
}

export class NeedView {
  @Uuid() id!: string;
  @Uuid() residentId!: string;
  @Text({ max: 50, description: 'Masked.' }) residentName!: string;
  @Region() communityCode!: string;
  @Choice(needTypes) type!: NeedType;
  @Text({ max: 200 }) summary!: string;
  @Choice(needStates) state!: NeedState;
  @Instant() windowStart!: string;
  @Instant() windowEnd!: string;
  @Integer({ min: 5, max: 720 }) expectedMinutes!: number;
  @Integer({ min: 1, max: 200 }) slots!: number;
  @Uuid({ optional: true }) templateId?: string;
  @Integer({ min: 1, max: 10_000, optional: true, description: 'The version it was posted with.' })
  templateVersion?: number;
  @Text({ max: 200, optional: true }) riskNotice?: string;
  @Choices(needRequirements, { max: 9 }) requirements!: NeedRequirement[];
  @Integer({ min: 100, max: 500_000, optional: true, description: 'Most a purchase may cost, in fen.' })
  purchaseCeilingFen?: number;
  @Integer({ min: 0, max: 10, description: 'Places to go to besides the door.' }) stopCount!: number;
  @Uuid({ optional: true, description: 'The series it is one of.' }) seriesId?: string;
  @Choice(posters) postedBy!: Poster;
  @Uuid({ optional: true, description: 'The organisation whose members serve together.' }) groupId?: string;
  @Uuid({ optional: true }) committeeId?: string;
  @Uuid({ optional: true }) stationId?: string;
  @Uuid({ optional: true }) errandId?: string;
  @Text({
    max: 4,
    optional: true,
    description: 'Four digits the resident says at the door; for committee, station and resident only.',
  })
  serviceCode?: string;
  @Nested(() => NeedPaymentView, { optional: true, description: 'Where the city does not pay.' })
  payment?: NeedPaymentView;
  @Text({
    max: 4,
    optional: true,
    description: 'Four digits the resident says when the service is over: the spokenCode that confirms it.',
  })
  closingCode?: string;
  @Instant() postedAt!: string;
  @ListOf(() => NeedStep, { max: 100, description: 'The same history for committee and station.' })
  history!: NeedStep[];
}

export class NeedPage {
  @ListOf(() => NeedView, { max: 100 }) items!: NeedView[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class ListNeedsInput extends RegionPageQuery {
  @Choice(needStates, { optional: true }) state?: NeedState;
  @Choice(needColumns, { optional: true, description: 'All states of a column of the board.' })
  column?: NeedColumn;
  @Choice(needTypes, { optional: true }) type?: NeedType;
}

export class RejectNeedInput {
  @Uuid() id!: string;
  @Choice(rejectionCodes) code!: RejectionCode;
  @Text({ max: 200 }) reason!: string;
}

export class CancelNeedInput {
  @Uuid() id!: string;
  @Text({ max: 200 }) reason!: string;
}

export const needs = {
  registerResident: defineRpc({
    subject: 'tasks.registerResident',
    input: RegisterResidentInput,
    output: ResidentView,
    errors: ['resident.exists', 'region.unknown', 'access.foreignRegion', 'idempotency.conflict'],
    callers: ['committee', 'station', 'resident', 'system'],
  }),
  listResidents: defineRpc({
    subject: 'tasks.listResidents',
    input: RegionPageQuery,
    output: ResidentPage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: ['committee', 'station'],
  }),
  /**
   * A committee posts on behalf of a resident, or a resident posts, or a relative with the own credits. Posted by staff it is verified and
   * forwarded in the same transaction: committee and station have it at the same moment.
   */
  post: defineRpc({
    subject: 'tasks.postNeed',
    input: PostNeedInput,
    output: NeedView,
    errors: [
      'resource.notFound',
      'request.invalid',
      'need.windowInvalid',
      'template.notOffered',
      'access.foreignRegion',
      'idempotency.conflict',
      'need.paymentInvalid',
      'need.groupInvalid',
      ...redemptionRefusals,
    ],
    callers: ['committee', 'station', 'resident', 'volunteer'],
  }),
  /** The committee has checked a resident's own need: it is verified and forwarded. */
  verify: defineRpc({
    subject: 'tasks.verifyNeed',
    input: ById,
    output: NeedView,
    errors: ['resource.notFound', 'need.stateConflict'],
    callers: ['committee'],
  }),
  /**
   * The station takes the need on and posts it: an errand opens. Where credits pay, they are held first: a need
   * whose hold is refused stays accepted, without an errand, and says why.
   */
  accept: defineRpc({
    subject: 'tasks.acceptNeed',
    input: AcceptNeedInput,
    output: NeedView,
    errors: [
      'resource.notFound',
      'request.invalid',
      'need.stateConflict',
      'need.windowInvalid',
      ...redemptionRefusals,
      'redemption.settled',
    ],
    callers: ['station'],
  }),
  /** Not taken on: a code that is counted and a text that the resident is told. */
  reject: defineRpc({
    subject: 'tasks.rejectNeed',
    input: RejectNeedInput,
    output: NeedView,
    errors: ['resource.notFound', 'need.stateConflict'],
    callers: ['committee', 'station'],
  }),
  cancel: defineRpc({
    subject: 'tasks.cancelNeed',
    input: CancelNeedInput,
    output: NeedView,
    errors: ['resource.notFound', 'need.stateConflict'],
    callers: ['committee', 'station', 'resident', 'volunteer'],
  }),
  get: defineRpc({
    subject: 'tasks.getNeed',
    input: ById,
    output: NeedView,
    errors: ['resource.notFound'],
    callers: ['committee', 'station', 'resident', 'volunteer', 'official'],
  }),
  list: defineRpc({
    subject: 'tasks.listNeeds',
    input: ListNeedsInput,
    output: NeedPage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: ['committee', 'station', 'resident', 'volunteer', 'official'],
  }),
};

/** A step of a need that was not so after all. */
export class RevokedStep {
  @Choice(['fulfilled', 'closed']) state!: 'fulfilled' | 'closed';
  @Instant({ description: 'When it was taken: there it counts no more.' }) at!: string;
}

/** A step of a need; a hint for boards and a count for reports. */
export class NeedMoved {
  @Uuid() needId!: string;
  @Region() communityCode!: string;
  @Choice(needStates) state!: NeedState;
  @Choice(needTypes) type!: NeedType;
  @Instant() at!: string;
  @Flag({ description: 'Posted on behalf of the resident.' }) onBehalf!: boolean;
  @ListOf(() => RevokedStep, {
    max: 2,
    optional: true,
    description: 'With forwarded: nobody was served after all, and these steps before count no more.',
  })
  revoked?: RevokedStep[];
}

export const needEvents = {
  forwarded: defineEvent({ subject: 'need.forwarded', owner: 'tasks', data: NeedMoved }),
  moved: defineEvent({ subject: 'need.moved', owner: 'tasks', data: NeedMoved }),
};
