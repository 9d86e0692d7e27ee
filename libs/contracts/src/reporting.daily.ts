import { forms } from './forms.js';
import { defineRpc } from './contract.js';
import { Choices, Day, Instant, Integer, ListOf, Nested, Region, Text } from './fields.js';
import { Metrics, type MetricName, metricNames } from './reporting.metrics.js';

const reason = { max: 200, form: forms.notBlank };

export class DailyReportInput {
  @Region() region!: string;
  @Day({ optional: true, description: 'Yesterday unless told.' }) day?: string;
}

export class ReviseDailyInput {
  @Region() region!: string;
  @Day() day!: string;
  @Text({ ...reason, description: 'Why what was published changes; published with it.' }) reason!: string;
}

export class DailyRevision {
  @Integer({ min: 1, max: 10_000 }) revision!: number;
  @Instant() publishedAt!: string;
  @Text({ ...reason, optional: true, description: 'Of every revision but the first.' }) reason?: string;
  @Nested(() => Metrics) metrics!: Metrics;
}

export class DailyReport {
  @Region() region!: string;
  @Day() day!: string;
  @ListOf(() => DailyRevision, { min: 1, max: 10_000, description: 'The newest first; none ever changes.' })
  revisions!: DailyRevision[];
  @Choices(metricNames, {
    max: 100,
    description:
      'What late events and corrections have changed since: the next revision would say otherwise.',
  })
  outdated!: MetricName[];
  @Instant({ optional: true, description: 'As of totals.' }) asOf?: string;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) lagMs!: number;
}

/** 每日一报: a day as it was published, frozen; what changes later is a revision with its reason. */
export const dailyReports = {
  get: defineRpc({
    subject: 'reporting.getDaily',
    input: DailyReportInput,
    output: DailyReport,
    errors: ['access.foreignRegion', 'report.notPublished', 'report.spanInvalid', 'region.unknown'],
    callers: ['committee', 'station', 'official', 'administrator', 'system'],
  }),
  /** Publishes the day anew. Where nothing has changed there is nothing to revise: the answer is what stands. */
  revise: defineRpc({
    subject: 'reporting.reviseDaily',
    input: ReviseDailyInput,
    output: DailyReport,
    errors: ['access.foreignRegion', 'report.notPublished', 'report.spanInvalid', 'region.unknown'],
    callers: ['official', 'administrator', 'system'],
  }),
};
