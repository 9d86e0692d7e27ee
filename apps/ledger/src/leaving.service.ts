import {
  type Actor,
  DomainError,
  kinship,
  type LeavingOutcome,
  type LeavingView,
  type SettleLeavingInput,
  type TransferCode,
} from '#contracts';
import { type Call, Clock, Database, deterministicId, RpcClient, systemCall, type Tx } from '#platform';
import { regionOf } from '#regions';
import { Injectable } from '@nestjs/common';
import { AccountsService } from './accounts.service.js';
import { expiredAccount, personalAccount, publicPoolAccount } from './city.accounts.js';
import { assertWholeCity } from './city.scope.js';
import { outcomeOf } from './leaving.js';
import { insertLeaving, type LeavingRow, readLeaving } from './leaving.store.js';
import { PoliciesService } from './policies.service.js';
import { lockCity, type NewAccount } from './posting.store.js';
import { findPersonal } from './redemption.store.js';
import type { Account, TransferRequest } from './transfer.js';

/** As what the balance moves. */
const codes: Record<Exclude<LeavingOutcome, 'keep'>, TransferCode> = {
  donate: 'donate',
  expire: 'expire',
  inherit: 'gift',
};

/** What still has to be done, or what was answered before. */
type Standing = { account: Account; version: number; outcome: LeavingOutcome } | { view: LeavingView };

/** What becomes of credits when their owner dies or leaves the region. */
@Injectable()
export class LeavingService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly policies: PoliciesService,
    private readonly rpc: RpcClient,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError see the contract */
  async settle(input: SettleLeavingInput, call: Call): Promise<LeavingView> {
    const { ownerId, cityCode, heirId } = input;
    assertWholeCity(call.actor, cityCode);
    if (heirId === ownerId) throw new DomainError('ledger.sameAccount');
    // Asked once with nothing locked: whom the ledger has to ask is not waited for by everybody else.
    const settled = await this.database.transaction((tx) => this.check(tx, input));
    if ('view' in settled) return settled.view;
    if (heirId !== undefined) await this.assertRelated(cityCode, ownerId, heirId, call.traceId);
    return this.database.transaction(async (tx) => {
      await lockCity(tx, cityCode);
      const now = await this.check(tx, input);
      return 'view' in now ? now.view : this.settleAnew(tx, input, now, call);
    });
  }

  /** What was answered before, or the account with what the policy says. */
  private async check(tx: Tx, input: SettleLeavingInput): Promise<Standing> {
    const { ownerId, cityCode, cause, heirId } = input;
    const account = await findPersonal(tx, cityCode, ownerId);
    if (!account) throw new DomainError('ledger.accountUnknown');
    const known = await readLeaving(tx, cityCode, account.id, cause);
    if (known && known.heirId !== (heirId ?? null)) throw new DomainError('idempotency.conflict');
    if (known) return { view: viewOf(cityCode, ownerId, known) };
    if (account.closed) throw new DomainError('ledger.accountClosed', { accountId: account.id });
    const { policy, version } = await this.policies.inForce(cityCode, this.clock.now(), tx);
    return { account, version, outcome: outcomeOf(policy, cause, heirId !== undefined) };
  }

  /** @throws DomainError `resource.notFound`, `redemption.notRelated` */
  private async assertRelated(cityCode: number, giverId: string, takerId: string, traceId: string) {
    const pair = { cityCode, giverId, takerId };
    const { relation } = await this.rpc.call(kinship.getPairFacts, pair, systemCall('ledger', traceId));
    if (relation === undefined || relation === 'friend') throw new DomainError('redemption.notRelated');
  }

  private async settleAnew(
    tx: Tx,
    { ownerId, cityCode, cause, heirId }: SettleLeavingInput,
    { account, version, outcome }: { account: Account; version: number; outcome: LeavingOutcome },
    call: Call,
  ): Promise<LeavingView> {
    const row: LeavingRow = {
      ...{ accountId: account.id, cause, outcome, heirId: heirId ?? null, minutes: 0, transferId: null },
      ...{ policyVersion: version, settledAt: this.clock.now() },
    };
    if (outcome !== 'keep') {
      const taker = await takerOf(tx, cityCode, outcome, heirId);
      const request = restOf(cityCode, row, outcome, taker, call.actor);
      const rest = { request, taker };
      row.minutes = (await this.accounts.closeIn(tx, cityCode, account, rest, call)).movedMinutes;
      row.transferId = row.minutes > 0 ? request.id : null;
    }
    await insertLeaving(tx, cityCode, row, call.actor);
    return viewOf(cityCode, ownerId, row);
  }
}

async function takerOf(
  tx: Tx,
  cityCode: number,
  outcome: LeavingOutcome,
  heirId: string | undefined,
): Promise<NewAccount> {
  if (heirId === undefined) return (outcome === 'expire' ? expiredAccount : publicPoolAccount)(cityCode);
  const opened = personalAccount(cityCode, heirId);
  return { ...opened, id: (await findPersonal(tx, cityCode, heirId))?.id ?? opened.id };
}

/** How much is known when the account closes. */
function restOf(
  cityCode: number,
  { accountId, policyVersion, cause }: LeavingRow,
  outcome: keyof typeof codes,
  taker: NewAccount,
  actor: Actor,
): TransferRequest {
  return {
    id: deterministicId('leaving', accountId, cause),
    debitAccountId: accountId,
    creditAccountId: taker.id,
    minutes: 0,
    code: codes[outcome],
    reference: `account:${accountId}`,
    communityCode: regionOf(cityCode * 1e8).code,
    policyVersion,
    actorRole: actor.role,
    actorId: actor.id,
  };
}

function viewOf(cityCode: number, ownerId: string, row: LeavingRow): LeavingView {
  const { cause, outcome, minutes, policyVersion } = row;
  return {
    ...{ ownerId, cityCode, cause, outcome, minutes, policyVersion, closed: outcome !== 'keep' },
    settledAt: row.settledAt.toISOString(),
  };
}
