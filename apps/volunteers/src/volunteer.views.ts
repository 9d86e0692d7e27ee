import {
  type Actor,
  documentKey,
  readIdNumber,
  portraitPurpose,
  type RegisterVolunteerInput,
  volunteerPhonePurpose,
  type VolunteerView,
} from '#contracts';
import { maskIdNumber, maskName, maskPhone, type Seal, sees } from '#platform';
import { formatRegion } from '#regions';
import { hidingFrom } from './consent.js';
import type { PresentVolunteer, VolunteerEntity } from './volunteer.entity.js';

/** What a sealed field is for: text sealed for one cannot be opened as another. */
export const purposes = {
  name: 'volunteer.name',
  idNumber: 'volunteer.idNumber',
  birthDay: 'volunteer.birthDay',
  phone: volunteerPhonePurpose,
  guardianName: 'volunteer.guardianName',
  decisionReason: 'volunteer.decisionReason',
  qualificationNumber: 'qualification.number',
  qualificationReason: 'qualification.reason',
  awardReason: 'award.reason',
  openid: 'message.openid',
  portrait: portraitPurpose,
} as const;

type SealedFields = Pick<
  PresentVolunteer,
  | 'nameSealed'
  | 'documentType'
  | 'idNumberSealed'
  | 'birthDaySealed'
  | 'phoneSealed'
  | 'guardianNameSealed'
  | 'identityDigest'
  | 'contentDigest'
>;

/** A registration as it is kept; the day of birth is kept where an ID number does not say it. */
export function sealRegistration(
  seal: Seal,
  input: RegisterVolunteerInput,
  birthDay: string | undefined,
): SealedFields {
  const { documentType = 'residentId' } = input;
  const isKept = documentType !== 'residentId' && birthDay !== undefined;
  const guardianName = input.guardianName?.trim();
  return {
    nameSealed: seal.seal(input.name.trim(), purposes.name),
    documentType,
    idNumberSealed: seal.seal(input.idNumber.toUpperCase(), purposes.idNumber),
    birthDaySealed: isKept ? seal.seal(birthDay, purposes.birthDay) : null,
    phoneSealed: seal.seal(input.phone, purposes.phone),
    guardianNameSealed: guardianName ? seal.seal(guardianName, purposes.guardianName) : null,
    identityDigest: seal.blindIndex(documentKey(input), 'identity'),
    contentDigest: seal.blindIndex(contentOf(input), 'volunteer.content'),
  };
}

export function sealReason(seal: Seal, reason: string | undefined): string | null {
  return reason === undefined ? null : seal.seal(reason, purposes.decisionReason);
}

export function phoneDigest(seal: Seal, phone: string): Buffer {
  return seal.blindIndex(phone, 'phone');
}

/** Undefined where the ID number that is sealed cannot be read. */
export function birthDayOf(
  seal: Seal,
  { idNumberSealed, birthDaySealed }: Pick<PresentVolunteer, 'idNumberSealed' | 'birthDaySealed'>,
  today: string,
): string | undefined {
  if (birthDaySealed !== null) return seal.open(birthDaySealed, purposes.birthDay);
  return readIdNumber(seal.open(idNumberSealed, purposes.idNumber), today)?.birthDay;
}

/** The name as other volunteers may see it. */
export function displayName(seal: Seal, volunteer: PresentVolunteer): string {
  return maskName(seal.open(volunteer.nameSealed, purposes.name));
}

/** For what the person has asked for: it is printed on their certificates. */
export function openName(seal: Seal, volunteer: PresentVolunteer): string {
  return seal.open(volunteer.nameSealed, purposes.name);
}

/** Never to be shown: it finds what else is kept by it. */
export function openPhone(seal: Seal, volunteer: PresentVolunteer): string {
  return seal.open(volunteer.phoneSealed, purposes.phone);
}

/** Never to be shown but to the person: other services get what follows from it. */
export function openIdNumber(seal: Seal, volunteer: PresentVolunteer): string {
  return seal.open(volunteer.idNumberSealed, purposes.idNumber);
}

/** What a view masks. */
type Plain = Pick<RegisterVolunteerInput, 'name' | 'phone' | 'idNumber'>;

export function openPlain(seal: Seal, volunteer: PresentVolunteer): Plain {
  return {
    name: openName(seal, volunteer),
    phone: openPhone(seal, volunteer),
    idNumber: openIdNumber(seal, volunteer),
  };
}

/** `starLevel` by the steps of where the volunteer lives. */
export function volunteerView(volunteer: PresentVolunteer, plain: Plain, starLevel: number): VolunteerView {
  return {
    id: volunteer.id,
    volunteerNumber: volunteer.volunteerNumber,
    name: maskName(plain.name.trim()),
    ...(volunteer.documentType !== 'residentId' && { documentType: volunteer.documentType }),
    phone: maskPhone(plain.phone),
    idNumber: maskIdNumber(plain.idNumber.toUpperCase()),
    communityCode: formatRegion(volunteer.communityCode),
    courierSiteId: volunteer.courierSiteId ?? undefined,
    verification: volunteer.verification,
    skills: volunteer.skills,
    lifetimeMinutes: volunteer.lifetimeMinutes,
    starLevel,
    registeredAt: volunteer.registeredAt.toISOString(),
  };
}

const isResidentId = ({ documentType = 'residentId', birthDay }: RegisterVolunteerInput) =>
  documentType === 'residentId' && birthDay === undefined;

/** The content without regard to the order of fields and sets. */
function contentOf(input: RegisterVolunteerInput): string {
  return JSON.stringify([
    input.id,
    input.name.trim(),
    input.idNumber.toUpperCase(),
    input.phone,
    input.communityCode,
    input.courierSiteId ?? null,
    [...new Set(input.skills)].sort(),
    [...new Set(input.consents)].sort(),
    input.guardianName?.trim() || null,
    // Resident identity cards as ever: what was registered before other documents is the same content.
    ...(isResidentId(input) ? [] : [input.documentType, input.birthDay ?? null]),
  ]);
}

/** To staff of the region, unless the volunteer has withdrawn what that needs. */
export function isShownTo(actor: Actor, { communityCode, withdrawn }: VolunteerEntity): boolean {
  return sees(actor, communityCode) && !hidingFrom(actor.role).some((purpose) => withdrawn.includes(purpose));
}
