import {
  AdoptPoliciesInput,
  ById,
  DryRunInput,
  type DryRunView,
  type EarningView,
  ListPoliciesInput,
  Nothing,
  policies,
  type PolicyPresets,
  type PolicyTimeline,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class PoliciesController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('GET', '/policy-presets', policies.presets, {
    zh: '各地政策范例',
    en: 'Policies of cities to begin from',
  })
  presets(input: Nothing, call: Call): Promise<PolicyPresets> {
    return this.rpc.call(policies.presets, input, call);
  }

  @Serves('GET', '/cities/{cityCode}/policies', policies.list, {
    zh: '本市时间积分政策的各版本',
    en: 'Versions of a city’s policy on time credits',
  })
  list(input: ListPoliciesInput, call: Call): Promise<PolicyTimeline> {
    return this.rpc.call(policies.list, input, call);
  }

  @Serves('POST', '/cities/{cityCode}/policies', policies.adopt, {
    zh: '通过政策的新版本',
    en: 'Adopt versions of a policy',
  })
  adopt(input: AdoptPoliciesInput, call: Call): Promise<PolicyTimeline> {
    return this.rpc.call(policies.adopt, input, call);
  }

  @Serves('POST', '/cities/{cityCode}/policies/dry-run', policies.dryRun, {
    zh: '按拟定政策试算过去一段时间',
    en: 'Replay past days under a proposed policy, writing nothing',
  })
  dryRun(input: DryRunInput, call: Call): Promise<DryRunView> {
    return this.rpc.call(policies.dryRun, input, call);
  }

  @Serves('GET', '/service-records/{id}/earning', policies.getEarning, {
    zh: '一条服务记录折算的时间积分及原因',
    en: 'What a service record was credited, and why not more',
  })
  getEarning(input: ById, call: Call): Promise<EarningView> {
    return this.rpc.call(policies.getEarning, input, call);
  }
}
