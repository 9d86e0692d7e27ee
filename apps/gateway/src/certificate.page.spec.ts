import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CertificateDocument } from '#contracts';
import { readPdf, type ReadPdf } from '#testing';
import { certificatePdf, rowsOf } from './certificate.page.js';

const document: CertificateDocument = {
  certificate: {
    ...{ id: '0197f2a0-0000-7000-8000-000000000001', volunteerId: '0197f2a0-0000-7000-8000-000000000002' },
    ...{ name: '欧***远', communityCode: '120116014001', from: '2025-01-01', to: '2026-03-01' },
    ...{ state: 'inNotice', requestedAt: '2026-03-02T01:00:00.000Z', acceptedAt: '2026-03-02T02:00:00.000Z' },
    ...{ number: 'ZM120116202600000015', serviceMinutes: 6_045, issuedAt: '2026-03-02T15:59:00.000Z' },
    ...{ noticeFrom: '2026-03-02T16:00:00.000Z', effectiveFrom: '2026-03-09T16:00:00.000Z' },
  },
  ...{ name: '欧阳示例䶮', idNumber: '129999198001010017', volunteerNumber: '120116202600000015' },
  services: [
    { type: 'medicine', services: 80, serviceMinutes: 6_000 },
    { type: 'groceries', services: 1, serviceMinutes: 45 },
  ],
  ...{ issuerName: '泰达街道社会工作服务站', contact: '022-00000001' },
  ...{ personInCharge: '示例社工', handler: '示例主任', checkCode: '0123456789AB', credential: 'a.b.c' },
};
const publicUrl = 'https://shunlu.example/';

describe('a certificate on paper', () => {
  let file: Buffer;
  let read: ReadPdf;
  beforeAll(async () => {
    file = await certificatePdf(document, publicUrl);
    read = readPdf(file);
  });

  it('is one page that says all it must, in characters that can be copied', () => {
    expect(read.pages).toBe(1);
    const text = read.text.replaceAll(/\s/g, '');
    for (const [label, value] of rowsOf(document)) {
      expect(text).toContain(label.replaceAll(/\s/g, ''));
      expect(text).toContain(value.replaceAll(/\s/g, ''));
    }
    expect(text).toContain('志愿服务记录证明');
    expect(text).toContain('100小时h45分min');
    expect(text).toContain('公示Publicnotice2026-03-03–2026-03-09');
    // A glyph that the font lacks would stand for nothing.
    expect(text).not.toContain('\ufffd');
    expect(text).not.toContain('\0');
  });

  it('carries a subset of its fonts, and no more', () => {
    expect(read.fonts).toHaveLength(2);
    for (const font of read.fonts) expect(font).toMatch(/^[A-Z]{6}\+NotoSansSC-/);
    expect(file.length).toBeLessThan(200_000);
  });

  it('has a QR code that leads to the check page', () => {
    expect(read.qr).toBe('https://shunlu.example/verify/certificate#ZM120116202600000015.0123456789AB');
  });

  it('is the same file again', async () => {
    expect(await certificatePdf(document, publicUrl)).toEqual(file);
  });
});
