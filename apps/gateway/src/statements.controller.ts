import {
  DomainError,
  evidence,
  type Receipt,
  StatementFileInput,
  type StatementFormat,
  type StatementLine,
  statements,
  volunteers,
} from '#contracts';
import { type Call, RpcClient, shanghaiDay } from '#platform';
import { Controller, Header, StreamableFile } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { type FileContract, ServesFile } from './endpoint.js';
import type { Language } from './language.js';
import { Statement } from './statement.js';
import { statementPage, type StatementPerson, statementPolicy } from './statement.page.js';
import { statementCsv, statementXlsx } from './statement.sheets.js';
import { statementWords } from './statement.words.js';

const mediaTypes: Record<StatementFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
};

const { errors, callers, reach } = statements.readStretch;
const statementFile: FileContract<StatementFileInput> = {
  input: StatementFileInput,
  errors,
  callers,
  reach,
};

/** What another answers, or nothing where it may not or cannot: a statement is none the worse for it. */
async function ifAllowed<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

/** Statements as files, made while they are sent. */
@Controller()
export class StatementsController {
  constructor(private readonly rpc: RpcClient) {}

  @ServesFile(
    '/accounts/{ownerId}/statement/file',
    statementFile,
    Object.values(mediaTypes).map((mediaType) => mediaType.split(';')[0] as string),
    {
      zh: '时间积分明细文件：表格或打印页',
      en: 'Statement of time credits as a file: a sheet, or a page to print',
    },
  )
  @Header('content-security-policy', `${statementPolicy}; frame-ancestors 'none'`)
  async readFile(input: StatementFileInput, call: Call, language: Language): Promise<StreamableFile> {
    const { format, language: printed = language, ...span } = input;
    const statement = await Statement.open(this.rpc, span, call);
    const stream = await this.streamOf(format, statement, call, printed);
    // No name of a person, in the file's name neither.
    const name = `shunlu-statement-${shanghaiDay(new Date(statement.first.asOf))}.${format}`;
    const disposition = `${format === 'html' ? 'inline' : 'attachment'}; filename="${name}"`;
    return new StreamableFile(stream, { type: mediaTypes[format], disposition });
  }

  private async streamOf(
    format: StatementFormat,
    statement: Statement,
    call: Call,
    language: Language,
  ): Promise<Readable> {
    const words = statementWords[language];
    if (format === 'csv') return statementCsv(statement, words);
    if (format === 'xlsx') return statementXlsx(statement, words);
    const person = await this.personOf(statement.span.ownerId, call);
    return statementPage(statement, words, { person, prove: (line) => this.prove(line, call) });
  }

  private async personOf(id: string, call: Call): Promise<StatementPerson | undefined> {
    if (!volunteers.get.callers.includes(call.actor.role)) return undefined;
    return ifAllowed(this.rpc.call(volunteers.get, { id }, call));
  }

  /** Only owners get receipts. */
  private async prove({ transferId }: StatementLine, call: Call): Promise<Receipt | undefined> {
    if (!evidence.proveTransfer.callers.includes(call.actor.role)) return undefined;
    return ifAllowed(this.rpc.call(evidence.proveTransfer, { id: transferId }, call));
  }
}
