import {
  ById,
  ConfirmSecondFactorInput,
  type Done,
  type RecoveryCodes,
  secondFactor,
  type SecondFactorSecret,
  StaffCredentials,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

const signsIn = { signsIn: true };

/** Authenticators of staff. */
@Controller()
export class SecondFactorController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/auth/staff/second-factor',
    secondFactor.enrol,
    { zh: '登记身份验证器，领取密钥', en: 'Enrol an authenticator: its secret' },
    signsIn,
  )
  enrol(input: StaffCredentials, call: Call): Promise<SecondFactorSecret> {
    return this.rpc.call(secondFactor.enrol, input, call);
  }

  @Serves(
    'POST',
    '/auth/staff/second-factor/confirmation',
    secondFactor.confirm,
    { zh: '用首个验证码启用，领取恢复码', en: 'Confirm it with a first code; gives recovery codes' },
    signsIn,
  )
  confirm(input: ConfirmSecondFactorInput, call: Call): Promise<RecoveryCodes> {
    return this.rpc.call(secondFactor.confirm, input, call);
  }

  @Serves('POST', '/staff/{id}/second-factor/reset', secondFactor.reset, {
    zh: '重置一名工作人员的身份验证器',
    en: 'Reset the authenticator of a member of staff',
  })
  reset(input: ById, call: Call): Promise<Done> {
    return this.rpc.call(secondFactor.reset, input, call);
  }
}
