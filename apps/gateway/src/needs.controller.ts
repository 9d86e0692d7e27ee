import {
  AcceptNeedInput,
  ById,
  CancelNeedInput,
  CountNeedsInput,
  ListNeedsInput,
  needBoard,
  type NeedCounts,
  type NeedPage,
  needs,
  type NeedView,
  type PaymentWayList,
  paymentWays,
  PaymentWaysInput,
  PostNeedInput,
  RegionPageQuery,
  RegisterResidentInput,
  RejectNeedInput,
  type ResidentPage,
  type ResidentView,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class NeedsController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/residents',
    needs.registerResident,
    { zh: '登记服务对象', en: 'Register a resident' },
    { creates: true, ownId: true },
  )
  registerResident(input: RegisterResidentInput, call: Call): Promise<ResidentView> {
    return this.rpc.call(needs.registerResident, input, call);
  }

  @Serves('GET', '/residents', needs.listResidents, { zh: '服务对象列表', en: 'Residents in a region' })
  listResidents(input: RegionPageQuery, call: Call): Promise<ResidentPage> {
    return this.rpc.call(needs.listResidents, input, call);
  }

  @Serves(
    'POST',
    '/needs',
    needs.post,
    { zh: '提出需求（可代发布）', en: 'Post a need, also on behalf of a resident' },
    { creates: true },
  )
  post(input: PostNeedInput, call: Call): Promise<NeedView> {
    return this.rpc.call(needs.post, input, call);
  }

  @Serves('GET', '/residents/{residentId}/payment-ways', paymentWays.list, {
    zh: '我可以怎样为这位居民的需求付时间：公益、自己的积分、公共时间池',
    en: 'How I may pay for a need of this resident: the city, my credits, the public pool',
  })
  listPaymentWays(input: PaymentWaysInput, call: Call): Promise<PaymentWayList> {
    return this.rpc.call(paymentWays.list, input, call);
  }

  @Serves('GET', '/needs', needs.list, { zh: '需求列表', en: 'Needs in a region' })
  list(input: ListNeedsInput, call: Call): Promise<NeedPage> {
    return this.rpc.call(needs.list, input, call);
  }

  @Serves('GET', '/needs/counts', needBoard.count, {
    zh: '看板每列的需求数',
    en: 'How many needs each column of the board holds',
  })
  count(input: CountNeedsInput, call: Call): Promise<NeedCounts> {
    return this.rpc.call(needBoard.count, input, call);
  }

  @Serves('GET', '/needs/{id}', needs.get, { zh: '需求', en: 'A need' })
  get(input: ById, call: Call): Promise<NeedView> {
    return this.rpc.call(needs.get, input, call);
  }

  @Serves('POST', '/needs/{id}/verification', needs.verify, {
    zh: '居委会核实需求',
    en: 'The committee has checked the need',
  })
  verify(input: ById, call: Call): Promise<NeedView> {
    return this.rpc.call(needs.verify, input, call);
  }

  @Serves('POST', '/needs/{id}/acceptance', needs.accept, {
    zh: '社工站受理并发布',
    en: 'The station takes the need on and opens an errand',
  })
  accept(input: AcceptNeedInput, call: Call): Promise<NeedView> {
    return this.rpc.call(needs.accept, input, call);
  }

  @Serves('POST', '/needs/{id}/rejection', needs.reject, { zh: '退回需求', en: 'Reject the need' })
  reject(input: RejectNeedInput, call: Call): Promise<NeedView> {
    return this.rpc.call(needs.reject, input, call);
  }

  @Serves('POST', '/needs/{id}/cancellation', needs.cancel, { zh: '取消需求', en: 'Cancel the need' })
  cancel(input: CancelNeedInput, call: Call): Promise<NeedView> {
    return this.rpc.call(needs.cancel, input, call);
  }
}
