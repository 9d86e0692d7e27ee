import { roles } from './actor.js';
import { PageQuery } from './common.js';
import { defineRpc } from './contract.js';
import { Instant, Integer, ListOf, Text, Uuid } from './fields.js';
import { maxTransferMinutes } from './ledger.js';

/** What a city may issue for its public pool in a calendar year (Asia/Shanghai): 200,000 hours. */
export const maxFundedMinutesAYear = 12_000_000;

const city = { min: 1000, max: 9999, description: 'First four digits of the region.' };
const year = { min: 1, max: maxFundedMinutesAYear };
const reason = {
  min: 4,
  max: 200,
  description: 'Why, for everybody to read: the decision and its number, say.',
};

export class FundPoolInput {
  @Uuid({ description: 'Of the funding and of its transfer.' }) id!: string;
  @Integer(city) cityCode!: number;
  @Integer({ min: 1, max: maxTransferMinutes }) minutes!: number;
  @Text(reason) reason!: string;
}

export class PoolFunding {
  @Uuid({ description: 'Of the transfer too.' }) id!: string;
  @Integer(city) cityCode!: number;
  @Integer({ min: 1, max: maxTransferMinutes }) minutes!: number;
  @Text(reason) reason!: string;
  @Instant() fundedAt!: string;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER, description: 'In the pool after it.' })
  poolMinutes!: number;
  @Integer({ ...year, description: 'Funded in its calendar year with it.' }) yearMinutes!: number;
}

export class ListFundingsInput extends PageQuery {
  @Integer(city) cityCode!: number;
}

export class PoolFundingPage {
  @ListOf(() => PoolFunding, { max: 100, description: 'The newest first.' }) items!: PoolFunding[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

/** How a city puts credits of its own into the public pool, from which grants and needs in hardship are paid. */
export const pool = {
  /**
   * Issues minutes into the public pool: by who is responsible for the whole city, with a reason, within the
   * year's limit and the issuing budget. Who did it is kept. The same again is answered alike.
   */
  fund: defineRpc({
    subject: 'ledger.fundPool',
    input: FundPoolInput,
    output: PoolFunding,
    errors: [
      'access.foreignRegion',
      'idempotency.conflict',
      'pool.yearExceeded',
      'ledger.transferConflict',
      'ledger.accountClosed',
      'ledger.insufficient',
    ],
    callers: ['administrator', 'system'],
  }),
  /** What a city put into its pool and why: everybody's business. */
  list: defineRpc({
    subject: 'ledger.listPoolFundings',
    input: ListFundingsInput,
    output: PoolFundingPage,
    errors: ['cursor.invalid'],
    callers: [...roles, 'system'],
    reach: 'anywhere',
  }),
};
