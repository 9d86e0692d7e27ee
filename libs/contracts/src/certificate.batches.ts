import { ById } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Instant, Integer, ListOf, Region, Text, Uuid } from './fields.js';

/** What staff do with many certificates at once. */
export const batchSteps = ['accept', 'issue'] as const;
export type BatchStep = (typeof batchSteps)[number];

/** Certificates one batch takes on. */
export const mostInBatch = 1_000;
const count = { min: 0, max: mostInBatch };

export class StartBatchInput {
  @Uuid({ description: 'Id of the batch, made by the caller.' }) id!: string;
  @Choice(batchSteps, { description: 'accept: all that are requested; issue: all that others accepted.' })
  step!: BatchStep;
  @Region({ description: 'Those asked for by who lived here.' }) region!: string;
}

/** A certificate that could not be taken on, and the error it would answer alone. */
export class BatchRefusal {
  @Uuid() certificateId!: string;
  @Text({ max: 60, description: 'Code of the error.' }) code!: string;
}

export class CertificateBatchView {
  @Uuid() id!: string;
  @Choice(batchSteps) step!: BatchStep;
  @Region() region!: string;
  @Instant() startedAt!: string;
  @Integer({ ...count, description: 'There when it started, the oldest thousand at most.' }) total!: number;
  @Integer({ ...count, description: 'Accepted or issued so far.' }) done!: number;
  @Integer({ ...count, description: 'Not looked at yet; 0: it has ended.' }) waiting!: number;
  @ListOf(() => BatchRefusal, { max: mostInBatch, description: 'So far, by certificate.' })
  refusals!: BatchRefusal[];
}

const staff = ['committee', 'station'] as const;

export const certificateBatches = {
  /** Begins to accept or issue, in the caller’s name, what waits in the region; each as it would be alone. */
  start: defineRpc({
    subject: 'volunteers.startCertificateBatch',
    input: StartBatchInput,
    output: CertificateBatchView,
    errors: ['access.foreignRegion', 'idempotency.conflict'],
    callers: staff,
  }),
  /** How far a batch is; one’s own. */
  get: defineRpc({
    subject: 'volunteers.getCertificateBatch',
    input: ById,
    output: CertificateBatchView,
    errors: ['resource.notFound'],
    callers: staff,
  }),
};
