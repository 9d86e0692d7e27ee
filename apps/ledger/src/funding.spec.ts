import { describe, expect, it } from '@jest/globals';
import { cityMinutes, fund, type Funding, type FundingState, unfunded } from './funding.js';

const state = (changes: Partial<FundingState> = {}): FundingState => ({
  ...{ slotMinutes: 60, wholeMinutes: 1, openSlots: [1, 0], payer: { closed: false, availableMinutes: 0 } },
  ...changes,
});
const paid = (creditedMinutes: number, chargedMinutes: number): Funding => ({
  slot: 0,
  creditedMinutes,
  chargedMinutes,
});

describe('who funds a service', () => {
  const payer = (availableMinutes: number, closed = false) => ({ payer: { closed, availableMinutes } });
  const cases: [string, Funding, number, Partial<FundingState>, Funding, city: number][] = [
    ['the lowest hold, as far as it goes', unfunded, 45, {}, paid(45, 45), 0],
    ['the city what is above', unfunded, 75, {}, paid(75, 60), 15],
    ['the city where nothing is held', unfunded, 45, { openSlots: [] }, { ...paid(45, 0), slot: null }, 45],
    ['nobody what is nothing', unfunded, 0, {}, unfunded, 0],
    [
      'whole units, the city the rest',
      unfunded,
      75,
      { slotMinutes: 120, wholeMinutes: 60 },
      paid(75, 60),
      15,
    ],
    ['less after a correction', paid(45, 45), 20, {}, paid(20, 20), 0],
    ['more after a correction, up to what was held', paid(45, 45), 90, payer(100), paid(90, 60), 30],
    ['more as far as it is there', paid(45, 45), 60, payer(5), paid(60, 50), 10],
    ['nothing below a floor', paid(45, 45), 60, payer(-20), paid(60, 45), 15],
    ['what it was where the account is closed', paid(45, 45), 20, payer(0, true), paid(20, 45), -25],
  ];
  it.each(cases)('%s', (_, before, creditedMinutes, changes, after, city) => {
    const found = fund(before, creditedMinutes, state(changes));
    expect(found).toEqual(after);
    expect(cityMinutes(found)).toBe(city);
  });
});
