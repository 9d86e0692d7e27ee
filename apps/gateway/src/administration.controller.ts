import {
  type DeadLetterPage,
  deadLetters,
  type FoundReveals,
  ListDeadLettersInput,
  ListStaffInput,
  PageQuery,
  RegionPageQuery,
  ReplayDeadLettersInput,
  type ReplayedDeadLetters,
  type ReplayPage,
  type RevealSearchPage,
  revealSearches,
  SearchRevealsInput,
  staffList,
  type StaffPage,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

/** What administrators watch over: who has which role, who looked at whose data, what no service could take. */
@Controller()
export class AdministrationController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('GET', '/staff', staffList.list, {
    zh: '辖区内的工作人员及其岗位、登录与代理',
    en: 'Staff of a region: roles, sessions, deputies',
  })
  listStaff(input: ListStaffInput, call: Call): Promise<StaffPage> {
    return this.rpc.call(staffList.list, input, call);
  }

  @Serves(
    'POST',
    '/audit-searches',
    revealSearches.search,
    {
      zh: '查阅审计：谁在何时看过谁的资料；每次查询本身也记入日志',
      en: 'Who looked at whose data and when; each search is written down itself',
    },
    { creates: true },
  )
  search(input: SearchRevealsInput, call: Call): Promise<FoundReveals> {
    return this.rpc.call(revealSearches.search, input, call);
  }

  @Serves('GET', '/audit-searches', revealSearches.list, {
    zh: '管理员做过的审计查询',
    en: 'Searches of the log that administrators made',
  })
  listSearches(input: RegionPageQuery, call: Call): Promise<RevealSearchPage> {
    return this.rpc.call(revealSearches.list, input, call);
  }

  @Serves('GET', '/dead-letters', deadLetters.list, {
    zh: '各服务未能处理的事件（死信），不含内容',
    en: 'Events that services could not take, without what they say',
  })
  listDeadLetters(input: ListDeadLettersInput, call: Call): Promise<DeadLetterPage> {
    return this.rpc.call(deadLetters.list, input, call);
  }

  @Serves(
    'POST',
    '/dead-letters/replays',
    deadLetters.replay,
    {
      zh: '原因排除后重新投递一封死信，或一个服务的全部死信',
      en: 'Deliver one dead letter again, or all of a service, when the cause is mended',
    },
    { creates: true },
  )
  replay(input: ReplayDeadLettersInput, call: Call): Promise<ReplayedDeadLetters> {
    return this.rpc.call(deadLetters.replay, input, call);
  }

  @Serves('GET', '/dead-letters/replays', deadLetters.listReplays, {
    zh: '谁重新投递过死信',
    en: 'Who had dead letters delivered again',
  })
  listReplays(input: PageQuery, call: Call): Promise<ReplayPage> {
    return this.rpc.call(deadLetters.listReplays, input, call);
  }
}
