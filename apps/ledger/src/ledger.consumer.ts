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
import { SolvencyService } from './solvency.service.js';

/** Events in. */
@Controller()
export class LedgerConsumer {
  constructor(
    private readonly earning: EarningService,
    private readonly solvency: SolvencyService,
  ) {}

  @Consumes(errandEvents.recordConfirmed)
  recordConfirmed(events: EventEnvelope<ServiceRecordConfirmed>[], tx: Tx): Promise<void> {
    return this.earning.earn(events, tx);
  }

  @Consumes(cohortEvents.known)
  cohortKnown(events: EventEnvelope<CohortKnown>[], tx: Tx): Promise<void> {
    return this.solvency.know(events, tx);
  }
}
