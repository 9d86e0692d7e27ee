import {
  type CohortKnown,
  cohortEvents,
  errandEvents,
  type EventEnvelope,
  mergeEvents,
  type ServiceRecordConfirmed,
  type VolunteerMerged,
} from '#contracts';
import { Consumes, type Tx } from '#platform';
import { Controller } from '@nestjs/common';
import { EarningService } from './earning.service.js';
import { MergesService } from './merges.service.js';
import { SolvencyService } from './solvency.service.js';

/** Events in. */
@Controller()
export class LedgerConsumer {
  constructor(
    private readonly earning: EarningService,
    private readonly solvency: SolvencyService,
    private readonly merges: MergesService,
  ) {}

  @Consumes(errandEvents.recordConfirmed)
  recordConfirmed(events: EventEnvelope<ServiceRecordConfirmed>[], tx: Tx): Promise<void> {
    return this.earning.earn(events, tx);
  }

  @Consumes(mergeEvents.merged)
  merged(events: EventEnvelope<VolunteerMerged>[], tx: Tx): Promise<void> {
    return this.merges.follow(tx, events);
  }

  @Consumes(cohortEvents.known)
  cohortKnown(events: EventEnvelope<CohortKnown>[], tx: Tx): Promise<void> {
    return this.solvency.know(events, tx);
  }
}
