import {
  ById,
  ListPurchasesInput,
  PayPurchaseInput,
  type PurchasePage,
  purchases,
  type PurchaseView,
  RefusePurchaseInput,
  SubmitPurchaseInput,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class PurchasesController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/purchases',
    purchases.submit,
    { zh: '代购报销：提交金额与小票', en: 'Submit what was bought on an errand, with its receipt' },
    { creates: true },
  )
  submit(input: SubmitPurchaseInput, call: Call): Promise<PurchaseView> {
    return this.rpc.call(purchases.submit, input, call);
  }

  @Serves('GET', '/purchases', purchases.list, {
    zh: '代购报销列表',
    en: 'Purchases of a region, or one’s own',
  })
  list(input: ListPurchasesInput, call: Call): Promise<PurchasePage> {
    return this.rpc.call(purchases.list, input, call);
  }

  @Serves('POST', '/purchases/{id}/payment', purchases.pay, {
    zh: '已付给志愿者',
    en: 'It was paid back to the volunteer',
  })
  pay(input: PayPurchaseInput, call: Call): Promise<PurchaseView> {
    return this.rpc.call(purchases.pay, input, call);
  }

  @Serves('POST', '/purchases/{id}/refusal', purchases.refuse, {
    zh: '退回报销并说明原因',
    en: 'Refuse it, and say why',
  })
  refuse(input: RefusePurchaseInput, call: Call): Promise<PurchaseView> {
    return this.rpc.call(purchases.refuse, input, call);
  }

  @Serves('POST', '/purchases/{id}/receipt', purchases.receive, {
    zh: '志愿者确认已收到',
    en: 'The volunteer has received the money',
  })
  receive(input: ById, call: Call): Promise<PurchaseView> {
    return this.rpc.call(purchases.receive, input, call);
  }
}
