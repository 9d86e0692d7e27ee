import {
  errandEvents,
  type ErrandMoved,
  type EventContract,
  type EventEnvelope,
  ledgerEvents,
  needEvents,
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

type Rule = (data: object) => Counted | undefined;

function rule<D extends object>(
  contract: EventContract<D>,
  count: (data: D) => Counted | undefined,
): [subject: string, Rule] {
  return [contract.subject, count as Rule];
}

function step(contract: EventContract<ErrandMoved>, counts: Counts): [subject: string, Rule] {
  return rule(contract, ({ communityCode, at }) => ({ communityCode, at, counts }));
}

const rules = new Map<string, Rule>([
  rule(volunteerEvents.registered, ({ communityCode, registeredAt }) => ({
    communityCode,
    at: registeredAt,
    counts: { volunteersRegistered: 1 },
  })),
  rule(needEvents.forwarded, ({ communityCode, at }) => ({
    communityCode,
    at,
    counts: { needsForwarded: 1 },
  })),
  step(errandEvents.opened, { errandsOpened: 1 }),
  step(errandEvents.claimed, { errandsClaimed: 1 }),
  step(errandEvents.released, { errandsReleased: 1 }),
  step(errandEvents.finished, { errandsFinished: 1 }),
  rule(ledgerEvents.creditsPosted, ({ communityCode, recordedAt, code, reversedCode, minutes }) => {
    if (code !== 'earn' && reversedCode !== 'earn') return undefined;
    const creditsIssuedMinutes = code === 'earn' ? minutes : -minutes;
    return { communityCode, at: recordedAt, counts: { creditsIssuedMinutes } };
  }),
]);

/** What an event adds by itself. Verifications and service records are not here: they count by what was known before. */
export function countedBy(event: EventEnvelope): Counted | undefined {
  return rules.get(event.subject)?.(event.data);
}
