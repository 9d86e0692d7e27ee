import {
  type Breakdown,
  type Comparison,
  type DailyRevision,
  type DailyTotals,
  type MetricName,
  metricNames,
  type Metrics,
  type Wording,
} from '#contracts';
import { endPdf, type Pdf, pdfMargin, startPdf } from '#platform';
import type { Language } from './language.js';
import {
  type BarLine,
  type ColumnChart,
  drawBars,
  drawColumns,
  drawHeading,
  drawTable,
  ink,
  keepRoom,
} from './report.charts.js';
import { type CoverageReport, type FiledReport, filedRatios, type PublishedReport } from './report.tables.js';
import { metricWords, qualifierWords, ratioWords, reportKindWords, reportWords } from './report.words.js';
import { shanghaiTime } from './statement.words.js';

/** What happened, as far as it is counted in things and people: what bars can be laid beside each other. */
const charted: readonly MetricName[] = [
  'volunteersRegistered',
  'needsSubmitted',
  'needsFulfilled',
  'errandsOpened',
  'errandsClaimed',
  'errandsFinished',
  'errandsExpired',
  'errandsCancelled',
  'servicesConfirmed',
  'volunteersActive30',
];
/** What is drawn day by day, and division by division. */
const followed = [
  'volunteersRegistered',
  'needsSubmitted',
  'errandsOpened',
  'errandsFinished',
  'servicesConfirmed',
] as const satisfies readonly MetricName[];
/** More days than these are drawn month by month. */
const mostDays = 62;
const tableLine = 12.5;
const figureRows = Math.ceil(metricNames.length / 2);

/** What stands beside a published report on its page. */
export interface Beside {
  /** The same a year before, where it was published. */
  yearBefore?: PublishedReport;
  /** Its days as they are counted now. */
  days?: DailyTotals;
}

/**
 * A report on paper, A4, with charts. The same figures are the same file.
 * @param name of the division
 */
export async function reportPdf(
  filed: FiledReport,
  beside: Beside,
  name: string,
  language: Language,
): Promise<Buffer> {
  const { at, span } = headOf(filed);
  const title = `${name} · ${reportKindWords[filed.kind][language]}`;
  const pdf = await startPdf({ title, language, at: new Date(at) });
  pdf.font('bold').fontSize(18).fillColor(ink.text).text(title);
  pdf.font('regular').fontSize(9).fillColor(ink.quiet);
  pdf.text(`${reportWords.days[language]} ${span} · ${filed.report.region}`);
  if (filed.kind === 'breakdown') drawBreakdown(pdf, filed.report, language);
  else if (filed.kind === 'coverage') drawCoverage(pdf, filed.report, language);
  else if (filed.kind === 'days') drawDays(pdf, filed.report, language);
  else if (filed.kind === 'comparison') drawComparison(pdf, filed.report, language);
  else drawPublished(pdf, filed.report, beside, language);
  return endPdf(pdf);
}

/** The days it is of, and the time its file is of. */
function headOf({ kind, report }: FiledReport): { at: string; span: string } {
  if (kind === 'comparison') return { at: report.asOf ?? report.current.to, span: spanOf(report.current) };
  if ('revisions' in report) return { at: newestOf(report).publishedAt, span: spanOf(report) };
  return { at: report.asOf ?? report.to, span: spanOf(report) };
}

const spanOf = ({ from, to }: { from?: string; to: string }) => (from === to ? to : `${from ?? ''}–${to}`);

function newestOf({ revisions: [newest] }: PublishedReport): DailyRevision {
  if (!newest) throw new Error('a published report without a revision');
  return newest;
}

