import { hazardEvents, type HazardMoved } from '#contracts';
import type { Call, NewEvent } from '#platform';
import { formatRegion } from '#regions';
import { minutesSince } from './hazard.js';
import type { HazardEntity, HazardReportEntity } from './hazard.entity.js';

/** One more report, for boards and reports. */
export function reportedEvent(
  hazard: HazardEntity,
  report: HazardReportEntity,
  joined: boolean,
  call: Call,
): NewEvent {
  return {
    contract: hazardEvents.reported,
    cityCode: hazard.cityCode,
    traceId: call.traceId,
    data: {
      hazardId: hazard.id,
      communityCode: formatRegion(hazard.communityCode),
      category: hazard.category,
      severity: report.severity,
      joined,
      at: report.reportedAt.toISOString(),
    },
  };
}

/** For boards and reports one, and one for each reporter. */
export function movedEvents(
  hazard: HazardEntity,
  step: HazardMoved['step'],
  reporterIds: string[],
  now: Date,
  { traceId }: Call,
): NewEvent[] {
  const { cityCode, category, id: hazardId } = hazard;
  const communityCode = formatRegion(hazard.communityCode);
  const at = now.toISOString();
  const minutesOpen = minutesSince(hazard.firstReportedAt, now);
  const moved = { hazardId, communityCode, category, step, minutesOpen, at };
  return [
    { contract: hazardEvents.moved, cityCode, traceId, data: moved },
    ...reporterIds.map((reporterId) => ({
      contract: hazardEvents.told,
      cityCode,
      traceId,
      data: { hazardId, communityCode, reporterId, step, at },
    })),
  ];
}
