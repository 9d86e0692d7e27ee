import {
  ById,
  CallBackInput,
  type CallBackQueue,
  type CancelledSlips,
  CancelSlipsInput,
  confirming,
  DeclareTieInput,
  type Done,
  ListCallBacksInput,
  ListOverdueInput,
  ListPairFlagsInput,
  ListSlipsInput,
  type OverduePage,
  type PairFlagPage,
  type PairFlagView,
  PrintSlipsInput,
  ReviewPairInput,
  type ServiceRecordView,
  type SlipList,
  type SlipSheet,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class ConfirmingController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('GET', '/call-backs', confirming.listCallBacks, {
    zh: '待回访的服务记录',
    en: 'Records that wait for the resident’s word, the oldest first',
  })
  listCallBacks(input: ListCallBacksInput, call: Call): Promise<CallBackQueue> {
    return this.rpc.call(confirming.listCallBacks, input, call);
  }

  @Serves(
    'POST',
    '/service-records/{recordId}/call-backs',
    confirming.callBack,
    { zh: '登记一次电话回访', en: 'Write a call to the resident down' },
    { creates: true },
  )
  callBack(input: CallBackInput, call: Call): Promise<ServiceRecordView> {
    return this.rpc.call(confirming.callBack, input, call);
  }

  @Serves(
    'POST',
    '/paper-slips',
    confirming.printSlips,
    { zh: '打印确认纸条', en: 'Print slips that confirm one service each' },
    { creates: true },
  )
  printSlips(input: PrintSlipsInput, call: Call): Promise<SlipSheet> {
    return this.rpc.call(confirming.printSlips, input, call);
  }

  @Serves('GET', '/residents/{residentId}/paper-slips', confirming.listSlips, {
    zh: '居民的确认纸条及其状态',
    en: 'A resident’s slips and what became of each',
  })
  listSlips(input: ListSlipsInput, call: Call): Promise<SlipList> {
    return this.rpc.call(confirming.listSlips, input, call);
  }

  @Serves(
    'POST',
    '/residents/{residentId}/paper-slips/cancellations',
    confirming.cancelSlips,
    { zh: '作废遗失的纸条，可同时补打', en: 'Cancel lost slips, and print new ones where wished' },
    { creates: true },
  )
  cancelSlips(input: CancelSlipsInput, call: Call): Promise<CancelledSlips> {
    return this.rpc.call(confirming.cancelSlips, input, call);
  }

  @Serves('GET', '/overdue-records', confirming.listOverdue, {
    zh: '将到期与已逾期的服务记录',
    en: 'Records at eight working days after the service or beyond ten',
  })
  listOverdue(input: ListOverdueInput, call: Call): Promise<OverduePage> {
    return this.rpc.call(confirming.listOverdue, input, call);
  }

  @Serves('GET', '/pair-flags', confirming.listPairFlags, {
    zh: '互相确认过于频繁的两人',
    en: 'Pairs who confirm each other strikingly often',
  })
  listPairFlags(input: ListPairFlagsInput, call: Call): Promise<PairFlagPage> {
    return this.rpc.call(confirming.listPairFlags, input, call);
  }

  @Serves('POST', '/pair-flags/{id}/review', confirming.reviewPair, {
    zh: '核查提示',
    en: 'Say what looking into it found',
  })
  reviewPair(input: ReviewPairInput, call: Call): Promise<PairFlagView> {
    return this.rpc.call(confirming.reviewPair, input, call);
  }

  @Serves(
    'POST',
    '/ties',
    confirming.declareTie,
    { zh: '申报本人其他账户或亲属', en: 'Declare another account of a volunteer, or family' },
    { creates: true },
  )
  declareTie(input: DeclareTieInput, call: Call): Promise<Done> {
    return this.rpc.call(confirming.declareTie, input, call);
  }

  @Serves('POST', '/ties/{id}/end', confirming.endTie, { zh: '结束申报的关系', en: 'End a declared tie' })
  endTie(input: ById, call: Call): Promise<Done> {
    return this.rpc.call(confirming.endTie, input, call);
  }
}
