import { errandEvents } from '#contracts';
import { type Call, Clock, Outbox, type Tx } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { cancelErrand, type EndedErrand, expirePast } from './endings.store.js';

/** Errands that end without being served: everybody is told, once each way an errand. */
@Injectable()
export class ErrandEndings {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Open errands whose window is over, all or the one given. */
  async expire(tx: Tx, call: Call, errandId?: string): Promise<void> {
    const now = this.clock.now();
    this.tell(tx, 'expired', await expirePast(tx, now, errandId ?? null), now, call);
  }

  /** The errand of a cancelled need; who holds it holds it no more. */
  async cancel(tx: Tx, cityCode: number, errandId: string, call: Call): Promise<void> {
    const now = this.clock.now();
    this.tell(tx, 'cancelled', await cancelErrand(tx, cityCode, errandId, now), now, call);
  }

  private tell(
    tx: Tx,
    how: 'expired' | 'cancelled',
    errands: readonly EndedErrand[],
    now: Date,
    { traceId }: Call,
  ): void {
    const fresh = errands.filter(({ isAgain }) => !isAgain);
    this.outbox.add(
      tx,
      fresh.map(({ cityCode, id, communityCode, type }) => ({
        contract: errandEvents[how],
        cityCode,
        traceId,
        data: {
          ...{ errandId: id, communityCode: formatRegion(communityCode), type },
          at: now.toISOString(),
        },
      })),
    );
  }
}
