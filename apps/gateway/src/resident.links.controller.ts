import {
  ById,
  ConfirmResidentLinkInput,
  ListResidentLinksInput,
  Nothing,
  type ResidentLinkPage,
  residentLinks,
  type ResidentLinkView,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

/** Residents whom staff registered, and the persons they are on their own phones. */
@Controller()
export class ResidentLinksController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('POST', '/resident-links', residentLinks.propose, {
    zh: '查找以我的手机号登记的居民',
    en: 'Look for residents registered with my phone',
  })
  propose(input: Nothing, call: Call): Promise<ResidentLinkPage> {
    return this.rpc.call(residentLinks.propose, input, call);
  }

  @Serves('GET', '/resident-links', residentLinks.list, {
    zh: '账号与居民的关联',
    en: 'Which accounts are which residents',
  })
  list(input: ListResidentLinksInput, call: Call): Promise<ResidentLinkPage> {
    return this.rpc.call(residentLinks.list, input, call);
  }

  @Serves('POST', '/resident-links/{id}/confirmation', residentLinks.confirm, {
    zh: '核实本人：纸条、回访或当面',
    en: 'Show that it is so: a slip, a call back, or at the desk',
  })
  confirm(input: ConfirmResidentLinkInput, call: Call): Promise<ResidentLinkView> {
    return this.rpc.call(residentLinks.confirm, input, call);
  }

  @Serves('POST', '/resident-links/{id}/end', residentLinks.end, {
    zh: '结束关联，并退出该居民的登录',
    en: 'End the link, and the sessions of the resident',
  })
  end(input: ById, call: Call): Promise<ResidentLinkView> {
    return this.rpc.call(residentLinks.end, input, call);
  }
}
