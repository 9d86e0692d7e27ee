import {
  type ById,
  type DecideObjectionInput,
  DomainError,
  type ListObjectionsInput,
  type ObjectionPage,
  type ObjectionView,
  type RaiseObjectionInput,
  records as contracts,
} from '#contracts';
import { type Call, Clock, Database, deterministicId, listScope, once, Seal, sees, type Tx } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { Between, In } from 'typeorm';
import { CorrectionsService } from './corrections.service.js';
import { disagreementSealedAs } from './disputes.service.js';
import type { ServiceRecordEntity } from './errand.entity.js';
import { newestFirst } from './paging.store.js';
import { ObjectionEntity } from './record.entity.js';
import { RecordLife } from './record.life.service.js';
import { assertSettled } from './record-states.js';

const open = ['raised', 'investigating'] as const;

/** 异议 to a settled record: raised → investigating → upheld | dismissed. While it is open no notice ends. */
@Injectable()
export class ObjectionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly life: RecordLife,
    private readonly corrections: CorrectionsService,
  ) {}

  async raise(input: RaiseObjectionInput, call: Call): Promise<ObjectionView> {
    return this.database.transaction((tx) =>
      once(tx, call, contracts.object.subject, input, async () => {
        const record = await this.life.lock(tx, input.recordId, call);
        const { cityCode, id: recordId, volunteerId, communityCode } = record;
        const raisedBy = call.actor.id;
        const known = await tx.orm.findOneBy(ObjectionEntity, { cityCode, id: input.id });
        if (known) return this.view(this.assertSame(known, input, call));
        assertSettled(record.state);
        const where = { cityCode, recordId, raisedBy, state: In([...open]) };
        if (await tx.orm.existsBy(ObjectionEntity, where)) throw new DomainError('record.objectionOpen');
        const objection: ObjectionEntity = {
          ...{ cityCode, id: input.id, recordId, volunteerId, communityCode, state: 'raised' },
          reason: input.reason,
          noteSealed: this.sealed(input.note, disagreementSealedAs.note),
          ...{ raisedBy, raisedRole: call.actor.role, raisedAt: this.clock.now() },
          ...{
            investigatedBy: null,
            decidedBy: null,
            decidedAt: null,
            answerSealed: null,
            correctionId: null,
          },
        };
        await tx.orm.insert(ObjectionEntity, objection);
        this.life.say(tx, record, 'objectionRaised', call);
        return this.view(objection);
      }),
    );
  }

  /** Somebody of the station takes it on. */
  async investigate(input: ById, call: Call): Promise<ObjectionView> {
    return this.database.transaction((tx) =>
      once(tx, call, contracts.investigateObjection.subject, input, async () => {
        const { objection, record } = await this.lock(tx, input.id, call);
        if (objection.state === 'investigating') return this.view(objection);
        if (objection.state !== 'raised') throw new DomainError('record.decided', { state: objection.state });
        await this.life.refuseOwn(tx, record, call.actor.id);
        await this.save(tx, objection, { state: 'investigating', investigatedBy: call.actor.id });
        this.life.say(tx, record, 'objectionInvestigating', call);
        return this.view(objection);
      }),
    );
  }

  /** Upheld, it comes with the correction that the committee then applies: the station alone changes nothing. */
  async decide(input: DecideObjectionInput, call: Call): Promise<ObjectionView> {
    if ((input.decision === 'upheld') !== (input.correction !== undefined))
      throw new DomainError('request.invalid', {
        fields: [{ field: 'correction', rules: ['comes with upheld, and only then'] }],
      });
    return this.database.transaction((tx) =>
      once(tx, call, contracts.decideObjection.subject, input, async () => {
        const { objection, record } = await this.lock(tx, input.id, call);
        if (objection.state === input.decision && objection.decidedBy === call.actor.id)
          return this.view(objection);
        if (objection.state !== 'raised' && objection.state !== 'investigating')
          throw new DomainError('record.decided', { state: objection.state });
        await this.life.refuseOwn(tx, record, call.actor.id);
        const correctionId = deterministicId('objection.correction', objection.id);
        if (input.correction) await this.corrections.add(tx, record, correctionId, input.correction, call);
        await this.save(tx, objection, {
          ...{ state: input.decision, decidedBy: call.actor.id, decidedAt: this.clock.now() },
          answerSealed: this.sealed(input.answer, disagreementSealedAs.answer),
          correctionId: input.correction ? correctionId : null,
        });
        const step = input.decision === 'upheld' ? 'objectionUpheld' : 'objectionDismissed';
        this.life.say(tx, record, step, call);
        return this.view(objection);
      }),
    );
  }

  /** Staff by place, others their own; @throws DomainError `access.foreignRegion`, `cursor.invalid` */
  async list(input: ListObjectionsInput, call: Call): Promise<ObjectionPage> {
    const { actor } = call;
    const isStaff = actor.role === 'station' || actor.role === 'committee';
    const scope = isStaff ? listScope(actor, input.region) : undefined;
    const where = {
      ...(scope ? { communityCode: Between(scope.code, scope.last) } : { raisedBy: actor.id }),
      ...(input.state ? { state: input.state } : {}),
    };
    const page = await newestFirst(this.database.orm.getRepository(ObjectionEntity), where, input);
    const maySeeText = (row: ObjectionEntity) => actor.role === 'station' || row.raisedBy === actor.id;
    return { ...page, items: page.items.map((row) => this.view(row, maySeeText(row))) };
  }

  private async lock(
    tx: Tx,
    id: string,
    call: Call,
  ): Promise<{ objection: ObjectionEntity; record: ServiceRecordEntity }> {
    const found = await tx.orm.findOneBy(ObjectionEntity, { id });
    if (!found || !sees(call.actor, found.communityCode)) throw new DomainError('resource.notFound');
    const record = await this.life.lock(tx, found.recordId, call);
    // Read again under the record's lock: of two who decide, one is the first.
    return { record, objection: await tx.orm.findOneByOrFail(ObjectionEntity, { id }) };
  }

  private async save(tx: Tx, objection: ObjectionEntity, changes: Partial<ObjectionEntity>): Promise<void> {
    const { cityCode, id } = objection;
    await tx.orm.update(ObjectionEntity, { cityCode, id }, changes);
    Object.assign(objection, changes);
  }

  private sealed(text: string | undefined, purpose: string): string | null {
    return text === undefined ? null : this.seal.seal(text, purpose);
  }

  private assertSame(known: ObjectionEntity, input: RaiseObjectionInput, { actor }: Call): ObjectionEntity {
    const isSame =
      known.recordId === input.recordId && known.reason === input.reason && known.raisedBy === actor.id;
    if (!isSame) throw new DomainError('idempotency.conflict');
    return known;
  }

  private view(row: ObjectionEntity, withText = true): ObjectionView {
    const text = (sealed: string | null, purpose: string) =>
      withText && sealed !== null ? this.seal.open(sealed, purpose) : undefined;
    return {
      id: row.id,
      recordId: row.recordId,
      communityCode: formatRegion(row.communityCode),
      state: row.state,
      reason: row.reason,
      raisedRole: row.raisedRole,
      raisedAt: row.raisedAt.toISOString(),
      note: text(row.noteSealed, disagreementSealedAs.note),
      decidedAt: row.decidedAt?.toISOString(),
      answer: text(row.answerSealed, disagreementSealedAs.answer),
      correctionId: row.correctionId ?? undefined,
    };
  }
}
