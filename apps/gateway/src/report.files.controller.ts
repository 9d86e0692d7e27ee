import {
  dailyReports,
  DomainError,
  drilling,
  periodReports,
  reportFile,
  ReportFileInput,
  type ReportFormat,
  reporting,
  stations,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller, StreamableFile } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { byteOrderMark, csvLine } from './csv.js';
import { ServesFile } from './endpoint.js';
import { missing, onlyPublished } from './explain.js';
import type { Language } from './language.js';
import { type PublishedReport, publishedPdf } from './report.pdf.js';
import {
  breakdownTable,
  comparisonTable,
  daysTable,
  footerOf,
  publishedTable,
  type ReportTable,
} from './report.tables.js';
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
    zh: '合计、分列、逐日、同比与已发布的报告：表格文件，已发布的报告另有 PDF',
    en: 'Totals, breakdowns, days, comparisons and published reports as a sheet; published reports as PDF too',
  })
  async readFile(input: ReportFileInput, call: Call, language: Language): Promise<StreamableFile> {
    const { kind, region, format } = input;
    if (format === 'pdf') return this.readPdf(input, call, language);
    const { columns, rows, span } = await this.tableOf(input, call, language);
    const all = [...rows, ...footerOf(span, language)];
    const at = new Date(span.asOf ?? span.to);
    const body = format === 'csv' ? Buffer.from(csvOf(columns, all)) : bookOf(columns, all, language, at);
    const disposition = `attachment; filename="shunlu-${kind}-${region}-${span.to}.${format}"`;
    // Of a buffer or of a stream: each has a signature of its own.
    return Buffer.isBuffer(body)
      ? new StreamableFile(body, { type: mediaTypes[format], disposition })
      : new StreamableFile(body, { type: mediaTypes[format], disposition });
  }

  private async readPdf(input: ReportFileInput, call: Call, language: Language): Promise<StreamableFile> {
    const report = await this.publishedOf(input, call, language);
    const { name } = await this.rpc.call(stations.getRegion, { code: report.region }, call);
    const disposition = `attachment; filename="shunlu-${report.kind}-${input.region}-${report.to}.pdf"`;
    const body = await publishedPdf(report, name, language);
    return new StreamableFile(body, { type: mediaTypes.pdf, disposition });
  }

  /** @throws DomainError `request.invalid` of what is not published */
  private async publishedOf(
    { kind, region, day }: ReportFileInput,
    call: Call,
    language: Language,
  ): Promise<PublishedReport> {
    const asked = { region, ...(day !== undefined && { day }) };
    switch (kind) {
      case 'day': {
        const report = await this.rpc.call(dailyReports.get, asked, call);
        return { ...report, kind, from: report.day, to: report.day };
      }
      case 'week':
      case 'month':
      case 'year':
        return this.rpc.call(periodReports.get, { ...asked, kind }, call);
      default:
        throw new DomainError('request.invalid', {
          fields: [{ field: 'format', rules: [onlyPublished[language]] }],
        });
    }
  }

  private async tableOf(input: ReportFileInput, call: Call, language: Language): Promise<ReportTable> {
    const { kind, region, from, to } = input;
    const until = to === undefined ? {} : { to };
    switch (kind) {
      case 'breakdown': {
        const asked = { region, ...until, ...(from && { from }) };
        return breakdownTable(await this.rpc.call(reporting.getBreakdown, asked, call), language);
      }
      case 'days': {
        const asked = { region, from: needed(from, language), ...until };
        return daysTable(await this.rpc.call(drilling.days, asked, call), language);
      }
      case 'comparison': {
        const asked = { region, from: needed(from, language), ...until };
        return comparisonTable(await this.rpc.call(periodReports.compare, asked, call), language);
      }
      default:
        return publishedTable(await this.publishedOf(input, call, language), language);
    }
  }
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
