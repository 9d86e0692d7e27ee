import { type DailyRevision, type MetricName, metricNames, type Metrics } from '#contracts';
import { endPdf, type Pdf, pdfMargin, startPdf } from '#platform';
import type { Language } from './language.js';
import type { Span } from './report.tables.js';
import { metricWords, reportKindWords, reportWords } from './report.words.js';
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
const grey = '#5b6770';
const blue = '#1f6fb2';
const line = { chart: 15, table: 12.5 };
const labelWidth = 190;

/** A published report: what it is of, and every revision, the newest first. */
export interface PublishedReport extends Span {
  region: string;
  kind: keyof typeof reportKindWords;
  revisions: DailyRevision[];
}

/**
 * A published report on paper, A4: a chart, every figure of the newest revision, and what became of it. The same
 * report is the same file.
 * @param name of the division
 */
export async function publishedPdf(
  report: PublishedReport,
  name: string,
  language: Language,
): Promise<Buffer> {
  const [newest] = report.revisions;
  if (!newest) throw new Error('a published report without a revision');
  const title = `${name} · ${reportKindWords[report.kind][language]}`;
  const pdf = await startPdf({ title, language, at: new Date(newest.publishedAt) });
  pdf.font('bold').fontSize(18).fillColor('black').text(title);
  pdf.font('regular').fontSize(9).fillColor(grey);
  pdf.text(`${reportWords.days[language]} ${report.from ?? ''}–${report.to} · ${report.region}`);
  pdf.text(saidOf(newest, language));
  pdf.moveDown();
  drawChart(pdf, newest.metrics, language);
  pdf.moveDown();
  drawFigures(pdf, newest.metrics, language);
  pdf.moveDown().font('bold').fontSize(10).fillColor('black').text(reportWords.revisions[language]);
  pdf.font('regular').fontSize(9);
  for (const revision of report.revisions) pdf.fillColor(grey).text(saidOf(revision, language));
  return endPdf(pdf);
}

function saidOf({ revision, publishedAt, reason }: DailyRevision, language: Language): string {
  const at = `${reportWords.publishedAt[language]} ${shanghaiTime(publishedAt)}`;
  const why = reason === undefined ? [] : [`${reportWords.reason[language]}: ${reason}`];
  return [`${reportWords.revision[language]} ${revision}`, at, ...why].join('　');
}

/** Bars from one line to the right, as long as their figures; each says its figure too. */
function drawChart(pdf: Pdf, metrics: Metrics, language: Language): void {
  const most = Math.max(1, ...charted.map((name) => metrics[name]));
  const room = pdf.page.width - 2 * pdfMargin - labelWidth - 70;
  const left = pdfMargin + labelWidth;
  pdf.fontSize(9);
  for (const name of charted) {
    const { y } = pdf;
    const length = (metrics[name] / most) * room;
    pdf
      .fillColor('black')
      .text(metricWords[name][language], pdfMargin, y, { width: labelWidth - 8, lineBreak: false });
    if (length > 0) pdf.rect(left, y + 1, length, line.chart - 5).fill(blue);
    pdf.fillColor('black').text(numberOf(metrics[name]), left + length + 5, y, { lineBreak: false });
    pdf.y = y + line.chart;
  }
  pdf.x = pdfMargin;
}

/** Two columns of figures, read downwards. */
function drawFigures(pdf: Pdf, metrics: Metrics, language: Language): void {
  const top = pdf.y;
  const rows = Math.ceil(metricNames.length / 2);
  const width = (pdf.page.width - 2 * pdfMargin - 20) / 2;
  pdf.fontSize(8.5);
  for (const [index, name] of metricNames.entries()) {
    const x = pdfMargin + Math.floor(index / rows) * (width + 20);
    const y = top + (index % rows) * line.table;
    pdf.fillColor(grey).text(metricWords[name][language], x, y, { width: width - 60, lineBreak: false });
    pdf.fillColor('black').text(numberOf(metrics[name]), x, y, { width, align: 'right', lineBreak: false });
  }
  pdf.x = pdfMargin;
  pdf.y = top + rows * line.table;
}

function numberOf(value: number): string {
  return value.toLocaleString('en');
}
