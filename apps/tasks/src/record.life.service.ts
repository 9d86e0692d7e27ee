import {
  type CorrectionReason,
  DomainError,
  errandEvents,
  type EvidenceKind,
  recordEvents,
  type RecordStep,
} from '#contracts';
import { type Call, Clock, type Config, deterministicId, Outbox, tokens, type Tx } from '#platform';
import { formatRegion } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import type { Corrected } from './correction.js';
import { ErrandEntity, ServiceRecordEntity } from './errand.entity.js';
import { Recipients } from './recipients.service.js';
import { NeedEntity } from './need.entity.js';
import { NeedsFollowing } from './needs.following.service.js';
import { breakOfPairMinutes } from './pair.store.js';
import { RecordVersionEntity } from './record.entity.js';
import { moveRecord } from './record-states.js';
import { errandsIn, lockErrands, maySeeRecord, readConfirmations, readTie } from './record.store.js';
import { followClaims } from './serving.store.js';

const dayMs = 86_400_000;

/** Why a version is there. */
export interface VersionReason {
  reason: CorrectionReason | 'confirmed';
  evidence?: EvidenceKind;
  correctionId?: string;
}

/**
 * The life of a service record: every change of its state or version goes through here, so that claim,
 * errand, need, history and the totals of others follow in the same transaction.
 */
