import { describe, expect, it } from '@jest/globals';
import { checkCharacter } from './id-number.js';
import { type DocumentType, documentKey, readDocument } from './identity-documents.js';

const today = '2026-03-02';
const withCheck = (digits: string) => digits + checkCharacter(digits);
const birthDay = '1980-01-01';
const card = withCheck('91215619800101001');

describe('a document', () => {
  it.each<[DocumentType | undefined, string, string | undefined]>([
    [undefined, withCheck('12999919800101001'), undefined],
    ['residentId', withCheck('81000019800101001'), birthDay],
    ['residentId', withCheck('82000019800101001'), birthDay],
    ['residentId', withCheck('83000019800101001'), birthDay],
    ['hongKongMacaoPermit', 'H12345678', birthDay],
    ['hongKongMacaoPermit', 'm1234567801', birthDay],
    ['taiwanPermit', '01234567', birthDay],
    ['passport', 'E12345678', birthDay],
    ['passport', 'AB12345', birthDay],
    ['foreignPermanentResident', card, undefined],
    ['foreignPermanentResident', card, birthDay],
    ['foreignPermanentResident', 'USA120080010112', birthDay],
  ])('%s %s is read', (documentType, idNumber, said) => {
    const document = { documentType, idNumber, ...(said && { birthDay: said }) };
    expect(readDocument(document, today)).toEqual({ birthDay });
  });

  it.each<[DocumentType, string]>([
    ['residentId', card],
    ['residentId', 'H12345678'],
    ['hongKongMacaoPermit', 'T12345678'],
    ['hongKongMacaoPermit', 'H1234567'],
    ['taiwanPermit', '012345678'],
    ['passport', 'ABCDEFGHI'],
    ['passport', 'E123456789'],
    ['foreignPermanentResident', `${card.slice(0, 17)}${card.endsWith('0') ? '1' : '0'}`],
    ['foreignPermanentResident', withCheck('91215619801301001')],
    ['foreignPermanentResident', 'US1200800101123'],
  ])('%s %s has no such number', (documentType, idNumber) => {
    expect(readDocument({ documentType, idNumber, birthDay }, today)).toBe('number');
  });

  it.each<[DocumentType, string, string | undefined]>([
    ['passport', 'E12345678', undefined],
    ['passport', 'E12345678', '2026-03-03'],
    ['passport', 'E12345678', '1890-01-01'],
    ['foreignPermanentResident', card, '1980-01-02'],
    ['foreignPermanentResident', 'USA120080010112', undefined],
    ['residentId', withCheck('12999919800101001'), '1980-01-02'],
  ])('%s %s needs another day of birth than %s', (documentType, idNumber, said) => {
    expect(readDocument({ documentType, idNumber, ...(said && { birthDay: said }) }, today)).toBe('birthDay');
  });
});

describe('a person', () => {
  it('is found again by the number for a lifetime, whatever card it is on', () => {
    const key = (idNumber: string) => documentKey({ documentType: 'hongKongMacaoPermit', idNumber });
    expect(new Set(['H12345678', 'h1234567800', 'H1234567801'].map(key)).size).toBe(1);
    expect(key('M12345678')).not.toBe(key('H12345678'));
  });

  it('is not taken for the bearer of the same characters on another document', () => {
    const types = ['taiwanPermit', 'passport'] as const;
    expect(
      new Set(types.map((documentType) => documentKey({ documentType, idNumber: '01234567' }))).size,
    ).toBe(2);
    // What is kept of resident cards since the beginning.
    expect(documentKey({ idNumber: '12999919800101001x' })).toBe('12999919800101001X');
  });
});
