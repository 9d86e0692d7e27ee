import { type ReconcileInput, reconciliation, type Reconciliation } from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { ReconcileService } from './reconcile.service.js';

@Controller()
export class ReconcileController {
  constructor(private readonly service: ReconcileService) {}

  @Answers(reconciliation.run)
  run(input: ReconcileInput, call: Call): Promise<Reconciliation> {
    return this.service.run(input, call);
  }
}
