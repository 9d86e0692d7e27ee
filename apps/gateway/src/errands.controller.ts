import {
  ById,
  CheckInInput,
  CheckOutInput,
  ClaimInput,
  type ClaimView,
  type Contact,
  type ErrandPage,
  errands,
  ErrandStepInput,
  type ErrandView,
  FeedInput,
  type HeldErrandList,
  holding,
  Nothing,
  ReleaseInput,
  type ServiceRecordView,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class ErrandsController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('GET', '/errands', errands.feed, {
    zh: '可接任务',
    en: 'Open errands: newest, nearest or best match first',
  })
  feed(input: FeedInput, call: Call): Promise<ErrandPage> {
    return this.rpc.call(errands.feed, input, call);
  }

  @Serves('GET', '/errands/{id}', errands.get, { zh: '任务', en: 'An errand' })
  get(input: ById, call: Call): Promise<ErrandView> {
    return this.rpc.call(errands.get, input, call);
  }

  @Serves('GET', '/volunteers/me/errands', holding.list, {
    zh: '我的任务：已抢到、尚未完成',
    en: 'What I have claimed and not finished',
  })
  listHeld(input: Nothing, call: Call): Promise<HeldErrandList> {
    return this.rpc.call(holding.list, input, call);
  }

  @Serves(
    'POST',
    '/errands/{errandId}/claims',
    errands.claim,
    { zh: '抢单', en: 'Claim an errand' },
    { creates: true },
  )
  claim(input: ClaimInput, call: Call): Promise<ClaimView> {
    return this.rpc.call(errands.claim, input, call);
  }

  @Serves('POST', '/errands/{errandId}/release', errands.release, {
    zh: '退单',
    en: 'Give the errand back',
  })
  release(input: ReleaseInput, call: Call): Promise<ErrandView> {
    return this.rpc.call(errands.release, input, call);
  }

  @Serves('POST', '/errands/{errandId}/check-in', errands.checkIn, {
    zh: '签到',
    en: 'Begin the service',
  })
  checkIn(input: CheckInInput, call: Call): Promise<ErrandView> {
    return this.rpc.call(errands.checkIn, input, call);
  }

  @Serves('POST', '/errands/{errandId}/check-out', errands.checkOut, {
    zh: '签退',
    en: 'End the service; a record of it begins',
  })
  checkOut(input: CheckOutInput, call: Call): Promise<ServiceRecordView> {
    return this.rpc.call(errands.checkOut, input, call);
  }

  @Serves('POST', '/errands/{errandId}/contact-reveals', errands.revealContact, {
    zh: '查看联系方式（留痕）',
    en: 'See name, telephone and door; every look is audited',
  })
  revealContact(input: ErrandStepInput, call: Call): Promise<Contact> {
    return this.rpc.call(errands.revealContact, input, call);
  }
}
