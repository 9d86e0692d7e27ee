import {
  type ById,
  type CreateReferralInput,
  type ListReferralsInput,
  type MoveReferralInput,
  referrals,
  type SetReferralContactInput,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { ReferralContacts } from './referral.contacts.service.js';
import { ReferralsService } from './referrals.service.js';
import { TimelineService } from './timeline.service.js';

@Controller()
export class ReferralsController {
  constructor(
    private readonly service: ReferralsService,
    private readonly timelines: TimelineService,
    private readonly contacts: ReferralContacts,
  ) {}

  @Answers(referrals.create)
  create(input: CreateReferralInput, call: Call) {
    return this.service.create(input, call);
  }

  @Answers(referrals.move)
  move(input: MoveReferralInput, call: Call) {
    return this.service.move(input, call);
  }

  @Answers(referrals.setContact)
  setContact(input: SetReferralContactInput, call: Call) {
    return this.service.setContact(input, call);
  }

  @Answers(referrals.revealContact)
  revealContact(input: ById, call: Call) {
    return this.contacts.reveal(input, call);
  }

  @Answers(referrals.get)
  get(input: ById, call: Call) {
    return this.service.get(input, call);
  }

  @Answers(referrals.list)
  list(input: ListReferralsInput, call: Call) {
    return this.service.list(input, call);
  }

  @Answers(referrals.timeline)
  timeline(input: ById, call: Call) {
    return this.timelines.of(input, call);
  }
}
