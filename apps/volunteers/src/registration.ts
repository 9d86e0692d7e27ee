import { ageOn, DomainError, readIdNumber, type RegisterVolunteerInput, requiredConsents } from '#contracts';

/** Civil Code, articles 19 and 20: under 8 nobody can consent, under 18 a guardian must. */
const youngestYears = 8;
const adultYears = 18;

type Person = Pick<RegisterVolunteerInput, 'idNumber' | 'consents' | 'guardianName'>;

/** Whether the bearer of an ID number needs a guardian on a day; of one that cannot be read, yes. */
export function isMinorOn(idNumber: string, today: string): boolean {
  const identity = readIdNumber(idNumber, today);
  return !identity || ageOn(identity.birthDay, today) < adultYears;
}

/**
 * Whether somebody may be registered on a day (Asia/Shanghai).
 * @throws DomainError `volunteer.idNumberInvalid`, `volunteer.tooYoung`, `volunteer.guardianRequired`,
 * `volunteer.consentRequired`
 */
export function admit(person: Person, today: string): void {
  const identity = readIdNumber(person.idNumber, today);
  if (!identity) throw new DomainError('volunteer.idNumberInvalid');
  const years = ageOn(identity.birthDay, today);
  if (years < youngestYears) throw new DomainError('volunteer.tooYoung');
  if (years < adultYears && !person.guardianName?.trim()) throw new DomainError('volunteer.guardianRequired');
  const missing = requiredConsents.find((purpose) => !person.consents.includes(purpose));
  if (missing) throw new DomainError('volunteer.consentRequired', { purpose: missing });
}
