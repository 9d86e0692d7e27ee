import type { StaffLicence } from '#contracts';

/** Whether licences are possible on a day: issued by then, valid no shorter than a day, one of each kind. */
export function arePossible(licences: readonly StaffLicence[], today: string): boolean {
  const kinds = new Set(licences.map(({ kind }) => kind));
  return (
    kinds.size === licences.length &&
    licences.every(
      ({ issuedOn, validUntil }) => issuedOn <= today && (validUntil === undefined || issuedOn <= validUntil),
    )
  );
}
