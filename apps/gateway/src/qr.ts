import type { Pdf } from '#platform';
import encodeQr from 'qr';

/** Where something is drawn, points. */
interface Square {
  x: number;
  y: number;
  size: number;
}

const form = { ecc: 'medium', border: 4 } as const;

/** A QR code as a GIF that every phone shows, eight pixels a module. */
export const qrPicture = (text: string): Buffer => Buffer.from(encodeQr(text, 'gif', { ...form, scale: 8 }));

/** A QR code (ISO/IEC 18004, 15 % of it may be damaged) as squares, with its four modules of white around. */
export function drawQr(pdf: Pdf, text: string, { x, y, size }: Square): void {
  const rows = encodeQr(text, 'raw', form);
  const side = size / rows.length;
  rows.forEach((row, line) =>
    row.forEach((isDark, column) => {
      if (isDark) pdf.rect(x + column * side, y + line * side, side, side);
    }),
  );
  pdf.fill('black');
}
