import { type ById, certificateBatches, type CertificateBatchView, type StartBatchInput } from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { CertificateBatchesService } from './certificate.batches.service.js';

@Controller()
export class CertificateBatchesController {
  constructor(private readonly service: CertificateBatchesService) {}

  @Answers(certificateBatches.start)
  start(input: StartBatchInput, call: Call): Promise<CertificateBatchView> {
    return this.service.start(input, call);
  }

  @Answers(certificateBatches.get)
  get(input: ById, call: Call): Promise<CertificateBatchView> {
    return this.service.get(input, call);
  }
}
