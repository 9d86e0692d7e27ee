import { Choice, Day, Region } from './fields.js';
import { dailyReports } from './reporting.daily.js';
import { drilling } from './reporting.drill.js';
import { reporting } from './reporting.js';
import { periodReports } from './reporting.periods.js';

/**
 * `breakdown`: a division and its parts, a row each. `coverage`: their ratios, each with what it is divided by. `days`: a row a day. `comparison`: a row a figure, beside the
 * year before. `day`, `week`, `month`, `year`: what was published, a row a revision.
 */
export const reportFileKinds = [
  'breakdown',
  'coverage',
  'days',
  'comparison',
  'day',
  'week',
  'month',
  'year',
] as const;
export type ReportFileKind = (typeof reportFileKinds)[number];
/** `pdf` has charts, and is for people; the others are for whoever calculates on. */
export const reportFormats = ['csv', 'xlsx', 'pdf'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export class ReportFileInput {
  @Region() region!: string;
  @Choice(reportFileKinds) kind!: ReportFileKind;
  @Day({ optional: true, description: 'First day of breakdown, days and comparison; the last two need it.' })
  from?: string;
  @Day({ optional: true, description: 'Last day of these; today unless told.' }) to?: string;
  @Day({ optional: true, description: 'Any day of a published period; the last one over unless told.' })
  day?: string;
  @Choice(reportFormats) format!: ReportFormat;
}

/** Made by the gateway of what these answer. */
export const reportFile = {
  input: ReportFileInput,
  errors: [
    ...new Set([
      'request.invalid' as const,
      ...reporting.getBreakdown.errors,
      ...drilling.days.errors,
      ...dailyReports.get.errors,
      ...periodReports.compare.errors,
    ]),
  ],
  callers: periodReports.get.callers,
  reach: periodReports.get.reach,
} as const;
