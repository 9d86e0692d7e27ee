import {
  ById,
  FeedBackInput,
  HandleHazardInput,
  type HazardPage,
  hazards,
  type HazardView,
  ListHazardsInput,
  ReopenHazardInput,
  type ReportedHazard,
  ReportHazardInput,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class HazardsController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/hazards',
    hazards.report,
    { zh: '隐患上报', en: 'Report a hazard; committee and station have it at once' },
    { creates: true },
  )
  report(input: ReportHazardInput, call: Call): Promise<ReportedHazard> {
    return this.rpc.call(hazards.report, input, call);
  }

  @Serves('GET', '/hazards', hazards.list, { zh: '隐患列表', en: 'Hazards in a region, or one’s own' })
  list(input: ListHazardsInput, call: Call): Promise<HazardPage> {
    return this.rpc.call(hazards.list, input, call);
  }

  @Serves('GET', '/hazards/{id}', hazards.get, { zh: '隐患', en: 'A hazard' })
  get(input: ById, call: Call): Promise<HazardView> {
    return this.rpc.call(hazards.get, input, call);
  }

  @Serves('POST', '/hazards/{id}/handling', hazards.handle, {
    zh: '隐患已处理',
    en: 'It is dealt with, and how',
  })
  handle(input: HandleHazardInput, call: Call): Promise<HazardView> {
    return this.rpc.call(hazards.handle, input, call);
  }

  @Serves('POST', '/hazards/{id}/feedback', hazards.feedBack, {
    zh: '向上报人反馈',
    en: 'Tell everybody who reported it',
  })
  feedBack(input: FeedBackInput, call: Call): Promise<HazardView> {
    return this.rpc.call(hazards.feedBack, input, call);
  }

  @Serves('POST', '/hazards/{id}/closing', hazards.close, { zh: '隐患已消除，结案', en: 'It is gone' })
  close(input: ById, call: Call): Promise<HazardView> {
    return this.rpc.call(hazards.close, input, call);
  }

  @Serves('POST', '/hazards/{id}/reopening', hazards.reopen, { zh: '隐患仍在', en: 'It is still there' })
  reopen(input: ReopenHazardInput, call: Call): Promise<HazardView> {
    return this.rpc.call(hazards.reopen, input, call);
  }
}
