import {
  type AccountView,
  type Actor,
  type CloseAccountInput,
  DomainError,
  ledger,
  type OpenAccountInput,
  type SetFloorInput,
} from '#contracts';
import { type Call, Clock, Database, deterministicId, once, type Tx } from '#platform';
import { regionOf } from '#regions';
import { Injectable } from '@nestjs/common';
import * as store from './accounts.store.js';
import { publicPoolAccount } from './city.accounts.js';
import { assertWholeCity } from './city.scope.js';
import { closingOf } from './closing.js';
import { accountView } from './ledger.views.js';
import { PostingService } from './posting.service.js';
import { lockCity, type NewAccount } from './posting.store.js';
import { type Account, availableMinutes, type TransferRequest } from './transfer.js';

/** Opens, limits and closes accounts; every change is written down with who made it. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly posting: PostingService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `request.invalid`, `access.foreignRegion`, `idempotency.conflict`, `ledger.accountExists` */
  async open(input: OpenAccountInput, actor: Actor): Promise<AccountView> {
    const { id, cityCode, kind, ownerId = null } = input;
    const floorMinutes = floorOf(input);
    assertWholeCity(actor, cityCode);
    return this.database.transaction(async (tx) => {
      await lockCity(tx, cityCode);
      const known = await store.readAccount(tx, cityCode, id);
      if (known) {
        const isSame =
          known.kind === kind && known.ownerId === ownerId && known.floorMinutes === floorMinutes;
        if (!isSame) throw new DomainError('idempotency.conflict');
        return accountView(cityCode, known);
      }
      await store.insertAccount(tx, cityCode, { id, kind, ownerId, floorMinutes }, this.clock.now());
      return this.changed(tx, cityCode, id, 'opened', actor);
    });
  }

  /**
   * The floor holds from the next transfer on and can never be above what is there.
   * @throws DomainError `request.invalid`, `access.foreignRegion`, `ledger.accountUnknown`,
   * `ledger.accountClosed`, `ledger.floorAboveBalance`
   */
  async setFloor(input: SetFloorInput, call: Call): Promise<AccountView> {
    const { accountId, cityCode } = input;
    const floorMinutes = floorOf(input);
    assertWholeCity(call.actor, cityCode);
    const work = async (tx: Tx) => {
      await lockCity(tx, cityCode);
      const account = await store.readAccount(tx, cityCode, accountId);
      if (!account) throw new DomainError('ledger.accountUnknown');
      if (account.closed) throw new DomainError('ledger.accountClosed', { accountId });
      const highestFloorMinutes = availableMinutes({ ...account, floorMinutes: 0 });
      if (floorMinutes !== null && floorMinutes > highestFloorMinutes)
        throw new DomainError('ledger.floorAboveBalance', { highestFloorMinutes });
      await store.updateAccount(tx, cityCode, accountId, { floorMinutes, closedAt: null });
      return this.changed(tx, cityCode, accountId, 'floorSet', call.actor);
    };
    return this.database.transaction((tx) => once(tx, call, ledger.setFloor.subject, input, () => work(tx)));
  }

  /**
   * For ever. What is left goes to the public pool in the same transaction, where that is asked for.
   * @throws DomainError `access.foreignRegion`, `ledger.accountUnknown`, `ledger.accountPending`,
   * `ledger.accountNotEmpty`, `ledger.sameAccount`
   */
  async close(input: CloseAccountInput, call: Call): Promise<AccountView> {
    const { accountId, cityCode } = input;
    assertWholeCity(call.actor, cityCode);
    return this.database.transaction(async (tx) => {
      await lockCity(tx, cityCode);
      const account = await store.readAccount(tx, cityCode, accountId);
      if (account?.closed) return accountView(cityCode, account);
      const rest = input.donateRest
        ? { request: donation(input, call.actor), taker: publicPoolAccount(cityCode) }
        : undefined;
      return (await this.closeIn(tx, cityCode, account, rest, call)).view;
    });
  }

  /**
   * Closes an account in a transaction that holds the city's lock, and moves what is left.
   * @param rest the transfer that takes what is left, its minutes still to be set, and whose account that is
   * @throws DomainError `ledger.accountUnknown`, `ledger.accountPending`, `ledger.accountNotEmpty`,
   * `ledger.sameAccount`, `ledger.minutesInvalid`, `ledger.accountClosed` of the taker
   */
  async closeIn(
    tx: Tx,
    cityCode: number,
    account: Account | undefined,
    rest: { request: TransferRequest; taker: NewAccount } | undefined,
    call: Call,
  ): Promise<{ view: AccountView; movedMinutes: number }> {
    const closing = closingOf(account, rest?.request);
    if ('refused' in closing) throw new DomainError(closing.refused.code, closing.refused.data);
    const { id, floorMinutes } = account as Account;
    if (closing.rest) await this.move(tx, cityCode, closing.rest, rest ? [rest.taker] : [], call.traceId);
    await store.updateAccount(tx, cityCode, id, { floorMinutes, closedAt: this.clock.now() });
    const view = await this.changed(tx, cityCode, id, 'closed', call.actor);
    return { view, movedMinutes: closing.rest?.minutes ?? 0 };
  }

  private async move(
    tx: Tx,
    cityCode: number,
    request: TransferRequest,
    takers: readonly NewAccount[],
    traceId: string,
  ): Promise<void> {
    const [posting] = await this.posting.postInCity(tx, cityCode, [{ request, traceId }], takers);
    if (!posting || 'rejection' in posting)
      throw new DomainError(posting?.rejection.code ?? 'service.internal', posting?.rejection.data);
  }

  private async changed(
    tx: Tx,
    cityCode: number,
    id: string,
    change: store.AccountChange,
    actor: Actor,
  ): Promise<AccountView> {
    const account = await store.readAccount(tx, cityCode, id);
    if (!account) throw new Error(`ledger ${cityCode}: account ${id} is gone`);
    await store.recordChange(tx, cityCode, account, change, actor, this.clock.now());
    return accountView(cityCode, account);
  }
}

/** What is left of an account goes to the public pool; how much is known under the city's lock. */
function donation({ accountId, cityCode }: CloseAccountInput, actor: Actor): TransferRequest {
  return {
    id: deterministicId('closing', accountId),
    debitAccountId: accountId,
    creditAccountId: publicPoolAccount(cityCode).id,
    minutes: 0,
    code: 'donate',
    reference: `account:${accountId}`,
    communityCode: regionOf(cityCode * 1e8).code,
    actorRole: actor.role,
    actorId: actor.id,
  };
}

function floorOf({ floorMinutes, unlimited }: { floorMinutes?: number; unlimited?: boolean }): number | null {
  if (!unlimited) return floorMinutes ?? 0;
  if (floorMinutes === undefined) return null;
  const rules = ['unlimited and floorMinutes exclude each other'];
  throw new DomainError('request.invalid', { fields: [{ field: 'floorMinutes', rules }] });
}
