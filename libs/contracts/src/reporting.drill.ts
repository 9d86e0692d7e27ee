import { defineRpc } from './contract.js';
import { verifications, type Verification } from './errands.js';
import { Choice, Day, Instant, Integer, ListOf, Nested, Region, Text, Uuid } from './fields.js';
import { Metrics } from './reporting.metrics.js';

export class DaysInput {
  @Region() region!: string;
  @Day({ description: 'First day.' }) from!: string;
  @Day({ optional: true, description: 'Last day; today unless told.' }) to?: string;
}

export class DayTotals {
  @Day() day!: string;
  @Nested(() => Metrics, { description: 'Of the day; who is active, as of its end.' }) metrics!: Metrics;
}

export class DailyTotals {
  @Region() region!: string;
  @Day() from!: string;
  @Day() to!: string;
  @ListOf(() => DayTotals, {
    max: 366,
    description: 'One row a day; what happened adds up to the totals over the same days.',
  })
  days!: DayTotals[];
  @Instant({ optional: true, description: 'As of totals.' }) asOf?: string;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) lagMs!: number;
}

export class CountedInput {
  @Region({ description: 'A community, or a division inside your region.' }) region!: string;
  @Day() day!: string;
  @Text({ max: 200, optional: true }) cursor?: string;
}

/** One service as it counts; the record itself shows who may see it what they may see. */
export class CountedService {
  @Uuid() recordId!: string;
  @Region({ description: 'Place of service.' }) communityCode!: string;
  @Choice(verifications) verification!: Verification;
  @Integer({ min: 1, max: 1440 }) serviceMinutes!: number;
  @Integer({ min: 1, max: 10_000 }) version!: number;
}

export class CountedServices {
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER, description: 'Of all pages: equal to servicesConfirmed.' })
  services!: number;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) deviceVerifiedMinutes!: number;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) attestedMinutes!: number;
  @ListOf(() => CountedService, { max: 100 }) items!: CountedService[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
  @Instant({ optional: true, description: 'As of totals.' }) asOf?: string;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) lagMs!: number;
}

/** From a total downwards: parts (`reporting.getBreakdown`), days, the services of a day, the record. */
export const drilling = {
  days: defineRpc({
    subject: 'reporting.getDays',
    input: DaysInput,
    output: DailyTotals,
    errors: ['access.foreignRegion', 'report.spanInvalid'],
    callers: ['committee', 'station', 'official', 'administrator', 'system'],
  }),
  services: defineRpc({
    subject: 'reporting.listCounted',
    input: CountedInput,
    output: CountedServices,
    errors: ['access.foreignRegion', 'report.spanInvalid', 'cursor.invalid'],
    callers: ['committee', 'station', 'official', 'administrator', 'system'],
  }),
};
