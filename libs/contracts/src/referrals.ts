import { forms } from './forms.js';
import { roles, type Role } from './actor.js';
import { ById, RegionPageQuery } from './common.js';
import { defineEvent, defineRpc } from './contract.js';
import { Choice, Flag, Instant, Integer, ListOf, Nested, Region, Text, Uuid } from './fields.js';
import { needTypes, type NeedType } from './needs.js';

/** Where a need goes that volunteers cannot meet. */
export const referralBodies = [
  'hospital',
  'police',
  'fireService',
  'civilAffairsBureau',
  'disabledPersonsFederation',
  'psychologicalService',
  'legalAid',
  'propertyManagement',
  'utilities',
  'socialWorkStation',
  'other',
] as const;
export type ReferralBody = (typeof referralBodies)[number];

export const referralStates = [
  'created',
  'sent',
  'received',
  'accepted',
  'declined',
  'resolved',
  'closed',
] as const;
export type ReferralState = (typeof referralStates)[number];

export const referralSteps = ['send', 'receive', 'accept', 'decline', 'resolve', 'close'] as const;
export type ReferralStepName = (typeof referralSteps)[number];

/** How the resident agreed that the matter goes to another body; the law asks for a consent of its own. */
export const referralConsents = ['spoken', 'written', 'guardian'] as const;

/** Who at the other body is in charge; sealed at rest. */
export class ReferralContact {
  @Text({ max: 50 }) name!: string;
  @Text({ min: 5, max: 20, form: forms.phone, description: 'Landline or mobile.' }) phone!: string;
}

export class MaskedContact {
  @Text({ max: 50, description: 'Masked.' }) name!: string;
  @Text({ max: 20, description: 'Masked.' }) phone!: string;
}

export class CreateReferralInput {
  @Uuid() id!: string;
  @Uuid() needId!: string;
  @Choice(referralBodies) body!: ReferralBody;
  @Text({ max: 100, description: 'Name of the body.' }) bodyName!: string;
  @Uuid({ optional: true, description: 'Where the body works with Shunlu: its own staff then answer.' })
  organisationId?: string;
  @Text({ max: 300, description: 'Why, without names, numbers or doors.' }) reason!: string;
  @Choice(referralConsents) consent!: (typeof referralConsents)[number];
  @Integer({
    min: 1,
    max: 90,
    optional: true,
    description: 'Days to resolve it once accepted, 15 unless told.',
  })
  resolveWithinDays?: number;
  @Nested(() => ReferralContact, { optional: true, description: 'Who there is in charge of it.' })
  contact?: ReferralContact;
}

export class SetReferralContactInput extends ById {
  @Nested(() => ReferralContact) contact!: ReferralContact;
}

export class MoveReferralInput {
  @Uuid() id!: string;
  @Choice(referralSteps) step!: ReferralStepName;
  @Text({
    max: 300,
    optional: true,
    description: 'Required to decline (why) and to resolve (what came of it).',
  })
  note?: string;
}

export class ReferralHistory {
  @Choice(referralStates) state!: ReferralState;
  @Choice([...roles, 'system']) byRole!: Role | 'system';
  @Instant() at!: string;
  @Text({ max: 300, optional: true }) note?: string;
}

export class ReferralView {
  @Uuid() id!: string;
  @Uuid() needId!: string;
  @Choice(needTypes) type!: NeedType;
  @Text({ max: 200 }) summary!: string;
  @Region() communityCode!: string;
  @Choice(referralBodies) body!: ReferralBody;
  @Text({ max: 100 }) bodyName!: string;
  @Uuid({ optional: true }) organisationId?: string;
  @Nested(() => MaskedContact, { optional: true }) contact?: MaskedContact;
  @Text({ max: 300 }) reason!: string;
  @Choice(referralConsents) consent!: (typeof referralConsents)[number];
  @Choice(referralStates) state!: ReferralState;
  @Instant({ optional: true, description: 'By when the next step is due; absent once closed.' })
  dueAt?: string;
  @Flag() isOverdue!: boolean;
  @Instant() createdAt!: string;
  @ListOf(() => ReferralHistory, { max: 20 }) history!: ReferralHistory[];
}

