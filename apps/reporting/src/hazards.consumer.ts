import { type EventEnvelope, hazardEvents } from '#contracts';
import { Consumes, type Tx } from '#platform';
import { Controller } from '@nestjs/common';
import { HazardReportsService } from './hazards.service.js';

@Controller()
export class HazardsConsumer {
  constructor(private readonly service: HazardReportsService) {}

  @Consumes<object>(hazardEvents.reported, hazardEvents.moved)
  fold(events: EventEnvelope[], tx: Tx): Promise<void> {
    return this.service.fold(events, tx);
  }
}
