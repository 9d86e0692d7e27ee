import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { parse } from 'csv-parse';
import type { RollLine } from './roll.js';
import { readSheet } from './roll.sheet.js';

const longestLineBytes = 64 * 1024;

/**
 * The lines of a roll, one after the other: a workbook (XLSX), or CSV in UTF-8 or GB18030. Nothing is held
 * but the line at hand. A line that cannot be read is told, and the rest goes on.
 * @throws RollRefused (roll.ts) the file as a whole cannot be taken
 */
export async function* readRoll(path: string): AsyncGenerator<RollLine> {
  yield* (await isZip(path)) ? readSheet(path) : readCsv(path);
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('latin1') === 'PK\x03\x04';
  } finally {
    await file.close();
  }
}

/**
 * Commas, quotes and line ends never are part of a character of UTF-8 or GB18030, so the file is cut in
 * bytes and each cell is decoded on its own.
 */
async function* readCsv(path: string): AsyncGenerator<RollLine> {
  const parser = createReadStream(path).pipe(
    parse({
      bom: true,
      encoding: null,
      info: true,
      max_record_size: longestLineBytes,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
    }),
  );
  const unreadable: number[] = [];
  parser.on('skip', (error: { lines?: number }) => unreadable.push(error.lines ?? 0));
  const text = new CellText();
  for await (const { record, info } of parser as AsyncIterable<{
    record: (Buffer | string)[];
    info: { lines: number };
  }>) {
    while (unreadable.length > 0) yield { line: unreadable.shift() ?? 0, fault: 'roll.lineUnreadable' };
    const cells = record.map((bytes) => text.read(bytes));
    if (cells.every((cell) => cell !== undefined)) yield { line: info.lines, cells };
    else yield { line: info.lines, fault: 'roll.encoding' };
  }
  for (const line of unreadable) yield { line, fault: 'roll.lineUnreadable' };
}

/** Decodes cells; the first that is not ASCII says which encoding the file is in. */
class CellText {
  private decoder: InstanceType<typeof TextDecoder> | undefined;

  /** Undefined where the bytes are no text of the file's encoding. */
  read(bytes: Buffer | string): string | undefined {
    // A byte order mark has told the parser that it is UTF-8.
    if (typeof bytes === 'string') return bytes.includes('\ufffd') ? undefined : bytes;
    if (bytes.every((byte) => byte < 0x80)) return bytes.toString('latin1');
    this.decoder ??= new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030', { fatal: true });
    try {
      return this.decoder.decode(bytes);
    } catch {
      return undefined;
    }
  }
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
