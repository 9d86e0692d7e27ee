import { type AcceptNeedInput, DomainError, type NeedView } from '#contracts';
import { type Call, Clock, Database, systemCall } from '#platform';
import { Injectable } from '@nestjs/common';
import { checkWindow, takeWindow } from './need.js';
import { NeedEntity } from './need.entity.js';
import { NeedsService } from './needs.service.js';
import { canMove } from './payment.js';
import { PaymentsService } from './payments.service.js';
import { lockPayment, type PaymentRow, readUnanswered } from './payments.store.js';

const patienceMs = 10_000;
const pursuedTogether = 50;

/**
 * Accepting a need, whoever pays. Where credits pay, the errand opens only once the ledger holds them:
 *
 * 1. one transaction writes that the need is accepted and that a hold is asked for, under the id of the errand
 *    to be opened;
 * 2. the ledger is asked to hold, all or nothing, under ids that follow from the errand;
 * 3. one transaction opens the errand, or notes why the hold was refused.
 *
 * Whoever dies in between: what was asked is asked again, by the next request or by the job, and the answer is
 * the same. Where the need is cancelled meanwhile, the ledger is told that nothing more will come of that
 * errand, and holds nothing for it even if it hears so first.
 */
@Injectable()
export class PaidNeedsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly needs: NeedsService,
    private readonly payments: PaymentsService,
  ) {}

  /** @throws DomainError see the contract */
  async accept(input: AcceptNeedInput, call: Call): Promise<NeedView> {
    const { id, asPublicBenefit } = input;
    const payment = await this.payments.of(id);
    if (!payment || payment.state === 'waived') return this.needs.accept(input, call);
    if (asPublicBenefit) await this.waive(input, call);
    else if (await this.ask(input, call)) await this.pursue(id, call.traceId);
    return this.needs.get({ id }, call);
  }

  /** Asks again for holds that nobody had an answer to. */
  async pursueUnanswered(onFailure: (error: unknown) => void): Promise<void> {
    const before = new Date(this.clock.now().getTime() - patienceMs);
    for (const { needId } of await readUnanswered(this.database, before, pursuedTogether))
      await this.pursue(needId, systemCall('tasks').traceId).catch(onFailure);
  }

  /** Step 1; answers whether there is something to hold. */
  private ask(input: AcceptNeedInput, call: Call): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const need = await this.needs.lock(tx, input.id, call);
      const payment = await lockPayment(tx, need);
      if (!payment || need.state === 'posted') return false;
      if (need.state === 'accepted' && payment.state === 'holding') return true;
      if (need.state !== 'accepted' || !canMove(payment.state, 'hold')) {
        checkAccept(need, payment);
        takeWindow(need, input);
        await this.needs.move(tx, need, ['accept'], call);
      } else if (input.windowStart !== undefined) {
        takeWindow(need, input);
        const { cityCode, windowStart, windowEnd } = need;
        await tx.orm.update(NeedEntity, { cityCode, id: need.id }, { windowStart, windowEnd });
      }
      checkWindow(need.windowStart, need.windowEnd, this.clock.now());
      await this.payments.ask(tx, need, payment);
      return true;
    });
  }

  /** Steps 2 and 3. */
  private async pursue(id: string, traceId: string): Promise<void> {
    const [need, asked] = await Promise.all([
      this.database.orm.getRepository(NeedEntity).findOneBy({ id }),
      this.payments.of(id),
    ]);
    if (!need || asked?.state !== 'holding') return;
    try {
      const heldMinutes = await this.payments.hold(need, asked, traceId);
      await this.conclude(asked, { ...asked, state: 'held', heldMinutes });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code.startsWith('service.')) throw error;
      await this.conclude(asked, { ...asked, state: 'refused', refusal: error.code });
      throw error;
    }
  }

  /** Nothing where the need went another way meanwhile: then the ledger was told so. */
  private conclude(asked: PaymentRow, answered: PaymentRow): Promise<void> {
    const call = systemCall('tasks');
    return this.database.transaction(async (tx) => {
      const need = await this.needs.lock(tx, asked.needId, call);
      const payment = await lockPayment(tx, need);
      if (payment?.state !== 'holding' || payment.errandId !== asked.errandId) return;
      await this.payments.write(tx, answered);
      if (answered.state !== 'held') return;
      await this.needs.openErrand(tx, need, this.clock.now(), call, asked.errandId ?? undefined);
      await this.needs.move(tx, need, ['post'], call);
    });
  }

  /** The city pays after all. */
  private waive(input: AcceptNeedInput, call: Call): Promise<void> {
    return this.database.transaction(async (tx) => {
      const need = await this.needs.lock(tx, input.id, call);
      const payment = await lockPayment(tx, need);
      if (!payment || need.state === 'posted') return;
      const isRefused = need.state === 'accepted' && payment.state === 'refused';
      if (!isRefused) checkAccept(need, payment);
      takeWindow(need, input);
      const now = this.clock.now();
      checkWindow(need.windowStart, need.windowEnd, now);
      await this.payments.write(tx, { ...payment, state: 'waived', refusal: null });
      await this.needs.openErrand(tx, need, now, call);
      await this.needs.move(tx, need, isRefused ? ['post'] : ['accept', 'post'], call);
    });
  }
}

/** @throws DomainError `need.stateConflict` */
function checkAccept({ state }: NeedEntity, payment: PaymentRow): void {
  if (state !== 'forwarded' || payment.state !== 'asked')
    throw new DomainError('need.stateConflict', { state });
}