function drawPublished(
  pdf: Pdf,
  report: PublishedReport,
  { yearBefore, days }: Beside,
  language: Language,
): void {
  const newest = newestOf(report);
  pdf.text(saidOf(newest, language));
  const before = yearBefore && newestOf(yearBefore).metrics;
  const legend = yearBefore ? [spanOf(report), spanOf(yearBefore)] : [];
  drawHeading(pdf, (before ? reportWords.besideYear : reportWords.chart)[language], legend);
  drawBars(
    pdf,
    charted.map((name) => barOf(name, newest.metrics[name], before?.[name], language)),
  );
  if (days) {
    drawHeading(pdf, seriesWords(days)[language]);
    pdf.fontSize(8).fillColor(ink.quiet).text(asOfLine(days.asOf, language)).moveDown(0.3);
    drawColumns(pdf, dayCharts(days, followed, language));
  }
  keepRoom(pdf, figureRows * tableLine + 40);
  drawHeading(pdf, reportWords.figures[language]);
  drawFigures(pdf, newest.metrics, language);
  drawHeading(pdf, reportWords.revisions[language]);
  pdf.font('regular').fontSize(9).fillColor(ink.quiet);
  for (const revision of report.revisions) pdf.text(saidOf(revision, language));
}

function drawComparison(
  pdf: Pdf,
  { changes, current, previous, asOf }: Comparison,
  language: Language,
): void {
  pdf.text(asOfLine(asOf, language));
  const shown = changes.filter(({ name }) => charted.includes(name));
  drawHeading(pdf, reportWords.besideYear[language], [spanOf(current), spanOf(previous)]);
  drawBars(
    pdf,
    shown.map((change) => barOf(change.name, change.current, change.previous, language, change.percent)),
  );
  drawHeading(pdf, reportWords.figures[language]);
  const { figure, current: now, previous: then, percent } = reportWords;
  drawTable(
    pdf,
    [figure, now, then, percent].map((words) => words[language]),
    changes.map((change) => [
      metricWords[change.name][language],
      ...[numberOf(change.current), numberOf(change.previous), change.percent?.toFixed(2) ?? '—'],
    ]),
    210,
  );
}

function drawDays(pdf: Pdf, report: DailyTotals, language: Language): void {
  pdf.text(asOfLine(report.asOf, language));
  drawHeading(pdf, seriesWords(report)[language]);
  // Who is active is counted as of each day's end: such figures are no flow, and their sum would mean nothing.
  const flows = charted.filter((name) => !name.startsWith('volunteersActive'));
  drawColumns(pdf, dayCharts(report, flows, language));
}

/** A chart a figure: the parts of the division in the order of their codes. */
function drawBreakdown(pdf: Pdf, report: Breakdown, language: Language): void {
  pdf.text(asOfLine(report.asOf, language));
  for (const name of [...followed, 'deviceVerifiedMinutes', 'attestedMinutes'] as const) {
    const whole = `${reportWords.whole[language]} ${numberOf(report.metrics[name])}`;
    drawHeading(pdf, `${metricWords[name][language]} · ${whole}`);
    drawBars(
      pdf,
      report.children.map((part) => ({
        label: part.name,
        values: [part.metrics[name]],
        said: numberOf(part.metrics[name]),
      })),
    );
  }
}

/** A table a ratio: the division, then its parts, with what is divided by what. */
function drawCoverage(pdf: Pdf, { whole, region, parts, asOf }: CoverageReport, language: Language): void {
  pdf.text(asOfLine(asOf, language));
  const { name, numerator, denominator, source, noDenominator } = reportWords;
  const all = [{ region, name: reportWords.whole[language], ratios: whole }, ...parts];
  for (const wanted of filedRatios) {
    drawHeading(pdf, ratioWords[wanted][language]);
    const rows = all.map((part) => {
      const ratio = part.ratios.find((each) => each.name === wanted);
      const certain = ratio?.qualifier && ratio.qualifier !== 'exact' ? ratio.qualifier : undefined;
      const divided = ratio?.denominator === undefined ? '—' : numberOf(ratio.denominator);
      return [
        part.name,
        ratio?.percent === undefined ? noDenominator[language] : `${ratio.percent.toFixed(2)}%`,
        numberOf(ratio?.numerator ?? 0),
        certain ? `${qualifierWords[certain][language]} ${divided}` : divided,
      ];
    });
    drawTable(pdf, [name[language], '%', numerator[language], denominator[language]], rows, 210);
    const sources = all.flatMap(({ ratios }) => ratios.find((each) => each.name === wanted)?.source ?? []);
    pdf.font('regular').fontSize(8).fillColor(ink.quiet);
    for (const said of new Set(sources)) pdf.text(`${source[language]}: ${said}`);
  }
}

