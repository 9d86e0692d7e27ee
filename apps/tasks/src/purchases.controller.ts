import {
  type ById,
  type ListPurchasesInput,
  type PayPurchaseInput,
  purchases,
  type RefusePurchaseInput,
  type SubmitPurchaseInput,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { PurchasesService } from './purchases.service.js';

@Controller()
export class PurchasesController {
  constructor(private readonly service: PurchasesService) {}

  @Answers(purchases.submit)
  submit(input: SubmitPurchaseInput, call: Call) {
    return this.service.submit(input, call);
  }

  @Answers(purchases.list)
  list(input: ListPurchasesInput, call: Call) {
    return this.service.list(input, call);
  }

  @Answers(purchases.pay)
  pay(input: PayPurchaseInput, call: Call) {
    return this.service.pay(input, call);
  }

  @Answers(purchases.refuse)
  refuse(input: RefusePurchaseInput, call: Call) {
    return this.service.refuse(input, call);
  }

  @Answers(purchases.receive)
  receive(input: ById, call: Call) {
    return this.service.receive(input, call);
  }
}
