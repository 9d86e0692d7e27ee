import {
  type ById,
  type ChangePasswordInput,
  type Done,
  type OneTimePassword,
  type ReplacePasswordInput,
  type Session,
  staffAccounts,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { AccountsService } from './accounts.service.js';
import { PasswordsService } from './passwords.service.js';

/** Accounts of staff, and the passwords to them. */
@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly passwords: PasswordsService,
  ) {}

  @Answers(staffAccounts.disable)
  disable(input: ById, call: Call): Promise<Done> {
    return this.accounts.disable(input, call);
  }

  @Answers(staffAccounts.changePassword)
  changePassword(input: ChangePasswordInput, call: Call): Promise<Done> {
    return this.passwords.change(input, call);
  }

  @Answers(staffAccounts.resetPassword)
  resetPassword(input: ById, call: Call): Promise<OneTimePassword> {
    return this.passwords.reset(input, call);
  }

  @Answers(staffAccounts.replacePassword)
  replacePassword(input: ReplacePasswordInput): Promise<Session> {
    return this.passwords.replace(input);
  }
}
