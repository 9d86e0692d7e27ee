import { randomInt } from 'node:crypto';
import { type Call, Seal, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { NeedEntity } from './need.entity.js';
import { NeedsService } from './needs.service.js';
import { PaymentsService } from './payments.service.js';
import { sealedAs } from './residents.service.js';
import { revokedSteps } from './revoked.steps.store.js';
import { reopenStops } from './stops.store.js';

const cameBack = '服务记录作废，需求退回社工站 / its service is void, the need is the station’s again';

/** Needs move with their errands: served, recorded, or for nothing. Errands are locked before. */
@Injectable()
export class NeedsFollowing {
  constructor(
    private readonly needs: NeedsService,
    private readonly payments: PaymentsService,
    private readonly seal: Seal,
  ) {}

  /** Every slot is served; also where a correction gave back what had been void and nobody went again. */
  async fulfil(tx: Tx, errandIds: string[], call: Call): Promise<void> {
    for (const need of await this.lockNeedsOf(tx, errandIds)) {
      if (need.state === 'forwarded') await this.needs.move(tx, need, ['restore', 'fulfil'], call);
      else if (isOut(need)) await this.needs.move(tx, need, ['fulfil'], call);
    }
  }

  async close(tx: Tx, errandIds: string[], call: Call): Promise<void> {
    for (const need of await this.lockNeedsOf(tx, errandIds))
      if (need.state === 'fulfilled') await this.needs.move(tx, need, ['close'], call);
  }

  /**
   * Nothing of these errands counts, so that nobody was served: the needs are the station’s again, to post, refer,
   * reject or cancel, also where they had been fulfilled or closed. Codes are drawn anew, stops are to be checked
   * off anew, and what credits were to pay is asked for anew.
   */
  async takeBack(tx: Tx, errandIds: string[], call: Call): Promise<void> {
    for (const need of await this.lockNeedsOf(tx, errandIds)) {
      const revoked = isDone(need) ? await revokedSteps(tx, need) : [];
      if (!isOut(need) && revoked.length === 0) continue;
      need.round += 1;
      await reopenStops(tx, need);
      const serviceCode = String(randomInt(10_000)).padStart(4, '0');
      need.serviceCodeSealed = this.seal.seal(serviceCode, sealedAs.serviceCode);
      await this.payments.askAnew(tx, need, call.traceId);
      if (isOut(need)) await this.needs.move(tx, need, ['takeBack'], call, { reason: cameBack });
      else await this.needs.move(tx, need, ['reopen'], call, { reason: cameBack, revoked });
    }
  }

  private async lockNeedsOf(tx: Tx, errandIds: string[]): Promise<NeedEntity[]> {
    if (errandIds.length === 0) return [];
    return tx.orm.find(NeedEntity, {
      where: { errandId: In(errandIds) },
      order: { id: 'asc' },
      lock: { mode: 'pessimistic_write' },
    });
  }
}

function isDone({ state }: NeedEntity): boolean {
  return state === 'fulfilled' || state === 'closed';
}

function isOut({ state }: NeedEntity): boolean {
  return state === 'posted' || state === 'dispatched';
}
