import { Controller } from '@nestjs/common';
import { errandEvents, type EventEnvelope, type ServiceRecordConfirmed } from '#contracts';
import { Consumes, type Tx } from '#platform';
import { MinutesService } from './minutes.service.js';

@Controller()
export class VolunteersConsumer {
  constructor(private readonly minutes: MinutesService) {}

  @Consumes(errandEvents.recordConfirmed)
  recordConfirmed(events: EventEnvelope<ServiceRecordConfirmed>[], tx: Tx): Promise<void> {
    return this.minutes.credit(
      tx,
      events.map(({ data }) => data),
    );
  }
}
