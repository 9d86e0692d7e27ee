import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';
import { type RollLine, RollRefused } from './roll.js';

/** Unpacked sizes beyond which a workbook is a bomb or a mistake: a million lines need some 400 MB. */
const mostSheetBytes = 1024 ** 3;
const mostStringBytes = 256 * 1024 ** 2;
const mostCellsOfLine = 200;
const mostEntries = 1_000;
const damaged = '文件已损坏，无法解压：请重新导出 / the file is damaged: export it again';
const mostCellCharacters = 1_000;

/**
 * The lines of a workbook's first sheet (ECMA-376, SpreadsheetML), streamed; only its table of shared
 * strings is held. Numbers come as they are written in the file: an ID number that Excel took for a number
 * has lost its last digits and will be refused for its check character.
 * @throws RollRefused it is no workbook, or unpacks to too much
 */
export async function* readSheet(path: string): AsyncGenerator<RollLine> {
  const zip = await openZip(path);
  try {
    const entries = await readDirectory(zip);
    const sheet = entries.find(({ fileName }) => fileName === 'xl/worksheets/sheet1.xml');
    if (!sheet)
      throw new RollRefused('不是工作簿：请另存为 .xlsx 或 CSV / no workbook: save it as .xlsx or CSV');
    const strings = entries.find(({ fileName }) => fileName === 'xl/sharedStrings.xml');
    const shared = strings ? await readStrings(await openEntry(zip, strings, mostStringBytes)) : [];
    yield* readRows(await openEntry(zip, sheet, mostSheetBytes), shared);
  } finally {
    zip.close();
  }
}

async function openZip(path: string): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
  } catch {
    throw new RollRefused(damaged);
  }
}

async function readDirectory(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  const entries: yauzl.Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    if (entries.push(entry) > mostEntries) throw new RollRefused(damaged);
  }
  return entries;
}

/** Its declared size is held against what really comes out, by yauzl. */
async function openEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, mostBytes: number): Promise<Readable> {
  if (entry.uncompressedSize > mostBytes)
    throw new RollRefused(
      `解压后 ${Math.ceil(entry.uncompressedSize / 1024 ** 2)} MB，过大：请分成几个文件 / unpacks to too much: split it into several files`,
    );
  return zip.openReadStreamPromise(entry);
}

async function readStrings(stream: Readable): Promise<string[]> {
  const strings: string[] = [];
  let current = '';
  let isText = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    if (name === 'si') current = '';
    isText = name === 't';
  });
  parser.on('text', (text) => {
    if (isText) current += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'si') strings.push(current.slice(0, mostCellCharacters));
    isText = false;
  });
  for await (const text of textOf(stream)) wellFormed(() => parser.write(text));
  return strings;
}

async function* readRows(stream: Readable, shared: readonly string[]): AsyncGenerator<RollLine> {
  const reader = new RowReader(shared);
  for await (const text of textOf(stream)) yield* wellFormed(() => reader.take(text));
}

/** Turns the XML of a sheet into lines. */
class RowReader {
  private readonly parser = new SaxesParser();
  private ready: RollLine[] = [];
  private line = 0;
  private cells: string[] = [];
  private place = 0;
  private type = '';
  private value = '';
  private isValue = false;

  constructor(private readonly shared: readonly string[]) {
    this.parser.on('opentag', ({ name, attributes }) => this.open(name, attributes));
    this.parser.on('text', (text) => {
      if (this.isValue && this.value.length < mostCellCharacters) this.value += text;
    });
    this.parser.on('closetag', ({ name }) => this.close(name));
  }

  take(text: string): RollLine[] {
    this.parser.write(text);
    const lines = this.ready;
    this.ready = [];
    return lines;
  }

  private open(name: string, attributes: Record<string, string>): void {
    if (name === 'row') {
      this.line = Number(attributes['r'] ?? this.line + 1);
      this.cells = [];
      this.place = 0;
    } else if (name === 'c') {
      this.place = attributes['r'] ? columnOf(attributes['r']) : this.place + 1;
      this.type = attributes['t'] ?? 'n';
      this.value = '';
    }
    this.isValue = name === 'v' || name === 't';
  }

  private close(name: string): void {
    this.isValue = false;
    if (name === 'c' && this.place <= mostCellsOfLine) {
      const text = this.type === 's' ? (this.shared[Number(this.value)] ?? '') : this.value;
      while (this.cells.length < this.place - 1) this.cells.push('');
      this.cells[this.place - 1] = text;
    } else if (name === 'row' && this.cells.some((cell) => cell !== ''))
      this.ready.push({ line: this.line, cells: this.cells });
  }
}

function wellFormed<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw new RollRefused(damaged);
  }
}

async function* textOf(stream: Readable): AsyncGenerator<string> {
  stream.setEncoding('utf8');
  try {
    for await (const text of stream as AsyncIterable<string>) yield text;
  } catch {
    throw new RollRefused(damaged);
  }
}

/** `AB12` → 28 */
function columnOf(reference: string): number {
  let column = 0;
  for (const character of reference) {
    const letter = character.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column;
}
