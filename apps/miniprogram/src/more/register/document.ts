import type { Schemas } from '../../core/client';

export type DocumentType = NonNullable<Schemas['VolunteerView']['documentType']>;

export const documentTypes = [
  'residentId',
  'hongKongMacaoPermit',
  'taiwanPermit',
  'passport',
  'foreignPermanentResident',
] as const satisfies readonly DocumentType[];

/** A document as it is typed. */
export interface TypedDocument {
  documentType: DocumentType;
  idNumber: string;
  /** Eight digits, however they are parted. */
  birthDay: string;
}

/** The day of birth an 18-character number says, `2008-03-02`; undefined where the document's number says none. */
function dayInNumber({ documentType, idNumber }: TypedDocument): string | undefined {
  if (documentType !== 'residentId' && documentType !== 'foreignPermanentResident') return undefined;
  return dayOf(/^\d{6}(\d{8})[\dX]{4}$/i.exec(idNumber)?.[1] ?? '');
}

/** `2008-03-02` of eight digits; undefined where they are none, or no day there ever was. */
function dayOf(typed: string): string | undefined {
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})$/.exec(typed.replace(/\D/g, '')) ?? [];
  const day = `${year}-${month}-${date}`;
  const instant = new Date(`${day}T00:00:00Z`);
  return year && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day) ? day : undefined;
}

/** Whether the day of birth must be asked for: permits, passports and older cards of residents do not say it. */
export const asksBirthDay = (document: TypedDocument): boolean =>
  document.documentType === 'foreignPermanentResident'
    ? document.idNumber.length === 15
    : document.documentType !== 'residentId';

/** The day of birth by number or as typed. */
export const birthDayOf = (document: TypedDocument): string | undefined =>
  asksBirthDay(document) ? dayOf(document.birthDay) : dayInNumber(document);

const lengths: Record<DocumentType, readonly number[]> = {
  residentId: [18],
  hongKongMacaoPermit: [9, 11],
  taiwanPermit: [8],
  passport: [5, 6, 7, 8, 9],
  foreignPermanentResident: [15, 18],
};

/** Whether it may be sent; the server looks closer and says what is wrong. */
export const isWhole = (document: TypedDocument): boolean =>
  lengths[document.documentType].includes(document.idNumber.length) && birthDayOf(document) !== undefined;

/** Under 18 on a day: a guardian must consent. */
export function isMinor(document: TypedDocument, nowMs: number): boolean {
  const [year = 0, month = 1, date = 1] = (birthDayOf(document) ?? '').split('-').map(Number);
  return year > 0 && nowMs < Date.UTC(year + 18, month - 1, date);
}

/** What the API is told; the day of birth only where the number does not say it. */
export function bodyOf(document: TypedDocument) {
  const { documentType, idNumber } = document;
  return {
    documentType,
    idNumber: idNumber.toUpperCase(),
    birthDay: asksBirthDay(document) ? birthDayOf(document) : undefined,
  };
}
