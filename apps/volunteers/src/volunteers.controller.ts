import { Controller } from '@nestjs/common';
import {
  type ById,
  type Done,
  type ListVolunteersInput,
  phones,
  type RegisterVolunteerInput,
  type SealedPhone,
  standing,
  type VerifyVolunteerInput,
  volunteers,
  type VolunteerPage,
  type VolunteerStanding,
  type VolunteerView,
} from '#contracts';
import { Answers, AnswersBatch, type BatchCall, type Call, type Outcome } from '#platform';
import { RegistrationService } from './registration.service.js';
import { StandingService } from './standing.service.js';
import { VolunteersService } from './volunteers.service.js';

@Controller()
export class VolunteersController {
  constructor(
    private readonly registration: RegistrationService,
    private readonly service: VolunteersService,
    private readonly standing: StandingService,
  ) {}

  @AnswersBatch(volunteers.register)
  register(items: BatchCall<RegisterVolunteerInput>[]): Promise<Outcome<VolunteerView>[]> {
    return this.registration.register(items);
  }

  @AnswersBatch(volunteers.checkRegistration)
  checkRegistration(items: BatchCall<RegisterVolunteerInput>[]): Promise<Outcome<Done>[]> {
    return this.registration.check(items);
  }

  @Answers(volunteers.verify)
  verify(input: VerifyVolunteerInput, call: Call): Promise<VolunteerView> {
    return this.service.verify(input, call);
  }

  @Answers(volunteers.get)
  get(input: ById, call: Call): Promise<VolunteerView> {
    return this.service.get(input, call);
  }

  @Answers(volunteers.list)
  list(input: ListVolunteersInput, call: Call): Promise<VolunteerPage> {
    return this.service.list(input, call);
  }

  @Answers(phones.sealedPhone)
  sealedPhone(input: ById): Promise<SealedPhone> {
    return this.standing.sealedPhone(input);
  }

  @Answers(standing.ofVolunteer)
  ofVolunteer(input: ById): Promise<VolunteerStanding> {
    return this.standing.of(input);
  }
}
