import { type Actor, DomainError, isStaff } from '#contracts';
import { sees } from '#platform';
import type { EntityManager } from 'typeorm';
import type { CertificateEntity } from './certificate.entity.js';
import { hidingFrom } from './consent.js';
import { isPresent, VolunteerEntity } from './volunteer.entity.js';

/** A certificate and whose it is. */
export interface Concerned {
  certificate: CertificateEntity;
  volunteer: VolunteerEntity;
}

/**
 * For the volunteer, and for staff of the place it was asked for, unless the volunteer withdrew what that needs.
 * @throws DomainError `resource.notFound`
 */
export async function admitted(
  reader: EntityManager,
  certificate: CertificateEntity | null,
  actor: Actor,
): Promise<Concerned> {
  const id = certificate?.volunteerId;
  const volunteer = id === undefined ? null : await reader.findOneBy(VolunteerEntity, { id });
  if (!certificate || !volunteer) throw new DomainError('resource.notFound');
  const isFor = isStaff(actor.role)
    ? sees(actor, certificate.communityCode) && !isHiddenFrom(actor, volunteer)
    : actor.id === certificate.volunteerId;
  if (!isFor) throw new DomainError('resource.notFound');
  return { certificate, volunteer };
}

/** Who left is a pseudonym, which hides nobody. */
export function isHiddenFrom({ role }: Actor, volunteer: VolunteerEntity): boolean {
  return isPresent(volunteer) && hidingFrom(role).some((purpose) => volunteer.withdrawn.includes(purpose));
}
