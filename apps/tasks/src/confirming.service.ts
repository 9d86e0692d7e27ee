import {
  type Caller,
  type CallBackInput,
  confirming,
  type ConfirmationMethod,
  type ConfirmRecordInput,
  DomainError,
  errands as contracts,
  recordEvents,
  type ServiceRecordView,
} from '#contracts';
import {
  type Call,
  Clock,
  type Config,
  Database,
  deterministicId,
  failed,
  newId,
  once,
  Outbox,
  Seal,
  shanghaiDay,
  systemCall,
  tokens,
  type Tx,
  unwrap,
} from '#platform';
import { formatRegion } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import { codeAttemptsAllowed, isStriking, wayOf } from './confirming.js';
import * as store from './confirming.store.js';
import { DisputesService } from './disputes.service.js';
import { ConfirmationEntity, ServiceRecordEntity } from './errand.entity.js';
import { codesOf } from './need.codes.views.js';
import { NeedEntity } from './need.entity.js';
import { confirmationsNeeded, confirmedMinutes, mostMinutes } from './record.js';
import { CallBackEntity } from './record.entity.js';
import { RecordLife } from './record.life.service.js';
import { automaticDue, noticesDue, readErrandFacts, readTie } from './record.store.js';
import { RecordsService } from './records.service.js';
import { slipIndex } from './slips.service.js';
import { takeSlip } from './slips.store.js';

const nobody = '00000000-0000-0000-0000-000000000000';
const dayMs = 86_400_000;
const jobBatch = 200;

/** One word for a record: whose it is, and how it came. */
interface Word {
  personId: string;
  role: Caller;
  method: ConfirmationMethod | 'automatic';
  serviceMinutes?: number;
}

