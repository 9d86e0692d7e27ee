import { type Pdf, pdfMargin } from '#platform';

/** What charts and the text around them are drawn in; no two are told apart by their colour alone. */
export const ink = { text: 'black', quiet: '#5b6770', strong: '#1f6fb2', pale: '#a9bccb', line: '#8a949c' };
const fills = [ink.strong, ink.pale];

const bar = { line: 15, thickness: 10, labelWidth: 190, saidWidth: 100 };
const column = { height: 58, gap: 24, titleSize: 8, markSize: 7, below: 16 };

/** A line of a chart of bars: a bar for each value, the first on top. */
export interface BarLine {
  label: string;
  values: readonly number[];
  /** Beside the bars: the figures themselves. */
  said: string;
}

/** Columns from left to right, each a day or a month, in layers one upon the other. */
export interface ColumnChart {
  title: string;
  /** What stands below the first column, below all of them, and below the last. */
  marks: readonly [first: string, all: string, last: string];
  layers: readonly (readonly number[])[];
}

/** A new page where less than `height` points are left on this one; answers whether it is new. */
export function keepRoom(pdf: Pdf, height: number): boolean {
  const isFull = pdf.y + height > pdf.page.height - pdfMargin;
  if (isFull) pdf.addPage();
  return isFull;
}

/** A heading and, where several things are shown in one chart, what is what. */
export function drawHeading(pdf: Pdf, text: string, legend: readonly string[] = []): void {
  keepRoom(pdf, 60);
  pdf.moveDown(0.6).font('bold').fontSize(10).fillColor(ink.text).text(text, pdfMargin);
  pdf.font('regular').fontSize(8);
  let x = pdfMargin;
  const { y } = pdf;
  for (const [place, name] of legend.entries()) {
    pdf.rect(x, y + 3, 8, 6).fill(fills[place] ?? ink.strong);
    pdf.fillColor(ink.quiet).text(name, x + 12, y, { lineBreak: false });
    x += 12 + pdf.widthOfString(name) + 16;
  }
  pdf.x = pdfMargin;
  pdf.y = y + (legend.length > 0 ? 14 : 2);
}

/** Bars from one line to the right, as long as their values beside the greatest of them all. */
export function drawBars(pdf: Pdf, lines: readonly BarLine[]): void {
  const most = Math.max(1, ...lines.flatMap(({ values }) => values));
  const left = pdfMargin + bar.labelWidth;
  const room = pdf.page.width - pdfMargin - left - bar.saidWidth;
  pdf.font('regular').fontSize(9);
  for (const { label, values, said } of lines) {
    keepRoom(pdf, bar.line);
    const { y } = pdf;
    const oneLine = { lineBreak: false, ellipsis: true, height: bar.line };
    pdf.fillColor(ink.text).text(label, pdfMargin, y, { ...oneLine, width: bar.labelWidth - 8 });
    const thickness = bar.thickness / values.length;
    const lengths = values.map((value) => (Math.max(0, value) / most) * room);
    for (const [place, length] of lengths.entries())
      if (length > 0)
        pdf.rect(left, y + 1 + place * thickness, length, thickness).fill(fills[place] ?? ink.strong);
    pdf.fillColor(ink.text).text(said, left + Math.max(...lengths) + 5, y, { lineBreak: false });
    pdf.y = y + bar.line;
  }
  pdf.x = pdfMargin;
}

/** Two charts beside each other, row by row. Each has a scale of its own: its greatest column is as high as the chart. */
export function drawColumns(pdf: Pdf, charts: readonly ColumnChart[]): void {
  const width = (pdf.page.width - 2 * pdfMargin - column.gap) / 2;
  const height = column.titleSize * 1.6 + column.height + column.below;
  for (let first = 0; first < charts.length; first += 2) {
    keepRoom(pdf, height);
    const top = pdf.y;
    for (const [place, chart] of charts.slice(first, first + 2).entries())
      drawColumnChart(pdf, chart, { left: pdfMargin + place * (width + column.gap), top, width });
    pdf.x = pdfMargin;
    pdf.y = top + height;
  }
}

function drawColumnChart(
  pdf: Pdf,
  { title, marks, layers }: ColumnChart,
  { left, top, width }: { left: number; top: number; width: number },
): void {
  const count = layers[0]?.length ?? 0;
  const heightOf = (place: number) => layers.reduce((sum, layer) => sum + (layer[place] ?? 0), 0);
  const most = Math.max(1, ...Array.from({ length: count }, (_, place) => heightOf(place)));
  pdf.font('regular').fontSize(column.titleSize).fillColor(ink.text);
  pdf.text(title, left, top, { width, lineBreak: false, ellipsis: true, height: column.titleSize * 1.5 });
  const floor = top + column.titleSize * 1.6 + column.height;
  const step = width / Math.max(1, count);
  for (let place = 0; place < count; place++) {
    let y = floor;
    for (const [layer, values] of layers.entries()) {
      const length = (Math.max(0, values[place] ?? 0) / most) * column.height;
      if (length > 0)
        pdf.rect(left + place * step, (y -= length), step * 0.8, length).fill(fills[layer] ?? ink.strong);
    }
  }
  pdf.moveTo(left, floor).lineTo(left + width, floor);
  pdf.lineWidth(0.5).stroke(ink.line);
  pdf.fontSize(column.markSize).fillColor(ink.quiet);
  for (const [place, align] of (['left', 'center', 'right'] as const).entries())
    pdf.text(marks[place] ?? '', left, floor + 2, { width, align, lineBreak: false });
}

/** Rows of text, the first cell to the left, the others to the right and equally wide; each page has the head. */
export function drawTable(
  pdf: Pdf,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  firstWidth: number,
): void {
  const line = 12.5;
  const width = (pdf.page.width - 2 * pdfMargin - firstWidth) / Math.max(1, head.length - 1);
  const draw = (cells: readonly string[], font: 'regular' | 'bold') => {
    const { y } = pdf;
    pdf.font(font).fontSize(8.5);
    for (const [place, text] of cells.entries()) {
      const x = place === 0 ? pdfMargin : pdfMargin + firstWidth + (place - 1) * width;
      const cell = { lineBreak: false, ellipsis: true, height: line };
      pdf.fillColor(place === 0 ? ink.quiet : ink.text);
      pdf.text(
        text,
        x,
        y,
        place === 0 ? { ...cell, width: firstWidth - 6 } : { ...cell, width, align: 'right' },
      );
    }
    pdf.y = y + line;
  };
  draw(head, 'bold');
  for (const cells of rows) {
    if (keepRoom(pdf, line)) draw(head, 'bold');
    draw(cells, 'regular');
  }
  pdf.x = pdfMargin;
}
