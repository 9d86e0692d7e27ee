import { forms } from './forms.js';
import { type DocumentType, documentTypes } from './identity-documents.js';
import { ById, Nothing, PageQuery, RegionPageQuery } from './common.js';
import { defineEvent, defineRpc } from './contract.js';
import { Choice, Day, Instant, Integer, ListOf, Nested, Region, Text, Uuid } from './fields.js';
import { needTypes, type NeedType } from './needs.js';

/**
 * 志愿服务记录证明. Issued, it is `inNotice` from the next day for whole days of Asia/Shanghai, then `effective`;
 * `revoked` ends it from any state.
 */
export const certificateStates = [
  'requested',
  'accepted',
  'issued',
  'inNotice',
  'effective',
  'revoked',
] as const;
export type CertificateState = (typeof certificateStates)[number];

/** The steps people take; what follows from the days that pass needs none. */
export const certificateSteps = ['requested', 'accepted', 'issued', 'revoked'] as const;
export type CertificateStep = (typeof certificateSteps)[number];

export const revocationReasons = [
  'withdrawnByVolunteer',
  'recordsChanged',
  'objectionUpheld',
  'wrongPerson',
  'issuedInError',
] as const;
export type RevocationReason = (typeof revocationReasons)[number];

const minutes = { min: 1, max: 100_000_000 };
const numberForm = { min: 20, max: 20, form: forms.certificateNumber };
const codeForm = { min: 12, max: 12, form: forms.certificateCode };
const person = { max: 50 };

export class RequestCertificateInput {
  @Uuid({ description: 'Id of the certificate, made by the caller.' }) id!: string;
  @Uuid({ optional: true, description: 'For whom, where staff ask at the desk; oneself unless told.' })
  volunteerId?: string;
  @Day({ description: 'First day of service it covers.' }) from!: string;
  @Day({ description: 'Last day it covers, today at the latest.' }) to!: string;
}

export class RevokeCertificateInput extends ById {
  @Choice(revocationReasons, { description: 'withdrawnByVolunteer for volunteers, the others for staff.' })
  reason!: RevocationReason;
}

export class CertificateView {
  @Uuid() id!: string;
  @Uuid() volunteerId!: string;
  @Text({ ...person, description: 'Masked.' }) name!: string;
  @Region() communityCode!: string;
  @Day() from!: string;
  @Day() to!: string;
  @Choice(certificateStates) state!: CertificateState;
  @Instant() requestedAt!: string;
  @Instant({ optional: true }) acceptedAt?: string;
  @Text({ ...numberForm, optional: true, description: 'ZM, county, year, sequence and Luhn digit.' })
  number?: string;
  @Integer({ ...minutes, optional: true, description: 'As it stood when the certificate was issued.' })
  serviceMinutes?: number;
  @Instant({ optional: true }) issuedAt?: string;
  @Instant({ optional: true, description: 'Public notice begins.' }) noticeFrom?: string;
  @Instant({ optional: true, description: 'Public notice has ended: it holds from then.' })
  effectiveFrom?: string;
  @Instant({ optional: true }) revokedAt?: string;
  @Choice(revocationReasons, { optional: true }) revocationReason?: RevocationReason;
}

