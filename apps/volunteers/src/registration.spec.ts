import { describe, expect, it } from '@jest/globals';
import { checkCharacter, type ConsentPurpose, requiredConsents } from '#contracts';
import { admit } from './registration.js';

const today = '2026-03-02';
const born = (day: string) => {
  const digits = `120107${day.replaceAll('-', '')}001`;
  return digits + checkCharacter(digits);
};
const consents: ConsentPurpose[] = [...requiredConsents];

describe('admission', () => {
  it.each([
    ['an adult', { idNumber: born('2008-03-02'), consents }],
    ['a minor with a guardian', { idNumber: born('2008-03-03'), consents, guardianName: '示例监护人' }],
    ['a child on the 8th birthday', { idNumber: born('2018-03-02'), consents, guardianName: '示例监护人' }],
    [
      'an adult with a passport',
      { documentType: 'passport' as const, idNumber: 'E12345678', birthDay: '2008-03-02', consents },
    ],
    [
      'more consents than needed',
      { idNumber: born('1990-01-01'), consents: [...consents, 'location' as const] },
    ],
  ])('lets in %s', (_, person) => expect(() => admit(person, today)).not.toThrow());

  it.each([
    ['a wrong number', { idNumber: '120107199001010011', consents }, 'volunteer.idNumberInvalid'],
    [
      'a wrong number of another document',
      { documentType: 'taiwanPermit' as const, idNumber: 'E12345678', birthDay: '1990-01-01', consents },
      'volunteer.documentInvalid',
    ],
    [
      'a passport without a day of birth',
      { documentType: 'passport' as const, idNumber: 'E12345678', consents },
      'volunteer.birthDayInvalid',
    ],
    [
      'a minor with a passport',
      { documentType: 'passport' as const, idNumber: 'E12345678', birthDay: '2008-03-03', consents },
      'volunteer.guardianRequired',
    ],
    ['the day before the 8th birthday', { idNumber: born('2018-03-03'), consents }, 'volunteer.tooYoung'],
    [
      'the day before the 18th birthday',
      { idNumber: born('2008-03-03'), consents },
      'volunteer.guardianRequired',
    ],
    [
      'a guardian of spaces',
      { idNumber: born('2010-01-01'), consents, guardianName: '  ' },
      'volunteer.guardianRequired',
    ],
  ])('refuses %s', (_, person, code) =>
    expect(() => admit(person, today)).toThrow(expect.objectContaining({ code })),
  );

  it.each(requiredConsents.map((purpose) => [purpose]))('names the missing consent %s', (purpose) => {
    const person = { idNumber: born('1990-01-01'), consents: consents.filter((given) => given !== purpose) };
    expect(() => admit(person, today)).toThrow(
      expect.objectContaining({ code: 'volunteer.consentRequired', data: { purpose } }),
    );
  });
});
