import { describe, expect, it } from '@jest/globals';
import { confirmationMethods, roles } from '#contracts';
import { closingCodeOf, digitsOf, isStriking, waysToConfirm, wayOf } from './confirming.js';
import { confirmationsNeeded, confirmedMinutes, mostMinutes } from './record.js';

describe('the ways of confirming', () => {
  it('are for those the table names, with a code of the right length and no other', () => {
    const codes = { none: undefined, four: '1234', eight: '12345678' };
    for (const method of confirmationMethods)
      for (const role of roles)
        for (const code of Object.values(codes)) {
          const { callers, codeDigits } = waysToConfirm[method];
          const isGood = callers.includes(role) && code?.length === codeDigits;
          if (isGood) expect(wayOf(role, method, code)).toBe(waysToConfirm[method]);
          else
            expect(() => wayOf(role, method, code)).toThrow(
              role === 'volunteer' && !callers.includes(role)
                ? 'record.selfConfirmation'
                : 'record.methodInvalid',
            );
        }
  });

  it('need two people where a resident is the volunteer’s own family', () => {
    expect([confirmationsNeeded('deviceVerified'), confirmationsNeeded('attested')]).toEqual([1, 2]);
    expect([confirmationsNeeded('deviceVerified', true), confirmationsNeeded('attested', true)]).toEqual([
      2, 2,
    ]);
  });

  it('give no more minutes than were counted, and none beyond the window', () => {
    const window = { windowStart: new Date(0), windowEnd: new Date(3_600_000) };
    expect(mostMinutes(45, window)).toBe(45);
    expect(mostMinutes(61, window)).toBe(60);
    expect(confirmedMinutes(45, undefined)).toBe(45);
    expect(confirmedMinutes(70, 60, 60)).toBe(60);
    expect(() => confirmedMinutes(70, undefined, 60)).toThrow('record.minutesInvalid');
    for (const stated of [0, 46]) expect(() => confirmedMinutes(45, stated)).toThrow('record.minutesInvalid');
  });
});

describe('codes', () => {
  it('have as many digits as they should, leading zeros included', () => {
    expect(digitsOf(Buffer.from([0, 0, 0, 7]), 4)).toBe('0007');
    expect(digitsOf(Buffer.from([255, 255, 255, 255]), 8)).toBe('94967295');
  });

  it('for the end are never those for the beginning', () => {
    const digest = Buffer.from([0, 0, 0x27, 0x0f]);
    expect(closingCodeOf(digest, '1234')).toBe('9999');
    expect(closingCodeOf(digest, '9999')).toBe('0000');
  });
});

describe('a pair', () => {
  const rule = { spanDays: 30, leastConfirmations: 10, leastPercent: 50 };
  it.each([
    [9, 9, false],
    [10, 10, true],
    [10, 20, true],
    [10, 21, false],
    [100, 150, true],
  ])('of %i confirmations out of %i is striking: %s', (between, ofAll, striking) => {
    expect(isStriking(between, ofAll, rule)).toBe(striking);
  });
});
