import { describe, expect, it } from '@jest/globals';
import { asksBirthDay, birthDayOf, bodyOf, isMinor, isWhole, type TypedDocument } from './document';

const typed = (fields: Partial<TypedDocument>): TypedDocument => ({
  documentType: 'residentId',
  idNumber: '',
  birthDay: '',
  ...fields,
});
const now = Date.UTC(2026, 2, 2);

describe('a document as it is typed', () => {
  it('of a resident says the day of birth itself', () => {
    const card = typed({ idNumber: '12010720080303001x' });
    expect([asksBirthDay(card), birthDayOf(card), isWhole(card)]).toEqual([false, '2008-03-03', true]);
    expect([isMinor(card, now), isMinor(card, Date.UTC(2026, 2, 3))]).toEqual([true, false]);
    expect(bodyOf(card)).toEqual({
      documentType: 'residentId',
      idNumber: '12010720080303001X',
      birthDay: undefined,
    });
  });

  it.each(['passport', 'taiwanPermit', 'hongKongMacaoPermit'] as const)(
    'of type %s needs a day',
    (documentType) => {
      const idNumber = { passport: 'E12345678', taiwanPermit: '12345678', hongKongMacaoPermit: 'H12345678' }[
        documentType
      ];
      const without = typed({ documentType, idNumber });
      expect([asksBirthDay(without), isWhole(without)]).toEqual([true, false]);
      for (const birthDay of ['19900307', '1990-03-07', '1990.03.07'])
        expect(bodyOf({ ...without, birthDay })).toEqual({ documentType, idNumber, birthDay: '1990-03-07' });
      for (const birthDay of ['1990-3-7', '19900231', '1990'])
        expect(isWhole({ ...without, birthDay })).toBe(false);
      expect(isWhole({ ...without, idNumber: '1', birthDay: '19900307' })).toBe(false);
    },
  );

  it('of a foreign resident needs one only in its older form', () => {
    const documentType = 'foreignPermanentResident';
    expect(asksBirthDay(typed({ documentType, idNumber: 'ABC123456789012' }))).toBe(true);
    const card = typed({ documentType, idNumber: '911124198108030020' });
    expect([asksBirthDay(card), birthDayOf(card)]).toEqual([false, '1981-08-03']);
  });
});
