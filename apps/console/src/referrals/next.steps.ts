import type { Session } from '../session';
import type { Referral, Step } from './referral.terms';

/** The steps from each state; the API holds the same. */
const following: Record<Referral['state'], readonly Step[]> = {
  created: ['send'],
  sent: ['receive'],
  received: ['accept', 'decline'],
  accepted: ['resolve'],
  declined: ['close'],
  resolved: ['close'],
  closed: [],
};
const answering: readonly Step[] = ['receive', 'accept', 'decline', 'resolve'];

/** Steps that this person may take now: the sender sends and closes, the body answers, or the sender for one without an account. */
export function nextSteps(
  { state, communityCode, organisationId }: Pick<Referral, 'state' | 'communityCode' | 'organisationId'>,
  { role, region, organisationId: own }: Pick<Session, 'role' | 'region' | 'organisationId'>,
): Step[] {
  const isSender = role !== 'official' && region !== undefined && lies(communityCode, region);
  const answers = organisationId === undefined ? isSender : organisationId === own;
  return following[state].filter((step) => (answering.includes(step) ? answers : isSender));
}

/** Leading digits that name a division, by level; the rest of its twelve are zeros. */
const lengths = [2, 4, 6, 9, 12];

/** Whether a division is another or lies inside it. */
export function lies(code: string, region: string): boolean {
  const named = lengths.find((length) => /^0*$/.test(region.slice(length)));
  return code.startsWith(region.slice(0, named));
}
