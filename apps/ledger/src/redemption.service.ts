import {
  DomainError,
  type ErrandPrice,
  type ErrandPriceInput,
  type ErrandSettled,
  type EventEnvelope,
  type HoldForErrandInput,
  type Policy,
  systemActor,
} from '#contracts';
import {
  type BatchCall,
  Clock,
  Database,
  deterministicId,
  failed,
  newTraceId,
  type Outcome,
  shanghaiDay,
  type Tx,
} from '#platform';
import { parseRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { clearingAccount, publicPoolAccount } from './city.accounts.js';
import { groupBy } from './group.js';
import { PoliciesService } from './policies.service.js';
import { linkedSet, PostingService } from './posting.service.js';
import { lockCity, openAccounts } from './posting.store.js';
import { checkErrand, periodStart, slotMinutes, surplusSlots, wholeMinutes } from './redeeming.js';
import * as store from './redemption.store.js';
import { availableMinutes, type PostingRequest, type Transfer, type TransferRequest } from './transfer.js';

/** Holds what errands may cost, and frees what no service can use any more. */
@Injectable()
export class RedemptionService {
  constructor(
    private readonly database: Database,
    private readonly posting: PostingService,
    private readonly policies: PoliciesService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError see the contract */
  async price(input: ErrandPriceInput): Promise<ErrandPrice> {
    return this.database.transaction(async (tx) => {
      const { price, payer } = await this.assess(tx, input);
      const available = payer ? availableMinutes(payer) : 0;
      if (price.heldMinutes > available)
        throw new DomainError('ledger.insufficient', { availableMinutes: Math.max(0, available) });
      return price;
    });
  }

  /** One transaction a city; within it errand by errand, since one may use up what the next asks for. */
  async hold(items: BatchCall<HoldForErrandInput>[]): Promise<Outcome<ErrandPrice>[]> {
    const outcomes = new Map<object, Outcome<ErrandPrice>>();
    for (const [cityCode, group] of groupBy(items, ({ input }) => input.cityCode))
      await this.database.transaction(async (tx) => {
        await lockCity(tx, cityCode);
        for (const item of group) outcomes.set(item, await this.holdOne(tx, item));
      });
    return items.map((item) => outcomes.get(item) as Outcome<ErrandPrice>);
  }

  /** Frees what is held beyond the services that still may come. In whatever order it is told. */
  async settle(events: EventEnvelope<ErrandSettled>[], tx: Tx): Promise<void> {
    const cities = [...groupBy(events, ({ cityCode }) => cityCode)].sort(([a], [b]) => a - b);
    for (const [cityCode, told] of cities) {
      await lockCity(tx, cityCode);
      for (const { data } of told)
        await store.writeSettled(tx, cityCode, {
          errandId: data.errandId,
          version: data.version,
          awaitedIds: data.claims.map(({ id }) => id),
        });
      await this.releaseSurplus(tx, cityCode, [...new Set(told.map(({ data }) => data.errandId))]);
    }
  }

  /** Frees what settled errands hold beyond the records still awaited. Needs the city's lock. */
  async releaseSurplus(tx: Tx, cityCode: number, errandIds: string[]): Promise<void> {
    const known = await store.readRedemptions(tx, cityCode, errandIds);
    const settled = [...known.values()].flatMap((each) =>
      each.redemption && each.settledVersion > 0 ? [{ ...each, redemption: each.redemption }] : [],
    );
    if (settled.length === 0) return;
    const [open, records] = [
      await store.readOpenSlots(
        tx,
        cityCode,
        settled.map(({ redemption }) => redemption),
        this.clock.now(),
      ),
      await store.readRecords(tx, cityCode, errandIds),
    ];
    const releases = settled.flatMap(({ errandId, awaitedIds }) => {
      const own = open.filter((each) => each.errandId === errandId);
      const heard = records.filter((each) => each.errandId === errandId).map(({ recordId }) => recordId);
      const surplus = surplusSlots(
        own.map(({ slot }) => slot),
        awaitedIds,
        new Set(heard),
      );
      return own.filter(({ slot }) => surplus.includes(slot)).map(({ hold }) => releaseOf(hold));
    });
    const asked = releases.map((request) => ({ request, traceId: newTraceId() }));
    for (const posting of await this.posting.postInCity(tx, cityCode, asked))
      if ('rejection' in posting)
        throw new Error(`ledger ${cityCode}: hold not released: ${posting.rejection.code}`);
  }

  private async holdOne(tx: Tx, item: BatchCall<HoldForErrandInput>): Promise<Outcome<ErrandPrice>> {
    const { input, traceId } = item;
    const { cityCode, errandId } = input;
    try {
      const known = (await store.readRedemptions(tx, cityCode, [errandId])).get(errandId);
      if (known?.settledVersion) throw new DomainError('redemption.settled');
      if (known?.redemption) return { data: sameAgain(known.redemption, input) };
      const { price, payer, policy } = await this.assess(tx, input);
      if (!payer) throw new DomainError('ledger.accountUnknown');
      const request = linkedSet(holdsOf(input, payer.id, price, policy.version)) as PostingRequest;
      const accounts = [clearingAccount(cityCode)];
      const [posting] = await this.posting.postInCity(tx, cityCode, [{ request, traceId }], accounts);
      if (!posting || 'rejection' in posting)
        throw new DomainError(posting?.rejection.code ?? 'service.internal', posting?.rejection.data);
      const row = { ...input, payerAccountId: payer.id, slotMinutes: price.slotMinutes };
      const expiresAt = new Date(input.expiresAt);
      const rules = { wholeMinutes: wholeMinutes(policy.policy), expiresAt };
      await store.insertRedemption(tx, cityCode, { ...row, ...rules }, this.clock.now());
      return { data: price };
    } catch (error) {
      if (error instanceof DomainError) return failed(error);
      throw error;
    }
  }

  /** What it costs and whose account pays, once the policy in force has nothing against it. */
  private async assess(tx: Tx, input: ErrandPriceInput) {
    const { cityCode, mode, payerId, servedId, slots } = input;
    const now = this.clock.now();
    const policy = await this.policies.inForce(cityCode, now, tx);
    checkErrand(policy.policy, input, await this.usedMinutes(tx, input, policy.policy, now));
    const each = slotMinutes(policy.policy, input);
    const price: ErrandPrice = { slotMinutes: each, heldMinutes: slots * each };
    if (mode === 'exchange') {
      const payer = payerId ? await store.findPersonal(tx, cityCode, payerId) : undefined;
      if (!payer) throw new DomainError('ledger.accountUnknown', { ownerId: payerId ?? servedId });
      return { price, payer, policy };
    }
    const pool = publicPoolAccount(cityCode);
    await lockCity(tx, cityCode);
    await openAccounts(tx, cityCode, [pool], now);
    return { price, payer: (await store.readAccounts(tx, cityCode, [pool.id])).get(pool.id), policy };
  }

  private usedMinutes(tx: Tx, input: ErrandPriceInput, { grant }: Policy, now: Date): Promise<number> {
    if (input.mode !== 'publicPool' || !grant?.amount) return Promise.resolve(0);
    const since = periodStart(grant.period, shanghaiDay(now));
    return store.readPoolMinutes(tx, input.cityCode, input.servedId, since);
  }
}

/** One hold a slot. */
function holdsOf(
  input: HoldForErrandInput,
  payerAccountId: string,
  price: ErrandPrice,
  policyVersion: number,
): TransferRequest[] {
  const { id: actorId, role: actorRole } = systemActor('tasks');
  return Array.from({ length: input.slots }, (_, slot) => ({
    id: store.holdId(input.errandId, slot),
    phase: 'hold',
    debitAccountId: payerAccountId,
    creditAccountId: clearingAccount(input.cityCode).id,
    minutes: price.slotMinutes,
    code: 'redeem',
    reference: `need:${input.needId}`,
    communityCode: parseRegion(input.communityCode).code,
    policyVersion,
    actorRole,
    actorId,
    expiresAtMicros: Date.parse(input.expiresAt) * 1000,
  }));
}

function releaseOf(hold: Transfer): TransferRequest {
  const { id: actorId, role: actorRole } = systemActor('ledger');
  const { debitAccountId, creditAccountId, minutes, code, reference, communityCode, policyVersion } = hold;
  return {
    ...{ id: deterministicId('settled', hold.id), phase: 'release', holdId: hold.id },
    ...{ debitAccountId, creditAccountId, minutes, code, reference, communityCode },
    ...{ policyVersion, actorRole, actorId },
  };
}

/** @throws DomainError `idempotency.conflict` */
function sameAgain(known: store.Redemption, input: HoldForErrandInput): ErrandPrice {
  const isSame =
    known.needId === input.needId &&
    known.mode === input.mode &&
    known.servedId === input.servedId &&
    known.slots === input.slots &&
    known.expiresAt.getTime() === Date.parse(input.expiresAt);
  if (!isSame) throw new DomainError('idempotency.conflict');
  return { slotMinutes: known.slotMinutes, heldMinutes: known.slots * known.slotMinutes };
}
