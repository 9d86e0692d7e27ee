import { inflateSync } from 'node:zlib';
import jsqr from 'jsqr';

/** What a reader gets out of a PDF of ours, read by the format alone (ISO 32000-2). */
export interface ReadPdf {
  pages: number;
  /** All text in the order it was drawn, by the embedded fonts' own tables. */
  text: string;
  /** Names of embedded fonts, with the tag that marks a subset. */
  fonts: string[];
  /** What the QR code of the first page says; undefined where none can be read. */
  qr: string | undefined;
  /** Rectangles in the order they were drawn, points. */
  rectangles: Rectangle[];
}

type Rectangle = [x: number, y: number, width: number, height: number];

export function readPdf(file: Buffer): ReadPdf {
  const objects = objectsOf(file);
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
  const contents = pages.map(({ head }) => plain(objects, reference(head, 'Contents')));
  const fonts = new Map(
    pages.flatMap(({ head }) => {
      const resources = objects.get(reference(head, 'Resources') ?? 0)?.head ?? head;
      return [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => {
        const font = objects.get(Number(id))?.head ?? '';
        return [name, signsOf(plain(objects, reference(font, 'ToUnicode')))] as const;
      });
    }),
  );
  const descriptors = [...objects.values()].filter(({ head }) => /\/FontFile[23]? /.test(head));
  return {
    pages: pages.length,
    text: contents.map((content) => textOf(content, fonts)).join('\n'),
    fonts: descriptors.map(({ head }) => /\/FontName \/(\S+)/.exec(head)?.[1] ?? ''),
    qr: qrIn(contents[0] ?? ''),
    rectangles: contents.flatMap(rectanglesIn),
  };
}

interface PdfObject {
  head: string;
  stream?: Buffer;
}

function objectsOf(file: Buffer): Map<number, PdfObject> {
  const found = new Map<number, PdfObject>();
  for (const match of file.toString('latin1').matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, id, body = ''] = match;
    const [head = '', ...rest] = body.split('\nstream\n');
    const stream = rest.join('\nstream\n').replace(/\nendstream$/, '');
    found.set(Number(id), { head, ...(rest.length > 0 && { stream: Buffer.from(stream, 'latin1') }) });
  }
  return found;
}

function reference(head: string, key: string): number | undefined {
  const id = new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1];
  return id === undefined ? undefined : Number(id);
}

function plain(objects: Map<number, PdfObject>, id: number | undefined): string {
  const { head = '', stream } = objects.get(id ?? 0) ?? {};
  if (!stream) return '';
  return (head.includes('/FlateDecode') ? inflateSync(stream) : stream).toString('latin1');
}

/** Glyph → what it stands for. */
function signsOf(table: string): Map<number, string> {
  const signs = new Map<number, string>();
  for (const [, first = '', , list = ''] of table.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi))
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, units = ''], place) => {
      const hex = units.replaceAll(' ', '');
      signs.set(Number.parseInt(first, 16) + place, Buffer.from(hex, 'hex').swap16().toString('utf16le'));
    });
  return signs;
}

function textOf(content: string, fonts: Map<string, Map<number, string>>): string {
  let signs: Map<number, string> | undefined;
  let text = '';
  for (const [token, font, glyphs = ''] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>|\bET\b/gi)) {
    if (token === 'ET') text += '\n';
    else if (font !== undefined) signs = fonts.get(font);
    else
      for (const [glyph] of glyphs.matchAll(/.{4}/g))
        text += signs?.get(Number.parseInt(glyph, 16)) ?? '\ufffd';
  }
  return text;
}

function rectanglesIn(content: string): Rectangle[] {
  return [...content.matchAll(/(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) re/g)].map(
    (match) => match.slice(1).map(Number) as Rectangle,
  );
}

const modulePixels = 4;
const quietModules = 4;

/** Squares of one size are the dark modules: drawn as pixels and read by a decoder that shares no code with us. */
function qrIn(content: string): string | undefined {
  const squares = rectanglesIn(content).filter(([, , width, height]) => width === height);
  const [left, top] = [0, 1].map((axis) => Math.min(...squares.map((square) => square[axis] ?? 0)));
  const side = squares[0]?.[2];
  if (side === undefined || left === undefined || top === undefined) return undefined;
  const places = squares.map(
    ([x, y]) => [Math.round((x - left) / side), Math.round((y - top) / side)] as const,
  );
  const modules = Math.max(...places.flat()) + 1 + 2 * quietModules;
  const width = modules * modulePixels;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [column, row] of places)
    for (let dot = 0; dot < modulePixels ** 2; dot++) {
      const x = (column + quietModules) * modulePixels + (dot % modulePixels);
      const y = (row + quietModules) * modulePixels + Math.floor(dot / modulePixels);
      pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  return jsqr.default(pixels, width, width)?.data;
}
