import { ById } from './common.js';
import { defineRpc } from './contract.js';
import { Day, Instant, ListOf, Region, Text, Uuid } from './fields.js';

export class StaffWeekInput {
  @Day({ description: 'The first of seven days, in Asia/Shanghai.' }) from!: string;
  @Region({ optional: true, description: 'Stations inside this division; your own region unless told.' })
  region?: string;
}

export class StaffShiftInput {
  @Uuid({ description: 'Made by the caller.' }) id!: string;
  @Uuid({ description: 'Somebody of a station of your region.' }) staffId!: string;
  @Instant() startsAt!: string;
  @Instant({ description: 'From 15 minutes to 16 hours later; it may lie on the next day.' }) endsAt!: string;
}

export class StaffShiftView extends StaffShiftInput {}

export class StaffOnRota {
  @Uuid() staffId!: string;
  @Text({ max: 50 }) displayName!: string;
  @Uuid({ optional: true }) organisationId?: string;
}

export class StaffWeek {
  @Day() from!: string;
  @ListOf(() => StaffOnRota, { max: 500, description: 'Who works there, and whoever has a shift that week.' })
  people!: StaffOnRota[];
  @ListOf(() => StaffShiftView, { max: 5_000, description: 'What begins or runs in the week, by its start.' })
  shifts!: StaffShiftView[];
}

/** 值班: when who of a station is at work. It grants nothing: who may do what hangs on roles alone. */
export const staffShifts = {
  week: defineRpc({
    subject: 'stations.getStaffWeek',
    input: StaffWeekInput,
    output: StaffWeek,
    errors: ['access.foreignRegion'],
    callers: ['station'],
  }),
  add: defineRpc({
    subject: 'stations.addStaffShift',
    input: StaffShiftInput,
    output: StaffShiftView,
    errors: ['resource.notFound', 'staffShift.spanInvalid', 'staffShift.overlaps', 'idempotency.conflict'],
    callers: ['station'],
  }),
  /** It is taken off the week and stays in the books; again is the same answer. */
  cancel: defineRpc({
    subject: 'stations.cancelStaffShift',
    input: ById,
    output: StaffShiftView,
    errors: ['resource.notFound'],
    callers: ['station'],
  }),
};
