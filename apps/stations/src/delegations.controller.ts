import { Controller } from '@nestjs/common';
import {
  type ById,
  type DelegateInput,
  type DelegationList,
  delegations,
  type DelegationView,
  type Nothing,
  type Session,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { DelegationsService } from './delegations.service.js';

@Controller()
export class DelegationsController {
  constructor(private readonly service: DelegationsService) {}

  @Answers(delegations.delegate)
  delegate(input: DelegateInput, call: Call): Promise<DelegationView> {
    return this.service.delegate(input, call);
  }

  @Answers(delegations.list)
  list(_: Nothing, call: Call): Promise<DelegationList> {
    return this.service.list(call);
  }

  @Answers(delegations.end)
  end(input: ById, call: Call): Promise<DelegationView> {
    return this.service.end(input, call);
  }

  @Answers(delegations.signIn)
  signIn(input: ById, call: Call): Promise<Session> {
    return this.service.signIn(input, call);
  }
}
