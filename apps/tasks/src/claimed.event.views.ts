import { errandEvents, type NeedType } from '#contracts';
import type { NewEvent } from '#platform';
import { formatRegion } from '#regions';
import type { ClaimRequest } from './claim.js';
import { type ErrandToClaim, waitedSeconds } from './claims.store.js';

/** What is told of a claim that won. */
export function claimedEvent(
  { errand, volunteerId, traceId }: ClaimRequest & { errand: ErrandToClaim; traceId: string },
  now: Date,
): NewEvent {
  return {
    contract: errandEvents.claimed,
    cityCode: errand.cityCode,
    traceId,
    data: {
      errandId: errand.id,
      communityCode: formatRegion(errand.communityCode),
      type: errand.type as NeedType,
      volunteerId,
      at: now.toISOString(),
      waitedSeconds: waitedSeconds(errand, now),
    },
  };
}
