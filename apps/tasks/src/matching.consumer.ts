import { errandEvents, type EventEnvelope, grabbingEvents } from '#contracts';
import { Consumes, type Tx } from '#platform';
import { Controller } from '@nestjs/common';
import { RoundsService } from './rounds.service.js';

/** The clock of an errand begins with its own events, so that whatever opens one has it matched. */
@Controller()
export class MatchingConsumer {
  constructor(private readonly rounds: RoundsService) {}

  @Consumes<{ errandId: string }>(errandEvents.opened, errandEvents.released, grabbingEvents.takeoverOffered)
  onOpened(events: EventEnvelope<{ errandId: string }>[], tx: Tx): Promise<void> {
    return this.rounds.begin(events, tx);
  }
}
