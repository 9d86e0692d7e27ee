import { Controller } from '@nestjs/common';
import {
  type ActForResidentInput,
  type ById,
  type ProvenPhones,
  residentAccess,
  type Session,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { ResidentAccessService } from './resident.access.service.js';

@Controller()
export class ResidentAccessController {
  constructor(private readonly access: ResidentAccessService) {}

  @Answers(residentAccess.provenPhones)
  provenPhones(input: ById): Promise<ProvenPhones> {
    return this.access.provenPhones(input);
  }

  @Answers(residentAccess.signIn)
  signIn(input: ActForResidentInput, call: Call): Promise<Session> {
    return this.access.signIn(input, call);
  }
}
