import { forms } from './forms.js';
import { Done, Nothing, RegionPageQuery, ById, personName } from './common.js';
import { defineEvent, defineRpc } from './contract.js';
import { Choice, Choices, Day, Flag, Instant, Integer, ListOf, Region, Text, Uuid } from './fields.js';
import { type DocumentType, documentTypes } from './identity-documents.js';
import { QualifiedFact } from './qualifications.terms.js';
import { RefreshSessionInput, Session, SignOutInput } from './sessions.js';

export const verificationStates = ['unverified', 'pending', 'verified', 'refused'] as const;
export type VerificationState = (typeof verificationStates)[number];

export const consentPurposes = [
  'registration',
  'sensitiveData',
  'sharingWithStation',
  'location',
  'publicHonours',
  'portrait',
] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** Without these nobody can be registered: the law asks for identity data and the station must see it. */
export const requiredConsents: readonly ConsentPurpose[] = [
  'registration',
  'sensitiveData',
  'sharingWithStation',
];

export const skills = [
  'groceries',
  'medicine',
  'parcels',
  'repair',
  'haircut',
  'company',
  'paperwork',
  'disabilityCard',
  'driving',
  'firstAid',
] as const;

export class RegisterVolunteerInput {
  @Uuid({ description: 'Made by the caller; for a signed-in person it is that person’s own id.' })
  id!: string;
  @Text(personName) name!: string;
  @Choice(documentTypes, {
    optional: true,
    description: 'A resident identity card or residence permit unless told.',
  })
  documentType?: DocumentType;
  @Text({
    min: 5,
    max: 18,
    form: forms.lettersAndDigits,
    description: 'Of the document; GB 11643 unless told.',
  })
  idNumber!: string;
  @Day({ optional: true, description: 'Needed where the number does not say it: permits and passports.' })
  birthDay?: string;
  @Text({ min: 11, max: 11, form: forms.mobilePhone, description: 'Mobile phone of mainland China.' })
  phone!: string;
  @Region({ description: 'Community of residence (12 digits).' }) communityCode!: string;
  @Uuid({ optional: true, description: 'Courier site the volunteer rides for.' }) courierSiteId?: string;
  @Choices(skills, { max: 20, optional: true }) skills?: string[];
  @Choices(consentPurposes, { max: 10 }) consents!: ConsentPurpose[];
  @Text({ ...personName, optional: true, description: 'Name of the guardian who consents; needed under 18.' })
  guardianName?: string;
}

export class VolunteerView {
  @Uuid() id!: string;
  @Text({ max: 20, description: 'region6 + year + sequence7 + Luhn digit' }) volunteerNumber!: string;
  @Text({ max: 50, description: 'Masked.' }) name!: string;
  @Text({ max: 20, description: 'Masked.' }) phone!: string;
  @Choice(documentTypes, {
    optional: true,
    description: 'Absent: a resident identity card or residence permit.',
  })
  documentType?: DocumentType;
  @Text({ max: 20, description: 'Masked.' }) idNumber!: string;
  @Region() communityCode!: string;
  @Uuid({ optional: true }) courierSiteId?: string;
  @Choice(verificationStates) verification!: VerificationState;
  @Choices(skills, { max: 20 }) skills!: string[];
  @Integer({ min: 0, max: 100_000_000 }) lifetimeMinutes!: number;
  @Integer({ min: 0, max: 5 }) starLevel!: number;
  @Instant() registeredAt!: string;
}

