import {
  type ById,
  type ConfirmedCount,
  type CountConfirmedInput,
  DomainError,
  type ListRecordsInput,
  type RecordHistory,
  type ServiceRecordPage,
  type ServiceRecordView,
} from '#contracts';
import { type Call, Database, listScope, type Tx } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { Between, In, IsNull, LessThan, Not } from 'typeorm';
import { ConfirmationEntity, ServiceRecordEntity } from './errand.entity.js';
import { NeedsFollowing } from './needs.following.service.js';
import { newestFirst } from './paging.store.js';
import { confirmationsNeeded, minutesBetween } from './record.js';
import { RecordVersionEntity } from './record.entity.js';
import { errandsIn, lockErrands, maySeeRecord, readConfirmations } from './record.store.js';
import { followClaims } from './serving.store.js';

/** Service records as they are read, and what becomes of them once the ledger has credited them. */
@Injectable()
export class RecordsService {
  constructor(
    private readonly database: Database,
    private readonly needs: NeedsFollowing,
  ) {}

  /** @throws DomainError `resource.notFound` */
  async get(input: ById, call: Call): Promise<ServiceRecordView> {
    const record = await this.find(input.id, call);
    const confirmations = await readConfirmations(this.database, [record.id]);
    return this.view(record, confirmations.get(record.id));
  }

  /**
   * Every confirmation and every version, the first first.
   * @throws DomainError `resource.notFound`
   */
  async history(input: ById, call: Call): Promise<RecordHistory> {
    const { cityCode, id, state, noticeUntil } = await this.find(input.id, call);
    const where = { cityCode, recordId: id };
    const { orm } = this.database;
    const [versions, given] = await Promise.all([
      orm.getRepository(RecordVersionEntity).find({ where, order: { version: 'asc' } }),
      orm.getRepository(ConfirmationEntity).find({ where, order: { at: 'asc' } }),
    ]);
    return {
      id,
      state,
      confirmations: given.map(({ role, method, at }) => ({ role, method, at: at.toISOString() })),
      versions: versions.map((row) => ({
        version: row.version,
        serviceMinutes: row.serviceMinutes,
        verification: row.verification,
        startedAt: row.startedAt.toISOString(),
        endedAt: row.endedAt.toISOString(),
        reason: row.reason,
        evidence: row.evidence ?? undefined,
        at: row.at.toISOString(),
      })),
      noticeUntil: noticeUntil?.toISOString(),
    };
  }

  /** Of the whole city: whatever the ledger was told of, whatever became of it since. */
  async countConfirmed({ cityCode, before }: CountConfirmedInput): Promise<ConfirmedCount> {
    const toldAt = LessThan(new Date(before));
    return {
      recordCount: await this.database.orm.getRepository(ServiceRecordEntity).countBy({ cityCode, toldAt }),
    };
  }

  /** The newest first; @throws DomainError `access.foreignRegion`, `cursor.invalid` */
  async list(input: ListRecordsInput, call: Call): Promise<ServiceRecordPage> {
    const own = call.actor.role === 'volunteer';
    const scope = own ? undefined : listScope(call.actor, input.region);
    const where = {
      ...(scope ? { communityCode: Between(scope.code, scope.last) } : { volunteerId: call.actor.id }),
      ...(input.state ? { state: input.state } : {}),
    };
    const page = await newestFirst(this.database.orm.getRepository(ServiceRecordEntity), where, input);
    const confirmations = await readConfirmations(
      this.database,
      page.items.map(({ id }) => id),
    );
    return { ...page, items: page.items.map((row) => this.view(row, confirmations.get(row.id))) };
  }

  /** The ledger has credited these records: records, claims, errands and needs come to their end. */
  async credited(tx: Tx, recordIds: string[], call: Call): Promise<void> {
    const states = ['confirmed', 'inNotice', 'corrected'] as const;
    const records = await tx.orm.find(ServiceRecordEntity, {
      // What nobody was told of nobody can have credited.
      where: { id: In(recordIds), state: In([...states]), toldAt: Not(IsNull()) },
    });
    if (records.length === 0) return;
    const ids = records.map(({ id }) => id);
    const errandIds = [...new Set(records.map(({ errandId }) => errandId))];
    const errands = await lockErrands(tx, errandIds);
    await tx.query(`update service_record set state = 'credited' where id = any($1) and state = any($2)`, [
      ids,
      states,
    ]);
    await tx.query(`update claim set state = 'recorded' where id = any($1) and state = 'confirmed'`, [ids]);
    for (const errand of errands) await followClaims(tx, errand);
    await this.needs.close(tx, await errandsIn(tx, errandIds, 'recorded'), call);
  }

  /** @param confirmations who stands for it; nobody unless told */
  view(
    record: ServiceRecordEntity,
    confirmations: { given: number; isTied: boolean } = { given: 0, isTied: false },
  ): ServiceRecordView {
    return {
      id: record.id,
      errandId: record.errandId,
      volunteerId: record.volunteerId,
      communityCode: formatRegion(record.communityCode),
      state: record.state,
      verification: record.verification,
      serviceMinutes: record.serviceMinutes,
      confirmationsGiven: confirmations.given,
      confirmationsNeeded: confirmationsNeeded(record.verification, confirmations.isTied),
      startedAt: record.startedAt.toISOString(),
      endedAt: record.endedAt.toISOString(),
      elapsedMinutes: minutesBetween(record.startedAt, record.endedAt),
      checkInProof: record.checkInProof,
      checkOutProof: record.checkOutProof,
      wasOffline: record.wasOffline,
      version: record.version,
    };
  }

  private async find(id: string, call: Call): Promise<ServiceRecordEntity> {
    const record = await this.database.orm.getRepository(ServiceRecordEntity).findOneBy({ id });
    if (!record || !(await maySeeRecord(this.database, record, call)))
      throw new DomainError('resource.notFound');
    return record;
  }
}
