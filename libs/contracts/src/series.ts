import { forms } from './forms.js';
import { ById, RegionPageQuery } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Day, Integer, ListOf, Nested, Region, Text, Uuid } from './fields.js';
import { paymentModes, type PaymentMode, redemptionRefusals } from './payment.js';
import { StopInput } from './stops.js';
import { needChannels, NeedContent, needStates, type NeedState } from './needs.js';

export const seriesStates = ['submitted', 'active', 'ended'] as const;
export type SeriesState = (typeof seriesStates)[number];

export class CreateSeriesInput extends NeedContent {
  @Uuid() id!: string;
  @Uuid() residentId!: string;
  @Choice(needChannels) channel!: (typeof needChannels)[number];
  @Day() firstDay!: string;
  @Text({ max: 5, min: 5, form: forms.clockTime, description: 'Asia/Shanghai.' })
  startTime!: string;
  @Integer({ min: 15, max: 1_440, description: 'Length of the window.' }) windowMinutes!: number;
  @Text({
    max: 120,
    form: forms.recurrence,
    description: 'RFC 5545: FREQ=DAILY|WEEKLY|MONTHLY, INTERVAL, BYDAY, BYMONTHDAY, COUNT, UNTIL.',
  })
  rule!: string;
  @Choice(['keep', 'skip'], {
    optional: true,
    description: 'Whether days of public holidays are left out; kept unless told.',
  })
  holidays?: 'keep' | 'skip';
  @ListOf(() => StopInput, {
    max: 10,
    optional: true,
    description: 'Places to go to each time besides the resident’s door; then one volunteer.',
  })
  stops?: StopInput[];
  @Choice(paymentModes, {
    optional: true,
    description:
      'Who pays for each; publicBenefit, so the city, unless told. Each is held when it is accepted.',
  })
  payment?: PaymentMode;
  @Uuid({ optional: true, description: 'Whose credits pay an exchange, as of a need.' }) payerId?: string;
  @Uuid({ optional: true, description: 'The organisation whose members serve each together, as of a need.' })
  groupId?: string;
}

/** One day of a series. */
export class SeriesDay {
  @Day() day!: string;
  @Choice([...needStates, 'planned', 'skipped', 'holiday']) state!:
    NeedState | 'planned' | 'skipped' | 'holiday';
  @Uuid({ optional: true }) needId?: string;
}

export class SeriesView {
  @Uuid() id!: string;
  @Uuid() residentId!: string;
  @Region() communityCode!: string;
  @Choice(seriesStates) state!: SeriesState;
  @Nested(() => NeedContent) content!: NeedContent;
  @Day() firstDay!: string;
  @Text({ max: 5 }) startTime!: string;
  @Integer({ min: 15, max: 1_440 }) windowMinutes!: number;
  @Text({ max: 120 }) rule!: string;
  @Choice(['keep', 'skip']) holidays!: 'keep' | 'skip';
  @Integer({ min: 0, max: 10, description: 'Places to go to besides the door.' }) stopCount!: number;
  @Choice(paymentModes, { optional: true, description: 'Where the city does not pay.' })
  payment?: PaymentMode;
  @Uuid({ optional: true }) payerId?: string;
  @Uuid({ optional: true, description: 'The organisation whose members serve each together.' })
  groupId?: string;
  @ListOf(() => SeriesDay, { max: 20, description: 'Today and what comes next.' }) next!: SeriesDay[];
}

export class SeriesPage {
  @ListOf(() => SeriesView, { max: 100 }) items!: SeriesView[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class ListSeriesInput extends RegionPageQuery {
  @Choice(seriesStates, { optional: true }) state?: SeriesState;
}

export class SkipDayInput {
  @Uuid() id!: string;
  @Day() day!: string;
  @Text({ max: 200 }) reason!: string;
}

export class EndSeriesInput {
  @Uuid() id!: string;
  @Text({ max: 200 }) reason!: string;
}

const people = ['committee', 'station', 'resident'] as const;

export const series = {
  /**
   * A need that comes again. Each is posted by itself seven days ahead, under an id that follows from series and
   * day. Of staff it begins at once, of a resident when the committee has checked it.
   */
  create: defineRpc({
    subject: 'tasks.createSeries',
    input: CreateSeriesInput,
    output: SeriesView,
    errors: [
      'request.invalid',
      'resource.notFound',
      'series.ruleInvalid',
      'series.nothingLeft',
      'template.notOffered',
      'need.windowInvalid',
      'need.paymentInvalid',
      'need.groupInvalid',
      ...redemptionRefusals,
      'idempotency.conflict',
    ],
    callers: people,
  }),
  verify: defineRpc({
    subject: 'tasks.verifySeries',
    input: ById,
    output: SeriesView,
    errors: ['resource.notFound', 'series.stateConflict'],
    callers: ['committee'],
  }),
  /** Leaves one day out; what was posted for it already is cancelled. */
  skipDay: defineRpc({
    subject: 'tasks.skipSeriesDay',
    input: SkipDayInput,
    output: SeriesView,
    errors: ['resource.notFound', 'series.stateConflict', 'series.dayUnknown', 'need.stateConflict'],
    callers: people,
  }),
  /** No more of it; what is posted and has not begun is cancelled. */
  end: defineRpc({
    subject: 'tasks.endSeries',
    input: EndSeriesInput,
    output: SeriesView,
    errors: ['resource.notFound'],
    callers: people,
  }),
  get: defineRpc({
    subject: 'tasks.getSeries',
    input: ById,
    output: SeriesView,
    errors: ['resource.notFound'],
    callers: people,
  }),
  list: defineRpc({
    subject: 'tasks.listSeries',
    input: ListSeriesInput,
    output: SeriesPage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: people,
  }),
};
