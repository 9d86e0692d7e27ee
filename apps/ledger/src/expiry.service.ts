import { systemActor } from '#contracts';
import {
  Clock,
  Database,
  deterministicId,
  type Log,
  newTraceId,
  shanghaiDay,
  tokens,
  type Tx,
} from '#platform';
import { regionOf } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import { expiredAccount } from './city.accounts.js';
import { dayBefore, expirableMinutes } from './expiry.js';
import * as store from './expiry.store.js';
import { readCities } from './heads.store.js';
import { PoliciesService } from './policies.service.js';
import { PostingService } from './posting.service.js';
import { lockCity } from './posting.store.js';
import type { TransferRequest } from './transfer.js';

const agedTogether = 50_000;
const expiredTogether = 500;
const beforeAll = '00000000-0000-0000-0000-000000000000';

/**
 * Credits expire by the policy in force today, whatever was in force when they were earned. Every step is a
 * transaction of its own and the next begins where it ended, so that a stop at any point loses nothing.
 */
@Injectable()
export class ExpiryService {
  constructor(
    private readonly database: Database,
    private readonly policies: PoliciesService,
    private readonly posting: PostingService,
    private readonly clock: Clock,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  /** Once a day and city; the same again the same day does nothing. */
  async expireDue(): Promise<void> {
    for (const cityCode of await readCities(this.database)) await this.expireInCity(cityCode);
  }

  private async expireInCity(cityCode: number): Promise<void> {
    const now = this.clock.now();
    const { expiryDays } = (await this.policies.inForce(cityCode, now)).policy;
    if (expiryDays === null) return;
    const day = dayBefore(shanghaiDay(now), expiryDays);
    const known = await this.database.transaction((tx) => store.readCutoff(tx, cityCode));
    // Later days only: a policy that lets credits live longer makes what is old wait, not young again.
    if (known && (known.isPosted ? known.day >= day : known.day > day)) return;
    while (!(await this.database.transaction((tx) => this.age(tx, cityCode, day))));
    for (let after: string | undefined = beforeAll; after !== undefined;) {
      const from: string = after;
      after = await this.database.transaction((tx) => this.expire(tx, cityCode, day, from));
    }
  }

  /** Counts some more credits as old; answers whether these were the last. */
  private async age(tx: Tx, cityCode: number, day: string): Promise<boolean> {
    await lockCity(tx, cityCode);
    const from = (await store.readCutoff(tx, cityCode))?.lastSequence ?? 0;
    const last = await store.lastSequenceBefore(tx, cityCode, from, day);
    const to = Math.min(last, from + agedTogether);
    await store.ageCredits(tx, cityCode, from, to);
    await store.writeCutoff(tx, cityCode, { day, lastSequence: to, isPosted: false });
    return to === last;
  }

  /** Expires what is due of some accounts; answers the last of them, or nothing when all is done. */
  private async expire(tx: Tx, cityCode: number, day: string, after: string): Promise<string | undefined> {
    await lockCity(tx, cityCode);
    const due = await store.readExpirable(tx, cityCode, after, expiredTogether);
    const last = due.at(-1);
    if (!last) {
      const lastSequence = (await store.readCutoff(tx, cityCode))?.lastSequence ?? 0;
      await store.writeCutoff(tx, cityCode, { day, lastSequence, isPosted: true });
      return undefined;
    }
    const asked = due.map((account) => ({
      request: requestFor(cityCode, day, account.id, expirableMinutes(account.agedMinutes, account)),
      traceId: newTraceId(),
    }));
    for (const posting of await this.posting.postInCity(tx, cityCode, asked, [expiredAccount(cityCode)]))
      if ('rejection' in posting)
        this.log.warn({ transferId: posting.rejection.id, reason: posting.rejection.code }, 'not expired');
    return last.id;
  }
}

/** The id follows from account and cutoff, so that nothing expires twice. */
function requestFor(cityCode: number, day: string, accountId: string, minutes: number): TransferRequest {
  const { id: actorId, role: actorRole } = systemActor('ledger');
  return {
    id: deterministicId('expire', accountId, day),
    debitAccountId: accountId,
    creditAccountId: expiredAccount(cityCode).id,
    minutes,
    code: 'expire',
    reference: `cutoff:${day}`,
    communityCode: regionOf(cityCode * 1e8).code,
    actorRole,
    actorId,
  };
}
