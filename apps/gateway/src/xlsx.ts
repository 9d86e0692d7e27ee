import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A cell: text, a number (shown with two decimals unless it is whole), or an instant shown in Asia/Shanghai. */
export type Cell = string | number | Date;

export interface Column {
  title: string;
  /** In characters. */
  width: number;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Styles of cells, by their place in `styles` below. */
const style = { plain: 0, header: 1, time: 2, number: 3, decimal: 4 } as const;

const fixedParts: Record<string, string> = {
  '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${contentType}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="12"/><name val="Microsoft YaHei"/></font><font><b/><sz val="12"/><name val="Microsoft YaHei"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

/**
 * A workbook of one sheet, made while it is read: it holds no more than one chunk of rows at a time. Text is
 * text, whatever it begins with: no cell is a formula.
 * @param chunks rows below the header, some at a time
 */
export function workbook(
  sheetName: string,
  columns: readonly Column[],
  chunks: AsyncIterable<Cell[][]>,
  at: Date,
): Readable {
  const zip = new ZipFile();
  const options = { mtime: at };
  const book = `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escapeXml(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  for (const [name, text] of Object.entries({ ...fixedParts, 'xl/workbook.xml': book }))
    zip.addBuffer(Buffer.from(declaration + text), name, options);
  const sheet = Readable.from(sheetOf(columns, chunks), { objectMode: false });
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml', options);
  zip.end();
  const output = zip.outputStream as Readable;
  // yazl does not listen to the streams it is given.
  for (const source of [zip, sheet]) source.on('error', (error: Error) => output.destroy(error));
  output.once('close', () => sheet.destroy());
  return output;
}

async function* sheetOf(columns: readonly Column[], chunks: AsyncIterable<Cell[][]>): AsyncGenerator<string> {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const titles = columns
    .map(({ title }, index) => textCell(`${letter(index)}1`, title, style.header))
    .join('');
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${titles}</row>`;
  let number = 1;
  for await (const rows of chunks) yield rows.map((cells) => rowOf(++number, cells)).join('');
  yield '</sheetData></worksheet>';
}

function rowOf(number: number, cells: readonly Cell[]): string {
  return `<row r="${number}">${cells.map((cell, index) => cellOf(`${letter(index)}${number}`, cell)).join('')}</row>`;
}

function cellOf(place: string, cell: Cell): string {
  if (typeof cell === 'string') return textCell(place, cell, style.plain);
  if (cell instanceof Date) return `<c r="${place}" s="${style.time}"><v>${serialOf(cell)}</v></c>`;
  const s = Number.isInteger(cell) ? style.number : style.decimal;
  return `<c r="${place}" s="${s}"><v>${cell}</v></c>`;
}

function textCell(place: string, text: string, s: number): string {
  return `<c r="${place}" s="${s}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

/** Of a column, from A: Z is followed by AA. */
function letter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}

/** Days since 1899-12-30 in Asia/Shanghai, as a sheet counts. */
function serialOf(instant: Date): number {
  return (instant.getTime() + 8 * 3_600_000) / 86_400_000 + 25_569;
}

/** Without the characters that XML 1.0 has no place for. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
