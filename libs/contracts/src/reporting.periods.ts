import { forms } from './forms.js';
import { defineRpc } from './contract.js';
import { Choice, Choices, Day, Decimal, Instant, Integer, ListOf, Nested, Region, Text } from './fields.js';
import { TotalsInput } from './reporting.js';
import { DailyRevision } from './reporting.daily.js';
import { Metrics, type MetricName, metricNames } from './reporting.metrics.js';

/** A week begins on Monday. */
export const periodKinds = ['week', 'month', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

const lag = { min: 0, max: Number.MAX_SAFE_INTEGER };
const amount = { min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };
const percent = { min: -1e15, max: 1e15 };

export class PeriodReportInput {
  @Region() region!: string;
  @Choice(periodKinds) kind!: PeriodKind;
  @Day({ optional: true, description: 'Any day of the period; the last one that is over unless told.' })
  day?: string;
}

export class RevisePeriodInput {
  @Region() region!: string;
  @Choice(periodKinds) kind!: PeriodKind;
  @Day({ description: 'Any day of the period.' }) day!: string;
  @Text({ max: 200, form: forms.notBlank, description: 'Why what was published changes; published with it.' })
  reason!: string;
}

export class PeriodReport {
  @Region() region!: string;
  @Choice(periodKinds) kind!: PeriodKind;
  @Day() from!: string;
  @Day() to!: string;
  @ListOf(() => DailyRevision, { min: 1, max: 10_000, description: 'The newest first; none ever changes.' })
  revisions!: DailyRevision[];
  @Choices(metricNames, { max: 100, description: 'What has changed since, as of the daily report.' })
  outdated!: MetricName[];
  @Instant({ optional: true, description: 'As of totals.' }) asOf?: string;
  @Integer(lag) lagMs!: number;
}

export class ComparisonInput {
  @Region() region!: string;
  @Day({ description: 'First day.' }) from!: string;
  @Day({ optional: true, description: 'Last day; today unless told.' }) to?: string;
}

export class SpanTotals {
  @Day() from!: string;
  @Day() to!: string;
  @Nested(() => Metrics) metrics!: Metrics;
}

export class Change {
  @Choice(metricNames) name!: MetricName;
  @Integer(amount) current!: number;
  @Integer(amount) previous!: number;
  @Decimal({
    ...percent,
    optional: true,
    description:
      '(current − previous) ÷ previous, per cent, two decimals, half up; absent unless previous > 0.',
  })
  percent?: number;
}

export class Comparison {
  @Region() region!: string;
  @Nested(() => SpanTotals) current!: SpanTotals;
  @Nested(() => SpanTotals, {
    description: 'The same days a year before; 29 February against 28 February.',
  })
  previous!: SpanTotals;
  @ListOf(() => Change, { max: 100 }) changes!: Change[];
  @Instant({ optional: true, description: 'As of totals.' }) asOf?: string;
  @Integer(lag) lagMs!: number;
}

export const rankingBases = ['count', 'population'] as const;
export type RankingBasis = (typeof rankingBases)[number];

export class RankingInput extends TotalsInput {
  @Choice(metricNames) by!: MetricName;
  @Choice(rankingBases, {
    optional: true,
    description: 'By the figure itself unless told, or by the figure to a thousand of the population.',
  })
  per?: RankingBasis;
}

export class RankedRegion {
  @Integer({
    min: 1,
    max: 5_000,
    optional: true,
    description:
      'Equal figures share a rank, and the next rank counts them all. Absent without a population.',
  })
  rank?: number;
  @Region() region!: string;
  @Text({ max: 100 }) name!: string;
  @Integer(amount) value!: number;
  @Integer({
    min: 1,
    max: 2_000_000_000,
    optional: true,
    description: 'Absent where the population table has no figure for the division: none is estimated.',
  })
  population?: number;
  @Decimal({ ...percent, optional: true, description: 'To a thousand people, two decimals, half up.' })
  perThousand?: number;
}

export class Ranking {
  @Region() region!: string;
  @Day({ optional: true }) from?: string;
  @Day() to!: string;
  @Choice(metricNames) by!: MetricName;
  @Choice(rankingBases) per!: RankingBasis;
  @ListOf(() => RankedRegion, {
    max: 5_000,
    description: 'The divisions one level below, the greatest first; those without a rank last.',
  })
  rows!: RankedRegion[];
  @Instant({ optional: true, description: 'As of totals.' }) asOf?: string;
  @Integer(lag) lagMs!: number;
}

const readers = ['committee', 'station', 'official', 'administrator', 'system'] as const;

/** Weeks, months and years as they were published, and what one looks like beside others. */
export const periodReports = {
  get: defineRpc({
    subject: 'reporting.getPeriod',
    input: PeriodReportInput,
    output: PeriodReport,
    errors: ['access.foreignRegion', 'report.notPublished', 'report.spanInvalid', 'region.unknown'],
    callers: readers,
    deadlineMs: 20_000,
  }),
  /** Publishes the period anew. Where nothing has changed the answer is what stands. */
  revise: defineRpc({
    subject: 'reporting.revisePeriod',
    input: RevisePeriodInput,
    output: PeriodReport,
    errors: ['access.foreignRegion', 'report.notPublished', 'report.spanInvalid', 'region.unknown'],
    callers: ['official', 'administrator', 'system'],
    deadlineMs: 20_000,
  }),
  /** Year on year: the days asked for beside the same days a year before. */
  compare: defineRpc({
    subject: 'reporting.compare',
    input: ComparisonInput,
    output: Comparison,
    errors: ['access.foreignRegion', 'report.spanInvalid', 'region.unknown'],
    callers: readers,
    deadlineMs: 20_000,
  }),
  rank: defineRpc({
    subject: 'reporting.rank',
    input: RankingInput,
    output: Ranking,
    errors: ['access.foreignRegion', 'report.spanInvalid', 'region.unknown'],
    callers: readers,
    deadlineMs: 20_000,
  }),
};
