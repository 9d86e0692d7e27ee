import { maskIdNumber, type Seal } from '#platform';
import type { CertifiedService, DocumentType } from '#contracts';
import type { CertificateKeys } from './certificate.keys.js';
import type { IssuedCertificate } from './certificate.entity.js';

export const certificatePurpose = 'certificate.content';

/** What a certificate says of people, as it was when it was issued, in plain. */
export interface IssuedContent {
  name: string;
  /** Absent: a resident identity card, as everybody had before other documents. */
  documentType?: DocumentType;
  idNumber: string;
  volunteerNumber: string;
  services: CertifiedService[];
  personInCharge: string;
  handler: string;
}

export function sealContent(seal: Seal, content: IssuedContent): string {
  return seal.seal(JSON.stringify(content), certificatePurpose);
}

export function openContent(seal: Seal, contentSealed: string): IssuedContent {
  return JSON.parse(seal.open(contentSealed, certificatePurpose)) as IssuedContent;
}

/**
 * The certificate as a credential of the W3C’s data model 2.0: it holds from the end of the public notice. Signed
 * anew it is the same to the byte, as Ed25519 takes no randomness. The ID number is masked: who is shown the
 * credential compares it with the card.
 */
export function signCredential(
  keys: CertificateKeys,
  certificate: IssuedCertificate,
  content: IssuedContent,
): Promise<string> {
  const { name, volunteerNumber, services } = content;
  return keys.sign({
    '@context': ['https://www.w3.org/ns/credentials/v2', { '@vocab': 'urn:shunlu:certificate:' }],
    id: `urn:uuid:${certificate.id}`,
    type: ['VerifiableCredential', 'VolunteerServiceCertificate'],
    issuer: { id: keys.issuer, name: certificate.issuerName },
    validFrom: certificate.effectiveFrom.toISOString(),
    credentialSubject: {
      ...{ name, volunteerNumber, idNumber: maskIdNumber(content.idNumber) },
      ...(content.documentType && { documentType: content.documentType }),
      ...{ from: certificate.fromDay, to: certificate.toDay },
      ...{ serviceMinutes: certificate.serviceMinutes, services },
    },
    certificateNumber: certificate.number,
    issuedAt: certificate.issuedAt.toISOString(),
  });
}
