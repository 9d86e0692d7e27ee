import { Controller } from '@nestjs/common';
import {
  errandEvents,
  type EventEnvelope,
  feedbackEvents,
  type FeedbackGiven,
  residentLinkEvents,
  type ResidentLinkMoved,
  type ServiceRecordConfirmed,
} from '#contracts';
import { Consumes, type Tx } from '#platform';
import { MinutesService } from './minutes.service.js';
import { ResidentAccessService } from './resident.access.service.js';
import { StarsService } from './stars.service.js';

@Controller()
export class VolunteersConsumer {
  constructor(
    private readonly minutes: MinutesService,
    private readonly access: ResidentAccessService,
    private readonly stars: StarsService,
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

  @Consumes(feedbackEvents.given)
  feedbackGiven(events: EventEnvelope<FeedbackGiven>[], tx: Tx): Promise<void> {
    return this.stars.evaluate(
      tx,
      events.flatMap(({ data: { volunteerId, isGood } }) =>
        volunteerId === undefined || isGood === undefined ? [] : [{ volunteerId, isGood }],
      ),
    );
  }
}
