import {
  type BalanceView,
  type CityInput,
  ledger,
  type LedgerAudit,
  type OwnerInput,
  type PostTransferInput,
  type StatementInput,
  type StatementPage,
  type TransferView,
} from '#contracts';
import { Answers, AnswersBatch, type BatchCall, type Call, type Outcome } from '#platform';
import { Controller } from '@nestjs/common';
import { LedgerService } from './ledger.service.js';

/** Requests in. */
@Controller()
export class LedgerController {
  constructor(private readonly service: LedgerService) {}

  @AnswersBatch(ledger.post)
  post(items: BatchCall<PostTransferInput>[]): Promise<Outcome<TransferView>[]> {
    return this.service.post(items);
  }

  @Answers(ledger.getBalance)
  getBalance(input: OwnerInput, call: Call): Promise<BalanceView> {
    return this.service.getBalance(input, call.actor);
  }

  @Answers(ledger.getStatement)
  getStatement(input: StatementInput, call: Call): Promise<StatementPage> {
    return this.service.getStatement(input, call.actor);
  }

  @Answers(ledger.audit)
  audit(input: CityInput, call: Call): Promise<LedgerAudit> {
    return this.service.audit(input, call.actor);
  }
}