@Injectable()
export class RecordLife {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly needs: NeedsFollowing,
    private readonly recipients: Recipients,
    @Inject(tokens.config) private readonly config: Config<'confirming'>,
  ) {}

  /** @throws DomainError `resource.notFound` */
  async lock(tx: Tx, id: string, call: Call): Promise<ServiceRecordEntity> {
    const record = await tx.orm.findOne(ServiceRecordEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    const isVisible = record && (call.actor.role === 'system' || (await maySeeRecord(tx, record, call)));
    if (!isVisible) throw new DomainError('resource.notFound');
    return record;
  }

  /**
   * Nobody stands for own minutes, nor for those of family, under whatever account.
   * @throws DomainError `record.selfConfirmation`, `record.familyConfirmation`
   */
  async refuseOwn(tx: Tx, record: ServiceRecordEntity, personId: string): Promise<void> {
    const tie = await readTie(tx, record.cityCode, record.volunteerId, personId);
    if (tie === 'self') throw new DomainError('record.selfConfirmation');
    if (tie === 'family') throw new DomainError('record.familyConfirmation');
  }

  /** Enough people stand for it: after the public notice, if there is one, everybody is told. */
  async confirm(tx: Tx, record: ServiceRecordEntity, call: Call): Promise<void> {
    record.state = moveRecord(record.state, 'confirm');
    record.confirmedAt = this.clock.now();
    await this.addVersion(tx, record, { reason: 'confirmed' });
    await this.save(tx, record);
    await this.moveClaim(tx, record, 'confirmed', call);
    this.say(tx, record, 'confirmed', call);
    if (this.config.noticeDays > 0) await this.publish(tx, record, call);
    else await this.tell(tx, record, call);
  }

  /** Somebody speaks against it before it is confirmed. */
  async dispute(tx: Tx, record: ServiceRecordEntity, call: Call): Promise<void> {
    record.state = moveRecord(record.state, 'dispute');
    await this.save(tx, record);
    await this.moveClaim(tx, record, 'disputed', call);
    this.say(tx, record, 'disputed', call);
  }

  /** The dispute is settled; who is still needed may confirm. */
  async settle(tx: Tx, record: ServiceRecordEntity, call: Call): Promise<void> {
    record.state = moveRecord(record.state, 'settle');
    await this.save(tx, record);
    await this.moveClaim(tx, record, 'finished', call);
    this.say(tx, record, 'settled', call);
  }

  /** Counts for nothing from now on; whoever counted it is told so. */
  async void(tx: Tx, record: ServiceRecordEntity, why: VersionReason, call: Call): Promise<void> {
    // Before it was confirmed there is no version yet that this one would replace.
    if (record.state !== 'disputed') record.version += 1;
    record.state = moveRecord(record.state, 'void');
    record.serviceMinutes = 0;
    record.noticeUntil = null;
    await this.addVersion(tx, record, why);
    await this.save(tx, record);
    await this.moveClaim(tx, record, 'voided', call);
    this.say(tx, record, 'voided', call);
    if (record.toldAt) await this.tell(tx, record, call);
  }

  /** A version more. What nobody was told of yet goes into public notice anew. */
  async correct(
    tx: Tx,
    record: ServiceRecordEntity,
    to: Corrected,
    why: VersionReason,
    call: Call,
  ): Promise<void> {
    const wasVoid = record.state === 'voided';
    Object.assign(record, to);
    record.version += 1;
    record.confirmedAt ??= this.clock.now();
    const isNoticed = !record.toldAt && this.config.noticeDays > 0;
    await this.addVersion(tx, record, why);
    if (isNoticed) await this.publish(tx, record, call);
    else {
      record.state = moveRecord(record.state, 'correct');
      record.toldAt ??= this.clock.now();
      await this.save(tx, record);
    }
    if (wasVoid) await this.moveClaim(tx, record, 'confirmed', call);
    this.say(tx, record, 'corrected', call);
    if (!isNoticed) await this.tell(tx, record, call);
  }

  /** The public notice is over: ledger, register and reports are told. */
  async endNotice(tx: Tx, record: ServiceRecordEntity, call: Call): Promise<void> {
    this.say(tx, record, 'noticeEnded', call);
    await this.tell(tx, record, call);
  }

  /** A hint for those who look at the record. */
  say(tx: Tx, record: ServiceRecordEntity, step: RecordStep, call: Call): void {
    this.outbox.add(tx, [
      {
        contract: recordEvents.moved,
        cityCode: record.cityCode,
        traceId: call.traceId,
        data: {
          recordId: record.id,
          communityCode: formatRegion(record.communityCode),
          volunteerId: record.volunteerId,
          step,
          at: this.clock.now().toISOString(),
        },
      },
    ]);
  }

  private async publish(tx: Tx, record: ServiceRecordEntity, call: Call): Promise<void> {
    record.state = moveRecord(record.state, 'publish');
    record.noticeUntil = new Date(this.clock.now().getTime() + this.config.noticeDays * dayMs);
    await this.save(tx, record);
    this.say(tx, record, 'inNotice', call);
  }

  private async tell(tx: Tx, record: ServiceRecordEntity, call: Call): Promise<void> {
    const { cityCode, id, version, confirmedAt } = record;
    if (!confirmedAt) throw new Error(`record ${id} is told before it is confirmed`);
    record.toldAt ??= this.clock.now();
    await tx.orm.update(ServiceRecordEntity, { cityCode, id }, { toldAt: record.toldAt });
    const confirmations = (await readConfirmations(tx, [id])).get(id)?.given;
    const samePairBreakMinutes = await breakOfPairMinutes(tx, record);
    const keys = (await this.recipients.keysOf(tx, cityCode, [record.errandId])).get(record.errandId);
    const { type, needId } = await tx.orm.findOneByOrFail(ErrandEntity, { cityCode, id: record.errandId });
    const { groupId } = await tx.orm.findOneByOrFail(NeedEntity, { cityCode, id: needId });
    this.outbox.add(tx, [
      {
        id: deterministicId('serviceRecord.confirmed', id, version),
        contract: errandEvents.recordConfirmed,
        cityCode,
        traceId: call.traceId,
        data: {
          recordId: id,
          errandId: record.errandId,
          // As it was told first: who hears of the merge later than of this must not take it for another's.
          volunteerId: record.servedAs ?? record.volunteerId,
          communityCode: formatRegion(record.communityCode),
          serviceMinutes: record.serviceMinutes,
          verification: record.verification,
          endedAt: record.endedAt.toISOString(),
          confirmedAt: confirmedAt.toISOString(),
          version,
          type,
          confirmations,
          samePairBreakMinutes,
          groupId: groupId ?? undefined,
          ...keys,
        },
      },
    ]);
  }

  private async addVersion(tx: Tx, record: ServiceRecordEntity, why: VersionReason): Promise<void> {
    const { cityCode, id: recordId, version, serviceMinutes, verification, startedAt, endedAt } = record;
    await tx.orm.insert(RecordVersionEntity, {
      ...{ cityCode, recordId, version, serviceMinutes, verification, startedAt, endedAt },
      ...{ reason: why.reason, evidence: why.evidence ?? null, correctionId: why.correctionId ?? null },
      at: this.clock.now(),
    });
  }

  private async save(tx: Tx, record: ServiceRecordEntity): Promise<void> {
    const { cityCode, id, state, serviceMinutes, startedAt, endedAt, confirmedAt, version } = record;
    const [noticeUntil, toldAt] = [record.noticeUntil ?? null, record.toldAt ?? null];
    await tx.orm.update(
      ServiceRecordEntity,
      { cityCode, id },
      { state, serviceMinutes, startedAt, endedAt, confirmedAt, version, noticeUntil, toldAt },
    );
  }

  private async moveClaim(
    tx: Tx,
    record: ServiceRecordEntity,
    state: 'finished' | 'disputed' | 'confirmed' | 'voided',
    call: Call,
  ): Promise<void> {
    const errands = await lockErrands(tx, [record.errandId]);
    await tx.query('update claim set state = $3 where city_code = $1 and id = $2', [
      record.cityCode,
      record.id,
      state,
    ]);
    for (const errand of errands) await followClaims(tx, errand);
    await this.needs.fulfil(tx, await errandsIn(tx, [record.errandId], 'confirmed'), call);
    await this.needs.takeBack(tx, await errandsIn(tx, [record.errandId], 'voided'), call);
  }
}
