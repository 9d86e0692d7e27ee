import { type ErrandSettled, type EventEnvelope, redemptionEvents } from '#contracts';
import { Consumes, type Tx } from '#platform';
import { Controller } from '@nestjs/common';
import { RedemptionService } from './redemption.service.js';

/** Events in: errands that no further service can come of. */
@Controller()
export class RedemptionConsumer {
  constructor(private readonly redemption: RedemptionService) {}

  @Consumes(redemptionEvents.errandSettled)
  errandSettled(events: EventEnvelope<ErrandSettled>[], tx: Tx): Promise<void> {
    return this.redemption.settle(events, tx);
  }
}
