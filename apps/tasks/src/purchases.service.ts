import {
  type ById,
  DomainError,
  type ListPurchasesInput,
  type PayPurchaseInput,
  purchaseEvents,
  type PurchasePage,
  purchases as contracts,
  type PurchaseState,
  type PurchaseView,
  type RefusePurchaseInput,
  type SubmitPurchaseInput,
} from '#contracts';
import { type Call, Clock, Database, listScope, once, Outbox, sees, type Tx } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { Between, type FindOptionsWhere } from 'typeorm';
import { ErrandEntity } from './errand.entity.js';
import { newestFirst } from './paging.store.js';
import { findPhoto } from './photos.store.js';
import { PurchaseEntity } from './purchase.entity.js';
import { lockHeldClaim } from './serving.store.js';

type Move = Partial<PurchaseEntity> & { state: PurchaseState };

/** What volunteers pay for residents, and how they get it back: at cost, against the receipt, once. */
@Injectable()
export class PurchasesService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  submit(input: SubmitPurchaseInput, call: Call): Promise<PurchaseView> {
    return this.database.transaction((tx) =>
      once(tx, call, contracts.submit.subject, input, () => this.submitOnce(tx, input, call)),
    );
  }

  async list(input: ListPurchasesInput, call: Call): Promise<PurchasePage> {
    const rows = this.database.orm.getRepository(PurchaseEntity);
    const page = await newestFirst(rows, this.readableBy(input, call), input);
    return { ...page, items: page.items.map(view) };
  }

  pay({ id, paidBy }: PayPurchaseInput, call: Call): Promise<PurchaseView> {
    return this.decide(id, { state: 'paid', paidBy }, call);
  }

  refuse({ id, reason }: RefusePurchaseInput, call: Call): Promise<PurchaseView> {
    return this.decide(id, { state: 'refused', reason }, call);
  }

  receive({ id }: ById, call: Call): Promise<PurchaseView> {
    return this.database.transaction(async (tx) => {
      const purchase = await this.lock(tx, id);
      if (purchase?.volunteerId !== call.actor.id) throw new DomainError('resource.notFound');
      if (purchase.state === 'received') return view(purchase);
      return this.move(tx, purchase, 'paid', { state: 'received', receivedAt: this.clock.now() }, call);
    });
  }

  /** The errand's lock makes one of two at the same moment the second. */
  private async submitOnce(tx: Tx, input: SubmitPurchaseInput, call: Call): Promise<PurchaseView> {
    const { errand, claim } = await lockHeldClaim(tx, input.errandId, call.actor.id);
    const { city_code: cityCode, community_code: communityCode } = errand;
    const known = await tx.orm.findOneBy(PurchaseEntity, { cityCode, id: input.id });
    if (known) return view(sameOrConflict(known, input, call.actor.id));
    if (claim.state === 'claimed') throw new DomainError('errand.stateConflict', { state: claim.state });
    const { purchaseCeilingFen: ceilingFen } = await tx.orm.findOneByOrFail(ErrandEntity, {
      cityCode,
      id: errand.id,
    });
    if (ceilingFen === null) throw new DomainError('purchase.none');
    if (input.amountFen > ceilingFen)
      throw new DomainError('purchase.overCeiling', { ceilingYuan: ceilingFen / 100 });
    await this.checkReceipt(tx, input, call.actor.id);
    const ofErrand = { cityCode, errandId: errand.id, volunteerId: call.actor.id };
    const others = await tx.orm.findBy(PurchaseEntity, ofErrand);
    if (others.some(({ state }) => state !== 'refused')) throw new DomainError('purchase.exists');
    const purchase: PurchaseEntity = {
      ...{ ...input, cityCode, communityCode, volunteerId: call.actor.id },
      ...{ state: 'submitted', ceilingFen, submittedAt: this.clock.now(), paidBy: null, reason: null },
      ...{ decidedBy: null, decidedAt: null, receivedAt: null },
    };
    await tx.orm.insert(PurchaseEntity, purchase);
    this.tell(tx, purchase, call);
    return view(purchase);
  }

  private async checkReceipt(tx: Tx, input: SubmitPurchaseInput, volunteerId: string): Promise<void> {
    const photo = await findPhoto(tx, input.photoId);
    const isReceipt =
      photo?.kind === 'receipt' && photo.subjectId === input.errandId && photo.byId === volunteerId;
    if (!isReceipt) throw new DomainError('purchase.receiptMissing');
  }

  private decide(id: string, wish: Move, call: Call): Promise<PurchaseView> {
    return this.database.transaction(async (tx) => {
      const purchase = await this.lock(tx, id);
      if (!purchase || !sees(call.actor, purchase.communityCode)) throw new DomainError('resource.notFound');
      const isAgain =
        purchase.state === wish.state &&
        purchase.reason === (wish.reason ?? null) &&
        purchase.paidBy === (wish.paidBy ?? null);
      if (isAgain) return view(purchase);
      const decided = { decidedBy: call.actor.id, decidedAt: this.clock.now() };
      return this.move(tx, purchase, 'submitted', { ...wish, ...decided }, call);
    });
  }

  private async move(
    tx: Tx,
    purchase: PurchaseEntity,
    from: PurchaseState,
    change: Move,
    call: Call,
  ): Promise<PurchaseView> {
    if (purchase.state !== from) throw new DomainError('purchase.stateConflict', { state: purchase.state });
    const { cityCode, id } = purchase;
    await tx.orm.update(PurchaseEntity, { cityCode, id }, change);
    Object.assign(purchase, change);
    this.tell(tx, purchase, call);
    return view(purchase);
  }

  private lock(tx: Tx, id: string): Promise<PurchaseEntity | null> {
    return tx.orm.findOne(PurchaseEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private tell(tx: Tx, purchase: PurchaseEntity, { traceId }: Call): void {
    const { id: purchaseId, errandId, volunteerId, cityCode, state, amountFen } = purchase;
    const communityCode = formatRegion(purchase.communityCode);
    const at = (purchase.receivedAt ?? purchase.decidedAt ?? purchase.submittedAt).toISOString();
    const data = { purchaseId, errandId, volunteerId, communityCode, state, amountFen, at };
    this.outbox.add(tx, [{ contract: purchaseEvents.moved, cityCode, traceId, data }]);
  }

  private readableBy(input: ListPurchasesInput, { actor }: Call): FindOptionsWhere<PurchaseEntity> {
    const state = input.state ? { state: input.state } : {};
    if (actor.role === 'volunteer') return { volunteerId: actor.id, ...state };
    const scope = listScope(actor, input.region);
    return { cityCode: scope.cityCode, communityCode: Between(scope.code, scope.last), ...state };
  }
}

function sameOrConflict(
  known: PurchaseEntity,
  input: SubmitPurchaseInput,
  volunteerId: string,
): PurchaseEntity {
  const isSame =
    known.volunteerId === volunteerId &&
    known.errandId === input.errandId &&
    known.amountFen === input.amountFen &&
    known.photoId === input.photoId;
  if (!isSame) throw new DomainError('idempotency.conflict');
  return known;
}

function view(row: PurchaseEntity): PurchaseView {
  const { id, errandId, volunteerId, state, amountFen, ceilingFen, photoId } = row;
  return {
    ...{ id, errandId, volunteerId, communityCode: formatRegion(row.communityCode), state, amountFen },
    ...{ ceilingFen, photoId, submittedAt: row.submittedAt.toISOString() },
    paidBy: row.paidBy ?? undefined,
    reason: row.reason ?? undefined,
    decidedAt: row.decidedAt?.toISOString(),
    receivedAt: row.receivedAt?.toISOString(),
  };
}
