import { errandEvents, type EventEnvelope, type ServiceRecordConfirmed } from '#contracts';
import { Consumes, type Tx } from '#platform';
import { Controller } from '@nestjs/common';
import { LedgerService } from './ledger.service.js';

/** Events in. */
@Controller()
export class LedgerConsumer {
  constructor(private readonly service: LedgerService) {}

  @Consumes(errandEvents.recordConfirmed)
  recordConfirmed(events: EventEnvelope<ServiceRecordConfirmed>[], tx: Tx): Promise<void> {
    return this.service.earn(events, tx);
  }
}
