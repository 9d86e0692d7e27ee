import {
  ById,
  ConfirmRecordInput,
  type CorrectionPage,
  type CorrectionView,
  DecideCorrectionInput,
  DecideObjectionInput,
  DisputeInput,
  errands,
  ListCorrectionsInput,
  ListObjectionsInput,
  ListRecordsInput,
  type ObjectionPage,
  type ObjectionView,
  ProposeCorrectionInput,
  RaiseObjectionInput,
  type RecordHistory,
  records,
  type ServiceRecordPage,
  type ServiceRecordView,
  SettleDisputeInput,
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

  @Serves('GET', '/service-records/{id}/history', records.history, {
    zh: '服务记录的确认与各版本',
    en: 'Confirmations and versions of a record',
  })
  history(input: ById, call: Call): Promise<RecordHistory> {
    return this.rpc.call(records.history, input, call);
  }

  @Serves(
    'POST',
    '/service-records/{recordId}/corrections',
    records.proposeCorrection,
    { zh: '提出更正或作废', en: 'Propose a correction, or that the record is void' },
    { creates: true },
  )
  proposeCorrection(input: ProposeCorrectionInput, call: Call): Promise<CorrectionView> {
    return this.rpc.call(records.proposeCorrection, input, call);
  }

  @Serves('POST', '/corrections/{id}/decision', records.decideCorrection, {
    zh: '由另一岗位复核更正',
    en: 'Apply or decline a correction, by another role',
  })
  decideCorrection(input: DecideCorrectionInput, call: Call): Promise<CorrectionView> {
    return this.rpc.call(records.decideCorrection, input, call);
  }

  @Serves('GET', '/corrections', records.listCorrections, { zh: '更正列表', en: 'Corrections in a region' })
  listCorrections(input: ListCorrectionsInput, call: Call): Promise<CorrectionPage> {
    return this.rpc.call(records.listCorrections, input, call);
  }

  @Serves('POST', '/service-records/{recordId}/disputes', records.dispute, {
    zh: '对待确认的记录提出争议',
    en: 'Dispute a record before it is confirmed',
  })
  dispute(input: DisputeInput, call: Call): Promise<ServiceRecordView> {
    return this.rpc.call(records.dispute, input, call);
  }

  @Serves('POST', '/service-records/{recordId}/dispute-settlement', records.settleDispute, {
    zh: '社工站裁定争议',
    en: 'Settle the dispute',
  })
  settleDispute(input: SettleDisputeInput, call: Call): Promise<ServiceRecordView> {
    return this.rpc.call(records.settleDispute, input, call);
  }

  @Serves(
    'POST',
    '/service-records/{recordId}/objections',
    records.object,
    { zh: '提出异议', en: 'Object to a confirmed or void record' },
    { creates: true },
  )
  object(input: RaiseObjectionInput, call: Call): Promise<ObjectionView> {
    return this.rpc.call(records.object, input, call);
  }

  @Serves('POST', '/objections/{id}/investigation', records.investigateObjection, {
    zh: '社工站受理异议',
    en: 'Take an objection on',
  })
  investigateObjection(input: ById, call: Call): Promise<ObjectionView> {
    return this.rpc.call(records.investigateObjection, input, call);
  }

  @Serves('POST', '/objections/{id}/decision', records.decideObjection, {
    zh: '裁定异议',
    en: 'Uphold or dismiss an objection',
  })
  decideObjection(input: DecideObjectionInput, call: Call): Promise<ObjectionView> {
    return this.rpc.call(records.decideObjection, input, call);
  }

  @Serves('GET', '/objections', records.listObjections, {
    zh: '异议列表',
    en: 'Objections, of a region or your own',
  })
  listObjections(input: ListObjectionsInput, call: Call): Promise<ObjectionPage> {
    return this.rpc.call(records.listObjections, input, call);
  }
}
