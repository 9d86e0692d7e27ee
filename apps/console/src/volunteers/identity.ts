import {
  ageOn,
  checkCharacter,
  type Identity,
  readIdNumber,
} from '../../../../libs/contracts/src/id-number.js';
import { type IdentityDocument, readDocument } from '../../../../libs/contracts/src/identity-documents.js';
import { toField } from '../time';

/** Civil Code, articles 19 and 20, as the API holds them. */
export const youngestYears = 8;
export const adultYears = 18;

export type Reading =
  | { is: 'short'; missing: number }
  | { is: 'wrong'; why: 'characters' | 'checkCharacter' | 'birthDayOrPlace' }
  | { is: 'read'; identity: Identity; years: number };

/** What an ID number says so far, while it is being typed. `now` in milliseconds. */
export function readWhileTyping(text: string, now: number): Reading {
  const number = text.trim().toUpperCase();
  if (!/^\d{0,17}$|^\d{17}[\dX]$/.test(number)) return { is: 'wrong', why: 'characters' };
  if (number.length < 18) return { is: 'short', missing: 18 - number.length };
  if (checkCharacter(number) !== number[17]) return { is: 'wrong', why: 'checkCharacter' };
  const today = toField(now).slice(0, 10);
  const identity = readIdNumber(number, today);
  if (!identity) return { is: 'wrong', why: 'birthDayOrPlace' };
  return { is: 'read', identity, years: ageOn(identity.birthDay, today) };
}

export type DocumentType = NonNullable<IdentityDocument['documentType']>;

/** Whether a number of such a document says the day of birth itself. */
export function saysBirthDay({ documentType = 'residentId', idNumber }: IdentityDocument): boolean {
  return (
    documentType === 'residentId' || (documentType === 'foreignPermanentResident' && idNumber.startsWith('9'))
  );
}

/** Age by a document, or what is wrong with it. `now` in milliseconds. */
export function readOther(
  document: IdentityDocument,
  now: number,
): { years: number } | 'number' | 'birthDay' {
  const today = toField(now).slice(0, 10);
  const read = readDocument(document, today);
  return typeof read === 'string' ? read : { years: ageOn(read.birthDay, today) };
}
