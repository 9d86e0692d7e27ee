import { ageOn, checkCharacter, readIdNumber } from './id-number.js';

/**
 * What proves who somebody is. Residence permits (居住证) of people from Hong Kong, Macao and Taiwan bear ID numbers
 * formed as GB 11643 says, with 810000, 820000 and 830000 for the region.
 */
export const documentTypes = [
  'residentId',
  'hongKongMacaoPermit',
  'taiwanPermit',
  'passport',
  'foreignPermanentResident',
] as const;
export type DocumentType = (typeof documentTypes)[number];

/** A document as it is entered; a resident identity card unless told. */
export interface IdentityDocument {
  documentType?: DocumentType;
  idNumber: string;
  /** `1956-03-02`; needed where the number does not say it. */
  birthDay?: string;
}

/** Form and source of each number. */
const forms: Record<Exclude<DocumentType, 'residentId'>, RegExp> = {
  /**
   * 港澳居民来往内地通行证: H or M and eight digits for a lifetime, then until 2013 two that count the cards (Ministry of
   * Public Security, rules of the numbers, 10 March 2010).
   */
  hongKongMacaoPermit: /^[HM]\d{8}(\d\d)?$/,
  /**
   * 台湾居民来往大陆通行证: eight digits for a lifetime (「一人一号、终身不变」, exit and entry administration, as reported by
   * China News Service on 11 September 2008, of cards since 25 September 2008). What stood behind them before, the count
   * of issues and the code of the office, was on cards of five years.
   */
  taiwanPermit: /^\d{8}$/,
  /** At most nine letters and digits (ICAO Doc 9303, part 4). */
  passport: /^(?=.*\d)[A-Z0-9]{5,9}$/,
  /**
   * 外国人永久居留身份证: 18 digits that begin with 9, else formed as ID numbers; three letters and twelve digits until 2023
   * (National Immigration Administration, machine-readable rules of the 2023 version).
   */
  foreignPermanentResident: /^(9\d{16}[\dX]|[A-Z]{3}\d{12})$/,
};
const longestLifeYears = 130;

export type DocumentFault = 'number' | 'birthDay';

/** The day of birth by a document on a given day, or what is wrong with the document. */
export function readDocument(
  document: IdentityDocument,
  today: string,
): { birthDay: string } | DocumentFault {
  const said = birthDayInNumber(document, today);
  if (said === undefined) return 'number';
  const { birthDay = said } = document;
  if (!birthDay || (said && birthDay !== said)) return 'birthDay';
  const isPossible = birthDay <= today && ageOn(birthDay, today) <= longestLifeYears;
  return isPossible ? { birthDay } : 'birthDay';
}

/** The same of every document somebody gets of that type: what finds a person again. */
export function documentKey({ documentType = 'residentId', idNumber }: IdentityDocument): string {
  const number = idNumber.toUpperCase();
  if (documentType === 'residentId') return number;
  return `${documentType}:${documentType === 'hongKongMacaoPermit' ? number.slice(0, 9) : number}`;
}

/** Empty where the number does not say it, undefined where it is no number of that type. */
function birthDayInNumber({ documentType = 'residentId', idNumber }: IdentityDocument, today: string) {
  const number = idNumber.toUpperCase();
  if (documentType === 'residentId') return readIdNumber(number, today)?.birthDay;
  if (!forms[documentType].test(number)) return undefined;
  if (documentType !== 'foreignPermanentResident' || number.length < 18) return '';
  if (checkCharacter(number) !== number[17]) return undefined;
  const birthDay = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const instant = new Date(`${birthDay}T00:00:00Z`);
  const isDay = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(birthDay);
  return isDay ? birthDay : undefined;
}
