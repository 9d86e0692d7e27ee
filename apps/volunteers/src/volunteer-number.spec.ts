import { describe, expect, it } from '@jest/globals';
import { luhnDigit, volunteerNumber } from './volunteer-number.js';

describe('volunteer numbers', () => {
  it.each([
    ['7992739871', 3],
    ['453201511283036', 6],
    ['0', 0],
  ])('the Luhn digit of %s is %i', (digits, digit) => expect(luhnDigit(digits)).toBe(digit));

  it('carry district, year, sequence and digit', () => {
    const number = volunteerNumber(120116, 2026, 1);
    expect(number.slice(0, 17)).toBe('12011620260000001');
    expect(number).toHaveLength(18);
    expect(luhnDigit(number.slice(0, 17))).toBe(Number(number[17]));
  });

  it('end after ten million a district and year', () => {
    expect(volunteerNumber(120116, 2026, 9_999_999)).toHaveLength(18);
    expect(() => volunteerNumber(120116, 2026, 10_000_000)).toThrow(RangeError);
  });
});
