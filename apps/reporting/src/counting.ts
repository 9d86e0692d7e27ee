import {
  type CreditsPosted,
  errandEvents,
  type ErrandMoved,
  type EventContract,
  type EventEnvelope,
  type FlowName,
  ledgerEvents,
  mergeEvents,
  needEvents,
  type NeedMoved,
  type NeedState,
  purchaseEvents,
  type PurchaseMoved,
  type TransferCode,
  volunteerEvents,
} from '#contracts';
import type { Counts } from './tally.js';

/** What one event adds, where and when. */
export interface Counted {
  communityCode: string;
  /** When the thing itself happened: a late event lands on its own day. */
  at: string;
  counts: Counts;
}

type Rule = (data: object) => Counted[];

function rule<D extends object>(
  contract: EventContract<D>,
  count: (data: D) => Counted | undefined,
): [subject: string, Rule] {
  const one = (data: object) => {
    const counted = count(data as D);
    return counted ? [counted] : [];
  };
  return [contract.subject, one];
}

function step(contract: EventContract<ErrandMoved>, counts: Counts): [subject: string, Rule] {
  return rule(contract, ({ communityCode, at }) => ({ communityCode, at, counts }));
}

const needFlows: Partial<Record<NeedState, FlowName>> = {
  submitted: 'needsSubmitted',
  verified: 'needsVerified',
  forwarded: 'needsForwarded',
  accepted: 'needsAccepted',
  posted: 'needsPosted',
  dispatched: 'needsDispatched',
  referred: 'needsReferred',
  rejected: 'needsRejected',
  fulfilled: 'needsFulfilled',
  closed: 'needsClosed',
  cancelled: 'needsCancelled',
};

function needEntered({ communityCode, at, state }: NeedMoved): Counted | undefined {
  const name = needFlows[state];
  return name && { communityCode, at, counts: { [name]: 1 } };
}

/** A need that comes back although it had been fulfilled: that counts no more on the day on which it counted. */
function needForwarded(data: NeedMoved): Counted[] {
  const entered = needEntered(data);
  const revoked = (data.revoked ?? []).flatMap(({ state, at }): Counted[] => {
    const name = needFlows[state];
    return name ? [{ communityCode: data.communityCode, at, counts: { [name]: -1 } }] : [];
  });
  return entered ? [entered, ...revoked] : revoked;
}

const creditFlows: Partial<Record<TransferCode, FlowName>> = {
  earn: 'creditsIssuedMinutes',
  redeem: 'creditsSpentMinutes',
  expire: 'creditsExpiredMinutes',
  writeOff: 'creditsWrittenOffMinutes',
};

/** A reversal counts against the code of what it takes back, on its own day. */
function creditsMoved({
  communityCode,
  recordedAt,
  code,
  reversedCode,
  minutes,
}: CreditsPosted): Counted | undefined {
  const name = creditFlows[reversedCode ?? code];
  return name && { communityCode, at: recordedAt, counts: { [name]: reversedCode ? -minutes : minutes } };
}

/** What a purchase cost counts when it is paid back: before that it may yet be refused. */
function paidBack({ communityCode, at, state, amountFen }: PurchaseMoved): Counted | undefined {
  return state === 'paid'
    ? { communityCode, at, counts: { purchasesPaid: 1, purchasesPaidFen: amountFen } }
    : undefined;
}

const rules = new Map<string, Rule>([
  rule(volunteerEvents.registered, ({ communityCode, registeredAt }) => ({
    communityCode,
    at: registeredAt,
    counts: { volunteersRegistered: 1 },
  })),
  // One person is registered once, on the day of the registration that stays.
  rule(mergeEvents.merged, ({ communityCode, registeredAt }) => ({
    communityCode,
    at: registeredAt,
    counts: { volunteersRegistered: -1 },
  })),
  [needEvents.forwarded.subject, needForwarded as Rule],
  rule(needEvents.moved, needEntered),
  step(errandEvents.opened, { errandsOpened: 1 }),
  step(errandEvents.claimed, { errandsClaimed: 1 }),
  step(errandEvents.released, { errandsReleased: 1 }),
  step(errandEvents.checkedIn, { errandsCheckedIn: 1 }),
  step(errandEvents.finished, { errandsFinished: 1 }),
  step(errandEvents.expired, { errandsExpired: 1 }),
  step(errandEvents.cancelled, { errandsCancelled: 1 }),
  rule(purchaseEvents.moved, paidBack),
  rule(ledgerEvents.creditsPosted, creditsMoved),
]);

/** What an event adds by itself. Verifications and service records are not here: they count by what was known before. */
export function countedBy(event: EventEnvelope): readonly Counted[] {
  return rules.get(event.subject)?.(event.data) ?? [];
}