function barOf(
  name: MetricName,
  value: number,
  before: number | undefined,
  language: Language,
  percent?: number,
): BarLine {
  const change = percent === undefined ? '' : ` (${percent > 0 ? '+' : ''}${percent.toFixed(2)}%)`;
  const said = before === undefined ? numberOf(value) : `${numberOf(value)} / ${numberOf(before)}${change}`;
  return {
    label: metricWords[name][language],
    values: before === undefined ? [value] : [value, before],
    said,
  };
}

function seriesWords({ days }: DailyTotals): Wording {
  return days.length > mostDays ? reportWords.byMonths : reportWords.byDays;
}

/** A chart a figure, and one of all minutes served, those proven by a device below those attested. */
function dayCharts({ days }: DailyTotals, names: readonly MetricName[], language: Language): ColumnChart[] {
  const isLong = days.length > mostDays;
  const columns: Column[] = isLong ? byMonth(days) : days.map(({ day, metrics }) => [day, [metrics]]);
  const layerOf = (name: MetricName) =>
    columns.map(([, parts]) => parts.reduce((sum, metrics) => sum + metrics[name], 0));
  const chart = (title: string, ...layers: number[][]): ColumnChart => {
    const sums = layers.map((layer) => numberOf(layer.reduce((sum, value) => sum + value, 0)));
    const heights = columns.map((_, place) => layers.reduce((sum, layer) => sum + (layer[place] ?? 0), 0));
    const most = `${reportWords.most[language]} ${numberOf(Math.max(0, ...heights))}`;
    return {
      title: `${title} · ${reportWords.whole[language]} ${sums.join(' + ')}`,
      marks: [columns[0]?.[0] ?? '', most, columns.at(-1)?.[0] ?? ''],
      layers,
    };
  };
  return [
    ...names.map((name) => chart(metricWords[name][language], layerOf(name))),
    chart(reportWords.minutes[language], layerOf('deviceVerifiedMinutes'), layerOf('attestedMinutes')),
  ];
}

/** A day or a month, and what was counted on its days. */
type Column = [mark: string, days: Metrics[]];

function byMonth(days: DailyTotals['days']): Column[] {
  const months = new Map<string, Metrics[]>();
  for (const { day, metrics } of days) {
    const month = day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), metrics]);
  }
  return [...months];
}

function saidOf({ revision, publishedAt, reason }: DailyRevision, language: Language): string {
  const at = `${reportWords.publishedAt[language]} ${shanghaiTime(publishedAt)}`;
  const why = reason === undefined ? [] : [`${reportWords.reason[language]}: ${reason}`];
  return [`${reportWords.revision[language]} ${revision}`, at, ...why].join('　');
}

function asOfLine(asOf: string | undefined, language: Language): string {
  return `${reportWords.asOf[language]} ${asOf ? shanghaiTime(asOf) : reportWords.never[language]}`;
}

/** Two columns of figures, read downwards. */
function drawFigures(pdf: Pdf, metrics: Metrics, language: Language): void {
  const top = pdf.y;
  const width = (pdf.page.width - 2 * pdfMargin - 20) / 2;
  pdf.font('regular').fontSize(8.5);
  for (const [index, name] of metricNames.entries()) {
    const x = pdfMargin + Math.floor(index / figureRows) * (width + 20);
    const y = top + (index % figureRows) * tableLine;
    pdf.fillColor(ink.quiet).text(metricWords[name][language], x, y, { width: width - 60, lineBreak: false });
    pdf.fillColor(ink.text).text(numberOf(metrics[name]), x, y, { width, align: 'right', lineBreak: false });
  }
  pdf.x = pdfMargin;
  pdf.y = top + figureRows * tableLine;
}

function numberOf(value: number): string {
  return value.toLocaleString('en');
}
