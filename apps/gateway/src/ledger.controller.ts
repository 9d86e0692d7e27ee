import {
  type AccountView,
  type BalanceView,
  CityInput,
  CloseAccountInput,
  ledger,
  type LedgerAudit,
  OpenAccountInput,
  OwnerInput,
  SetFloorInput,
  StatementInput,
  solvency,
  type Solvency,
  SolvencyInput,
  type StatementPage,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class LedgerController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('GET', '/accounts/{ownerId}/balance', ledger.getBalance, {
    zh: '时间积分余额',
    en: 'Balance of time credits',
  })
  getBalance(input: OwnerInput, call: Call): Promise<BalanceView> {
    return this.rpc.call(ledger.getBalance, input, call);
  }

  @Serves('GET', '/accounts/{ownerId}/statement', ledger.getStatement, {
    zh: '时间积分明细',
    en: 'Statement of time credits',
  })
  getStatement(input: StatementInput, call: Call): Promise<StatementPage> {
    return this.rpc.call(ledger.getStatement, input, call);
  }

  @Serves(
    'POST',
    '/accounts',
    ledger.openAccount,
    { zh: '开立账户', en: 'Open an account' },
    { creates: true },
  )
  openAccount(input: OpenAccountInput, call: Call): Promise<AccountView> {
    return this.rpc.call(ledger.openAccount, input, call);
  }

  @Serves('POST', '/accounts/{accountId}/floor', ledger.setFloor, {
    zh: '设定透支下限',
    en: 'Set how low the balance may fall',
  })
  setFloor(input: SetFloorInput, call: Call): Promise<AccountView> {
    return this.rpc.call(ledger.setFloor, input, call);
  }

  @Serves('POST', '/accounts/{accountId}/closure', ledger.closeAccount, {
    zh: '关闭账户',
    en: 'Close an account',
  })
  closeAccount(input: CloseAccountInput, call: Call): Promise<AccountView> {
    return this.rpc.call(ledger.closeAccount, input, call);
  }

  @Serves('GET', '/regions/{region}/solvency', solvency.getSolvency, {
    zh: '时间积分偿付能力',
    en: 'Whether the credits of a region can be redeemed',
  })
  getSolvency(input: SolvencyInput, call: Call): Promise<Solvency> {
    return this.rpc.call(solvency.getSolvency, input, call);
  }

  @Serves('GET', '/ledger/audit', ledger.audit, { zh: '账本自查', en: 'What the ledger says of itself' })
  audit(input: CityInput, call: Call): Promise<LedgerAudit> {
    return this.rpc.call(ledger.audit, input, call);
  }
}
