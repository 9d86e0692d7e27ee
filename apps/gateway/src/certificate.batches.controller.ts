import { ById, certificateBatches, type CertificateBatchView, StartBatchInput } from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

/** Many certificates accepted or issued together. */
@Controller()
export class CertificateBatchesController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/certificate-batches',
    certificateBatches.start,
    { zh: '批量受理或出具证明', en: 'Accept or issue all certificates that wait' },
    { creates: true },
  )
  start(input: StartBatchInput, call: Call): Promise<CertificateBatchView> {
    return this.rpc.call(certificateBatches.start, input, call);
  }

  @Serves('GET', '/certificate-batches/{id}', certificateBatches.get, {
    zh: '批量办理的进度',
    en: 'How far a batch is',
  })
  get(input: ById, call: Call): Promise<CertificateBatchView> {
    return this.rpc.call(certificateBatches.get, input, call);
  }
}
