import {
  type ById,
  type CreateReferralInput,
  DomainError,
  isOpenOn,
  type ListReferralsInput,
  type MoveReferralInput,
  type ReferralPage,
  referrals as contracts,
  type ReferralView,
  type SetReferralContactInput,
  stations,
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
  RpcClient,
  sees,
  shanghaiDay,
  systemCall,
  type Tx,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { Between, LessThan } from 'typeorm';
import type { NeedMove } from './need.js';
import { NeedEntity } from './need.entity.js';
import { NeedsService } from './needs.service.js';
import { ReferralContacts } from './referral.contacts.service.js';
import { answeringSteps, dueAfter, moveReferral } from './referral.js';
import { ReferralEntity, ReferralStepEntity } from './referral.entity.js';
import { referralEvent, ReferralViews } from './referral.views.js';
import { lockReferral, overdueReferrals, writeReferralStep } from './referrals.store.js';

const pageSize = 20;
const defaultDays = 15;

/** What a step of a referral means for its need. */
const needFollows: Partial<Record<MoveReferralInput['step'], NeedMove>> = {
  decline: 'takeBack',
  resolve: 'fulfil',
};

@Injectable()
export class ReferralsService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly rpc: RpcClient,
    private readonly clock: Clock,
    private readonly needs: NeedsService,
    private readonly views: ReferralViews,
    private readonly contacts: ReferralContacts,
  ) {}

  async create(input: CreateReferralInput, call: Call): Promise<ReferralView> {
    if (input.organisationId !== undefined) await this.checkOpen(input.organisationId, call);
    await this.database.transaction((tx) =>
      once(tx, call, contracts.create.subject, input, async () => {
        await this.createOnce(tx, input, call);
        return { id: input.id };
      }),
    );
    return this.get(input, call);
  }

  private async checkOpen(id: string, { traceId }: Call): Promise<void> {
    const body = await this.rpc.call(stations.getOrganisation, { id }, systemCall('tasks', traceId));
    if (!isOpenOn(shanghaiDay(this.clock.now()), body)) throw new DomainError('organisation.closed');
  }

  async move(input: MoveReferralInput, call: Call): Promise<ReferralView> {
    const { step, note } = input;
    if ((step === 'decline' || step === 'resolve') && note === undefined)
      throw new DomainError('request.invalid', { fields: [{ field: 'note', rules: [`needed to ${step}`] }] });
    await this.database.transaction((tx) =>
      once(tx, call, contracts.move.subject, input, async () => {
        const referral = await lockReferral(tx, input.id);
        if (!referral || !concerns(referral, call)) throw new DomainError('resource.notFound');
        if (!mayTake(step, referral, call)) throw new DomainError('referral.notYourStep');
        // Taken already by this person, in these words: a lost reply must not become an error.
        if (await this.isLast(tx, referral, input, call)) return { id: input.id };
        referral.state = moveReferral(referral.state, step);
        await this.write(tx, referral, call, note);
        const follows = needFollows[step];
        if (follows)
          await this.needs.moveById(tx, referral.needId, follows, call, { reason: note?.slice(0, 200) });
        return { id: input.id };
      }),
    );
    return this.get(input, call);
  }

  /** Another is in charge there now. */
  async setContact(input: SetReferralContactInput, call: Call): Promise<ReferralView> {
    await this.contacts.set(input, call);
    return this.get(input, call);
  }

  async get(input: ById, call: Call): Promise<ReferralView> {
    const referral = await this.database.orm.getRepository(ReferralEntity).findOneBy({ id: input.id });
    if (!referral || !concerns(referral, call)) throw new DomainError('resource.notFound');
    return this.views.one(referral);
  }

  /** Newest first; what is late is found by `overdue`. */
  async list(input: ListReferralsInput, call: Call): Promise<ReferralPage> {
    const limit = input.limit ?? pageSize;
    const query = this.database.orm.getRepository(ReferralEntity).createQueryBuilder('referral');
    if (input.toUs) query.where({ organisationId: organisationOf(call) });
    else {
      const { code, last } = listScope(call.actor, input.region);
      query.where({ communityCode: Between(code, last) });
    }
    if (input.state) query.andWhere({ state: input.state });
    if (input.overdue) query.andWhere({ dueAt: LessThan(this.clock.now()) });
    if (input.cursor) query.andWhere({ id: LessThan(decodeCursor(input.cursor, 'uuid')[0]) });
    const rows = await query
      .orderBy('referral.id', 'DESC')
      .take(limit + 1)
      .getMany();
    const page = rows.slice(0, limit);
    return {
      items: await this.views.many(page),
      nextCursor: rows.length > limit ? encodeCursor(page.at(-1)?.id ?? '') : undefined,
    };
  }

  /** Tells once of every step that has become late. @returns how many are late now */
  async tellOverdue(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const { newly, count } = await overdueReferrals(tx, now);
      this.outbox.add(
        tx,
        newly.map((referral) => referralEvent(referral, 'overdue', now, systemCall('tasks'))),
      );
      return count;
    });
  }

  private async createOnce(tx: Tx, input: CreateReferralInput, call: Call): Promise<void> {
    const need = await tx.orm.findOne(NeedEntity, {
      where: { id: input.needId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!need || !sees(call.actor, need.communityCode)) throw new DomainError('resource.notFound');
    const now = this.clock.now();
    const referral: ReferralEntity = {
      cityCode: need.cityCode,
      id: input.id,
      needId: need.id,
      communityCode: need.communityCode,
      body: input.body,
      bodyName: input.bodyName,
      organisationId: input.organisationId ?? null,
      reason: input.reason,
      consent: input.consent,
      resolveWithinDays: input.resolveWithinDays ?? defaultDays,
      state: 'created',
      dueAt: null,
      overdueTold: false,
      createdAt: now,
      ...this.contacts.sealed(input.contact),
    };
    referral.dueAt = dueAfter('created', now, referral.resolveWithinDays);
    const known = await tx.orm.findOneBy(ReferralEntity, { id: input.id });
    if (known) {
      const contacts = [known, referral].map((row) => JSON.stringify(this.contacts.open(row)));
      if (!isSame(known, referral) || contacts[0] !== contacts[1])
        throw new DomainError('idempotency.conflict');
      return;
    }
    await this.needs.moveById(tx, need.id, 'refer', call, { reason: input.reason.slice(0, 200) });
    await tx.orm.insert(ReferralEntity, referral);
    await this.write(tx, referral, call, undefined);
  }

  private async write(tx: Tx, referral: ReferralEntity, call: Call, note: string | undefined): Promise<void> {
    const now = this.clock.now();
    await writeReferralStep(tx, referral, call.actor, note, now);
    this.outbox.add(tx, [referralEvent(referral, 'moved', now, call)]);
  }

  private async isLast(
    tx: Tx,
    referral: ReferralEntity,
    input: MoveReferralInput,
    call: Call,
  ): Promise<boolean> {
    const { cityCode, id } = referral;
    const last = await tx.orm.findOne(ReferralStepEntity, {
      where: { cityCode, referralId: id },
      order: { step: 'desc' },
    });
    const { step, note } = input;
    const reached = { send: 'sent', receive: 'received', accept: 'accepted', decline: 'declined' };
    const state = { ...reached, resolve: 'resolved', close: 'closed' }[step];
    return last?.state === state && last.byId === call.actor.id && last.note === (note ?? null);
  }
}

function organisationOf({ actor }: Call): string {
  // Nobody's: an official may work for none.
  return actor.organisationId ?? '00000000-0000-0000-0000-000000000000';
}

function isTheBody(referral: ReferralEntity, { actor }: Call): boolean {
  return referral.organisationId !== null && referral.organisationId === actor.organisationId;
}

function concerns(referral: ReferralEntity, call: Call): boolean {
  return sees(call.actor, referral.communityCode) || isTheBody(referral, call);
}

function mayTake(step: MoveReferralInput['step'], referral: ReferralEntity, call: Call): boolean {
  const isSender = call.actor.role !== 'official' && sees(call.actor, referral.communityCode);
  if (!answeringSteps.includes(step)) return isSender;
  return referral.organisationId === null ? isSender : isTheBody(referral, call);
}

function isSame(a: ReferralEntity, b: ReferralEntity): boolean {
  const content = ({
    needId,
    body,
    bodyName,
    organisationId,
    reason,
    consent,
    resolveWithinDays,
  }: ReferralEntity) =>
    JSON.stringify([needId, body, bodyName, organisationId, reason, consent, resolveWithinDays]);
  return content(a) === content(b);
}
