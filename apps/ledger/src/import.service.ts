import { createReadStream } from 'node:fs';
import { errorCatalogue, systemActor } from '#contracts';
import { type Clock, type Database, deterministicId, newTraceId, shanghaiDay, type Tx } from '#platform';
import { issuanceAccount, personalAccount } from './city.accounts.js';
import { type ImportFault, type ImportLine, LineReader } from './import.line.js';
import { linesOf } from './import.lines.js';
import type { Posting } from './posting.js';
import type { Asked, PostingService } from './posting.service.js';
import type { ToolOutput } from './tool.output.js';

const postedTogether = 500;
const notedLines = 100_000;

export interface ImportWish {
  file: string;
  cityCode: number;
  /** Name of the other time bank; with a line's id it makes the transfer's. */
  source: string;
  /** Otherwise everything is tried and nothing kept. */
  applies: boolean;
}

/** What became of a file. */
export interface ImportResult {
  lines: number;
  posted: number;
  /** Posted by an earlier run, or twice in the file. */
  known: number;
  refused: number;
  postedMinutes: number;
  applied: boolean;
}

interface Numbered {
  number: number;
  line: ImportLine;
}

/** Ends a transaction whose work was only tried. */
class NothingKept extends Error {
  constructor(readonly postings: Posting[]) {
    super('a dry run keeps nothing');
  }
}

/**
 * Brings balances and earnings of another time bank along. A line that cannot be taken is reported with its
 * number and reason, and the rest goes on. Ids follow from the source and the line's own id, so that a run that
 * was broken off is simply run again. Holds a few hundred lines at a time, however long the file.
 */
export class Importer {
  private readonly result: ImportResult;
  private readonly waiting: Numbered[] = [];

  constructor(
    private readonly database: Database,
    private readonly posting: PostingService,
    private readonly clock: Clock,
    private readonly wish: ImportWish,
    private readonly output: ToolOutput,
  ) {
    this.result = { lines: 0, posted: 0, known: 0, refused: 0, postedMinutes: 0, applied: wish.applies };
  }

  /** @throws Error where the file cannot be read, or its header names other columns */
  async run(): Promise<ImportResult> {
    let reader: LineReader | undefined;
    let number = 0;
    for await (const text of linesOf(createReadStream(this.wish.file))) {
      number++;
      if (!reader) reader = this.readerOf(text);
      else if (text.trim() !== '') await this.take(number, reader, text);
    }
    await this.flush();
    return this.result;
  }

  private readerOf(header: string): LineReader {
    const reader = LineReader.of(header, this.wish.cityCode, shanghaiDay(this.clock.now()));
    if (reader instanceof LineReader) return reader;
    const { field, reason } = reader;
    throw new Error(`${field}: ${reason.zh} / ${reason.en}`);
  }

  private async take(number: number, reader: LineReader, text: string): Promise<void> {
    this.result.lines++;
    const line = reader.read(text);
    if ('reason' in line) this.refuse(number, undefined, line);
    else if (this.waiting.push({ number, line }) === postedTogether) await this.flush();
    if (number % notedLines === 0) this.output.note(`${number}`);
  }

  private async flush(): Promise<void> {
    const batch = this.waiting.splice(0);
    if (batch.length === 0) return;
    const postings = await this.post(batch.map(({ line }) => line));
    postings.forEach((posting, index) => {
      const { number, line } = batch[index] as Numbered;
      this.count(number, line, posting);
    });
  }

  private async post(lines: readonly ImportLine[]): Promise<Posting[]> {
    const { cityCode, applies } = this.wish;
    const asked = lines.map((line) => this.askedFor(line));
    const owners = [...new Set(lines.map(({ ownerId }) => ownerId))].sort();
    const accounts = [
      issuanceAccount(cityCode),
      ...owners.map((ownerId) => personalAccount(cityCode, ownerId)),
    ];
    const work = async (tx: Tx) => {
      const postings = await this.posting.postInCity(tx, cityCode, asked, accounts);
      if (!applies) throw new NothingKept(postings);
      return postings;
    };
    try {
      return await this.database.transaction(work);
    } catch (error) {
      if (error instanceof NothingKept) return error.postings;
      throw error;
    }
  }

  private askedFor({ id, ownerId, kind, minutes, day, communityCode }: ImportLine): Asked {
    const { cityCode, source } = this.wish;
    const { id: actorId, role: actorRole } = systemActor('import');
    const effectiveAtMicros = day === undefined ? undefined : Date.parse(`${day}T00:00:00+08:00`) * 1000;
    return {
      request: {
        id: deterministicId('import', cityCode, source, id),
        debitAccountId: issuanceAccount(cityCode).id,
        creditAccountId: personalAccount(cityCode, ownerId).id,
        ...{ minutes, communityCode, actorRole, actorId },
        code: kind === 'earned' ? 'earn' : 'grant',
        reference: `import:${source}.${id}`,
        ...(effectiveAtMicros !== undefined && { effectiveAtMicros }),
      },
      traceId: newTraceId(),
    };
  }

  private count(number: number, line: ImportLine, posting: Posting): void {
    const { result } = this;
    if ('rejection' in posting) {
      const { title } = errorCatalogue[posting.rejection.code];
      this.refuse(number, line.id, { field: posting.rejection.code, reason: title });
    } else if (posting.isNew) {
      result.posted++;
      result.postedMinutes += line.minutes;
    } else result.known++;
  }

  /** Names the line by number and id, never what else stands in it. */
  private refuse(line: number, id: string | undefined, { field, reason }: ImportFault): void {
    this.result.refused++;
    this.output.result(JSON.stringify({ line, ...(id !== undefined && { id }), field, ...reason }));
  }
}
