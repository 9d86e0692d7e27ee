import {
  type Breakdown,
  type Comparison,
  type DailyRevision,
  type DailyTotals,
  metricNames,
  type Metrics,
  type NamedRatio,
  type PeriodKind,
  type RatioName,
  type RatiosOfParts,
} from '#contracts';
import { costPerErrandFen } from '#platform';
import type { Language } from './language.js';
import { metricWords, qualifierWords, ratioWords, reportWords } from './report.words.js';
import type { Cell, Column } from './xlsx.js';

/** A published report: what it is of, and every revision, the newest first. */
export interface PublishedReport extends Span {
  region: string;
  from: string;
  revisions: DailyRevision[];
}

/** Ratios of a division beside those of its parts. */
export interface CoverageReport extends RatiosOfParts {
  whole: NamedRatio[];
}

/** What is put into a file, by what was asked for. */
export type FiledReport =
  | { kind: 'breakdown'; report: Breakdown }
  | { kind: 'coverage'; report: CoverageReport }
  | { kind: 'days'; report: DailyTotals }
  | { kind: 'comparison'; report: Comparison }
  | { kind: 'day' | PeriodKind; report: PublishedReport };

/** What a sheet is made of, whatever its format. */
export interface ReportTable {
  columns: Column[];
  rows: Cell[][];
  span: Span;
}

/** What days a table is of, and how fresh. */
export interface Span {
  from?: string;
  to: string;
  asOf?: string;
}

/** The sheet of a report. */
export function tableOf(filed: FiledReport, language: Language): ReportTable {
  switch (filed.kind) {
    case 'breakdown':
      return breakdownTable(filed.report, language);
    case 'coverage':
      return coverageTable(filed.report, language);
    case 'days':
      return daysTable(filed.report, language);
    case 'comparison':
      return comparisonTable(filed.report, language);
    default:
      return publishedTable(filed.report, language);
  }
}

/** A row for the division, then one a part: the parts add up to the first. */
function breakdownTable(report: Breakdown, language: Language): ReportTable {
  const { region, name, whole } = reportWords;
  return {
    columns: [column(region[language], 16), column(name[language], 28), ...metricColumns(language)],
    rows: [
      [report.region, whole[language], ...figuresOf(report.metrics)],
      ...report.children.map((part) => [part.region, part.name, ...figuresOf(part.metrics)]),
    ],
    span: report,
  };
}

/** Ratios that every division has. */
export const filedRatios = [
  'volunteerRatio',
  'activeRatio',
  'stationCoverage',
  'stationCoverageWithoutZones',
] as const satisfies readonly RatioName[];

/** A row for the division, then one a part. Where there is nothing to divide by stands why, and no 0. */
function coverageTable(report: CoverageReport, language: Language): ReportTable {
  const { region, name, whole, numerator, denominator, qualifier, source } = reportWords;
  const cellsOf = (ratios: readonly NamedRatio[], wanted: RatioName): Cell[] => {
    const ratio = ratios.find((each) => each.name === wanted);
    if (!ratio) return ['', '', '', '', ''];
    const certain = ratio.qualifier ? qualifierWords[ratio.qualifier][language] : '';
    const said = ratio.percent ?? reportWords.noDenominator[language];
    return [said, ratio.numerator, ratio.denominator ?? '', certain, ratio.source ?? ''];
  };
  const rowOf = (code: string, called: string, ratios: readonly NamedRatio[]): Cell[] => [
    ...[code, called],
    ...filedRatios.flatMap((wanted) => cellsOf(ratios, wanted)),
  ];
  return {
    columns: [
      column(region[language], 16),
      column(name[language], 28),
      ...filedRatios.flatMap((wanted) => [
        column(`${ratioWords[wanted][language]} (%)`, 24),
        ...[numerator, denominator, qualifier, source].map((words) => column(words[language], 14)),
      ]),
    ],
    rows: [
      rowOf(report.region, whole[language], report.whole),
      ...report.parts.map((part) => rowOf(part.region, part.name, part.ratios)),
    ],
    span: { to: report.to, ...(report.asOf && { asOf: report.asOf }) },
  };
}

/** A row a day. */
function daysTable(report: DailyTotals, language: Language): ReportTable {
  return {
    columns: [column(reportWords.day[language], 14), ...metricColumns(language)],
    rows: report.days.map(({ day, metrics }) => [day, ...figuresOf(metrics)]),
    span: report,
  };
}

/** A row a figure. */
function comparisonTable(report: Comparison, language: Language): ReportTable {
  const { figure, current, previous, percent } = reportWords;
  const { from, to } = report.current;
  return {
    columns: [figure, current, previous, percent].map((words) => column(words[language], 24)),
    rows: report.changes.map((change) => [
      metricWords[change.name][language],
      ...[change.current, change.previous, change.percent ?? ''],
    ]),
    span: { from, to, ...(report.asOf && { asOf: report.asOf }) },
  };
}

/** A row a revision, the newest first. */
function publishedTable(report: PublishedReport, language: Language): ReportTable {
  const { revision, publishedAt, reason } = reportWords;
  return {
    columns: [
      column(revision[language], 10),
      column(publishedAt[language], 18),
      column(reason[language], 40),
      ...metricColumns(language),
    ],
    rows: report.revisions.map((each) => [
      ...[each.revision, new Date(each.publishedAt), each.reason ?? ''],
      ...figuresOf(each.metrics),
    ]),
    span: report,
  };
}

function column(title: string, width: number): Column {
  return { title, width };
}

function metricColumns(language: Language): Column[] {
  const names = metricNames.map((name) => metricWords[name][language]);
  return [...names, reportWords.costPerErrand[language]].map((title) => column(title, 20));
}

function figuresOf(metrics: Metrics): Cell[] {
  return [...metricNames.map((name) => metrics[name]), costPerErrandFen(metrics) ?? ''];
}

/** Below every table. */
export function footerOf({ from, to, asOf }: Span, language: Language): Cell[][] {
  const { days, asOf: as, never } = reportWords;
  return [
    [days[language], `${from ?? ''}–${to}`],
    [as[language], asOf ? new Date(asOf) : never[language]],
  ];
}
