import {
  type CorrectionPage,
  type CorrectionTerms,
  type CorrectionView,
  type DecideCorrectionInput,
  DomainError,
  type ListCorrectionsInput,
  type ProposeCorrectionInput,
  records as contracts,
} from '#contracts';
import { type Call, Clock, Database, listScope, once, Seal, sees, type Tx } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import { correctedBy, correctionExpiry } from './correction.js';
import { disagreementSealedAs } from './disputes.service.js';
import { ServiceRecordEntity } from './errand.entity.js';
import { newestFirst } from './paging.store.js';
import { CorrectionEntity } from './record.entity.js';
import { RecordLife } from './record.life.service.js';
import { assertSettled } from './record-states.js';
import { readErrandFacts } from './record.store.js';

/**
 * 更正: a settled record is never changed, it gets a version more. Proposed by one of committee and station,
 * applied by the other. A correction names the version it corrects, so that correcting a correction is a
 * version more again, and what somebody else has replaced meanwhile is refused.
 */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly life: RecordLife,
  ) {}

  async propose(input: ProposeCorrectionInput, call: Call): Promise<CorrectionView> {
    return this.database.transaction((tx) =>
      once(tx, call, contracts.proposeCorrection.subject, input, async () => {
        const record = await this.life.lock(tx, input.recordId, call);
        const known = await tx.orm.findOneBy(CorrectionEntity, { cityCode: record.cityCode, id: input.id });
        if (known) return this.view(this.assertSame(known, input, call));
        if (input.ofVersion !== record.version)
          throw new DomainError('record.versionSuperseded', { version: record.version });
        return this.view(await this.add(tx, record, input.id, input, call));
      }),
    );
  }

  /** Writes a proposal down for a record that is locked. */
  async add(
    tx: Tx,
    record: ServiceRecordEntity,
    id: string,
    terms: CorrectionTerms,
    call: Call,
  ): Promise<CorrectionEntity> {
    assertSettled(record.state);
    await this.life.refuseOwn(tx, record, call.actor.id);
    const now = this.clock.now();
    const to = correctedBy(record, terms, await readErrandFacts(tx, record), now);
    const { cityCode, id: recordId, communityCode } = record;
    const open = await tx.orm.findOneBy(CorrectionEntity, { cityCode, recordId, state: 'proposed' });
    if (open) await this.replaceExpired(tx, open, call);
    const correction: CorrectionEntity = {
      ...{ cityCode, id, recordId, communityCode, ofVersion: record.version, ...to },
      ...{ kind: terms.kind, reason: terms.reason, evidence: terms.evidence },
      noteSealed: terms.note === undefined ? null : this.seal.seal(terms.note, disagreementSealedAs.note),
      ...{ state: 'proposed', proposedBy: call.actor.id, proposedRole: call.actor.role, proposedAt: now },
      ...{ decidedBy: null, decidedRole: null, decidedAt: null },
    };
    await tx.orm.insert(CorrectionEntity, correction);
    this.life.say(tx, record, 'correctionProposed', call);
    return correction;
  }

  /** What nobody applied in time makes way; until then it blocks the end of the notice, as if somebody still might. */
  private async replaceExpired(tx: Tx, open: CorrectionEntity, { actor }: Call): Promise<void> {
    const now = this.clock.now();
    if (now < correctionExpiry(open)) throw new DomainError('record.correctionOpen');
    const declined = {
      state: 'declined',
      decidedBy: actor.id,
      decidedRole: actor.role,
      decidedAt: now,
    } as const;
    await tx.orm.update(CorrectionEntity, { cityCode: open.cityCode, id: open.id }, declined);
  }

  /** Applied by a person of another role; declined by anybody who may propose, who proposed included. */
  async decide(input: DecideCorrectionInput, call: Call): Promise<CorrectionView> {
    return this.database.transaction((tx) =>
      once(tx, call, contracts.decideCorrection.subject, input, async () => {
        const found = await tx.orm.findOneBy(CorrectionEntity, { id: input.id });
        if (!found || !sees(call.actor, found.communityCode)) throw new DomainError('resource.notFound');
        const record = await this.life.lock(tx, found.recordId, call);
        // Read again under the record's lock: of two who decide, one is the first.
        const correction = await tx.orm.findOneByOrFail(CorrectionEntity, { id: input.id });
        const state = input.decision === 'apply' ? 'applied' : 'declined';
        if (correction.state === state) return this.view(correction);
        if (correction.state !== 'proposed')
          throw new DomainError('record.decided', { state: correction.state });
        if (input.decision === 'apply') await this.assertMayApply(tx, record, correction, call);
        const decided = { state, decidedBy: call.actor.id, decidedRole: call.actor.role } as const;
        Object.assign(correction, decided, { decidedAt: this.clock.now() });
        const { cityCode, id, decidedAt } = correction;
        await tx.orm.update(CorrectionEntity, { cityCode, id }, { ...decided, decidedAt });
        if (input.decision === 'apply') await this.apply(tx, record, correction, call);
        else this.life.say(tx, record, 'correctionDeclined', call);
        return this.view(correction);
      }),
    );
  }

  /** The newest first; @throws DomainError `access.foreignRegion`, `cursor.invalid` */
  async list(input: ListCorrectionsInput, call: Call): Promise<CorrectionPage> {
    const scope = listScope(call.actor, input.region);
    const where = {
      communityCode: Between(scope.code, scope.last),
      ...(input.state ? { state: input.state } : {}),
    };
    const page = await newestFirst(this.database.orm.getRepository(CorrectionEntity), where, input);
    return { ...page, items: page.items.map((row) => this.view(row)) };
  }

  private async assertMayApply(
    tx: Tx,
    record: ServiceRecordEntity,
    correction: CorrectionEntity,
    { actor }: Call,
  ): Promise<void> {
    const { ofVersion, proposedBy, proposedRole } = correction;
    await this.life.refuseOwn(tx, record, actor.id);
    const until = correctionExpiry(correction);
    if (until <= this.clock.now())
      throw new DomainError('record.correctionExpired', { until: until.toISOString() });
    if (actor.id === proposedBy || actor.role === proposedRole) throw new DomainError('record.sameApprover');
    if (record.version !== ofVersion) throw new DomainError('record.stateConflict', { state: record.state });
  }

  private async apply(
    tx: Tx,
    record: ServiceRecordEntity,
    { id, kind, reason, evidence, serviceMinutes, startedAt, endedAt }: CorrectionEntity,
    call: Call,
  ): Promise<void> {
    const why = { reason, evidence, correctionId: id };
    if (kind === 'void') await this.life.void(tx, record, why, call);
    else await this.life.correct(tx, record, { serviceMinutes, startedAt, endedAt }, why, call);
  }

  private assertSame(
    known: CorrectionEntity,
    input: ProposeCorrectionInput,
    { actor }: Call,
  ): CorrectionEntity {
    const isSame =
      known.recordId === input.recordId &&
      known.ofVersion === input.ofVersion &&
      known.kind === input.kind &&
      known.reason === input.reason &&
      known.evidence === input.evidence &&
      (input.serviceMinutes === undefined || known.serviceMinutes === input.serviceMinutes) &&
      known.proposedBy === actor.id;
    if (!isSame) throw new DomainError('idempotency.conflict');
    return known;
  }

  private view(row: CorrectionEntity): CorrectionView {
    return {
      id: row.id,
      recordId: row.recordId,
      communityCode: formatRegion(row.communityCode),
      ofVersion: row.ofVersion,
      kind: row.kind,
      ...(row.kind === 'correct' && { serviceMinutes: row.serviceMinutes }),
      startedAt: row.startedAt.toISOString(),
      endedAt: row.endedAt.toISOString(),
      reason: row.reason,
      evidence: row.evidence,
      note: row.noteSealed === null ? undefined : this.seal.open(row.noteSealed, disagreementSealedAs.note),
      state: row.state,
      proposedBy: row.proposedBy,
      proposedRole: row.proposedRole,
      proposedAt: row.proposedAt.toISOString(),
      expiresAt: correctionExpiry(row).toISOString(),
      decidedBy: row.decidedBy ?? undefined,
      decidedAt: row.decidedAt?.toISOString(),
    };
  }
}
