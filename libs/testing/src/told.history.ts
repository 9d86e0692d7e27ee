import {
  type ErrandMoved,
  errandEvents,
  type EventContract,
  type EventEnvelope,
  hazardCategories,
  hazardEvents,
  hazardSteps,
  ledgerEvents,
  mergeEvents,
  needEvents,
  needStates,
  purchaseEvents,
  purchaseStates,
  volunteerEvents,
} from '#contracts';
import { newId, newTraceId } from '#platform';
import { parseRegion } from '#regions';

/** When the histories end: what they tell lies before it. */
export const endOfHistory = new Date('2026-03-10T02:00:00Z');
const now = endOfHistory;

/** An event as its owner tells it, at the moment of the histories. */
export function eventOf<D extends object>(contract: EventContract<D>, data: object): EventEnvelope {
  const { communityCode } = data as { communityCode: string };
  const { cityCode } = parseRegion(communityCode);
  const { subject } = contract;
  return {
    id: newId(),
    subject,
    cityCode,
    occurredAt: now.toISOString(),
    traceId: newTraceId(),
    data,
  };
}

/** A step of an errand. */
export function errandMoved(
  contract: EventContract<ErrandMoved>,
  communityCode: string,
  at = now.toISOString(),
): EventEnvelope {
  return eventOf(contract, { errandId: newId(), communityCode, type: 'groceries', at });
}

/** Numbers that are the same in every run. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

/** The same in another order, which follows from the seed. */
export function shuffled<T>(seed: number, items: T[]): T[] {
  const random = randomOf(seed);
  return items
    .map((item) => [random(1_000_000), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

/** What a history is drawn from. */
class Urn {
  readonly volunteers = Array.from({ length: 40 }, newId);
  /** Whoever was merged serves no more, though what they served before is told and corrected later. */
  readonly present = [...this.volunteers];
  readonly records = Array.from({ length: 40 }, newId);
  readonly random: (below: number) => number;
  private readonly versions = new Map<string, number>();

  constructor(seed: number) {
    this.random = randomOf(seed);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.random(items.length)] as T;
  }

  nextVersion(id: string): number {
    const version = (this.versions.get(id) ?? 0) + 1;
    this.versions.set(id, version);
    return version;
  }
}

const communities = '120116014001 120116014003 120101001001 120116001001 120116014777 120116014000'.split(
  ' ',
);
const steps = (
  ['opened', 'claimed', 'released', 'checkedIn', 'finished', 'expired', 'cancelled'] as const
).map((name) => errandEvents[name]);

/** Everything that is counted, in communities of TEDA, of other districts, and one the table does not know. */
export function randomHistory(seed: number, count: number): EventEnvelope[] {
  const urn = new Urn(seed);
  const { random } = urn;
  return Array.from({ length: count }).flatMap((): EventEnvelope | EventEnvelope[] => {
    const communityCode = urn.pick(communities);
    const at = new Date(now.getTime() - random(urn.pick([20, 20, 500]) * 86_400) * 1_000).toISOString();
    if (random(80) === 0 && urn.present.length > 8) return merged(urn, communityCode, at);
    switch (random(10)) {
      case 0:
        return eventOf(volunteerEvents.registered, { volunteerId: newId(), communityCode, registeredAt: at });
      case 1:
        return decided(urn, communityCode, at);
      case 2: {
        const state = urn.pick([...needStates, 'forwarded']);
        const contract = state === 'forwarded' ? needEvents.forwarded : needEvents.moved;
        return eventOf<object>(contract, { needId: newId(), communityCode, at, state });
      }
      case 3:
        return served(urn, communityCode, at);
      case 4:
        return credited(urn, communityCode, at);
      case 5: {
        const [purchaseId, state] = [newId(), urn.pick(purchaseStates)];
        const amountFen = 1 + random(9_000);
        return eventOf(purchaseEvents.moved, { purchaseId, communityCode, at, state, amountFen });
      }
      case 6:
        return hazarded(urn, communityCode, at);
      case 7:
        return claimed(urn, communityCode, at);
      default:
        return errandMoved(urn.pick(steps), communityCode, at);
    }
  });
}

/** Of another owner's step there is no order: what a hazard went through is counted, not followed. */
function hazarded(urn: Urn, communityCode: string, at: string): EventEnvelope {
  const category = urn.pick(hazardCategories);
  const step = urn.pick(['reported', ...hazardSteps, 'closed'] as const);
  const fields = { hazardId: newId(), communityCode, category, at };
  if (step === 'reported')
    return eventOf(hazardEvents.reported, { ...fields, severity: 'high', joined: urn.random(2) === 0 });
  return eventOf(hazardEvents.moved, { ...fields, step, minutesOpen: urn.random(urn.pick([2, 90, 40_000])) });
}

function claimed(urn: Urn, communityCode: string, at: string): EventEnvelope {
  const waitedSeconds = urn.random(urn.pick([2, 90, 7_200, 200_000]));
  const type = urn.pick(['groceries', 'medicine', 'repair']);
  return eventOf(errandEvents.claimed, { errandId: newId(), communityCode, type, at, waitedSeconds });
}

function decided(urn: Urn, communityCode: string, decidedAt: string): EventEnvelope {
  const volunteerId = urn.pick(urn.present);
  const version = urn.nextVersion(volunteerId);
  const verification = urn.pick(['verified', 'verified', 'refused', 'pending']);
  const fields = { volunteerId, version, verification, communityCode, displayName: '示*', decidedAt };
  return eventOf(volunteerEvents.verified, fields);
}

/** Some are corrected, to other minutes, another day or place, and some are voided. */
function served(urn: Urn, communityCode: string, endedAt: string): EventEnvelope {
  const recordId = urn.pick([newId(), urn.pick(urn.records)]);
  const version = urn.nextVersion(recordId);
  const verification = urn.pick(['deviceVerified', 'attested']);
  const serviceMinutes = urn.pick([0, 1 + urn.random(240), 1 + urn.random(240)]);
  return eventOf(errandEvents.recordConfirmed, {
    ...{ recordId, version, communityCode, serviceMinutes, verification, endedAt },
    volunteerId: urn.pick(urn.volunteers),
  });
}

function credited(urn: Urn, communityCode: string, recordedAt: string): EventEnvelope {
  const code = urn.pick(['earn', 'earn', 'earn', 'redeem', 'expire', 'writeOff', 'gift', 'reverse']);
  const reversedCode = code === 'reverse' ? urn.pick(['earn', 'gift', 'redeem']) : undefined;
  const minutes = 1 + urn.random(240);
  return eventOf(ledgerEvents.creditsPosted, {
    ...(reversedCode && { reversedCode }),
    ...{ communityCode, minutes, code, recordedAt },
  });
}

/** What the register tells of a merge: somebody is verified no more, and counted as registered once less. */
function merged(urn: Urn, communityCode: string, at: string): EventEnvelope[] {
  const [mergedId = ''] = urn.present.splice(urn.random(urn.present.length), 1);
  const keptId = urn.pick(urn.present);
  const version = urn.nextVersion(mergedId);
  const registered = { communityCode, registeredAt: at };
  return [
    eventOf(volunteerEvents.registered, { volunteerId: mergedId, ...registered }),
    eventOf(volunteerEvents.verified, {
      ...{ volunteerId: mergedId, version, verification: 'unverified', communityCode },
      ...{ displayName: '示*', decidedAt: at },
    }),
    eventOf(mergeEvents.merged, { mergedId, keptId, version, ...registered, mergedAt: at }),
  ];
}
