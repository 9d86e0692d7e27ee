import {
  type Actor,
  type BalanceView,
  type CityInput,
  DomainError,
  type LedgerAudit,
  type OwnerInput,
  type StatementInput,
  type StatementPage,
} from '#contracts';
import { Database, decodeCursor, encodeCursor, scopeOf } from '#platform';
import { contains, parseRegion, regionOf, type RegionRange } from '#regions';
import { Injectable } from '@nestjs/common';
import { Replay } from './audit.js';
import * as store from './ledger.store.js';
import { balanceView, lineOf } from './ledger.views.js';

const statementLines = 20;

/** What the ledger has to say; nothing here moves credits. */
@Injectable()
export class LedgerService {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `ledger.accountUnknown`, also where the account is somebody else's */
  async getBalance(input: OwnerInput, actor: Actor): Promise<BalanceView> {
    return balanceView(input.ownerId, await this.ownAccount(input, actor));
  }

  /**
   * Newest first.
   * @throws DomainError `ledger.accountUnknown`, `cursor.invalid`
   */
  async getStatement(input: StatementInput, actor: Actor): Promise<StatementPage> {
    const account = await this.ownAccount(input, actor);
    const from = input.cursor === undefined ? account.lastSequence : decodeCursor(input.cursor, 'integer')[0];
    if (from === null) return { items: [] };
    const limit = input.limit ?? statementLines;
    const rows = Number.isSafeInteger(from)
      ? await store.readStatement(this.database, account, from, limit + 1)
      : [];
    if (rows.length === 0) throw new DomainError('cursor.invalid');
    const next = rows[limit];
    return {
      items: rows.slice(0, limit).map((transfer) => lineOf(account.id, transfer)),
      nextCursor: next && encodeCursor(next.sequence),
    };
  }

  /**
   * Replays the city on one snapshot while posting goes on. It holds sums and account ids, no person's
   * data, so officials of the city, of what it lies in and of its parts may all ask.
   * @throws DomainError `access.foreignRegion`
   */
  async audit({ region }: CityInput, actor: Actor): Promise<LedgerAudit> {
    const city = cityOf(region);
    if (actor.role !== 'system' && !touches(scopeOf(actor), city))
      throw new DomainError('access.foreignRegion');
    return this.database.transaction(async (tx) => {
      await tx.query('set transaction isolation level repeatable read, read only');
      const replay = new Replay(city.cityCode);
      for await (const rows of store.readChain(tx, city.cityCode)) replay.takeTransfers(rows);
      for await (const rows of store.readAllAccounts(tx, city.cityCode)) replay.takeAccounts(rows);
      replay.takeOpenHolds(await store.readOpenHolds(tx, city.cityCode));
      return replay.close(await store.readHead(tx, city.cityCode));
    });
  }

  private async ownAccount(input: OwnerInput, actor: Actor): Promise<store.OwnedAccount> {
    const isOwn = actor.role === 'system' || actor.id === input.ownerId;
    const account = isOwn ? await store.findOwned(this.database, input.ownerId, input.cityCode) : undefined;
    if (!account) throw new DomainError('ledger.accountUnknown');
    return account;
  }
}

/** The city a division lies in. A province has no ledger of its own. @throws DomainError `request.invalid` */
export function cityOf(region: string): RegionRange {
  const { cityCode, level } = parseRegion(region);
  if (level === 'province')
    throw new DomainError('request.invalid', {
      fields: [{ field: 'region', rules: ['region must be a city or lie inside one'] }],
    });
  return regionOf(cityCode * 1e8);
}

function touches(scope: RegionRange | undefined, city: RegionRange): boolean {
  return scope !== undefined && (contains(scope, city) || contains(city, scope));
}
