import { MergedPeople1772000038300, type ServiceDefinition } from '#platform';
import { LedgerModule } from './ledger.module.js';
import { Goods1772000011100 } from './migrations/1772000011100-goods.js';
import { Redemption1772000011000 } from './migrations/1772000011000-redemption.js';
import { CreateLedger1772000001000 } from './migrations/1772000001000-create-ledger.js';
import { HoldsAndReversals1772000001100 } from './migrations/1772000001100-holds-and-reversals.js';
import { CreateDailyHeads1772000001200 } from './migrations/1772000001200-daily-heads.js';
import { PoolFundings1772000013000 } from './migrations/1772000013000-pool-fundings.js';
import { Leavings1772000013100 } from './migrations/1772000013100-leavings.js';
import { ServiceTypes1772000013200 } from './migrations/1772000013200-service-types.js';
import { MergedAccounts1772000013300 } from './migrations/1772000013300-merged-accounts.js';
import { CityPolicies1772000010000 } from './migrations/1772000010000-city-policies.js';
import { Holders1772000012000 } from './migrations/1772000012000-holders.js';
import { DayFlows1772000012100 } from './migrations/1772000012100-day-flows.js';
import { Earnings1772000010100 } from './migrations/1772000010100-earnings.js';
import { ExpiryAndGrants1772000010200 } from './migrations/1772000010200-expiry-and-grants.js';

export { ledgerTool } from './ledger.tool.js';

/** The time bank. All its statements are hand-written: there is nothing for TypeORM to map. */
export const ledgerService: ServiceDefinition = {
  name: 'ledger',
  module: LedgerModule,
  entities: [],
  migrations: [
    CreateLedger1772000001000,
    HoldsAndReversals1772000001100,
    CreateDailyHeads1772000001200,
    CityPolicies1772000010000,
    Earnings1772000010100,
    ExpiryAndGrants1772000010200,
    Redemption1772000011000,
    Goods1772000011100,
    Holders1772000012000,
    DayFlows1772000012100,
    PoolFundings1772000013000,
    Leavings1772000013100,
    ServiceTypes1772000013200,
    MergedAccounts1772000013300,
    MergedPeople1772000038300,
  ],
  constraints: { account_floor: 'ledger.insufficient', account_owner: 'ledger.accountExists' },
  settings: ['ledger'],
};
