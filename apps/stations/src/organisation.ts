import type { OrganisationKind, StaffRole } from '#contracts';
import { formatRegion, parseRegion } from '#regions';

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

/** Who may supervise others; of two in the same division the one named first is above. */
const supervisors: readonly OrganisationKind[] = [
  'civilAffairsBureau',
  'guidanceCentre',
  'countyHubStation',
  'socialWorkStation',
];

/**
 * Whether a body may supervise another: it serves the division of the other, and is of a wider one or of a higher
 * kind. Kind and division never change, so nobody ever supervises whoever is above.
 */
export function supervises(above: Candidate, below: Candidate): boolean {
  const rank = supervisors.indexOf(above.kind);
  if (rank < 0) return false;
  const [wide, narrow] = [rangeOf(above), rangeOf(below)];
  if (narrow.code < wide.code || narrow.last > wide.last) return false;
  if (narrow.last - narrow.code < wide.last - wide.code) return true;
  const rankBelow = supervisors.indexOf(below.kind);
  return rankBelow < 0 || rank < rankBelow;
}

/** Whether a body may be run by an operating organisation (承接机构). */
export function isOperated(kind: OrganisationKind): boolean {
  return stationKinds.includes(kind) || kind === 'socialWorkRoom';
}

const rangeOf = ({ regionCode }: Candidate) => parseRegion(formatRegion(regionCode));

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
