import {
  errandEvents,
  type EventEnvelope,
  hazardEvents,
  ledgerEvents,
  mergeEvents,
  needEvents,
  purchaseEvents,
  volunteerEvents,
} from '#contracts';
import { Consumes, type Tx } from '#platform';
import { Controller } from '@nestjs/common';
import { ReportingService } from './reporting.service.js';

/** Events in: one method for all of them, so that a batch becomes one write whatever it is made of. */
@Controller()
export class ReportingConsumer {
  constructor(private readonly service: ReportingService) {}

  @Consumes<object>(
    volunteerEvents.registered,
    volunteerEvents.verified,
    mergeEvents.merged,
    needEvents.forwarded,
    needEvents.moved,
    errandEvents.opened,
    errandEvents.claimed,
    errandEvents.released,
    errandEvents.checkedIn,
    errandEvents.finished,
    errandEvents.expired,
    errandEvents.cancelled,
    purchaseEvents.moved,
    hazardEvents.reported,
    hazardEvents.moved,
    errandEvents.recordConfirmed,
    ledgerEvents.creditsPosted,
  )
  fold(events: EventEnvelope[], tx: Tx): Promise<void> {
    return this.service.fold(events, tx);
  }
}
