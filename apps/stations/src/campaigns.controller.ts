import {
  type ById,
  type CampaignList,
  type CampaignPage,
  campaigns,
  type CampaignView,
  type CorrectCampaignInput,
  type EnterCampaignInput,
  type ImportCampaignsInput,
  type ListCampaignsInput,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { CampaignsService } from './campaigns.service.js';

@Controller()
export class CampaignsController {
  constructor(private readonly service: CampaignsService) {}

  @Answers(campaigns.enter)
  enter(input: EnterCampaignInput, call: Call): Promise<CampaignView> {
    return this.service.enter(input, call);
  }

  @Answers(campaigns.import)
  import(input: ImportCampaignsInput, call: Call): Promise<CampaignList> {
    return this.service.import(input, call);
  }

  @Answers(campaigns.correct)
  correct(input: CorrectCampaignInput, call: Call): Promise<CampaignView> {
    return this.service.correct(input, call);
  }

  @Answers(campaigns.history)
  history(input: ById): Promise<CampaignList> {
    return this.service.history(input);
  }

  @Answers(campaigns.list)
  list(input: ListCampaignsInput): Promise<CampaignPage> {
    return this.service.list(input);
  }
}
