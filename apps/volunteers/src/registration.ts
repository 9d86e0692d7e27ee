import { ageOn, DomainError, readDocument, type RegisterVolunteerInput, requiredConsents } from '#contracts';

/** Civil Code, articles 19 and 20: under 8 nobody can consent, under 18 a guardian must. */
const youngestYears = 8;
const adultYears = 18;

type Person = Pick<
  RegisterVolunteerInput,
  'documentType' | 'idNumber' | 'birthDay' | 'consents' | 'guardianName'
>;

/** Whether somebody needs a guardian on a day; of whom no day of birth is known, yes. */
export function isMinorOn(birthDay: string | undefined, today: string): boolean {
  return birthDay === undefined || ageOn(birthDay, today) < adultYears;
}

/**
 * Whether somebody may be registered on a day (Asia/Shanghai).
 * @throws DomainError `volunteer.idNumberInvalid`, `volunteer.documentInvalid`, `volunteer.birthDayInvalid`,
 * `volunteer.tooYoung`, `volunteer.guardianRequired`,
 * `volunteer.consentRequired`
 * @returns the day of birth
 */
export function admit(person: Person, today: string): string {
  const read = readDocument(person, today);
  if (read === 'birthDay') throw new DomainError('volunteer.birthDayInvalid');
  if (read === 'number') {
    const isCard = (person.documentType ?? 'residentId') === 'residentId';
    throw new DomainError(isCard ? 'volunteer.idNumberInvalid' : 'volunteer.documentInvalid');
  }
  const years = ageOn(read.birthDay, today);
  if (years < youngestYears) throw new DomainError('volunteer.tooYoung');
  if (years < adultYears && !person.guardianName?.trim()) throw new DomainError('volunteer.guardianRequired');
  const missing = requiredConsents.find((purpose) => !person.consents.includes(purpose));
  if (missing) throw new DomainError('volunteer.consentRequired', { purpose: missing });
  return read.birthDay;
}
