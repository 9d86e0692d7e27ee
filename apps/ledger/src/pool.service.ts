import {
  DomainError,
  type FundPoolInput,
  type ListFundingsInput,
  maxFundedMinutesAYear,
  type PoolFunding,
  type PoolFundingPage,
} from '#contracts';
import { type Call, Clock, Database, decodeCursor, encodeCursor, shanghaiDay, type Tx } from '#platform';
import { regionOf } from '#regions';
import { Injectable } from '@nestjs/common';
import { issuanceAccount, publicPoolAccount } from './city.accounts.js';
import { assertWholeCity } from './city.scope.js';
import * as store from './pool.store.js';
import { PostingService } from './posting.service.js';
import { lockCity } from './posting.store.js';
import type { TransferRequest } from './transfer.js';

const pageSize = 20;

/** What cities put into their public pools. */
@Injectable()
export class PoolService {
  constructor(
    private readonly database: Database,
    private readonly posting: PostingService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError see the contract */
  async fund(input: FundPoolInput, call: Call): Promise<PoolFunding> {
    const { id, cityCode, minutes, reason } = input;
    assertWholeCity(call.actor, cityCode);
    const answer = await this.database.transaction(async (tx) => {
      await lockCity(tx, cityCode);
      const known = await store.readFunding(tx, cityCode, id);
      if (!known) return this.fundAnew(tx, input, call);
      const isSame = known.minutes === minutes && known.reason === reason;
      return isSame ? viewOf(cityCode, known) : new DomainError('idempotency.conflict');
    });
    if (answer instanceof DomainError) throw answer;
    return answer;
  }

  /** @throws DomainError `cursor.invalid` */
  async list({ cityCode, cursor, limit = pageSize }: ListFundingsInput): Promise<PoolFundingPage> {
    const [atMs, id] = cursor ? decodeCursor(cursor, 'integer', 'uuid') : [];
    const before = atMs !== undefined && id !== undefined ? { atMs, id } : undefined;
    const rows = await store.readFundings(this.database, cityCode, before, limit + 1);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map((row) => viewOf(cityCode, row)),
      ...(rows.length > limit && last && { nextCursor: encodeCursor(last.fundedAt.getTime(), last.id) }),
    };
  }

  /** A refusal of the ledger is committed, so that a retry is refused alike. */
  private async fundAnew(tx: Tx, input: FundPoolInput, call: Call): Promise<PoolFunding | DomainError> {
    const { id, cityCode, minutes, reason } = input;
    const fundedAt = this.clock.now();
    const year = Number(shanghaiDay(fundedAt).slice(0, 4));
    const yearMinutes = (await store.readYear(tx, cityCode, year)) + minutes;
    if (yearMinutes > maxFundedMinutesAYear) {
      const leftMinutes = maxFundedMinutesAYear - (yearMinutes - minutes);
      return new DomainError('pool.yearExceeded', { year, leftMinutes });
    }
    const accounts = [issuanceAccount(cityCode), publicPoolAccount(cityCode)];
    const asked = [{ request: requestFor(input, call), traceId: call.traceId }];
    const [posting] = await this.posting.postInCity(tx, cityCode, asked, accounts);
    if (!posting || 'rejection' in posting)
      return new DomainError(posting?.rejection.code ?? 'service.internal', posting?.rejection.data);
    const { creditBalanceMinutes: poolMinutes } = posting.transfer;
    const row = { id, minutes, reason, poolMinutes, yearMinutes, fundedAt };
    await store.insertFunding(tx, cityCode, year, row, call.actor);
    return viewOf(cityCode, row);
  }
}

function requestFor({ id, cityCode, minutes }: FundPoolInput, { actor }: Call): TransferRequest {
  return {
    id,
    debitAccountId: issuanceAccount(cityCode).id,
    creditAccountId: publicPoolAccount(cityCode).id,
    minutes,
    code: 'grant',
    reference: `poolFunding:${id}`,
    communityCode: regionOf(cityCode * 1e8).code,
    actorRole: actor.role,
    actorId: actor.id,
  };
}

function viewOf(cityCode: number, { fundedAt, ...row }: store.FundingRow): PoolFunding {
  return { ...row, cityCode, fundedAt: fundedAt.toISOString() };
}
