import { describe, expect, it } from '@jest/globals';
import { readOther, readWhileTyping, saysBirthDay } from './identity';

const now = Date.parse('2026-03-02T01:00:00Z');

describe('readWhileTyping', () => {
  it('counts what is missing, then reads birth day, sex and age', () => {
    expect(readWhileTyping('', now)).toEqual({ is: 'short', missing: 18 });
    expect(readWhileTyping('1299991975010100', now)).toEqual({ is: 'short', missing: 2 });
    expect(readWhileTyping(' 11010519491231002x ', now)).toEqual({
      is: 'read',
      identity: { birthDay: '1949-12-31', sex: 'female' },
      years: 76,
    });
  });

  it('says which part is wrong', () => {
    expect(readWhileTyping('12345a', now)).toEqual({ is: 'wrong', why: 'characters' });
    expect(readWhileTyping('1234567890X', now)).toEqual({ is: 'wrong', why: 'characters' });
    expect(readWhileTyping('110105194912310021', now)).toEqual({ is: 'wrong', why: 'checkCharacter' });
  });

  it('knows a day that is none, by the calendar of China', () => {
    const born = '11010520260302001';
    const digits = [...'10X98765432'];
    const whole = digits.map((digit) => born + digit).find((one) => readWhileTyping(one, now).is !== 'wrong');
    expect(whole && readWhileTyping(whole, now)).toMatchObject({ is: 'read', years: 0 });
    // At 23:00 of the day before in UTC it is that day in China already; an hour earlier in China it is not.
    const before = Date.parse('2026-03-01T15:59:00Z');
    expect(whole && readWhileTyping(whole, before)).toEqual({ is: 'wrong', why: 'birthDayOrPlace' });
  });
});

describe('other documents', () => {
  it('give the age by the day that is entered, or by the number that says it', () => {
    const permit = { documentType: 'hongKongMacaoPermit' as const, idNumber: 'H1234567801' };
    expect(saysBirthDay(permit)).toBe(false);
    expect(readOther(permit, now)).toBe('birthDay');
    expect(readOther({ ...permit, birthDay: '2010-03-02' }, now)).toEqual({ years: 16 });
    expect(readOther({ ...permit, birthDay: '2010-03-03' }, now)).toEqual({ years: 15 });
    expect(saysBirthDay({ documentType: 'foreignPermanentResident', idNumber: '9' })).toBe(true);
    expect(saysBirthDay({ documentType: 'foreignPermanentResident', idNumber: 'ABC' })).toBe(false);
  });

  it('are refused where the number is none of their kind', () => {
    expect(
      readOther({ documentType: 'taiwanPermit', idNumber: 'H12345678', birthDay: '1990-01-01' }, now),
    ).toBe('number');
    expect(readOther({ documentType: 'passport', idNumber: 'E12345678', birthDay: '2026-03-03' }, now)).toBe(
      'birthDay',
    );
  });
});