export class CertificatePage {
  @ListOf(() => CertificateView, { max: 100 }) items!: CertificateView[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class ListCertificatesInput extends RegionPageQuery {
  @Choice(certificateSteps, { optional: true, description: 'issued: also in notice and effective.' })
  step?: CertificateStep;
}

/** What was served in one category. */
export class CertifiedService {
  @Choice(needTypes) type!: NeedType;
  @Integer({ min: 1, max: 1_000_000 }) services!: number;
  @Integer(minutes) serviceMinutes!: number;
}

/** Everything that stands on the certificate, in plain, for the volunteer alone. */
export class CertificateDocument {
  @Nested(() => CertificateView) certificate!: CertificateView;
  @Text(person) name!: string;
  @Choice(documentTypes, {
    optional: true,
    description: 'Absent: a resident identity card or residence permit.',
  })
  documentType?: DocumentType;
  @Text({ max: 18 }) idNumber!: string;
  @Text({ max: 20 }) volunteerNumber!: string;
  @ListOf(() => CertifiedService, { max: 100, description: 'Their sum is the total.' })
  services!: CertifiedService[];
  @Text({ max: 100 }) issuerName!: string;
  @Text({ max: 20, optional: true, description: 'Telephone of the issuer.' }) contact?: string;
  @Text({ ...person, description: '负责人: who issued it.' }) personInCharge!: string;
  @Text({ ...person, description: '经办人: who accepted the request.' }) handler!: string;
  @Text({ ...codeForm, description: 'Goes with the number where the certificate is checked.' })
  checkCode!: string;
  @Text({ max: 20_000, description: 'W3C Verifiable Credential 2.0, secured as application/vc+jwt (EdDSA).' })
  credential!: string;
}

export class CheckCertificateInput {
  @Text(numberForm) number!: string;
  @Text({ ...codeForm, description: 'Printed beside the number.' }) code!: string;
}

/** What everybody may know of a certificate. */
export class CertificateNotice {
  @Text(numberForm) number!: string;
  @Text({ ...person, description: 'Masked.' }) name!: string;
  @Day() from!: string;
  @Day() to!: string;
  @Integer(minutes) serviceMinutes!: number;
  @Text({ max: 100 }) issuerName!: string;
  @Text({ max: 20, optional: true }) contact?: string;
  @Choice(certificateStates) state!: CertificateState;
  @Instant() issuedAt!: string;
  @Instant() effectiveFrom!: string;
  @Instant({ optional: true }) revokedAt?: string;
}

export class CertificateNoticePage {
  @ListOf(() => CertificateNotice, { max: 100 }) items!: CertificateNotice[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class ListCertificateNoticesInput extends PageQuery {
  @Region({ description: 'Everything inside this division.' }) region!: string;
}

/** A public key as a JWK (RFC 8037). */
export class PublishedKey {
  @Choice(['OKP']) kty!: 'OKP';
  @Choice(['Ed25519']) crv!: 'Ed25519';
  @Text({ max: 43 }) x!: string;
  @Text({ max: 300, description: 'did:jwk of this key, with #0.' }) kid!: string;
  @Choice(['EdDSA']) alg!: 'EdDSA';
  @Choice(['sig']) use!: 'sig';
}

export class PublishedKeys {
  @ListOf(() => PublishedKey, { max: 20, description: 'The first signs; the others did before.' })
  keys!: PublishedKey[];
}

const staff = ['committee', 'station'] as const;
const concerned = ['volunteer', ...staff] as const;
const seen = 'resource.notFound' as const;

export const certificates = {
  /** Free of charge. Asking means that name (masked), period and total will be in public notice. */
  request: defineRpc({
    subject: 'volunteers.requestCertificate',
    input: RequestCertificateInput,
    output: CertificateView,
    errors: [seen, 'certificate.periodInvalid', 'certificate.nothingServed', 'idempotency.conflict'],
    callers: concerned,
  }),
  /** 受理: the caller becomes the handler. */
  accept: defineRpc({
    subject: 'volunteers.acceptCertificate',
    input: ById,
    output: CertificateView,
    errors: [seen, 'certificate.stateConflict'],
    callers: staff,
  }),
  /** 出具: by another person than accepted it, in the name of the caller’s organisation, over what is confirmed now. */
  issue: defineRpc({
    subject: 'volunteers.issueCertificate',
    input: ById,
    output: CertificateView,
    errors: [
      seen,
      'access.denied',
      'certificate.stateConflict',
      'certificate.samePerson',
      'certificate.nothingServed',
    ],
    callers: staff,
  }),
  /** 撤销: by staff at any time, by the volunteer until it is issued. Revoking what is revoked is the same. */
  revoke: defineRpc({
    subject: 'volunteers.revokeCertificate',
    input: RevokeCertificateInput,
    output: CertificateView,
    errors: [seen, 'access.denied', 'certificate.stateConflict'],
    callers: concerned,
  }),
  get: defineRpc({
    subject: 'volunteers.getCertificate',
    input: ById,
    output: CertificateView,
    errors: [seen],
    callers: concerned,
  }),
  /** One’s own, or for staff those of the region. The newest first. */
  list: defineRpc({
    subject: 'volunteers.listCertificates',
    input: ListCertificatesInput,
    output: CertificatePage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: concerned,
  }),
  /** What is printed and signed, once it is issued and while it is not revoked. */
  read: defineRpc({
    subject: 'volunteers.readCertificate',
    input: ById,
    output: CertificateDocument,
    errors: [seen, 'certificate.stateConflict'],
    callers: ['volunteer'],
  }),
  /** Whether a paper with this number and code holds. Wrong ones are not found. */
  check: defineRpc({
    subject: 'volunteers.checkCertificate',
    input: CheckCertificateInput,
    output: CertificateNotice,
    errors: [seen],
    callers: ['public'],
  }),
  /** 公示: certificates whose notice is under way. The newest first. */
  listNotices: defineRpc({
    subject: 'volunteers.listCertificateNotices',
    input: ListCertificateNoticesInput,
    output: CertificateNoticePage,
    errors: ['cursor.invalid'],
    callers: ['public'],
  }),
  /** Keys by which credentials are checked offline. */
  keys: defineRpc({
    subject: 'volunteers.getCertificateKeys',
    input: Nothing,
    output: PublishedKeys,
    errors: [],
    callers: ['public'],
  }),
};

export class CountServedInput {
  @Uuid() volunteerId!: string;
  @Day() from!: string;
  @Day() to!: string;
}

export class ServedByCategory {
  @ListOf(() => CertifiedService, { max: 100 }) items!: CertifiedService[];
}

export const servedFacts = {
  /** What a volunteer served in a period, wherever it was, by category: confirmed, told and not void. */
  inPeriod: defineRpc({
    subject: 'tasks.countServedInPeriod',
    input: CountServedInput,
    output: ServedByCategory,
    errors: [],
    callers: ['system'],
  }),
};

export class StaffName {
  @Uuid() id!: string;
  @Text(person) displayName!: string;
}

export const staffNames = {
  /** How a member of staff signs. */
  get: defineRpc({
    subject: 'stations.getStaffName',
    input: ById,
    output: StaffName,
    errors: [seen],
    callers: ['system'],
  }),
};

/** A step was taken; no name, no number. */
export class CertificateMoved {
  @Uuid() certificateId!: string;
  @Uuid() volunteerId!: string;
  @Region() communityCode!: string;
  @Choice(certificateSteps) step!: CertificateStep;
  @Instant() at!: string;
}

export const certificateEvents = {
  moved: defineEvent({ subject: 'certificate.moved', owner: 'volunteers', data: CertificateMoved }),
};
