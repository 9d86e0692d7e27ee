import {
  ConsentList,
  ConsentTextList,
  consentPurposes,
  consents,
  currentWording,
  GiveConsentInput,
  Nothing,
  requiredConsents,
  WithdrawConsentInput,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

const texts = { input: Nothing, output: ConsentTextList, errors: [], callers: ['public' as const] };

/** What one consents to, and one's own consents. */
@Controller()
export class ConsentsController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'GET',
    '/consent-texts',
    { ...texts, reach: 'anywhere' },
    { zh: '各项同意书的现行文本', en: 'What one is asked to consent to' },
    { tagged: true },
  )
  readTexts(_: Nothing, _call: Call): Promise<ConsentTextList> {
    const items = consentPurposes.map((purpose) => ({
      ...currentWording(purpose),
      isRequired: requiredConsents.includes(purpose),
    }));
    return Promise.resolve({ items });
  }

  @Serves('GET', '/me/consents', consents.list, { zh: '我的同意', en: 'My consents' })
  list(input: Nothing, call: Call): Promise<ConsentList> {
    return this.rpc.call(consents.list, input, call);
  }

  @Serves('POST', '/me/consents/{purpose}/giving', consents.give, {
    zh: '同意一项',
    en: 'Consent to one purpose',
  })
  give(input: GiveConsentInput, call: Call): Promise<ConsentList> {
    return this.rpc.call(consents.give, input, call);
  }

  @Serves('POST', '/me/consents/{purpose}/withdrawal', consents.withdraw, {
    zh: '撤回一项同意，立即生效，无需理由',
    en: 'Withdraw a consent, at once and without a reason',
  })
  withdraw(input: WithdrawConsentInput, call: Call): Promise<ConsentList> {
    return this.rpc.call(consents.withdraw, input, call);
  }
}
