import type { AskSealingInput, sealingOf, SealingRunView, SealingView } from '#contracts';
import { Controller, type Type } from '@nestjs/common';
import type { Call } from './call.js';
import { Answers } from './handlers.js';
import { Sealing } from './sealing.js';

/** The handlers of a service that seals: the same of each, of its own columns alone. */
export function sealingController(contracts: ReturnType<typeof sealingOf>): Type {
  @Controller()
  class SealingController {
    constructor(private readonly sealing: Sealing) {}

    @Answers(contracts.read)
    read(_: object, call: Call): Promise<SealingView> {
      return this.sealing.read(call);
    }

    @Answers(contracts.ask)
    ask(input: AskSealingInput, call: Call): Promise<SealingRunView> {
      return this.sealing.ask(input, call);
    }
  }
  return SealingController;
}
