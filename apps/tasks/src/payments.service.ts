import {
  type CreditsPosted,
  DomainError,
  type HoldForErrandInput,
  type NeedPaymentView,
  type PostNeedInput,
  redemption,
  redemptionEvents,
} from '#contracts';
import { type Call, Clock, Database, newId, Outbox, RpcClient, sees, systemCall, type Tx } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { KinshipService } from './kinship.service.js';
import { type NeedEntity, ResidentEntity } from './need.entity.js';
import { canMove, holdEnd, type Payment, paymentOf } from './payment.js';
import * as store from './payments.store.js';

/** What somebody who posts says about paying. */
type Wish = Pick<PostNeedInput, 'payment' | 'payerId' | 'residentId'>;

const needReference = /^need:([0-9a-f-]{36})$/;
const settledTogether = 200;

/** Needs that credits pay for: what is asked, held and settled. The ledger keeps the credits. */
@Injectable()
export class PaymentsService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly rpc: RpcClient,
    private readonly clock: Clock,
    private readonly kinship: KinshipService,
  ) {}

  /**
   * Who is to pay for a need about to be posted, once the ledger has nothing against it. Whether there is
   * enough is asked again when the need is accepted.
   * @throws DomainError `need.paymentInvalid` and those of `ledger.priceErrand`
   */
  async agree(input: Wish, need: NeedEntity, call: Call): Promise<Payment | undefined> {
    const payment = paymentOf(input, call.actor);
    if (!payment) return undefined;
    const { payerId } = payment;
    const isOwn = payerId === null || payerId === call.actor.id || payerId === need.residentId;
    if (!isOwn && !(await this.isResidentOf(payerId, call))) throw new DomainError('need.paymentInvalid');
    const price = await this.priceInput(need, payment, call.traceId);
    await this.rpc.call(redemption.priceErrand, price, systemCall('tasks', call.traceId));
    return payment;
  }

  /** Keeps how a need is paid, in the transaction that inserts it; @throws DomainError `idempotency.conflict` */
  async keep(tx: Tx, need: NeedEntity, payment: Payment | undefined, isNew: boolean): Promise<void> {
    const { cityCode, id: needId } = need;
    if (isNew) {
      if (payment) await store.insertPayment(tx, { cityCode, needId, ...payment }, this.clock.now());
      return;
    }
    const known = await store.lockPayment(tx, need);
    if (known?.mode !== payment?.mode || (known?.payerId ?? null) !== (payment?.payerId ?? null))
      throw new DomainError('idempotency.conflict');
  }

  async of(needId: string): Promise<store.PaymentRow | undefined> {
    const [row] = await store.readPayments(this.database, [needId]);
    return row;
  }

  /** By need. */
  async views(needIds: readonly string[]): Promise<Map<string, NeedPaymentView>> {
    const rows = await store.readPayments(this.database, needIds);
    return new Map(
      rows.map((row) => [
        row.needId,
        {
          mode: row.mode,
          ...(row.payerId !== null && { payerId: row.payerId }),
          state: row.state,
          heldMinutes: row.heldMinutes,
          chargedMinutes: row.chargedMinutes,
          ...(row.refusal !== null && { refusal: row.refusal }),
        },
      ]),
    );
  }

  /** From now on the hold is asked for until the ledger answers, whoever dies. The need is locked. */
  async ask(tx: Tx, need: NeedEntity, row: store.PaymentRow): Promise<void> {
    const asked = { ...row, state: 'holding' as const, errandId: newId(), refusal: null };
    await store.updatePayment(tx, { ...asked, expiresAt: holdEnd(need.windowEnd) }, this.clock.now());
  }

  async write(tx: Tx, row: store.PaymentRow): Promise<void> {
    await store.updatePayment(tx, row, this.clock.now());
  }

  /**
   * Asks the ledger to hold what a need may cost; the same again is answered alike. Answers the minutes held.
   * @throws DomainError those of `ledger.holdForErrand`
   */
  async hold(need: NeedEntity, row: store.PaymentRow, traceId: string): Promise<number> {
    const input: HoldForErrandInput = {
      ...(await this.priceInput(need, row, traceId)),
      errandId: row.errandId ?? '',
      needId: need.id,
      communityCode: formatRegion(need.communityCode),
      expiresAt: (row.expiresAt ?? holdEnd(need.windowEnd)).toISOString(),
    };
    const { heldMinutes } = await this.rpc.call(
      redemption.holdForErrand,
      input,
      systemCall('tasks', traceId),
    );
    return heldMinutes;
  }

  /** Tells the ledger which holds are still needed, of one need or of all that are due; answers how many. */
  async settle(tx: Tx, traceId: string, needId: string | null = null): Promise<number> {
    const settled = await store.settlePayments(tx, this.clock.now(), needId, settledTogether);
    this.outbox.add(
      tx,
      settled.map(({ cityCode, errandId, version, awaitedIds }) => ({
        contract: redemptionEvents.errandSettled,
        cityCode,
        traceId,
        data: { errandId, version, claims: awaitedIds.map((id) => ({ id })) },
      })),
    );
    return settled.length;
  }

  /** The errand of a locked need was for nothing: what was held for it is free, and is asked for anew. */
  async askAnew(tx: Tx, need: NeedEntity, traceId: string): Promise<void> {
    if (!(await store.lockPayment(tx, need))) return;
    await this.settle(tx, traceId, need.id);
    const row = await store.lockPayment(tx, need);
    if (row && canMove(row.state, 'askAnew'))
      await this.write(tx, { ...row, state: 'asked', errandId: null, expiresAt: null, heldMinutes: 0 });
  }

  /** The ledger has charged who pays for a need, or given something back. */
  async charged(tx: Tx, told: readonly CreditsPosted[]): Promise<void> {
    const charges = told.flatMap(({ reference, code, reversedCode, minutes }) => {
      const needId = needReference.exec(reference)?.[1];
      if (!needId || (code !== 'redeem' && reversedCode !== 'redeem')) return [];
      return [{ needId, minutes: code === 'redeem' ? minutes : -minutes }];
    });
    await store.addCharged(tx, charges);
  }

  private async priceInput(need: NeedEntity, { mode, payerId }: Payment, traceId: string) {
    const { cityCode, residentId, slots, expectedMinutes, type } = need;
    const pair = { cityCode, giverId: payerId ?? residentId, takerId: residentId };
    const facts = await this.kinship.pairFacts(pair, traceId);
    const price = { cityCode, mode, servedId: residentId, slots, expectedMinutes, type, facts };
    return payerId === null ? price : { ...price, payerId };
  }

  /** Staff act for the residents of their region. */
  private async isResidentOf(id: string, call: Call): Promise<boolean> {
    const resident = await this.database.orm.getRepository(ResidentEntity).findOneBy({ id });
    return resident !== null && sees(call.actor, resident.communityCode);
  }
}
