import {
  ById,
  currentGuardianWording,
  type Done,
  GiveGuardianConsentInput,
  type GuardianConsentList,
  GuardianConsentText,
  type GuardianConsentView,
  guardians,
  Nothing,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

const text = {
  ...{ input: Nothing, output: GuardianConsentText, errors: [], callers: ['public' as const] },
  reach: 'anywhere' as const,
};

/** What a guardian consents to, and the consents that stand for minors. */
@Controller()
export class GuardiansController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'GET',
    '/guardian-consent-text',
    text,
    { zh: '监护人同意书的现行文本', en: 'What a guardian is asked to consent to' },
    { tagged: true },
  )
  readText(_: Nothing, _call: Call): Promise<GuardianConsentText> {
    return Promise.resolve(currentGuardianWording());
  }

  @Serves(
    'POST',
    '/volunteers/{volunteerId}/guardian-consents',
    guardians.give,
    {
      zh: '登记监护人的同意（到场或签字）',
      en: 'Write a guardian’s consent down, given in person or on paper',
    },
    { creates: true },
  )
  give(input: GiveGuardianConsentInput, call: Call): Promise<GuardianConsentView> {
    return this.rpc.call(guardians.give, input, call);
  }

  @Serves('GET', '/volunteers/{id}/guardian-consents', guardians.listOf, {
    zh: '一名未成年志愿者的监护人同意',
    en: 'Consents of the guardians of a minor',
  })
  listOf(input: ById, call: Call): Promise<GuardianConsentList> {
    return this.rpc.call(guardians.listOf, input, call);
  }

  @Serves('POST', '/guardian-consents/{id}/withdrawal', guardians.withdraw, {
    zh: '监护人撤回同意，立即生效，无需理由',
    en: 'A guardian withdraws, at once and without a reason',
  })
  withdraw(input: ById, call: Call): Promise<GuardianConsentView> {
    return this.rpc.call(guardians.withdraw, input, call);
  }

  @Serves('POST', '/me/coming-of-age', guardians.comeOfAge, {
    zh: '我已满 18 周岁，不再需要监护人同意',
    en: 'I am 18 by now and need no guardian’s consent',
  })
  comeOfAge(input: Nothing, call: Call): Promise<Done> {
    return this.rpc.call(guardians.comeOfAge, input, call);
  }
}
