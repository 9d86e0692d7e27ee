import {
  type AcceptNeedInput,
  type ById,
  type CancelNeedInput,
  type CountNeedsInput,
  type ListNeedsInput,
  needBoard,
  needs,
  paymentWays,
  type PaymentWaysInput,
  type PostNeedInput,
  type RegionPageQuery,
  type RegisterResidentInput,
  type RejectNeedInput,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { BoardService } from './board.service.js';
import { NeedsService } from './needs.service.js';
import { PaymentWaysService } from './payment.ways.service.js';
import { PaidNeedsService } from './paid.needs.service.js';
import { ResidentsService } from './residents.service.js';

@Controller()
export class NeedsController {
  constructor(
    private readonly needs: NeedsService,
    private readonly board: BoardService,
    private readonly residents: ResidentsService,
    private readonly paid: PaidNeedsService,
    private readonly ways: PaymentWaysService,
  ) {}

  @Answers(needs.registerResident)
  registerResident(input: RegisterResidentInput, call: Call) {
    return this.residents.register(input, call);
  }

  @Answers(needs.listResidents)
  listResidents(input: RegionPageQuery, call: Call) {
    return this.residents.list(input, call);
  }

  @Answers(needs.post)
  post(input: PostNeedInput, call: Call) {
    return this.needs.post(input, call);
  }

  @Answers(paymentWays.list)
  listPaymentWays(input: PaymentWaysInput, call: Call) {
    return this.ways.list(input, call);
  }

  @Answers(needs.verify)
  verify(input: ById, call: Call) {
    return this.needs.verify(input, call);
  }

  @Answers(needs.accept)
  accept(input: AcceptNeedInput, call: Call) {
    return this.paid.accept(input, call);
  }

  @Answers(needs.reject)
  reject(input: RejectNeedInput, call: Call) {
    return this.needs.reject(input, call);
  }

  @Answers(needs.cancel)
  cancel(input: CancelNeedInput, call: Call) {
    return this.needs.cancel(input, call);
  }

  @Answers(needs.get)
  get(input: ById, call: Call) {
    return this.needs.get(input, call);
  }

  @Answers(needs.list)
  list(input: ListNeedsInput, call: Call) {
    return this.board.list(input, call);
  }

  @Answers(needBoard.count)
  count(input: CountNeedsInput, call: Call) {
    return this.board.count(input, call);
  }
}
