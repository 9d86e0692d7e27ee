import { describe, expect, it } from '@jest/globals';
import { base32, codeAt, stepOf, stepOfCode } from './totp.js';

// Appendix B of RFC 6238, whose codes have eight digits; ours are the last six.
const secret = Buffer.from('12345678901234567890');

describe('codes of an authenticator', () => {
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('at %d s are those of RFC 6238', (seconds, eight) => {
    expect(codeAt(secret, stepOf(new Date(seconds * 1000)))).toBe(eight.slice(2));
  });

  it('count within a step before and after, and once', () => {
    const now = new Date('2026-03-02T01:00:10Z');
    const step = stepOf(now);
    for (const near of [step - 1, step, step + 1])
      expect(stepOfCode(secret, codeAt(secret, near), now, 0)).toBe(near);
    for (const distant of [step - 2, step + 2])
      expect(stepOfCode(secret, codeAt(secret, distant), now, 0)).toBeUndefined();
    expect(stepOfCode(secret, codeAt(secret, step), now, step)).toBeUndefined();
    expect(stepOfCode(secret, codeAt(secret, step - 1), now, step)).toBeUndefined();
    for (const nonsense of ['', '12345', 'abcdef', '1234567'])
      expect(stepOfCode(secret, nonsense, now, 0)).toBeUndefined();
  });

  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('base32 of %p is that of RFC 4648', (text, encoded) => expect(base32(Buffer.from(text))).toBe(encoded));
});
