import { randomInt } from 'node:crypto';
import {
  type ById,
  type ChangeGoodsInput,
  type CollectGoodsInput,
  DomainError,
  goods as contracts,
  goodsKeptDays,
  type GoodsOrderPage,
  type GoodsOrderState,
  type GoodsOrderView,
  type GoodsPage,
  type GoodsView,
  kinship,
  type ListGoodsInput,
  type OfferGoodsInput,
  type OrderGoodsInput,
  type Policy,
  type RegionPageQuery,
} from '#contracts';
import {
  type Call,
  Clock,
  Database,
  decodeCursor,
  deterministicId,
  encodeCursor,
  failed,
  listScope,
  once,
  RpcClient,
  scopeOf,
  sees,
  systemCall,
  type Tx,
  unwrap,
} from '#platform';
import { formatRegion, parseRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { issuanceAccount } from './city.accounts.js';
import * as store from './goods.store.js';
import { PoliciesService } from './policies.service.js';
import { PostingService } from './posting.service.js';
import { lockCity } from './posting.store.js';
import { checkRedeem, checkWhole } from './redeeming.js';
import { findPersonal } from './redemption.store.js';
import type { TransferRequest } from './transfer.js';

const pageSize = 20;
const codeAttemptsAllowed = 5;
const expiredTogether = 200;
const dayMs = 86_400_000;

/**
 * Goods for credits, where the city's policy says so. An order holds its price in the transaction that takes
 * the item from the stock; collecting captures, calling off and not coming releases, each in one transaction
 * with the order's end, so that nothing leaks. What is charged goes back to the issuing account: it has done
 * its work and is out of circulation. Nothing here knows money.
 */
@Injectable()
export class GoodsService {
  constructor(
    private readonly database: Database,
    private readonly posting: PostingService,
    private readonly policies: PoliciesService,
    private readonly rpc: RpcClient,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError see the contract */
  async offer(input: OfferGoodsInput, call: Call): Promise<GoodsView> {
    const region = scopeOf(call.actor);
    if (!region) throw new DomainError('access.foreignRegion');
    const { cityCode } = region;
    const { id, title, priceMinutes, stock } = input;
    return this.database.transaction(async (tx) => {
      await this.policyFor(tx, cityCode);
      const content = JSON.stringify([region.code, title, priceMinutes, stock]);
      const row = {
        cityCode,
        id,
        regionCode: region.code,
        title,
        priceMinutes,
        stock,
        withdrawn: false,
        content,
      };
      const isNew = await store.insertGoods(tx, row, call.actor.id, this.clock.now());
      const known = await store.lockGoods(tx, id);
      if (!isNew && known?.content !== content) throw new DomainError('idempotency.conflict');
      return goodsView(known ?? row);
    });
  }

  /** @throws DomainError `resource.notFound` */
  async change(input: ChangeGoodsInput, call: Call): Promise<GoodsView> {
    return this.database.transaction((tx) =>
      once(tx, call, contracts.change.subject, input, async () => {
        const known = await store.lockGoods(tx, input.id);
        if (!known || !sees(call.actor, known.regionCode)) throw new DomainError('resource.notFound');
        const { priceMinutes, stock, withdrawn } = known;
        const changed = {
          ...known,
          priceMinutes: input.priceMinutes ?? priceMinutes,
          stock: input.stock ?? stock,
          withdrawn: input.withdrawn ?? withdrawn,
        };
        await store.updateGoods(tx, changed);
        return goodsView(changed);
      }),
    );
  }

  /** @throws DomainError `cursor.invalid`, `access.foreignRegion`, `request.invalid` */
  async list(input: ListGoodsInput, { actor }: Call): Promise<GoodsPage> {
    const isPerson = actor.role === 'volunteer' || actor.role === 'resident';
    if (isPerson && input.region === undefined)
      throw new DomainError('request.invalid', { fields: [{ field: 'region', rules: ['say where'] }] });
    const scope = isPerson ? parseRegion(input.region ?? '') : listScope(actor, input.region);
    const limit = input.limit ?? pageSize;
    const before = input.cursor ? (decodeCursor(input.cursor, 'uuid')[0] ?? null) : null;
    const withWithdrawn = actor.role === 'station';
    const rows = await store.readGoods(this.database, scope, { before, limit: limit + 1, withWithdrawn });
    return { items: rows.slice(0, limit).map(goodsView), nextCursor: cursorAfter(rows, limit) };
  }

  /** The same order again is answered alike; @throws DomainError see the contract */
  async order({ id, goodsId }: OrderGoodsInput, call: Call): Promise<GoodsOrderView> {
    const { actor, traceId } = call;
    const cityCode = await store.cityOfGoods(this.database, goodsId);
    if (cityCode === undefined) throw new DomainError('resource.notFound');
    const pair = { cityCode, giverId: actor.id, takerId: actor.id };
    const facts = await this.rpc.call(kinship.getPairFacts, pair, systemCall('ledger', traceId));
    const outcome = await this.database.transaction(async (tx) => {
      await lockCity(tx, cityCode);
      const known = await store.lockOrder(tx, id);
      if (known && (known.goodsId !== goodsId || known.ownerId !== actor.id))
        throw new DomainError('idempotency.conflict');
      if (known) return { data: orderView(known, call) };
      const { policy, version } = await this.policyFor(tx, cityCode);
      checkRedeem(policy, facts, true);
      const goods = await store.lockGoods(tx, goodsId);
      if (!goods || goods.withdrawn || goods.stock < 1)
        throw new DomainError('goods.unavailable', { stock: goods?.withdrawn ? 0 : (goods?.stock ?? 0) });
      checkWhole(policy, goods.priceMinutes);
      const payer = await findPersonal(tx, cityCode, actor.id);
      if (!payer) throw new DomainError('ledger.accountUnknown');
      const now = this.clock.now();
      const order = orderOf(goods, id, actor.id, now);
      const refused = await this.post(tx, order, { phase: 'hold', id }, payer.id, version, call);
      if (refused) return failed(refused);
      await store.updateGoods(tx, { ...goods, stock: goods.stock - 1 });
      await store.insertOrder(tx, order);
      return { data: orderView(order, call) };
    });
    return unwrap(outcome);
  }

  /** A wrong code is counted and kept; @throws DomainError see the contract */
  async collect({ id, code }: CollectGoodsInput, call: Call): Promise<GoodsOrderView> {
    const outcome = await this.database.transaction(async (tx) => {
      const order = await this.lock(tx, id, call);
      if (order.state === 'collected') return { data: orderView(order, call) };
      if (order.state !== 'ordered') throw new DomainError('goods.stateConflict', { state: order.state });
      if (order.expiresAt <= this.clock.now())
        throw new DomainError('goods.stateConflict', { state: 'expired' });
      if (order.codeAttempts >= codeAttemptsAllowed) throw new DomainError('goods.codeLocked');
      if (order.code !== code) {
        await store.countAttempt(tx, order);
        const attemptsLeft = codeAttemptsAllowed - order.codeAttempts - 1;
        return failed(new DomainError('goods.codeWrong', { attemptsLeft }));
      }
      return { data: await this.end(tx, order, 'collected', call) };
    });
    // Thrown only here: inside, it would roll the counted attempt back.
    return unwrap(outcome);
  }

  /** @throws DomainError `resource.notFound`, `goods.stateConflict` */
  async cancel({ id }: ById, call: Call): Promise<GoodsOrderView> {
    return this.database.transaction(async (tx) => {
      const order = await this.lock(tx, id, call);
      if (order.state === 'cancelled') return orderView(order, call);
      if (order.state !== 'ordered') throw new DomainError('goods.stateConflict', { state: order.state });
      return this.end(tx, order, 'cancelled', call);
    });
  }

  /** @throws DomainError `cursor.invalid`, `access.foreignRegion` */
  async listOrders(input: RegionPageQuery, call: Call): Promise<GoodsOrderPage> {
    const { actor } = call;
    const whose = actor.role === 'station' ? listScope(actor, input.region) : { ownerId: actor.id };
    const limit = input.limit ?? pageSize;
    const before = input.cursor ? (decodeCursor(input.cursor, 'uuid')[0] ?? null) : null;
    const rows = await store.readOrders(this.database, whose, before, limit + 1);
    return {
      items: rows.slice(0, limit).map((row) => orderView(row, call)),
      nextCursor: cursorAfter(rows, limit),
    };
  }

  /** What nobody came for is free again, and back in stock. */
  async expireDue(): Promise<void> {
    const call = systemCall('ledger');
    for (const id of await store.readDueOrders(this.database, this.clock.now(), expiredTogether))
      await this.database.transaction(async (tx) => {
        const order = await this.lock(tx, id, call);
        if (order.state === 'ordered') await this.end(tx, order, 'expired', call);
      });
  }

  /** Ends an order together with its hold: collected it is captured, otherwise released. */
  private async end(
    tx: Tx,
    order: store.OrderRow,
    state: GoodsOrderState,
    call: Call,
  ): Promise<GoodsOrderView> {
    const isCollected = state === 'collected';
    const payer = await findPersonal(tx, order.cityCode, order.ownerId);
    const { version } = await this.policies.inForce(order.cityCode, this.clock.now(), tx);
    const phase = isCollected ? ('capture' as const) : ('release' as const);
    const step = { phase, id: deterministicId(phase, order.id), holdId: order.id };
    const refused = await this.post(tx, order, step, payer?.id ?? '', version, call);
    if (refused) throw new Error(`ledger ${order.cityCode}: order ${order.id} not ended: ${refused.code}`);
    await store.endOrder(tx, order, { state, by: call.actor.id, at: this.clock.now() });
    if (!isCollected) await store.restock(tx, order);
    return orderView({ ...order, state }, call);
  }

  private async post(
    tx: Tx,
    order: store.OrderRow,
    step: Pick<TransferRequest, 'id' | 'phase' | 'holdId'>,
    payerAccountId: string,
    policyVersion: number,
    { actor, traceId }: Call,
  ): Promise<DomainError | undefined> {
    const { cityCode, id, priceMinutes, regionCode } = order;
    const issuance = issuanceAccount(cityCode);
    const request: TransferRequest = {
      ...step,
      debitAccountId: payerAccountId,
      creditAccountId: issuance.id,
      minutes: priceMinutes,
      code: 'redeem',
      reference: `goodsOrder:${id}`,
      communityCode: regionCode,
      policyVersion,
      actorRole: actor.role,
      actorId: actor.id,
    };
    const [posting] = await this.posting.postInCity(tx, cityCode, [{ request, traceId }], [issuance]);
    if (posting && 'transfer' in posting) return undefined;
    const { code, data } = posting?.rejection ?? { code: 'service.internal' as const, data: {} };
    return new DomainError(code, data);
  }

  /** The city's lock comes first, as everywhere; @throws DomainError `resource.notFound` */
  private async lock(tx: Tx, id: string, { actor }: Call): Promise<store.OrderRow> {
    const cityCode = await store.cityOfOrder(tx, id);
    if (cityCode !== undefined) await lockCity(tx, cityCode);
    const order = await store.lockOrder(tx, id);
    if (!order || (actor.id !== order.ownerId && !sees(actor, order.regionCode)))
      throw new DomainError('resource.notFound');
    return order;
  }

  /** @throws DomainError `redemption.notAllowed` */
  private async policyFor(tx: Tx, cityCode: number): Promise<{ policy: Policy; version: number }> {
    const inForce = await this.policies.inForce(cityCode, this.clock.now(), tx);
    if (inForce.policy.redeem?.goods !== true) throw new DomainError('redemption.notAllowed');
    return inForce;
  }
}

function orderOf(goods: store.GoodsRow, id: string, ownerId: string, now: Date): store.OrderRow {
  const { cityCode, regionCode, title, priceMinutes } = goods;
  return {
    ...{ cityCode, id, goodsId: goods.id, regionCode, ownerId, title, priceMinutes, state: 'ordered' },
    code: String(randomInt(1_000_000)).padStart(6, '0'),
    codeAttempts: 0,
    orderedAt: now,
    expiresAt: new Date(now.getTime() + goodsKeptDays * dayMs),
  };
}

function goodsView({ id, regionCode, title, priceMinutes, stock, withdrawn }: store.GoodsRow): GoodsView {
  return { id, region: formatRegion(regionCode), title, priceMinutes, stock, withdrawn };
}

/** The code only for who must show it, as long as it is good for something. */
function orderView(row: store.OrderRow, { actor }: Call): GoodsOrderView {
  const { id, goodsId, title, ownerId, priceMinutes, state, code } = row;
  return {
    ...{ id, goodsId, title, ownerId, priceMinutes, state },
    ...(actor.id === ownerId && state === 'ordered' && { code }),
    expiresAt: row.expiresAt.toISOString(),
    orderedAt: row.orderedAt.toISOString(),
  };
}

function cursorAfter(rows: readonly { id: string }[], limit: number): string | undefined {
  return rows.length > limit ? encodeCursor(rows[limit - 1]?.id ?? '') : undefined;
}
