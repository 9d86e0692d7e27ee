import {
  type CohortKnown,
  cohortEvents,
  errandEvents,
  type EventEnvelope,
  type ServiceRecordConfirmed,
} from '#contracts';
import { Consumes, type Tx } from '#platform';
import { Controller } from '@nestjs/common';
import { EarningService } from './earning.service.js';
import { writeHolders } from './solvency.store.js';

/** Events in. */
@Controller()
export class LedgerConsumer {
  constructor(private readonly earning: EarningService) {}

  @Consumes(errandEvents.recordConfirmed)
  recordConfirmed(events: EventEnvelope<ServiceRecordConfirmed>[], tx: Tx): Promise<void> {
    return this.earning.earn(events, tx);
  }

  @Consumes(cohortEvents.known)
  cohortKnown(events: EventEnvelope<CohortKnown>[], tx: Tx): Promise<void> {
    writeHolders(tx, events);
    return Promise.resolve();
  }
}