export class VolunteerPage {
  @ListOf(() => VolunteerView, { max: 100 }) items!: VolunteerView[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class ListVolunteersInput extends RegionPageQuery {
  @Choice(verificationStates, { optional: true }) verification?: VerificationState;
}

export class VerifyVolunteerInput {
  @Uuid() id!: string;
  @Choice(['verified', 'refused']) decision!: 'verified' | 'refused';
  @Text({ max: 200, optional: true }) reason?: string;
}

/** People sign in as one of these; the same person may be both. */
export const personRoles = ['volunteer', 'resident'] as const;

export class WechatSignInInput {
  @Text({ max: 200, description: 'Code of wx.login; lives five minutes, used once.' }) code!: string;
  @Choice(personRoles, { optional: true }) role?: (typeof personRoles)[number];
}

export class RequestPhoneCodeInput {
  @Text({ min: 11, max: 11, form: forms.mobilePhone }) phone!: string;
}

export class PhoneSignInInput {
  @Text({ min: 11, max: 11, form: forms.mobilePhone }) phone!: string;
  @Text({ min: 6, max: 6, form: forms.digits }) code!: string;
  @Choice(personRoles, { optional: true }) role?: (typeof personRoles)[number];
}

const registrationErrors = [
  'volunteer.exists',
  'volunteer.idNumberInvalid',
  'volunteer.documentInvalid',
  'volunteer.birthDayInvalid',
  'volunteer.tooYoung',
  'volunteer.guardianRequired',
  'volunteer.consentRequired',
  'region.unknown',
  'resource.notFound',
  'organisation.closed',
  'access.denied',
  'access.foreignRegion',
  'idempotency.conflict',
] as const;

export const volunteers = {
  /**
   * Registers a person with the real name; the answer is the same for a retry with the same id and content.
   * Who was refused may register again under the same id, with corrected content.
   */
  register: defineRpc({
    subject: 'volunteers.register',
    input: RegisterVolunteerInput,
    output: VolunteerView,
    errors: registrationErrors,
    callers: ['volunteer', 'committee', 'station', 'system'],
    deadlineMs: 15_000,
    batched: { maxItems: 256, maxInFlight: 2 },
  }),
  /** Answers as `register` would and keeps nothing; what comes in other batches is not known to it. */
  checkRegistration: defineRpc({
    subject: 'volunteers.checkRegistration',
    input: RegisterVolunteerInput,
    output: Done,
    errors: registrationErrors,
    callers: ['committee', 'station', 'system'],
    deadlineMs: 15_000,
    batched: { maxItems: 256, maxInFlight: 2 },
  }),
  /** A station or committee decides on the real name; of a minor once a guardian’s consent is on record. Publishes `volunteer.verified`, which says how. */
  verify: defineRpc({
    subject: 'volunteers.verify',
    input: VerifyVolunteerInput,
    output: VolunteerView,
    errors: ['resource.notFound', 'volunteer.decisionFinal', 'guardian.consentMissing'],
    callers: ['committee', 'station', 'system'],
  }),
  get: defineRpc({
    subject: 'volunteers.get',
    input: ById,
    output: VolunteerView,
    errors: ['resource.notFound'],
    callers: ['volunteer', 'committee', 'station', 'administrator'],
  }),
  list: defineRpc({
    subject: 'volunteers.list',
    input: ListVolunteersInput,
    output: VolunteerPage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: ['committee', 'station', 'administrator'],
  }),
  signInByWechat: defineRpc({
    subject: 'volunteers.signInByWechat',
    input: WechatSignInInput,
    output: Session,
    errors: ['auth.failed', 'auth.wechatUnavailable', 'request.tooMany'],
    callers: ['public'],
  }),
  requestPhoneCode: defineRpc({
    subject: 'volunteers.requestPhoneCode',
    input: RequestPhoneCodeInput,
    output: Nothing,
    errors: ['auth.locked', 'auth.smsUnavailable'],
    callers: ['public'],
  }),
  signInByPhone: defineRpc({
    subject: 'volunteers.signInByPhone',
    input: PhoneSignInInput,
    output: Session,
    errors: ['auth.failed', 'auth.locked'],
    callers: ['public'],
  }),
  refreshSession: defineRpc({
    subject: 'volunteers.refreshSession',
    input: RefreshSessionInput,
    output: Session,
    errors: ['auth.failed', 'auth.refreshReused'],
    callers: ['public'],
  }),
  signOut: defineRpc({
    subject: 'volunteers.signOut',
    input: SignOutInput,
    output: Done,
    errors: [],
    callers: ['volunteer', 'resident'],
  }),
};

export class VolunteerRegistered {
  @Uuid() volunteerId!: string;
  @Region() communityCode!: string;
  @Instant() registeredAt!: string;
}

/** What `tasks` must know to let somebody claim; the newest `version` wins, whatever order events arrive in. */
export class VolunteerVerified {
  @Uuid() volunteerId!: string;
  @Integer({ min: 1, max: 2_000_000_000 }) version!: number;
  @Region() communityCode!: string;
  @Choice(verificationStates) verification!: VerificationState;
  @Text({ max: 50, description: 'Masked for display to other volunteers.' }) displayName!: string;
  @Uuid({ optional: true }) courierSiteId?: string;
  @Choices(skills, { max: 20, optional: true }) skills?: string[];
  @Instant() decidedAt!: string;
  @Flag({
    optional: true,
    description: 'False: a consent that is needed is withdrawn, or the volunteer left.',
  })
  mayServe?: boolean;
  @Flag({ optional: true, description: 'False: the consent to location is withdrawn.' })
  mayBeLocated?: boolean;
  @Flag({ optional: true, description: 'The person is gone and only a pseudonym stays.' })
  hasLeft?: boolean;
  @Flag({ optional: true, description: 'Verified in another city before: not a newcomer here.' })
  hasMovedHere?: boolean;
  @ListOf(() => QualifiedFact, {
    max: 100,
    optional: true,
    description: 'What counts now or will; whoever acts on it compares with the clock.',
  })
  qualified?: QualifiedFact[];
}

export const volunteerEvents = {
  registered: defineEvent({
    subject: 'volunteer.registered',
    owner: 'volunteers',
    data: VolunteerRegistered,
  }),
  verified: defineEvent({ subject: 'volunteer.verified', owner: 'volunteers', data: VolunteerVerified }),
};
