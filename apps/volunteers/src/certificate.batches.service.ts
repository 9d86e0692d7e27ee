import {
  type ById,
  certificateBatches as contracts,
  type CertificateBatchView,
  DomainError,
  type StaffRole,
  type StartBatchInput,
} from '#contracts';
import {
  type Call,
  Clock,
  Database,
  describeError,
  listScope,
  type Log,
  newTraceId,
  once,
  tokens,
  type Tx,
} from '#platform';
import { formatRegion } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import {
  actorOf,
  addBatch,
  type BatchRow,
  endItem,
  findBatch,
  nextItems,
  readItems,
  type WaitingItem,
} from './certificate.batches.store.js';
import { CertificatesService } from './certificates.service.js';

const together = 50;
/** Passing: the certificate is tried again with the next run. */
const passing = ['service.unavailable', 'service.deadline'];

/** Many certificates accepted or issued together, in the background, with their progress. */
@Injectable()
export class CertificateBatchesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly certificates: CertificatesService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  /** The same id with the same content is the same batch; @throws DomainError `access.foreignRegion`, `idempotency.conflict` */
  start(input: StartBatchInput, call: Call): Promise<CertificateBatchView> {
    const { actor } = call;
    const { code, last, cityCode } = listScope(actor, input.region);
    const wanted: BatchRow = {
      ...{ cityCode, id: input.id, step: input.step, regionCode: code, startedAt: this.clock.now() },
      ...{ byId: actor.id, byRole: actor.role as StaffRole, byRegion: actor.region ?? '' },
      byOrganisationId: actor.organisationId ?? null,
    };
    return this.database.transaction((tx) =>
      once(tx, call, contracts.start.subject, input, async () => {
        if (!(await findBatch(tx, input.id))) await addBatch(tx, wanted, last);
        const batch = await findBatch(tx, input.id);
        if (!batch || !isSame(batch, wanted)) throw new DomainError('idempotency.conflict');
        return this.view(tx, batch);
      }),
    );
  }

  /** @throws DomainError `resource.notFound` */
  async get({ id }: ById, { actor }: Call): Promise<CertificateBatchView> {
    const batch = await findBatch(this.database, id);
    if (batch?.byId !== actor.id) throw new DomainError('resource.notFound');
    return this.view(this.database, batch);
  }

  /**
   * Takes on what waits, one by one, `most` at most. Safe to be stopped anywhere: what was accepted or issued in the
   * starter’s name and not marked yet is found so, and marked. Ends early where another service does not answer.
   */
  async work(most = Infinity): Promise<void> {
    for (let taken = 0; taken < most;) {
      const items = await nextItems(this.database, Math.min(together, most - taken));
      if (items.length === 0) return;
      for (const item of items) if (!(await this.take(item))) return;
      taken += items.length;
    }
  }

  private async take(item: WaitingItem): Promise<boolean> {
    const outcome = await this.outcomeOf(item);
    if (passing.includes(outcome)) return false;
    await endItem(this.database, item, outcome);
    return true;
  }

  private async outcomeOf({ step, certificateId, ...batch }: WaitingItem): Promise<string> {
    try {
      await this.certificates[step]({ id: certificateId }, { actor: actorOf(batch), traceId: newTraceId() });
      return 'done';
    } catch (error) {
      if (error instanceof DomainError) return error.code;
      // One that fails for no known reason must not stop those behind it.
      this.log.error({ err: describeError(error), certificateId }, 'batches of certificates: one failed');
      return 'service.internal';
    }
  }

  private async view(reader: Database | Tx, batch: BatchRow): Promise<CertificateBatchView> {
    const items = await readItems(reader, batch);
    const count = (outcome: string | null) => items.filter((item) => item.outcome === outcome).length;
    return {
      ...{ id: batch.id, step: batch.step, region: formatRegion(batch.regionCode) },
      startedAt: batch.startedAt.toISOString(),
      ...{ total: items.length, done: count('done'), waiting: count(null) },
      refusals: items.flatMap(({ certificateId, outcome }) =>
        outcome === null || outcome === 'done' ? [] : [{ certificateId, code: outcome }],
      ),
    };
  }
}

function isSame(known: BatchRow, wanted: BatchRow): boolean {
  return (['step', 'regionCode', 'byId'] as const).every((field) => known[field] === wanted[field]);
}
