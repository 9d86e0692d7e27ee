import {
  type DisputeInput,
  DomainError,
  records as contracts,
  type ServiceRecordView,
  type SettleDisputeInput,
} from '#contracts';
import { type Call, Clock, Database, newId, once, Seal, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { ConfirmationEntity, ServiceRecordEntity } from './errand.entity.js';
import { confirmationsNeeded, confirmedMinutes, mostMinutes } from './record.js';
import { DisputeEntity } from './record.entity.js';
import { RecordLife } from './record.life.service.js';
import { readErrandFacts, readTie } from './record.store.js';
import { RecordsService } from './records.service.js';

/** What the texts of disagreement are sealed for. */
export const disagreementSealedAs = {
  note: 'record.note',
  answer: 'record.answer',
} as const;

/** A record that is not right, said before it is confirmed: finished → disputed → confirmed | voided. */
@Injectable()
export class DisputesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly life: RecordLife,
    private readonly records: RecordsService,
  ) {}

  /** By the resident or staff; the same again is the same dispute. */
  async dispute(input: DisputeInput, call: Call): Promise<ServiceRecordView> {
    await this.database.transaction((tx) =>
      once(tx, call, contracts.dispute.subject, input, async () => {
        const record = await this.life.lock(tx, input.recordId, call);
        const open = await this.findOpen(tx, record);
        if (open?.raisedBy !== call.actor.id) await this.open(tx, record, input, call);
        return {};
      }),
    );
    return this.records.get({ id: input.recordId }, call);
  }

  /** @throws DomainError `record.stateConflict` */
  async open(
    tx: Tx,
    record: ServiceRecordEntity,
    { reason, note }: Pick<DisputeInput, 'reason' | 'note'>,
    call: Call,
  ): Promise<void> {
    await this.life.dispute(tx, record, call);
    await tx.orm.insert(DisputeEntity, {
      ...{ cityCode: record.cityCode, id: newId(), recordId: record.id, reason },
      noteSealed: note === undefined ? null : this.seal.seal(note, disagreementSealedAs.note),
      ...{ raisedBy: call.actor.id, raisedRole: call.actor.role, raisedAt: this.clock.now() },
    });
  }

  /**
   * The station's decision. Confirmed, it is the station's word for the record: where a second is needed, the
   * record waits for it again.
   */
  async settle(input: SettleDisputeInput, call: Call): Promise<ServiceRecordView> {
    await this.database.transaction((tx) =>
      once(tx, call, contracts.settleDispute.subject, input, async () => {
        const record = await this.life.lock(tx, input.recordId, call);
        const dispute = await this.findOpen(tx, record);
        if (!dispute) {
          if (await this.isDecidedSo(tx, record, input, call)) return {};
          throw new DomainError('record.stateConflict', { state: record.state });
        }
        if (dispute.raisedBy === call.actor.id) throw new DomainError('record.sameApprover');
        await this.life.refuseOwn(tx, record, call.actor.id);
        const { cityCode, id } = dispute;
        await tx.orm.update(
          DisputeEntity,
          { cityCode, id },
          {
            ...{ decision: input.decision, decidedBy: call.actor.id, decidedAt: this.clock.now() },
            answerSealed:
              input.note === undefined ? null : this.seal.seal(input.note, disagreementSealedAs.answer),
          },
        );
        if (input.decision === 'void') await this.life.void(tx, record, { reason: 'notServed' }, call);
        else await this.confirm(tx, record, input, call);
        return {};
      }),
    );
    return this.records.get({ id: input.recordId }, call);
  }

  private async confirm(
    tx: Tx,
    record: ServiceRecordEntity,
    input: SettleDisputeInput,
    call: Call,
  ): Promise<void> {
    const { cityCode, id } = record;
    const facts = await readErrandFacts(tx, record);
    const maxMinutes = mostMinutes(record.serviceMinutes, facts);
    record.serviceMinutes = confirmedMinutes(record.serviceMinutes, input.serviceMinutes, maxMinutes);
    const roles = (await tx.orm.findBy(ConfirmationEntity, { cityCode, recordId: id })).map(
      ({ role }) => role,
    );
    if (!roles.includes(call.actor.role)) {
      await tx.orm.insert(ConfirmationEntity, {
        ...{ cityCode, recordId: id, approverId: call.actor.id, role: call.actor.role },
        ...{ method: 'review', at: this.clock.now() },
      });
      roles.push(call.actor.role);
    }
    const tie = await readTie(tx, cityCode, record.volunteerId, facts.residentId);
    if (roles.length >= confirmationsNeeded(record.verification, tie !== undefined))
      await this.life.confirm(tx, record, call);
    else await this.life.settle(tx, record, call);
  }

  private findOpen(tx: Tx, { cityCode, id }: ServiceRecordEntity): Promise<DisputeEntity | null> {
    return tx.orm.findOneBy(DisputeEntity, { cityCode, recordId: id, decidedAt: IsNull() });
  }

  /** The same decision by the same person, asked for again. */
  private async isDecidedSo(
    tx: Tx,
    { cityCode, id }: ServiceRecordEntity,
    { decision }: SettleDisputeInput,
    { actor }: Call,
  ): Promise<boolean> {
    return tx.orm.existsBy(DisputeEntity, { cityCode, recordId: id, decision, decidedBy: actor.id });
  }
}
