import { checkCharacter, type RegisterVolunteerInput, requiredConsents } from '#contracts';
import { newId } from '#platform';

let people = 0;

/** 18 characters out of 17 digits. */
export function idNumber(digits: string): string {
  return digits + checkCharacter(digits);
}

/** A registration of somebody who was never there before: an adult of TEDA's first community. */
export function person(fields: Partial<RegisterVolunteerInput> = {}): RegisterVolunteerInput {
  const serial = String(++people).padStart(3, '0');
  return {
    id: newId(),
    name: '示小骑',
    idNumber: idNumber(`12999919800101${serial}`),
    phone: `10000000${serial}`,
    communityCode: '120116014001',
    consents: [...requiredConsents],
    ...fields,
  };
}
