import { type CertificateNotice, type CertificateView } from '#contracts';
import { maskName, type Seal } from '#platform';
import { formatRegion } from '#regions';
import { stateAt } from './certificate.js';
import { openContent } from './certificate.content.js';
import type { CertificateEntity, IssuedCertificate } from './certificate.entity.js';
import { pseudonym } from './news.service.js';
import { isPresent, type VolunteerEntity } from './volunteer.entity.js';
import { displayName } from './volunteer.views.js';

export function certificateView(
  seal: Seal,
  certificate: CertificateEntity,
  volunteer: VolunteerEntity | undefined,
  now: Date,
): CertificateView {
  const { id, volunteerId, fromDay, toDay, number, serviceMinutes, revocationReason } = certificate;
  return {
    ...{ id, volunteerId, from: fromDay, to: toDay, state: stateAt(certificate, now) },
    name: volunteer && isPresent(volunteer) ? displayName(seal, volunteer) : pseudonym,
    communityCode: formatRegion(certificate.communityCode),
    requestedAt: certificate.requestedAt.toISOString(),
    acceptedAt: certificate.acceptedAt?.toISOString(),
    number: number ?? undefined,
    serviceMinutes: serviceMinutes ?? undefined,
    issuedAt: certificate.issuedAt?.toISOString(),
    noticeFrom: certificate.noticeFrom?.toISOString(),
    effectiveFrom: certificate.effectiveFrom?.toISOString(),
    revokedAt: certificate.revokedAt?.toISOString(),
    revocationReason: revocationReason ?? undefined,
  };
}

/** What everybody may know. Of who left the name is gone, the certificate holds. */
export function certificateNotice(seal: Seal, certificate: IssuedCertificate, now: Date): CertificateNotice {
  const { number, fromDay, toDay, serviceMinutes, contentSealed } = certificate;
  return {
    ...{ number, from: fromDay, to: toDay, serviceMinutes, state: stateAt(certificate, now) },
    name: contentSealed === null ? pseudonym : maskName(openContent(seal, contentSealed).name),
    ...{ issuerName: certificate.issuerName, contact: certificate.issuerPhone ?? undefined },
    issuedAt: certificate.issuedAt.toISOString(),
    effectiveFrom: certificate.effectiveFrom.toISOString(),
    revokedAt: certificate.revokedAt?.toISOString(),
  };
}
