import type { OrganisationKind, StaffRole } from '#contracts';

export const committeeKinds: readonly OrganisationKind[] = ['residentsCommittee', 'villagersCommittee'];

/** Bodies that receive needs. A social work room is an outpost of its station and receives none itself. */
export const stationKinds: readonly OrganisationKind[] = [
  'socialWorkStation',
  'countyHubStation',
  'guidanceCentre',
];

/** Whether staff of a role may work for an organisation of a kind. */
export function employs(kind: OrganisationKind, role: StaffRole): boolean {
  switch (role) {
    case 'committee':
      return committeeKinds.includes(kind);
    case 'station':
      return stationKinds.includes(kind) || kind === 'socialWorkRoom';
    case 'official':
    case 'administrator':
      return kind === 'civilAffairsBureau' || kind === 'guidanceCentre';
  }
}

interface Candidate {
  kind: OrganisationKind;
  /** 12-digit code of the division it serves. */
  regionCode: number;
}

/**
 * Out of the bodies whose division contains a community, who answers for it: the committee of that very
 * community, and the narrowest station.
 */
export function responsibleFor<C extends Candidate>(
  communityCode: number,
  candidates: readonly C[],
): { committee?: C; station?: C } {
  const committee = candidates.find(
    ({ kind, regionCode }) => committeeKinds.includes(kind) && regionCode === communityCode,
  );
  // A division's code is that of the one above plus its own digits, so the narrowest has the largest.
  const station = candidates
    .filter(({ kind }) => stationKinds.includes(kind))
    .sort((a, b) => b.regionCode - a.regionCode)[0];
  return { committee, station };
}
