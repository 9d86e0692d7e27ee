import {
  ById,
  ChangePasswordInput,
  type Done,
  type OneTimePassword,
  ReplacePasswordInput,
  staffAccounts,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { AccessTokens } from './access.tokens.js';
import { SignedIn, signedIn } from './auth.controller.js';
import { Serves } from './endpoint.js';
import { SessionWatch } from './session.watch.js';

/** Accounts of staff: taken off, and the passwords to them. */
@Controller()
export class AccountsController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly tokens: AccessTokens,
    private readonly watch: SessionWatch,
  ) {}

  @Serves('POST', '/staff/{id}/disabling', staffAccounts.disable, {
    zh: '停用一名工作人员的账号，其登录随即失效；不能恢复',
    en: 'Take a member of staff off: sessions end at once, for good',
  })
  async disable(input: ById, call: Call): Promise<Done> {
    const done = await this.rpc.call(staffAccounts.disable, input, call);
    await this.watch.look();
    return done;
  }

  @Serves('POST', '/staff/{id}/password-reset', staffAccounts.resetPassword, {
    zh: '重置一名工作人员的密码：给出一次性密码，须换成自己的密码',
    en: 'Reset a password: gives a one-time password that must be replaced',
  })
  async resetPassword(input: ById, call: Call): Promise<OneTimePassword> {
    const password = await this.rpc.call(staffAccounts.resetPassword, input, call);
    await this.watch.look();
    return password;
  }

  @Serves('POST', '/own/password', staffAccounts.changePassword, {
    zh: '修改我的密码，我的其他登录随即失效',
    en: 'Change my password; my other sessions end',
  })
  async changePassword(input: ChangePasswordInput, call: Call): Promise<Done> {
    const done = await this.rpc.call(staffAccounts.changePassword, input, call);
    await this.watch.look();
    return done;
  }

  @Serves(
    'POST',
    '/auth/staff/password',
    { ...staffAccounts.replacePassword, output: SignedIn },
    { zh: '用一次性密码设置自己的密码，随即登录', en: 'Replace a one-time password, and be signed in' },
    { signsIn: true },
  )
  async replacePassword(input: ReplacePasswordInput, call: Call): Promise<SignedIn> {
    return signedIn(await this.rpc.call(staffAccounts.replacePassword, input, call), this.tokens);
  }
}
