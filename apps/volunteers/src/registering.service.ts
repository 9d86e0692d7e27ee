import { DomainError } from '#contracts';
import type { Tx } from '#platform';
import { freeIdentities, ownIdentities, ownPhones, registeredAmong } from './registering.store.js';
import { isPresent, type PresentVolunteer, type VolunteerEntity } from './volunteer.entity.js';
import { lockVolunteers, mergePerson, movePhone } from './volunteers.store.js';

/** One who asks to be registered. */
export interface Candidate {
  wanted: PresentVolunteer;
  phoneDigest: Buffer;
  /** Not by a desk, which sees whose phone it is. */
  isAlone: boolean;
}

/** What becomes of a candidate: `isKnown` has been registered with this very content before. */
export type Decision =
  { volunteer: PresentVolunteer; isKnown: boolean; refusedBefore?: VolunteerEntity } | DomainError;

/**
 * Decides on a batch and takes the ID numbers and phones of those who come in: one person once in the
 * country, a retry is the same registration, and of two in one batch the first wins.
 */
export async function decideRegistrations(tx: Tx, candidates: readonly Candidate[]): Promise<Decision[]> {
  const firsts = new Map<string, Candidate>();
  for (const candidate of candidates)
    if (!firsts.has(candidate.wanted.id)) firsts.set(candidate.wanted.id, candidate);
  const decisions = await decideEach(tx, [...firsts.values()]);
  return candidates.map((candidate) => {
    const first = firsts.get(candidate.wanted.id) as Candidate;
    const decision = decisions.get(first) as Decision;
    if (candidate === first) return decision;
    if (!first.wanted.contentDigest.equals(candidate.wanted.contentDigest))
      return new DomainError('idempotency.conflict');
    return decision instanceof DomainError ? decision : { ...decision, isKnown: true };
  });
}

async function decideEach(tx: Tx, candidates: readonly Candidate[]): Promise<Map<Candidate, Decision>> {
  const decisions = new Map<Candidate, Decision>();
  const identities = await ownIdentities(
    tx,
    candidates.map(({ wanted }) => ({ digest: wanted.identityDigest, ownerId: wanted.id })),
  );
  // Read after the identities are owned: whoever raced us is committed by now.
  const known = await lockVolunteers(
    tx,
    candidates.map(({ wanted }) => wanted.id),
  );
  for (const candidate of candidates) {
    const { wanted } = candidate;
    const before = known.get(wanted.id);
    const isOwner = identities.owners.get(wanted.identityDigest.toString('hex')) === wanted.id;
    decisions.set(candidate, decideOne(wanted, before, isOwner));
  }
  await decidePhones(tx, decisions);
  const refused = [...decisions].flatMap(([{ wanted }, decision]) =>
    decision instanceof DomainError ? [wanted.identityDigest] : [],
  );
  freeIdentities(
    tx,
    refused.filter((digest) => identities.taken.has(digest.toString('hex'))),
  );
  return decisions;
}

function decideOne(
  wanted: PresentVolunteer,
  before: VolunteerEntity | undefined,
  isOwner: boolean,
): Decision {
  // Who left comes back as somebody new.
  if (before && !isPresent(before)) return new DomainError('idempotency.conflict');
  if (before && before.verification !== 'refused') {
    const isSame = before.contentDigest.equals(wanted.contentDigest);
    return isSame ? { volunteer: before, isKnown: true } : new DomainError('idempotency.conflict');
  }
  if (!isOwner) return new DomainError('volunteer.exists');
  // The city leads every key, so somebody who registers again does so in the same city.
  if (before && before.cityCode !== wanted.cityCode) return new DomainError('idempotency.conflict');
  return { volunteer: wanted, isKnown: false, ...(before && { refusedBefore: before }) };
}

/**
 * A phone signs one person in. A desk that registers somebody who has signed in by this phone, but was
 * never registered, moves phone and WeChat to the volunteer. Somebody alone with a phone of another must
 * sign in with that phone first: only then is it known whose it is.
 */
async function decidePhones(tx: Tx, decisions: Map<Candidate, Decision>): Promise<void> {
  const fresh = [...decisions.entries()].flatMap(([candidate, decision]) =>
    decision instanceof DomainError || decision.isKnown ? [] : [candidate],
  );
  if (fresh.length === 0) return;
  const { owners } = await ownPhones(
    tx,
    fresh.map(({ wanted, phoneDigest }) => ({ digest: phoneDigest, ownerId: wanted.id })),
  );
  const ownerOf = ({ phoneDigest }: Candidate) => owners.get(phoneDigest.toString('hex')) ?? '';
  const others = fresh.filter((candidate) => ownerOf(candidate) !== candidate.wanted.id);
  if (others.length === 0) return;
  const taken = await registeredAmong(tx, others.map(ownerOf));
  for (const { wanted } of fresh) taken.add(wanted.id);
  for (const candidate of others) {
    const owner = ownerOf(candidate);
    if (candidate.isAlone || taken.has(owner)) decisions.set(candidate, new DomainError('volunteer.exists'));
    else {
      await movePhone(tx, candidate.phoneDigest, candidate.wanted.id);
      await mergePerson(tx, owner, candidate.wanted.id);
      taken.add(owner);
    }
  }
}
