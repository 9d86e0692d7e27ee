import {
  ById,
  CreateReferralInput,
  ListReferralsInput,
  MoveReferralInput,
  type ReferralContact,
  type ReferralPage,
  referrals,
  type ReferralView,
  SetReferralContactInput,
  type Timeline,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class ReferralsController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/referrals',
    referrals.create,
    { zh: '转介需求', en: 'Refer a need to another body' },
    { creates: true },
  )
  create(input: CreateReferralInput, call: Call): Promise<ReferralView> {
    return this.rpc.call(referrals.create, input, call);
  }

  @Serves('GET', '/referrals', referrals.list, {
    zh: '转介列表（含超时）',
    en: 'Referrals, also the late ones',
  })
  list(input: ListReferralsInput, call: Call): Promise<ReferralPage> {
    return this.rpc.call(referrals.list, input, call);
  }

  @Serves('POST', '/referrals/{id}/contact', referrals.setContact, {
    zh: '登记或更换承接机构的联系人',
    en: 'Say who at the body is in charge',
  })
  setContact(input: SetReferralContactInput, call: Call): Promise<ReferralView> {
    return this.rpc.call(referrals.setContact, input, call);
  }

  @Serves('POST', '/referrals/{id}/contact/reveal', referrals.revealContact, {
    zh: '查看联系人全名与电话（留痕）',
    en: 'The contact in full; the look is written down',
  })
  revealContact(input: ById, call: Call): Promise<ReferralContact> {
    return this.rpc.call(referrals.revealContact, input, call);
  }

  @Serves('GET', '/referrals/{id}', referrals.get, { zh: '转介', en: 'A referral' })
  get(input: ById, call: Call): Promise<ReferralView> {
    return this.rpc.call(referrals.get, input, call);
  }

  @Serves('POST', '/referrals/{id}/steps', referrals.move, {
    zh: '转介进展：发出、收到、接受、谢绝、办结、结案',
    en: 'Send, receive, accept, decline, resolve or close a referral',
  })
  move(input: MoveReferralInput, call: Call): Promise<ReferralView> {
    return this.rpc.call(referrals.move, input, call);
  }

  @Serves('GET', '/needs/{id}/timeline', referrals.timeline, {
    zh: '需求全过程',
    en: 'Everything that happened around a need',
  })
  timeline(input: ById, call: Call): Promise<Timeline> {
    return this.rpc.call(referrals.timeline, input, call);
  }
}
