import { type EventEnvelope, volunteerEvents, type VolunteerVerified } from '#contracts';
import { Consumes, type Tx } from '#platform';
import { Controller } from '@nestjs/common';
import { GrantsService } from './grants.service.js';

/** News of volunteers in. */
@Controller()
export class GrantsConsumer {
  constructor(private readonly grants: GrantsService) {}

  @Consumes(volunteerEvents.verified)
  verified(events: EventEnvelope<VolunteerVerified>[], tx: Tx): Promise<void> {
    return this.grants.welcome(events, tx);
  }
}