export class ReferralPage {
  @ListOf(() => ReferralView, { max: 100 }) items!: ReferralView[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class ListReferralsInput extends RegionPageQuery {
  @Choice(referralStates, { optional: true }) state?: ReferralState;
  @Flag({ optional: true, description: 'Only those whose next step is late.' }) overdue?: boolean;
  @Flag({ optional: true, description: 'Those that came to your own organisation, wherever from.' })
  toUs?: boolean;
}

/** One line of everything that happened around a need, whoever did it. */
export class TimelineEntry {
  @Choice(['need', 'referral', 'errand', 'stop', 'record']) of!: string;
  @Text({ max: 30, description: 'State reached, or what was done.' }) what!: string;
  @Choice([...roles, 'system']) byRole!: Role | 'system';
  @Instant() at!: string;
  @Text({ max: 30, optional: true }) code?: string;
  @Text({ max: 300, optional: true }) note?: string;
}

export class Timeline {
  @Uuid() id!: string;
  @ListOf(() => TimelineEntry, { max: 1000 }) items!: TimelineEntry[];
}

const staff: Role[] = ['committee', 'station', 'official'];

export const referrals = {
  /** Hands a need to another body, with the resident’s consent; the need is `referred` in the same commit. */
  create: defineRpc({
    subject: 'tasks.createReferral',
    input: CreateReferralInput,
    output: ReferralView,
    errors: [
      'resource.notFound',
      'organisation.closed',
      'need.stateConflict',
      'referral.isOpen',
      'idempotency.conflict',
    ],
    callers: ['committee', 'station'],
  }),
  /** The sender sends and closes; the body answers, or the sender for a body that has no account here. */
  move: defineRpc({
    subject: 'tasks.moveReferral',
    input: MoveReferralInput,
    output: ReferralView,
    errors: ['request.invalid', 'resource.notFound', 'referral.stateConflict', 'referral.notYourStep'],
    callers: staff,
  }),
  /** Another person is in charge there now: until the referral is closed. */
  setContact: defineRpc({
    subject: 'tasks.setReferralContact',
    input: SetReferralContactInput,
    output: ReferralView,
    errors: ['resource.notFound', 'referral.stateConflict'],
    callers: ['committee', 'station'],
  }),
  /** The contact in full, for the sender and the body; every look is written down. */
  revealContact: defineRpc({
    subject: 'tasks.revealReferralContact',
    input: ById,
    output: ReferralContact,
    errors: ['resource.notFound'],
    callers: staff,
  }),
  get: defineRpc({
    subject: 'tasks.getReferral',
    input: ById,
    output: ReferralView,
    errors: ['resource.notFound'],
    callers: staff,
  }),
  list: defineRpc({
    subject: 'tasks.listReferrals',
    input: ListReferralsInput,
    output: ReferralPage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: staff,
  }),
  /** What happened around a need, by role and without anybody’s data: committee and station read the same. */
  timeline: defineRpc({
    subject: 'tasks.getNeedTimeline',
    input: ById,
    output: Timeline,
    errors: ['resource.notFound'],
    callers: [...staff, 'resident'],
  }),
};

/** A step of a referral, or that its next one is late. */
export class ReferralMoved {
  @Uuid() referralId!: string;
  @Uuid() needId!: string;
  @Region() communityCode!: string;
  @Choice(referralStates) state!: ReferralState;
  @Instant() at!: string;
}

export const referralEvents = {
  moved: defineEvent({ subject: 'referral.moved', owner: 'tasks', data: ReferralMoved }),
  overdue: defineEvent({ subject: 'referral.overdue', owner: 'tasks', data: ReferralMoved }),
};
