import {
  DecideMergeInput,
  ListMergesInput,
  type MergePage,
  merges,
  type MergeView,
  ProposeMergeInput,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

/** Two registrations of one person: proposed to be merged by one member of staff, decided on by another. */
@Controller()
export class MergesController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/volunteer-merges',
    merges.propose,
    {
      zh: '提出把同一人的两条注册合并，由另一位工作人员批准后生效',
      en: 'Propose that two registrations of one person become one; another member of staff approves',
    },
    { creates: true },
  )
  propose(input: ProposeMergeInput, call: Call): Promise<MergeView> {
    return this.rpc.call(merges.propose, input, call);
  }

  @Serves('GET', '/volunteer-merges', merges.list, {
    zh: '待批准与已决定的合并',
    en: 'Merges that wait for approval, and those decided on',
  })
  list(input: ListMergesInput, call: Call): Promise<MergePage> {
    return this.rpc.call(merges.list, input, call);
  }

  @Serves('POST', '/volunteer-merges/{id}/decision', merges.decide, {
    zh: '批准或不批准一项合并，批准后不可撤销；不能批准自己提出的',
    en: 'Approve a merge, for good, or refuse it; never approve one’s own',
  })
  decide(input: DecideMergeInput, call: Call): Promise<MergeView> {
    return this.rpc.call(merges.decide, input, call);
  }
}
