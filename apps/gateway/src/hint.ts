import {
  certificateEvents,
  errandEvents,
  grabbingEvents,
  type EventContract,
  type EventEnvelope,
  hazardEvents,
  feedbackEvents,
  ledgerEvents,
  matchingEvents,
  mergeEvents,
  needEvents,
  recordEvents,
  policyEvents,
  purchaseEvents,
  referralEvents,
  residentLinkEvents,
  safetyEvents,
  volunteerEvents,
} from '#contracts';
import { parseRegion } from '#regions';

/** All a hint tells: something of this type and id changed. The page asks for the rest, with its rights. */
export interface Hint {
  /** `errand.claimed`, `need.forwarded` … */
  type: string;
  id: string;
  /** RFC 3339. */
  at: string;
}

/** A hint with whom it concerns. */
export interface AddressedHint extends Hint {
  /** 12 digits as a number: staff whose region holds it; 0 where it is no business of staff. */
  communityCode: number;
  /** The one person it is about: a volunteer, or whoever reported a hazard. */
  volunteerId?: string;
  /** Every volunteer of this city: the feed changed. */
  feedOfCity?: number;
}

interface Placed {
  communityCode: string;
  volunteerId?: string;
  reporterId?: string;
}

interface Rule {
  idOf: (data: object) => string;
  /** Whom it concerns besides those of the place and the person: a city's volunteers, or the person alone. */
  audience: 'usual' | 'feed' | 'person';
}

const prefix = 'shunlu.evt.v1.';
const rules = new Map<string, Rule>();

function hint<D extends Placed>(
  contract: EventContract<D>,
  idOf: (data: D) => string,
  audience: Rule['audience'] = 'usual',
): void {
  rules.set(contract.subject, { idOf: idOf as Rule['idOf'], audience });
}

hint(errandEvents.opened, ({ errandId }) => errandId, 'feed');
hint(errandEvents.claimed, ({ errandId }) => errandId, 'feed');
hint(errandEvents.released, ({ errandId }) => errandId, 'feed');
hint(grabbingEvents.takeoverOffered, ({ errandId }) => errandId, 'feed');
hint(errandEvents.checkedIn, ({ errandId }) => errandId);
hint(safetyEvents.late, ({ noticeId }) => noticeId);
hint(safetyEvents.emergencyRaised, ({ noticeId }) => noticeId);
hint(safetyEvents.qualificationLost, ({ noticeId }) => noticeId);
hint(safetyEvents.noticeAcknowledged, ({ noticeId }) => noticeId);
hint(errandEvents.finished, ({ errandId }) => errandId);
hint(errandEvents.expired, ({ errandId }) => errandId, 'feed');
hint(errandEvents.cancelled, ({ errandId }) => errandId, 'feed');
hint(errandEvents.recordConfirmed, ({ recordId }) => recordId);
hint(recordEvents.moved, ({ recordId }) => recordId);
hint(recordEvents.overdue, ({ recordId }) => recordId);
hint(recordEvents.pairFlagged, ({ flagId }) => flagId);
hint(feedbackEvents.given, ({ feedbackId }) => feedbackId);
hint(feedbackEvents.noShowMoved, ({ noShowId }) => noShowId);
hint(feedbackEvents.suspensionMoved, ({ suspensionId }) => suspensionId);
hint(matchingEvents.alerted, ({ alertId }) => alertId, 'person');
hint(matchingEvents.queued, ({ errandId }) => errandId);
hint(matchingEvents.unclaimed, ({ errandId }) => errandId);
hint(matchingEvents.dispatchMoved, ({ dispatchId }) => dispatchId);
hint(purchaseEvents.moved, ({ purchaseId }) => purchaseId);
hint(needEvents.forwarded, ({ needId }) => needId);
hint(needEvents.moved, ({ needId }) => needId);
hint(hazardEvents.reported, ({ hazardId }) => hazardId);
hint(hazardEvents.moved, ({ hazardId }) => hazardId);
hint(hazardEvents.told, ({ hazardId }) => hazardId);
hint(referralEvents.moved, ({ referralId }) => referralId);
hint(referralEvents.overdue, ({ referralId }) => referralId);
hint(residentLinkEvents.moved, ({ linkId }) => linkId);
hint(volunteerEvents.registered, ({ volunteerId }) => volunteerId);
hint(volunteerEvents.verified, ({ volunteerId }) => volunteerId);
hint(mergeEvents.merged, ({ keptId }) => keptId);
hint(certificateEvents.moved, ({ certificateId }) => certificateId);
hint(ledgerEvents.creditsPosted, ({ transferId }) => transferId);
hint(policyEvents.earningDecided, ({ recordId }) => recordId);

/** The hint an event gives, if it gives one. */
export function hintOf(event: EventEnvelope): AddressedHint | undefined {
  const rule = rules.get(event.subject);
  if (!rule) return undefined;
  const { communityCode, volunteerId, reporterId } = event.data as Placed;
  return {
    type: event.subject.slice(prefix.length),
    id: rule.idOf(event.data),
    at: event.occurredAt,
    communityCode: rule.audience === 'person' ? 0 : parseRegion(communityCode).code,
    volunteerId: volunteerId ?? reporterId,
    feedOfCity: rule.audience === 'feed' ? event.cityCode : undefined,
  };
}

/** Whether an event of this subject gives a hint; a test holds the table above against the contracts. */
export function isHinted(subject: string): boolean {
  return rules.has(subject);
}
