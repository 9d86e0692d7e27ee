import {
  ById,
  type CampaignList,
  type CampaignPage,
  campaigns,
  type CampaignView,
  CorrectCampaignInput,
  EnterCampaignInput,
  ImportCampaignsInput,
  ListCampaignsInput,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class CampaignsController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/campaigns',
    campaigns.enter,
    { zh: '登记一项有目标的专项行动', en: 'Enter a campaign with its goal' },
    { creates: true },
  )
  enter(input: EnterCampaignInput, call: Call): Promise<CampaignView> {
    return this.rpc.call(campaigns.enter, input, call);
  }

  @Serves('POST', '/campaigns/import', campaigns.import, {
    zh: '批量登记专项行动，全部或全不',
    en: 'Enter many campaigns, all or none',
  })
  import(input: ImportCampaignsInput, call: Call): Promise<CampaignList> {
    return this.rpc.call(campaigns.import, input, call);
  }

  @Serves('POST', '/campaigns/{id}/corrections', campaigns.correct, {
    zh: '更正目标或撤回：增加一个版本',
    en: 'Correct the goal or withdraw, by a version more',
  })
  correct(input: CorrectCampaignInput, call: Call): Promise<CampaignView> {
    return this.rpc.call(campaigns.correct, input, call);
  }

  @Serves('GET', '/campaigns/{id}/versions', campaigns.history, {
    zh: '一项行动的全部版本',
    en: 'Every version of a campaign',
  })
  history(input: ById, call: Call): Promise<CampaignList> {
    return this.rpc.call(campaigns.history, input, call);
  }

  @Serves('GET', '/open/campaigns', campaigns.list, {
    zh: '公开：专项行动的目标、已达到数与百分比',
    en: 'Public: campaigns with target, reached and per cent',
  })
  list(input: ListCampaignsInput, call: Call): Promise<CampaignPage> {
    return this.rpc.call(campaigns.list, input, call);
  }
}
