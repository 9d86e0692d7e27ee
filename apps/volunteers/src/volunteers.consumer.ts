import { Controller } from '@nestjs/common';
import { errandEvents, type EventEnvelope, type ServiceRecordConfirmed } from '#contracts';
import { Consumes, type Tx } from '#platform';
import { creditRecords } from './minutes.store.js';

@Controller()
export class VolunteersConsumer {
  @Consumes(errandEvents.recordConfirmed)
  recordConfirmed(events: EventEnvelope<ServiceRecordConfirmed>[], tx: Tx): Promise<void> {
    return creditRecords(
      tx,
      events.map(({ data }) => data),
    );
  }
}
