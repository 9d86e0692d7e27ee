import { defineRpc } from './contract.js';
import { Choice, Day, Instant, Integer, ListOf, Region, Text } from './fields.js';

/** Calendar months and years: whom somebody served in two of them counts in each. */
export const recipientSpans = ['month', 'year'] as const;
export type RecipientSpan = (typeof recipientSpans)[number];

const count = { min: 0, max: Number.MAX_SAFE_INTEGER };

export class RecipientsInput {
  @Region() region!: string;
  @Choice(recipientSpans) span!: RecipientSpan;
  @Day({ optional: true, description: 'Any day of the month or year; today unless told.' }) day?: string;
}

export class RecipientCounts {
  @Integer({ ...count, description: 'People who were served (人), each once.' }) persons!: number;
  @Integer({ ...count, description: 'Households (户): doors of a community behind which somebody was.' })
  households!: number;
}

export class RegionRecipients extends RecipientCounts {
  @Region() region!: string;
  @Text({ max: 100 }) name!: string;
}

export class Recipients extends RecipientCounts {
  @Region() region!: string;
  @Choice(recipientSpans) span!: RecipientSpan;
  @Day() from!: string;
  @Day({ description: 'Of a month or year that is not over: today.' }) to!: string;
  @Integer({ ...count, description: 'Services of these days (人次): servicesConfirmed of totals.' })
  personTimes!: number;
  @ListOf(() => RegionRecipients, {
    max: 5_000,
    description:
      'Divisions one level below (a community: itself), by place of service. They add up to no less than the whole: ' +
      'whom two of them served counts in both.',
  })
  children!: RegionRecipients[];
  @Instant({ optional: true, description: 'As of totals.' }) asOf?: string;
  @Integer(count) lagMs!: number;
}

export const recipients = {
  /** How many different people and households were served in a region in a month or year. */
  get: defineRpc({
    subject: 'reporting.getRecipients',
    input: RecipientsInput,
    output: Recipients,
    errors: ['access.foreignRegion', 'report.spanInvalid', 'region.unknown'],
    callers: ['committee', 'station', 'official', 'administrator', 'system'],
  }),
};
