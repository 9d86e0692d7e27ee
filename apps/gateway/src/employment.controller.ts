import { ById, employment, type EmploymentView, SaveEmploymentInput } from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class EmploymentController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('POST', '/staff/{id}/employment', employment.save, {
    zh: '登记聘用、证书与督导',
    en: 'Set employment, licences and supervisor',
  })
  save(input: SaveEmploymentInput, call: Call): Promise<EmploymentView> {
    return this.rpc.call(employment.save, input, call);
  }

  @Serves('GET', '/staff/{id}/employment', employment.get, {
    zh: '聘用、证书与督导',
    en: 'Employment, licences and supervisor',
  })
  get(input: ById, call: Call): Promise<EmploymentView> {
    return this.rpc.call(employment.get, input, call);
  }
}
