import { Database, describeError, type Log, tokens } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { CertificateBatchesService } from './certificate.batches.service.js';

/** Works off batches of certificates. Safe to run twice, and runs on one replica at a time. */
@Injectable()
export class CertificateBatchesJob {
  constructor(
    private readonly database: Database,
    private readonly batches: CertificateBatchesService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('*/5 * * * * *')
  async run(): Promise<void> {
    try {
      await this.database.exclusively('volunteers.certificateBatches', () => this.batches.work());
    } catch (error) {
      this.log.warn({ err: describeError(error) }, 'batches of certificates: will try again');
    }
  }
}
