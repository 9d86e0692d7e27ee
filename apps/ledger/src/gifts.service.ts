import {
  type DonationInput,
  DomainError,
  type GiftInput,
  type GivenView,
  kinship,
  type PairFacts,
} from '#contracts';
import { type Call, Clock, Database, RpcClient, systemCall, type Tx } from '#platform';
import { regionOf } from '#regions';
import { Injectable } from '@nestjs/common';
import { personalAccount, publicPoolAccount } from './city.accounts.js';
import { findOwned, type OwnedAccount } from './ledger.store.js';
import { PoliciesService } from './policies.service.js';
import { PostingService } from './posting.service.js';
import { lockCity, type NewAccount } from './posting.store.js';
import { checkGift } from './redeeming.js';
import { findPersonal, readTransfers } from './redemption.store.js';
import type { Transfer, TransferRequest } from './transfer.js';

interface Gift {
  id: string;
  minutes: number;
  cityCode?: number;
}

/** Credits given away, to a person or to the public pool, as far as the city's policy lets them. */
@Injectable()
export class GiftsService {
  constructor(
    private readonly database: Database,
    private readonly posting: PostingService,
    private readonly policies: PoliciesService,
    private readonly rpc: RpcClient,
    private readonly clock: Clock,
  ) {}

  /**
   * The same gift again is answered alike, whatever the policy says by then.
   * @throws DomainError see the contract
   */
  async gift(input: GiftInput, call: Call): Promise<GivenView> {
    const { toOwnerId } = input;
    if (toOwnerId === call.actor.id) throw new DomainError('ledger.sameAccount');
    const giver = await this.giverOf(input, call);
    const facts = await this.factsOf(giver.cityCode, call, toOwnerId);
    return this.give(giver, input, call, facts, 'person', async (tx) => {
      const opened = personalAccount(giver.cityCode, toOwnerId);
      const known = await findPersonal(tx, giver.cityCode, toOwnerId);
      return { ...opened, id: known?.id ?? opened.id };
    });
  }

  /** @throws DomainError see the contract */
  async donate(input: DonationInput, call: Call): Promise<GivenView> {
    const giver = await this.giverOf(input, call);
    const facts = await this.factsOf(giver.cityCode, call, call.actor.id);
    const pool = publicPoolAccount(giver.cityCode);
    return this.give(giver, input, call, facts, 'pool', () => Promise.resolve(pool));
  }

  private async give(
    giver: OwnedAccount,
    gift: Gift,
    call: Call,
    facts: PairFacts,
    to: 'person' | 'pool',
    takerIn: (tx: Tx) => Promise<NewAccount>,
  ): Promise<GivenView> {
    const { cityCode } = giver;
    return this.database
      .transaction(async (tx) => {
        await lockCity(tx, cityCode);
        const { policy, version } = await this.policies.inForce(cityCode, this.clock.now(), tx);
        const isRetry = (await readTransfers(tx, cityCode, [gift.id])).size > 0;
        if (!isRetry) checkGift(policy, facts, to, gift.minutes);
        const taker = await takerIn(tx);
        const request: TransferRequest = {
          ...{ id: gift.id, debitAccountId: giver.id, creditAccountId: taker.id, minutes: gift.minutes },
          code: to === 'pool' ? 'donate' : 'gift',
          reference: `account:${giver.id}`,
          communityCode: regionOf(cityCode * 1e8).code,
          policyVersion: version,
          actorRole: call.actor.role,
          actorId: call.actor.id,
        };
        const asked = [{ request, traceId: call.traceId }];
        const [posting] = await this.posting.postInCity(tx, cityCode, asked, [taker]);
        if (posting && 'transfer' in posting) return givenView(cityCode, posting.transfer);
        // Committed, so that a retry is refused alike.
        const { code, data } = posting?.rejection ?? { code: 'service.internal' as const, data: {} };
        return new DomainError(code, data);
      })
      .then((answer) => {
        if (answer instanceof DomainError) throw answer;
        return answer;
      });
  }

  /** @throws DomainError `ledger.accountUnknown` */
  private async giverOf({ cityCode }: Gift, { actor }: Call): Promise<OwnedAccount> {
    const account = await findOwned(this.database, actor.id, cityCode);
    if (!account) throw new DomainError('ledger.accountUnknown');
    return account;
  }

  /** @throws DomainError `resource.notFound` nobody in the city is known by that id */
  private factsOf(cityCode: number, { actor, traceId }: Call, takerId: string): Promise<PairFacts> {
    const pair = { cityCode, giverId: actor.id, takerId };
    return this.rpc.call(kinship.getPairFacts, pair, systemCall('ledger', traceId));
  }
}

function givenView(cityCode: number, transfer: Transfer): GivenView {
  return {
    ...{ id: transfer.id, cityCode, minutes: transfer.minutes },
    balanceMinutes: transfer.debitBalanceMinutes,
    recordedAt: new Date(transfer.recordedAtMicros / 1000).toISOString(),
  };
}
