import { needEvents, type NeedState, type RevokedStep } from '#contracts';
import type { Call, NewEvent } from '#platform';
import { formatRegion } from '#regions';
import type { NeedEntity } from './need.entity.js';

/** A step of a need, as boards and reports hear of it. */
export function needEvent(
  need: NeedEntity,
  state: NeedState,
  at: Date,
  call: Call,
  revoked?: RevokedStep[],
): NewEvent {
  return {
    contract: state === 'forwarded' ? needEvents.forwarded : needEvents.moved,
    cityCode: need.cityCode,
    traceId: call.traceId,
    data: {
      needId: need.id,
      communityCode: formatRegion(need.communityCode),
      state,
      type: need.type,
      at: at.toISOString(),
      onBehalf: need.channel !== 'app',
      ...(revoked && { revoked }),
    },
  };
}

/** Whether two needs of one id ask for the same. */
export function sameContent(a: NeedEntity, b: NeedEntity): boolean {
  const content = (need: NeedEntity) =>
    JSON.stringify([
      need.residentId,
      need.type,
      need.summary,
      need.channel,
      need.windowStart.getTime(),
      need.windowEnd.getTime(),
      need.expectedMinutes,
      need.slots,
      need.riskNotice,
      need.templateId,
      need.requirements,
      need.purchaseCeilingFen,
      need.fairGrabSeconds,
      need.stopCount,
      need.groupId,
    ]);
  return content(a) === content(b);
}
