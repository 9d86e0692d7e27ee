import {
  type AccountView,
  type BalanceView,
  type CityInput,
  type CloseAccountInput,
  ledger,
  type LedgerAudit,
  type OpenAccountInput,
  type OwnerInput,
  type PostedView,
  type PostTransferInput,
  type SetFloorInput,
  type StatementInput,
  type StatementPage,
} from '#contracts';
import { Answers, AnswersBatch, type BatchCall, type Call, type Outcome } from '#platform';
import { Controller } from '@nestjs/common';
import { AccountsService } from './accounts.service.js';
import { LedgerService } from './ledger.service.js';
import { PostingService } from './posting.service.js';

/** Requests in. */
@Controller()
export class LedgerController {
  constructor(
    private readonly service: LedgerService,
    private readonly posting: PostingService,
    private readonly accounts: AccountsService,
  ) {}

  @AnswersBatch(ledger.post)
  post(items: BatchCall<PostTransferInput>[]): Promise<Outcome<PostedView>[]> {
    return this.posting.post(items);
  }

  @Answers(ledger.openAccount)
  openAccount(input: OpenAccountInput, call: Call): Promise<AccountView> {
    return this.accounts.open(input, call.actor);
  }

  @Answers(ledger.setFloor)
  setFloor(input: SetFloorInput, call: Call): Promise<AccountView> {
    return this.accounts.setFloor(input, call);
  }

  @Answers(ledger.closeAccount)
  closeAccount(input: CloseAccountInput, call: Call): Promise<AccountView> {
    return this.accounts.close(input, call);
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