/** Nobody alone can mint minutes: never one's own, and attested ones need two people of different roles. */
@Injectable()
export class ConfirmingService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly life: RecordLife,
    private readonly records: RecordsService,
    private readonly disputes: DisputesService,
    @Inject(tokens.config) private readonly config: Config<'confirming'>,
  ) {}

  /** By app, by the resident's code, by a call, or by review; a wrong code is counted and kept. */
  async confirm(input: ConfirmRecordInput, call: Call): Promise<ServiceRecordView> {
    const outcome = await this.database.transaction((tx) =>
      once(tx, call, contracts.confirmRecord.subject, input, async () => {
        const failure = await this.take(tx, input, call);
        return failure ? failed(failure) : { data: {} };
      }),
    );
    // Thrown only here: inside, it would roll the counted attempt back.
    unwrap(outcome);
    return this.records.get({ id: input.id }, call);
  }

  /** A call to the resident: what was said confirms, disputes, or leaves the record in the queue. */
  async callBack(input: CallBackInput, call: Call): Promise<ServiceRecordView> {
    if ((input.answer === 'servedShorter') !== (input.serviceMinutes !== undefined))
      throw new DomainError('request.invalid', {
        fields: [{ field: 'serviceMinutes', rules: ['servedShorter comes with the minutes, nothing else'] }],
      });
    await this.database.transaction((tx) =>
      once(tx, call, confirming.callBack.subject, input, async () => {
        const record = await this.life.lock(tx, input.recordId, call);
        if (await this.isKnownCall(tx, record, input, call)) return {};
        await this.life.refuseOwn(tx, record, call.actor.id);
        if (record.state !== 'submitted')
          throw new DomainError('record.stateConflict', { state: record.state });
        await this.addCall(tx, record, input, call);
        if (input.answer === 'notServed') await this.disputes.open(tx, record, { reason: 'notServed' }, call);
        else if (input.answer === 'served' || input.answer === 'servedShorter')
          await this.give(tx, record, wordOf(call, 'callBack', input.serviceMinutes), call);
        return {};
      }),
    );
    return this.records.get({ id: input.recordId }, call);
  }

  /** Device-verified minutes that nobody spoke against are confirmed by themselves. Answers how many were. */
  async confirmDue(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - this.config.autoConfirmHours * 3_600_000);
    const due = await automaticDue(this.database, before, jobBatch);
    for (const { id } of due)
      await this.database.transaction(async (tx) => {
        const call = systemCall('tasks');
        const record = await this.life.lock(tx, id, call);
        if (record.state !== 'submitted') return;
        await this.give(tx, record, { personId: nobody, role: 'system', method: 'automatic' }, call);
      });
    return due.length;
  }

  /** Records whose public notice is over are told to those who count. Answers how many were. */
  async endNotices(): Promise<number> {
    const due = await noticesDue(this.database, this.clock.now(), jobBatch);
    for (const { id } of due)
      await this.database.transaction(async (tx) => {
        const call = systemCall('tasks');
        const record = await this.life.lock(tx, id, call);
        const [stillDue] = await noticesDue(tx, this.clock.now(), 1, id);
        if (stillDue) await this.life.endNotice(tx, record, call);
      });
    return due.length;
  }

  private async take(tx: Tx, input: ConfirmRecordInput, call: Call): Promise<DomainError | undefined> {
    const record = await this.life.lock(tx, input.id, call);
    const way = wayOf(call.actor.role, input.method, input.code);
    const word = wordOf(call, input.method, input.serviceMinutes);
    if (way.codeDigits) {
      const { residentId } = await readErrandFacts(tx, record);
      Object.assign(word, { personId: residentId, role: 'resident' });
    }
    await this.life.refuseOwn(tx, record, word.personId);
    const { cityCode, id: recordId } = record;
    if (await tx.orm.existsBy(ConfirmationEntity, { cityCode, recordId, approverId: word.personId }))
      return undefined;
    if (record.state !== 'submitted') throw new DomainError('record.stateConflict', { state: record.state });
    const failure = input.code && (await this.checkCode(tx, record, word.personId, input.code));
    if (failure) return failure;
    await this.give(tx, record, word, call);
    if (input.method === 'callBack') {
      const { serviceMinutes } = input;
      const answer = serviceMinutes === undefined ? 'served' : 'servedShorter';
      const id = deterministicId('callBack', recordId, call.actor.id);
      await this.addCall(tx, record, { id, recordId, answer, serviceMinutes }, call);
    }
    return undefined;
  }

  /** Writes one word down; with the last that is needed the record is confirmed. */
  private async give(tx: Tx, record: ServiceRecordEntity, word: Word, call: Call): Promise<void> {
    const { cityCode, id } = record;
    const given = await tx.orm.findBy(ConfirmationEntity, { cityCode, recordId: id });
    if (given.some(({ role }) => role === word.role)) throw new DomainError('record.sameApprover');
    const facts = await readErrandFacts(tx, record);
    const maxMinutes = mostMinutes(record.serviceMinutes, facts);
    record.serviceMinutes = confirmedMinutes(record.serviceMinutes, word.serviceMinutes, maxMinutes);
    await tx.orm.insert(ConfirmationEntity, {
      cityCode,
      recordId: id,
      approverId: word.personId,
      role: word.role,
      method: word.method,
      at: this.clock.now(),
    });
    await tx.orm.update(ServiceRecordEntity, { cityCode, id }, { serviceMinutes: record.serviceMinutes });
    const tie = await readTie(tx, cityCode, record.volunteerId, facts.residentId);
    if (given.length + 1 >= confirmationsNeeded(record.verification, tie !== undefined))
      await this.life.confirm(tx, record, call);
    if (word.method !== 'automatic') await this.watchPair(tx, record, word.personId, call);
  }

  private async checkCode(
    tx: Tx,
    record: ServiceRecordEntity,
    residentId: string,
    code: string,
  ): Promise<DomainError | undefined> {
    const { cityCode, id: recordId } = record;
    if ((await store.readWrongCodes(tx, cityCode, recordId)) >= codeAttemptsAllowed)
      return new DomainError('record.codeLocked');
    if (code.length === 4) {
      if ((await this.closingCode(tx, record)) === code) return undefined;
    } else {
      const now = this.clock.now();
      const slip = { cityCode, codeIndex: slipIndex(this.seal, residentId, code), recordId };
      const taken = await takeSlip(tx, slip, now, shanghaiDay(now));
      if (taken === 'taken') return undefined;
      if (taken === 'cancelled') return new DomainError('record.slipCancelled');
      if (taken === 'spent') return new DomainError('record.slipUsed');
    }
    const attempts = await store.countWrongCode(tx, cityCode, recordId);
    return new DomainError('record.codeWrong', { attemptsLeft: codeAttemptsAllowed - attempts });
  }

  private async closingCode(tx: Tx, { cityCode, errandId }: ServiceRecordEntity): Promise<string> {
    const need = await tx.orm.findOneByOrFail(NeedEntity, { cityCode, errandId });
    return codesOf(this.seal, need).closingCode;
  }

  private async isKnownCall(
    tx: Tx,
    { cityCode }: ServiceRecordEntity,
    { id, recordId, answer, serviceMinutes }: CallBackInput,
    { actor }: Call,
  ): Promise<boolean> {
    const known = await tx.orm.findOneBy(CallBackEntity, { cityCode, id });
    if (!known) return false;
    const isSame =
      known.recordId === recordId &&
      known.answer === answer &&
      known.serviceMinutes === (serviceMinutes ?? null) &&
      known.callerId === actor.id;
    if (!isSame) throw new DomainError('idempotency.conflict');
    return true;
  }

  private async addCall(
    tx: Tx,
    record: ServiceRecordEntity,
    { id, answer, serviceMinutes }: CallBackInput,
    { actor }: Call,
  ): Promise<void> {
    await tx.orm.insert(CallBackEntity, {
      ...{
        cityCode: record.cityCode,
        id,
        recordId: record.id,
        answer,
        serviceMinutes: serviceMinutes ?? null,
      },
      ...{ callerId: actor.id, callerRole: actor.role, calledAt: this.clock.now() },
    });
  }

  /** Two who confirm each other too often are shown to the station; the event names nobody. */
  private async watchPair(
    tx: Tx,
    record: ServiceRecordEntity,
    approverId: string,
    call: Call,
  ): Promise<void> {
    const { cityCode, volunteerId, communityCode } = record;
    const { pairSpanDays: spanDays, pairConfirmations, pairPercent } = this.config;
    const now = this.clock.now();
    const since = new Date(now.getTime() - spanDays * dayMs);
    const { between, ofAll } = await store.countPair(tx, { cityCode, volunteerId, approverId }, since);
    const rule = { spanDays, leastConfirmations: pairConfirmations, leastPercent: pairPercent };
    if (!isStriking(between, ofAll, rule)) return;
    const id = newId();
    const flag = { cityCode, id, communityCode, volunteerId, approverId, between, ofAll, spanDays };
    if (!(await store.flagPair(tx, flag, now, since))) return;
    const data = {
      flagId: id,
      communityCode: formatRegion(communityCode),
      confirmations: between,
      at: now.toISOString(),
    };
    this.outbox.add(tx, [{ contract: recordEvents.pairFlagged, cityCode, traceId: call.traceId, data }]);
  }
}

function wordOf({ actor }: Call, method: ConfirmationMethod, serviceMinutes: number | undefined): Word {
  return { personId: actor.id, role: actor.role, method, serviceMinutes };
}
