import { Controller } from '@nestjs/common';
import {
  type Done,
  type Nothing,
  type PhoneSignInInput,
  type RefreshSessionInput,
  type RequestPhoneCodeInput,
  type Session,
  type SignOutInput,
  volunteers,
  type WechatSignInInput,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { SignInService } from './sign-in.service.js';

@Controller()
export class SignInController {
  constructor(private readonly signIns: SignInService) {}

  @Answers(volunteers.signInByWechat)
  byWechat(input: WechatSignInInput): Promise<Session> {
    return this.signIns.byWechat(input);
  }

  @Answers(volunteers.requestPhoneCode)
  requestPhoneCode(input: RequestPhoneCodeInput): Promise<Nothing> {
    return this.signIns.requestPhoneCode(input);
  }

  @Answers(volunteers.signInByPhone)
  byPhone(input: PhoneSignInInput): Promise<Session> {
    return this.signIns.byPhone(input);
  }

  @Answers(volunteers.refreshSession)
  refresh(input: RefreshSessionInput): Promise<Session> {
    return this.signIns.refresh(input);
  }

  @Answers(volunteers.signOut)
  signOut(input: SignOutInput, call: Call): Promise<Done> {
    return this.signIns.signOut(input, call);
  }
}
