import {
  ById,
  ConfirmRecordInput,
  errands,
  ListRecordsInput,
  type ServiceRecordPage,
  type ServiceRecordView,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class RecordsController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('GET', '/service-records', errands.listRecords, { zh: '服务记录列表', en: 'Service records' })
  list(input: ListRecordsInput, call: Call): Promise<ServiceRecordPage> {
    return this.rpc.call(errands.listRecords, input, call);
  }

  @Serves('GET', '/service-records/{id}', errands.getRecord, { zh: '服务记录', en: 'A service record' })
  get(input: ById, call: Call): Promise<ServiceRecordView> {
    return this.rpc.call(errands.getRecord, input, call);
  }

  @Serves('POST', '/service-records/{id}/confirmations', errands.confirmRecord, {
    zh: '确认服务记录',
    en: 'Confirm the service',
  })
  confirm(input: ConfirmRecordInput, call: Call): Promise<ServiceRecordView> {
    return this.rpc.call(errands.confirmRecord, input, call);
  }
}
