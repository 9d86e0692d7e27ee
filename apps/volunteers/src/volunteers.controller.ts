import { Controller } from '@nestjs/common';
import {
  type ById,
  type ListVolunteersInput,
  type RegisterVolunteerInput,
  type VerifyVolunteerInput,
  volunteers,
  type VolunteerPage,
  type VolunteerView,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { RegistrationService } from './registration.service.js';
import { VolunteersService } from './volunteers.service.js';

@Controller()
export class VolunteersController {
  constructor(
    private readonly registration: RegistrationService,
    private readonly service: VolunteersService,
  ) {}

  @Answers(volunteers.register)
  register(input: RegisterVolunteerInput, call: Call): Promise<VolunteerView> {
    return this.registration.register(input, call);
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
}
