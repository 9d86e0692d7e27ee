import {
  type ById,
  type ConfirmedCount,
  type ConfirmRecordInput,
  type CountConfirmedInput,
  DomainError,
  errandEvents,
  errands as contracts,
  type ListRecordsInput,
  type ServiceRecordPage,
  type ServiceRecordView,
} from '#contracts';
import {
  type Call,
  Clock,
  Database,
  decodeCursor,
  encodeCursor,
  listScope,
  once,
  Outbox,
  sees,
  type Tx,
} from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { Between, In, LessThan } from 'typeorm';
import { ConfirmationEntity, ServiceRecordEntity } from './errand.entity.js';
import { NeedsService } from './needs.service.js';
import { confirmationsNeeded, confirmedMinutes } from './record.js';
import { followClaims, type LockedErrandRow } from './serving.store.js';

const pageSize = 20;

@Injectable()
export class RecordsService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly needs: NeedsService,
  ) {}

  /** Nobody alone can mint minutes: never one's own, and attested ones need two people of different roles. */
  async confirm(input: ConfirmRecordInput, call: Call): Promise<ServiceRecordView> {
    await this.database.transaction((tx) =>
      once(tx, call, contracts.confirmRecord.subject, input, async () => {
        const record = await this.lock(tx, input.id, call);
        if (record.volunteerId === call.actor.id) throw new DomainError('record.selfConfirmation');
        const { cityCode, id } = record;
        const given = await tx.orm.findBy(ConfirmationEntity, { cityCode, recordId: id });
        if (given.some(({ approverId }) => approverId === call.actor.id)) return { id };
        if (record.state !== 'submitted')
          throw new DomainError('record.stateConflict', { state: record.state });
        if (given.some(({ role }) => role === call.actor.role)) throw new DomainError('record.sameApprover');
        record.serviceMinutes = confirmedMinutes(record.serviceMinutes, input.serviceMinutes);
        await tx.orm.insert(ConfirmationEntity, {
          cityCode,
          recordId: id,
          approverId: call.actor.id,
          role: call.actor.role,
          method: input.method,
          at: this.clock.now(),
        });
        await tx.orm.update(ServiceRecordEntity, { cityCode, id }, { serviceMinutes: record.serviceMinutes });
        if (given.length + 1 >= confirmationsNeeded(record.verification))
          await this.complete(tx, record, call);
        return { id };
      }),
    );
    return this.get({ id: input.id }, call);
  }

  async get(input: ById, call: Call): Promise<ServiceRecordView> {
    const record = await this.database.orm.getRepository(ServiceRecordEntity).findOneBy({ id: input.id });
    if (!record || !(await this.maySee(record, call))) throw new DomainError('resource.notFound');
    return this.view(record, await this.countConfirmations(record));
  }

  /** Of the whole city, whatever became of them since. */
  async countConfirmed({ cityCode, before }: CountConfirmedInput): Promise<ConfirmedCount> {
    const confirmedAt = LessThan(new Date(before));
    return {
      recordCount: await this.database.orm
        .getRepository(ServiceRecordEntity)
        .countBy({ cityCode, confirmedAt }),
    };
  }

  async list(input: ListRecordsInput, call: Call): Promise<ServiceRecordPage> {
    const own = call.actor.role === 'volunteer';
    const scope = own ? undefined : listScope(call.actor, input.region);
    const limit = input.limit ?? pageSize;
    const before = input.cursor ? decodeCursor(input.cursor, 'uuid')[0] : undefined;
    const rows = await this.database.orm.getRepository(ServiceRecordEntity).find({
      where: {
        ...(scope ? { communityCode: Between(scope.code, scope.last) } : { volunteerId: call.actor.id }),
        ...(input.state ? { state: input.state } : {}),
        ...(before ? { id: LessThan(before) } : {}),
      },
      order: { id: 'desc' },
      take: limit + 1,
    });
    const page = rows.slice(0, limit);
    const counts = await Promise.all(page.map((row) => this.countConfirmations(row)));
    return {
      items: page.map((row, i) => this.view(row, counts[i] ?? 0)),
      nextCursor: rows.length > limit ? encodeCursor(page.at(-1)?.id ?? '') : undefined,
    };
  }

  /** The ledger has credited these records: records, claims, errands and needs come to their end. */
  async credited(tx: Tx, recordIds: string[], call: Call): Promise<void> {
    const records = await tx.orm.find(ServiceRecordEntity, {
      where: { id: In(recordIds), state: 'confirmed' },
    });
    if (records.length === 0) return;
    const ids = records.map(({ id }) => id);
    const errandIds = [...new Set(records.map(({ errandId }) => errandId))];
    const errands = await lockErrands(tx, errandIds);
    await tx.query(
      `update service_record set state = 'credited' where id = any($1) and state = 'confirmed'`,
      [ids],
    );
    await tx.query(`update claim set state = 'recorded' where id = any($1) and state = 'confirmed'`, [ids]);
    for (const errand of errands) await followClaims(tx, errand);
    await this.needs.follow(tx, await errandsIn(tx, errandIds, 'recorded'), 'close', call);
  }

  view(record: ServiceRecordEntity, confirmationsGiven: number): ServiceRecordView {
    return {
      id: record.id,
      errandId: record.errandId,
      volunteerId: record.volunteerId,
      communityCode: formatRegion(record.communityCode),
      state: record.state,
      verification: record.verification,
      serviceMinutes: record.serviceMinutes,
      confirmationsGiven,
      confirmationsNeeded: confirmationsNeeded(record.verification),
      startedAt: record.startedAt.toISOString(),
      endedAt: record.endedAt.toISOString(),
      version: record.version,
    };
  }

  private async complete(tx: Tx, record: ServiceRecordEntity, call: Call): Promise<void> {
    const { cityCode, id } = record;
    const now = this.clock.now();
    await tx.orm.update(ServiceRecordEntity, { cityCode, id }, { state: 'confirmed', confirmedAt: now });
    const errands = await lockErrands(tx, [record.errandId]);
    await tx.query(`update claim set state = 'confirmed' where city_code = $1 and id = $2`, [cityCode, id]);
    for (const errand of errands) await followClaims(tx, errand);
    await this.needs.follow(tx, await errandsIn(tx, [record.errandId], 'confirmed'), 'fulfil', call);
    this.outbox.add(tx, [
      {
        contract: errandEvents.recordConfirmed,
        cityCode,
        traceId: call.traceId,
        data: {
          recordId: id,
          errandId: record.errandId,
          volunteerId: record.volunteerId,
          communityCode: formatRegion(record.communityCode),
          serviceMinutes: record.serviceMinutes,
          verification: record.verification,
          endedAt: record.endedAt.toISOString(),
          confirmedAt: now.toISOString(),
          version: record.version,
        },
      },
    ]);
  }

  private async lock(tx: Tx, id: string, call: Call): Promise<ServiceRecordEntity> {
    const record = await tx.orm.findOne(ServiceRecordEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!record || !(await this.maySee(record, call))) throw new DomainError('resource.notFound');
    return record;
  }

  private async maySee(record: ServiceRecordEntity, call: Call): Promise<boolean> {
    const { actor } = call;
    if (actor.role === 'volunteer') return actor.id === record.volunteerId;
    if (actor.role !== 'resident') return sees(actor, record.communityCode);
    const rows = await this.database.query(
      `select 1 from errand e join need n on n.city_code = e.city_code and n.id = e.need_id
       where e.city_code = $1 and e.id = $2 and n.resident_id = $3`,
      [record.cityCode, record.errandId, actor.id],
    );
    return rows.length > 0;
  }

  private countConfirmations({ cityCode, id }: ServiceRecordEntity): Promise<number> {
    return this.database.orm.getRepository(ConfirmationEntity).countBy({ cityCode, recordId: id });
  }
}

function lockErrands(tx: Tx, ids: string[]): Promise<LockedErrandRow[]> {
  return tx.query<LockedErrandRow>(
    `select id, city_code, need_id, community_code, type, slots, state from errand where id = any($1)
     order by id for no key update`,
    [ids],
  );
}

async function errandsIn(tx: Tx, ids: string[], state: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>('select id from errand where id = any($1) and state = $2', [
    ids,
    state,
  ]);
  return rows.map((row) => row.id);
}
