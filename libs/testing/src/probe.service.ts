import { defineRpc, Integer, Text } from '#contracts';
import {
  Answers,
  AnswersBatch,
  type BatchCall,
  type Call,
  type Outcome,
  type ServiceDefinition,
} from '#platform';
import { Controller, Module } from '@nestjs/common';

/** What the probe is asked. */
export class ProbeInput {
  @Text({ max: 50 }) text!: string;
  @Integer({ min: 0, max: 1000, optional: true }) number?: number;
}
/** What it answers, unless a test says otherwise: the text. */
export class ProbeOutput {
  @Text({ max: 50 }) text!: string;
}

const common = { input: ProbeInput, output: ProbeOutput, errors: [], callers: ['station'] } as const;
const limits = { maxItems: 8, maxInFlight: 1 };

/** Requests of the probe, one by one and batched, and two that nobody answers. */
export const probes = {
  one: defineRpc({ ...common, subject: 'ledger.probe' }),
  all: defineRpc({ ...common, subject: 'ledger.probeAll', batched: limits }),
  nobody: defineRpc({ ...common, subject: 'ledger.nobody' }),
  nobodyBatched: defineRpc({ ...common, subject: 'ledger.nobodyBatched', batched: limits }),
};

interface Behaviour {
  one: (input: ProbeInput, call: Call) => unknown;
  all: (items: BatchCall<ProbeInput>[]) => unknown;
}
/** What the probe does; tests put other behaviour in its place. */
export const behaviour: Behaviour = { ...ordinary() };

/** Says back what it is told. */
export function ordinary(): Behaviour {
  return {
    one: ({ text }) => ({ text }),
    all: (items) => items.map(({ input }) => ({ data: { text: input.text } })),
  };
}

@Controller()
class ProbeController {
  @Answers(probes.one)
  async one(input: ProbeInput, call: Call): Promise<ProbeOutput> {
    return (await behaviour.one(input, call)) as ProbeOutput;
  }

  @AnswersBatch(probes.all)
  async all(items: BatchCall<ProbeInput>[]): Promise<Outcome<ProbeOutput>[]> {
    return (await behaviour.all(items)) as Outcome<ProbeOutput>[];
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

/** A service for testing how requests travel; it runs as the NATS user and database role of `ledger`. */
export const probeService: ServiceDefinition = {
  name: 'ledger',
  module: ProbeModule,
  entities: [],
  migrations: [],
  constraints: {},
  settings: [],
};
