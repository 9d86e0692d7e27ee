import {
  dailyReports,
  DomainError,
  drilling,
  type PeriodKind,
  periodReports,
  ratioReports,
  reportFile,
  ReportFileInput,
  type ReportFormat,
  reporting,
  stations,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { yearBefore } from '#regions';
import { Controller, StreamableFile } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { byteOrderMark, csvLine } from './csv.js';
import { ServesFile } from './endpoint.js';
import { missing } from './explain.js';
import type { Language } from './language.js';
import { type Beside, reportPdf } from './report.pdf.js';
import { type FiledReport, footerOf, type PublishedReport, tableOf } from './report.tables.js';
import { reportWords } from './report.words.js';
import { shanghaiTime } from './statement.words.js';
import { type Cell, type Column, workbook } from './xlsx.js';

const mediaTypes: Record<ReportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** Reports as files, for whoever may read them. */
@Controller()
export class ReportFilesController {
  constructor(private readonly rpc: RpcClient) {}

  @ServesFile('/reports/file', reportFile, ['text/csv', mediaTypes.xlsx, mediaTypes.pdf], {
    zh: '合计、分列、逐日、同比与已发布的报告：表格文件，或带图的 PDF',
    en: 'Totals, breakdowns, days, comparisons and published reports as a sheet, or as PDF with charts',
  })
  async readFile(input: ReportFileInput, call: Call, language: Language): Promise<StreamableFile> {
    const { kind, region, format } = input;
    const filed = await this.reportOf(input, call, language);
    const { columns, rows, span } = tableOf(filed, language);
    const disposition = `attachment; filename="shunlu-${kind}-${region}-${span.to}.${format}"`;
    const options = { type: mediaTypes[format], disposition };
    if (format === 'pdf') return new StreamableFile(await this.pdfOf(filed, call, language), options);
    const all = [...rows, ...footerOf(span, language)];
    if (format === 'csv') return new StreamableFile(Buffer.from(csvOf(columns, all)), options);
    return new StreamableFile(bookOf(columns, all, language, new Date(span.asOf ?? span.to)), options);
  }

  private async reportOf(
    { kind, region, from, to, day }: ReportFileInput,
    call: Call,
    language: Language,
  ): Promise<FiledReport> {
    const until = to === undefined ? {} : { to };
    switch (kind) {
      case 'breakdown': {
        const asked = { region, ...until, ...(from && { from }) };
        return { kind, report: await this.rpc.call(reporting.getBreakdown, asked, call) };
      }
      case 'coverage': {
        const asked = { region, ...until };
        const [whole, parts] = await Promise.all([
          this.rpc.call(ratioReports.get, asked, call),
          this.rpc.call(ratioReports.ofParts, asked, call),
        ]);
        return { kind, report: { ...parts, whole: whole.ratios } };
      }
      case 'days': {
        const asked = { region, from: needed(from, language), ...until };
        return { kind, report: await this.rpc.call(drilling.days, asked, call) };
      }
      case 'comparison': {
        const asked = { region, from: needed(from, language), ...until };
        return { kind, report: await this.rpc.call(periodReports.compare, asked, call) };
      }
      default:
        return { kind, report: await this.publishedOf(kind, { region, ...(day && { day }) }, call) };
    }
  }

  private async publishedOf(
    kind: 'day' | PeriodKind,
    asked: { region: string; day?: string },
    call: Call,
  ): Promise<PublishedReport> {
    if (kind !== 'day') return this.rpc.call(periodReports.get, { ...asked, kind }, call);
    const report = await this.rpc.call(dailyReports.get, asked, call);
    return { ...report, from: report.day, to: report.day };
  }

  private async pdfOf(filed: FiledReport, call: Call, language: Language): Promise<Buffer> {
    const { name } = await this.rpc.call(stations.getRegion, { code: filed.report.region }, call);
    return reportPdf(filed, await this.besideOf(filed, call), name, language);
  }

  /** The days of a published period, and the one a year before: the week that has the same first day in it. */
  private async besideOf({ kind, report }: FiledReport, call: Call): Promise<Beside> {
    if (kind === 'breakdown' || kind === 'coverage' || kind === 'days' || kind === 'comparison') return {};
    const { region, from, to } = report;
    const [before, days] = await Promise.all([
      this.publishedOf(kind, { region, day: yearBefore(from) }, call).catch(unlessUnpublished),
      kind === 'day' ? undefined : this.rpc.call(drilling.days, { region, from, to }, call),
    ]);
    return { ...(before && { yearBefore: before }), ...(days && { days }) };
  }
}

function unlessUnpublished(error: unknown): undefined {
  if (!(error instanceof DomainError) || error.code !== 'report.notPublished') throw error;
}

/** @throws DomainError `request.invalid` */
function needed(from: string | undefined, language: Language): string {
  if (from !== undefined) return from;
  throw new DomainError('request.invalid', { fields: [{ field: 'from', rules: [missing[language]] }] });
}

function csvOf(columns: readonly Column[], rows: readonly Cell[][]): string {
  const lines = rows.map((cells) =>
    csvLine(cells.map((cell) => (cell instanceof Date ? shanghaiTime(cell.toISOString()) : cell))),
  );
  return byteOrderMark + csvLine(columns.map(({ title }) => title)) + lines.join('');
}

function bookOf(columns: readonly Column[], rows: Cell[][], language: Language, at: Date): Readable {
  async function* chunks() {
    yield await Promise.resolve(rows);
  }
  return workbook(reportWords.title[language], columns, chunks(), at);
}
