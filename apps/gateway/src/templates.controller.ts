import {
  ById,
  ListTemplatesInput,
  SaveTemplateInput,
  type TemplateList,
  templates,
  type TemplateView,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class TemplatesController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('GET', '/need-templates', templates.list, {
    zh: '某地可用的需求模板',
    en: 'Templates of needs offered at a place',
  })
  list(input: ListTemplatesInput, call: Call): Promise<TemplateList> {
    return this.rpc.call(templates.list, input, call);
  }

  @Serves('GET', '/need-templates/{id}/versions', templates.versions, {
    zh: '模板的各个版本',
    en: 'Every version of a template',
  })
  versions(input: ById, call: Call): Promise<TemplateList> {
    return this.rpc.call(templates.versions, input, call);
  }

  @Serves(
    'POST',
    '/need-templates',
    templates.save,
    { zh: '新建模板或保存下一版', en: 'Make a template, or the next version of one' },
    { creates: true },
  )
  save(input: SaveTemplateInput, call: Call): Promise<TemplateView> {
    return this.rpc.call(templates.save, input, call);
  }
}
