import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from './project.js';

/** A PDF that is being drawn, until {@link endPdf}. */
export type Pdf = PDFKit.PDFDocument;

/** Noto Sans SC: every character of GB 2312 and most of GB 18030. Only what is drawn is embedded. */
const fontFiles = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
};
export type PdfFont = keyof typeof fontFiles;

/** Of every side, points. */
export const pdfMargin = 56;

export interface PdfOptions {
  title: string;
  language: 'zh' | 'en';
  /** When it is made: the same content at the same time is the same file. */
  at: Date;
  isLandscape?: boolean;
}

/**
 * An A4 document with its first page. `pdf.font('regular')` and `pdf.font('bold')` are Chinese fonts, `regular` is
 * chosen. Lengths are points from the top left corner.
 */
export async function startPdf({ title, language, at, isLandscape = false }: PdfOptions): Promise<Pdf> {
  // Loaded when the first is drawn: most services never draw any.
  const { default: PdfDocument } = await import('pdfkit');
  const pdf = new PdfDocument({
    ...{ size: 'A4', layout: isLandscape ? 'landscape' : 'portrait', margin: pdfMargin },
    ...{ lang: language === 'zh' ? 'zh-CN' : 'en', displayTitle: true },
    info: { Title: title, Creator: 'Shunlu', CreationDate: at, ModDate: at },
  });
  const packages = createRequire(join(projectRoot, 'package.json'));
  for (const [name, file] of Object.entries(fontFiles))
    pdf.registerFont(name, await readFile(packages.resolve(file)));
  return pdf.font('regular');
}

/** The whole file. */
export async function endPdf(pdf: Pdf): Promise<Buffer> {
  pdf.end();
  const chunks: Buffer[] = [];
  for await (const chunk of pdf) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
