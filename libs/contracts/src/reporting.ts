import { defineRpc } from './contract.js';
import { roles } from './actor.js';
import { Day, Decimal, Instant, Integer, ListOf, Nested, Region, Text } from './fields.js';
import { Metrics } from './reporting.metrics.js';

const count = { min: 0, max: Number.MAX_SAFE_INTEGER };

export class TotalsInput {
  @Region() region!: string;
  @Day({ optional: true, description: 'First day; the first ever unless told.' }) from?: string;
  @Day({ optional: true, description: 'Last day; today unless told.' }) to?: string;
}

export class Totals {
  @Region() region!: string;
  @Day({ optional: true }) from?: string;
  @Day() to!: string;
  @Nested(() => Metrics) metrics!: Metrics;
  @Integer({
    ...count,
    min: -Number.MAX_SAFE_INTEGER,
    optional: true,
    description:
      'Credits there are at the end of the last day: issued, less expired, and what was written off. Absent with a first day.',
  })
  creditsOutstandingMinutes?: number;
  @Decimal({
    min: 0,
    max: 1e15,
    optional: true,
    description:
      'What an errand with a purchase cost in fen: `purchasesPaidFen` ÷ `purchasesPaid`, two decimals, half up. Absent without one.',
  })
  costPerErrandFen?: number;
  @Instant({
    optional: true,
    description:
      'When the newest counted event of these cities happened; absent before the first. Events arrive in any ' +
      'order: one that happened earlier may still be on its way, and counts on its own day once it is here.',
  })
  asOf?: string;
  @Integer({ ...count, description: 'Milliseconds between that event and its counting.' })
  lagMs!: number;
}

export class RegionTotals {
  @Region({ description: 'The division asked for itself, where something counts for none of its parts.' })
  region!: string;
  @Text({ max: 100 }) name!: string;
  @Nested(() => Metrics) metrics!: Metrics;
}

export class Breakdown extends Totals {
  @ListOf(() => RegionTotals, {
    max: 5_000,
    description: 'One row a division one level below (a community: itself); they add up to metrics.',
  })
  children!: RegionTotals[];
}

export const reporting = {
  getTotals: defineRpc({
    subject: 'reporting.getTotals',
    input: TotalsInput,
    output: Totals,
    errors: ['access.foreignRegion', 'report.spanInvalid', 'region.unknown'],
    callers: [...roles.filter((role) => role !== 'volunteer' && role !== 'resident'), 'system'],
  }),
  getBreakdown: defineRpc({
    subject: 'reporting.getBreakdown',
    input: TotalsInput,
    output: Breakdown,
    errors: ['access.foreignRegion', 'report.spanInvalid', 'region.unknown'],
    callers: [...roles.filter((role) => role !== 'volunteer' && role !== 'resident'), 'system'],
  }),
};
