import { forms } from './forms.js';
import { ById, Point, RegionPageQuery } from './common.js';
import { defineEvent, defineRpc } from './contract.js';
import { ErrandStepInput } from './errands.js';
import { type NeedRequirement, needRequirements } from './needs.terms.js';
import { Choice, Flag, Instant, Integer, ListOf, Nested, Region, Text, Uuid } from './fields.js';

export const noticeKinds = ['late', 'emergency', 'unqualified'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export class RunLateInput extends ErrandStepInput {
  @Uuid() id!: string;
  @Integer({ min: 5, max: 240, description: 'How much later than the window begins, about.' })
  minutes!: number;
  @Text({ max: 200, optional: true, description: 'Without names, numbers or addresses.' }) note?: string;
}

export class RaiseEmergencyInput extends ErrandStepInput {
  @Uuid() id!: string;
  @Nested(() => Point, {
    optional: true,
    description: 'Shown to the station alone, sealed, forgotten after a week.',
  })
  point?: Point;
}

/**
 * A volunteer’s word from the way: running late, or in need of help. `unqualified` is the suite’s own: who holds the errand
 * does no longer meet what it requires.
 */
export class Notice {
  @Uuid() id!: string;
  @Choice(noticeKinds) kind!: NoticeKind;
  @Uuid() errandId!: string;
  @Uuid() volunteerId!: string;
  @Text({ max: 50, description: 'Masked.' }) volunteerName!: string;
  @Region() communityCode!: string;
  @Integer({ min: 5, max: 240, optional: true }) minutes?: number;
  @Choice(needRequirements, { optional: true, description: 'What is met no longer; of unqualified.' })
  requirement?: NeedRequirement;
  @Text({ max: 200, optional: true }) note?: string;
  @Nested(() => Point, { optional: true }) point?: Point;
  @Instant() raisedAt!: string;
  @Instant({ optional: true }) acknowledgedAt?: string;
  @Integer({ min: 0, max: 2_000_000_000, optional: true, description: 'From raising to acknowledging.' })
  secondsToAcknowledge?: number;
}

export class NoticePage {
  @ListOf(() => Notice, { max: 100 }) items!: Notice[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class ListNoticesInput extends RegionPageQuery {
  @Choice(noticeKinds, { optional: true }) kind?: NoticeKind;
  @Flag({ optional: true, description: 'Only what nobody has acknowledged.' }) open?: boolean;
}

export class CallLine {
  @Text({
    min: 5,
    max: 20,
    form: forms.digits,
    description: 'The relay’s own number; dialling it reaches the other side.',
  })
  number!: string;
  @Instant({ description: 'Until when it does.' }) expiresAt!: string;
}

export class SealedPhone {
  @Text({ max: 500, description: 'As it is kept; only whoever holds the seal opens it.' })
  phoneSealed!: string;
}

/** What a volunteer’s number is sealed for; tasks opens it for the relay and for nobody else. */
export const volunteerPhonePurpose = 'volunteer.phone';

export const safety = {
  /** Told to the committee and the station of the errand. */
  runLate: defineRpc({
    subject: 'tasks.runLate',
    input: RunLateInput,
    output: Notice,
    errors: ['resource.notFound', 'errand.notYours', 'errand.stateConflict', 'idempotency.conflict'],
    callers: ['volunteer'],
  }),
  /** The emergency button. While one of an errand is open, pressing again answers it. */
  raiseEmergency: defineRpc({
    subject: 'tasks.raiseEmergency',
    input: RaiseEmergencyInput,
    output: Notice,
    errors: ['resource.notFound', 'errand.notYours', 'idempotency.conflict'],
    callers: ['volunteer'],
  }),
  listNotices: defineRpc({
    subject: 'tasks.listNotices',
    input: ListNoticesInput,
    output: NoticePage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: ['committee', 'station'],
  }),
  /** A person has seen it: for emergencies somebody of the station. The first counts. */
  acknowledge: defineRpc({
    subject: 'tasks.acknowledgeNotice',
    input: ById,
    output: Notice,
    errors: ['resource.notFound'],
    callers: ['committee', 'station'],
  }),
  /** A number of the relay between volunteer and resident; neither learns the other’s. */
  arrangeCall: defineRpc({
    subject: 'tasks.arrangeCall',
    input: ErrandStepInput,
    output: CallLine,
    errors: ['resource.notFound', 'errand.notYours', 'errand.stateConflict', 'call.unavailable'],
    callers: ['volunteer', 'resident'],
  }),
};

export const phones = {
  /** For the call relay; the number stays sealed on the way. */
  sealedPhone: defineRpc({
    subject: 'volunteers.getSealedPhone',
    input: ById,
    output: SealedPhone,
    errors: ['resource.notFound'],
    callers: ['system'],
  }),
};

export class NoticeMoved {
  @Uuid() noticeId!: string;
  @Choice(noticeKinds) kind!: NoticeKind;
  @Uuid() errandId!: string;
  @Uuid() volunteerId!: string;
  @Region() communityCode!: string;
  @Instant() at!: string;
}

export const safetyEvents = {
  late: defineEvent({ subject: 'errand.late', owner: 'tasks', data: NoticeMoved }),
  emergencyRaised: defineEvent({ subject: 'errand.emergencyRaised', owner: 'tasks', data: NoticeMoved }),
  /** Who holds an errand lost a qualification it requires, before check-in. */
  qualificationLost: defineEvent({ subject: 'errand.qualificationLost', owner: 'tasks', data: NoticeMoved }),
  noticeAcknowledged: defineEvent({
    subject: 'errand.noticeAcknowledged',
    owner: 'tasks',
    data: NoticeMoved,
  }),
};
