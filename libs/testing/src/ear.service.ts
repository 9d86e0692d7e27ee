import { defineEvent, type EventEnvelope, type ServiceName, Text } from '#contracts';
import { Consumes, newId, newTraceId, type ServiceDefinition, type Tx } from '#platform';
import { Controller, Module } from '@nestjs/common';

/** What the events of a test say. */
export class Told {
  @Text({ max: 50 }) text!: string;
}

const owner = 'tasks' as const;
/** Events on subjects that `tasks` may publish; nobody listens to the last. */
export const tellings = {
  claimed: defineEvent({ subject: 'errand.claimed', owner, data: Told }),
  finished: defineEvent({ subject: 'errand.finished', owner, data: Told }),
  unheard: defineEvent({ subject: 'errand.checkedIn', owner, data: Told }),
};

/** A service that writes down whatever it hears, as often as it hears it. */
export interface Ear {
  definition: ServiceDefinition;
  /** What it does with events before it writes them down; a test may make it fail. */
  before: (events: EventEnvelope<Told>[], tx: Tx) => Promise<void>;
  /** Statement for the owner role: the table it writes into. */
  table: string;
}

/** An ear that runs as the NATS user and database role of a service that consumes events. */
export function earOf(name: ServiceName): Ear {
  const ear: Omit<Ear, 'definition'> = {
    before: () => Promise.resolve(),
    table: 'create table heard (event_id uuid not null, text text not null)',
  };
  @Controller()
  class EarController {
    @Consumes(tellings.claimed, tellings.finished)
    async hear(events: EventEnvelope<Told>[], tx: Tx): Promise<void> {
      await ear.before(events, tx);
      await tx.query('insert into heard select * from unnest($1::uuid[], $2::text[])', [
        events.map(({ id }) => id),
        events.map(({ data }) => data.text),
      ]);
    }
  }
  @Module({ controllers: [EarController] })
  class EarModule {}
  const parts = { entities: [], migrations: [], constraints: {}, settings: [] };
  return Object.assign(ear, { definition: { name, module: EarModule, ...parts } });
}

/** An event as the outbox would tell it. */
export function telling(text: string, { subject } = tellings.claimed): EventEnvelope<Told> {
  const occurredAt = new Date().toISOString();
  return { id: newId(), subject, cityCode: 1201, occurredAt, traceId: newTraceId(), data: { text } };
}
