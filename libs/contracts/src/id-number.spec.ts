import { describe, expect, it } from '@jest/globals';
import { ageOn, checkCharacter, readIdNumber } from './id-number.js';

const today = '2026-03-02';
/** 17 digits with their check character. */
const complete = (digits: string) => digits + checkCharacter(digits);

describe('ID numbers', () => {
  it.each([
    // An example of GB 11643-1999.
    ['11010519491231002X', '1949-12-31', 'female'],
    ['11010519491231002x', '1949-12-31', 'female'],
    // Abolished divisions stay in their bearers' numbers: 塘沽, 汉沽, 大港, 宁河县.
    [complete('12010719560302001'), '1956-03-02', 'male'],
    [complete('12010819560302002'), '1956-03-02', 'female'],
    [complete('12010919560302003'), '1956-03-02', 'male'],
    [complete('12022119560302004'), '1956-03-02', 'female'],
    // Residence permits of people from Hong Kong, Macao and Taiwan.
    [complete('81000019900101001'), '1990-01-01', 'male'],
    [complete('83000019900101001'), '1990-01-01', 'male'],
    // Leap days, the day of birth itself.
    [complete('12010120000229001'), '2000-02-29', 'male'],
    [complete('12010120260302001'), '2026-03-02', 'male'],
  ])('%s says born %s, %s', (text, birthDay, sex) =>
    expect(readIdNumber(text, today)).toEqual({ birthDay, sex }),
  );

  it.each([
    ['a wrong check character', '110105194912310021'],
    ['17 digits', '11010519491231002'],
    ['19 digits', '11010519491231002X1'],
    ['15 digits of the first generation', '110105491231002'],
    ['a letter inside', '1101051949123100AX'],
    ['full-width digits', '１１010519491231002X'],
    ['no such province', complete('99010519491231002')],
    ['month 13', complete('12010119561302001')],
    ['day 31 of April', complete('12010119560431001')],
    ['29 February of a common year', complete('12010119000229001')],
    ['tomorrow', complete('12010120260303001')],
    ['born 1880, the other example of the standard', '440524188001010014'],
    ['131 years ago', complete('12010118950301001')],
    ['nothing', ''],
  ])('%s is refused', (_, text) => expect(readIdNumber(text, today)).toBeUndefined());

  it('detect every single wrong digit and every swap of neighbours', () => {
    const valid = complete('12010719560302001');
    for (let place = 0; place < 17; place++) {
      for (let digit = 0; digit < 10; digit++) {
        const altered = valid.slice(0, place) + digit + valid.slice(place + 1);
        if (altered !== valid) expect(checkCharacter(altered)).not.toBe(valid[17]);
      }
      const swapped = valid.slice(0, place) + valid[place + 1] + valid[place] + valid.slice(place + 2);
      if (place < 16 && swapped !== valid) expect(checkCharacter(swapped)).not.toBe(valid[17]);
    }
  });

  it.each([
    ['2018-03-02', 8],
    ['2018-03-03', 7],
    ['2008-03-01', 18],
    ['2004-02-29', 22],
    ['2026-03-02', 0],
  ])('born %s is %i years old', (birthDay, years) => expect(ageOn(birthDay, today)).toBe(years));

  it('make who is born on a leap day older on 1 March', () => {
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
  });
});
