import { Controller } from '@nestjs/common';
import {
  errandEvents,
  type EventEnvelope,
  residentLinkEvents,
  type ResidentLinkMoved,
  type ServiceRecordConfirmed,
} from '#contracts';
import { Consumes, type Tx } from '#platform';
import { MinutesService } from './minutes.service.js';
import { ResidentAccessService } from './resident.access.service.js';

@Controller()
export class VolunteersConsumer {
  constructor(
    private readonly minutes: MinutesService,
    private readonly access: ResidentAccessService,
  ) {}

  @Consumes(errandEvents.recordConfirmed)
  recordConfirmed(events: EventEnvelope<ServiceRecordConfirmed>[], tx: Tx): Promise<void> {
    return this.minutes.credit(
      tx,
      events.map(({ data }) => data),
    );
  }

  @Consumes(residentLinkEvents.moved)
  residentLinkMoved(events: EventEnvelope<ResidentLinkMoved>[], tx: Tx): Promise<void> {
    return this.access.follow(
      tx,
      events.map(({ data }) => data),
    );
  }
}
