import { describe, expect, it } from '@jest/globals';
import { certificateSteps, DomainError } from '#contracts';
import {
  assertPeriod,
  certificateMoves,
  type CertificateMove,
  checkCode,
  moveCertificate,
  noticeAfter,
  stateAt,
} from './certificate.js';

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'done';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

describe('a certificate', () => {
  it('moves as the table says, and no other way', () => {
    const allowed = certificateSteps.flatMap((state) =>
      (Object.keys(certificateMoves) as CertificateMove[])
        .filter((move) => codeOf(() => moveCertificate(state, move)) === 'done')
        .map((move) => `${state} ${move} ${moveCertificate(state, move)}`),
    );
    expect(allowed).toEqual([
      'requested accept accepted',
      'requested withdraw revoked',
      'requested revoke revoked',
      'accepted issue issued',
      'accepted withdraw revoked',
      'accepted revoke revoked',
      'issued revoke revoked',
    ]);
    expect(codeOf(() => moveCertificate('revoked', 'issue'))).toBe('certificate.stateConflict');
  });

  it.each([
    // Late in the evening in Shanghai is the afternoon in UTC; after midnight it is the next day.
    ['2026-03-02T15:59:59Z', '2026-03-02T16:00:00.000Z', '2026-03-09T16:00:00.000Z'],
    ['2026-03-02T16:00:00Z', '2026-03-03T16:00:00.000Z', '2026-03-10T16:00:00.000Z'],
    ['2024-02-28T01:00:00Z', '2024-02-28T16:00:00.000Z', '2024-03-06T16:00:00.000Z'],
  ])('issued at %s is in notice from %s for seven whole days', (issuedAt, noticeFrom, effectiveFrom) => {
    const notice = noticeAfter(new Date(issuedAt), 7);
    expect(notice).toEqual({ noticeFrom: new Date(noticeFrom), effectiveFrom: new Date(effectiveFrom) });
  });

  it('passes through its notice by itself, unless it is revoked', () => {
    const notice = noticeAfter(new Date('2026-03-02T01:00:00Z'), 7);
    const at = (instant: string, state: 'issued' | 'revoked' = 'issued') =>
      stateAt({ state, ...notice }, new Date(instant));
    expect(at('2026-03-02T15:59:59.999Z')).toBe('issued');
    expect(at('2026-03-02T16:00:00Z')).toBe('inNotice');
    expect(at('2026-03-09T15:59:59.999Z')).toBe('inNotice');
    expect(at('2026-03-09T16:00:00Z')).toBe('effective');
    expect(at('2026-03-09T16:00:00Z', 'revoked')).toBe('revoked');
    const unissued = { noticeFrom: null, effectiveFrom: null };
    expect(stateAt({ state: 'accepted', ...unissued }, new Date())).toBe('accepted');
  });

  it.each([
    ['2026-01-01', '2026-03-02', 'done'],
    ['2026-03-02', '2026-03-02', 'done'],
    ['1990-01-01', '2026-03-01', 'done'],
    ['1989-12-31', '2026-03-01', 'certificate.periodInvalid'],
    ['2026-03-01', '2026-02-28', 'certificate.periodInvalid'],
    ['2026-03-01', '2026-03-03', 'certificate.periodInvalid'],
  ])('of %s to %s, asked for on 2 March 2026: %s', (from, to, expected) => {
    expect(codeOf(() => assertPeriod(from, to, '2026-03-02'))).toBe(expected);
  });
});

describe('a check code', () => {
  it('has twelve signs that nobody confuses', () => {
    const all = Uint8Array.from({ length: 256 }, (_, i) => i);
    const codes = Array.from({ length: 21 }, (_, i) => checkCode(all.subarray(i * 12)));
    expect(new Set(codes.join('')).size).toBe(32);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
  });
});
