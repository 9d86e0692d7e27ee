import type { Pdf } from '#platform';
import encodeQr from 'qr';

/** Where something is drawn, points. */
interface Square {
  x: number;
  y: number;
  size: number;
}

/** A QR code (ISO/IEC 18004, 15 % of it may be damaged) as squares, with its four modules of white around. */
export function drawQr(pdf: Pdf, text: string, { x, y, size }: Square): void {
  const rows = encodeQr(text, 'raw', { ecc: 'medium', border: 4 });
  const side = size / rows.length;
  rows.forEach((row, line) =>
    row.forEach((isDark, column) => {
      if (isDark) pdf.rect(x + column * side, y + line * side, side, side);
    }),
  );
  pdf.fill('black');
}
