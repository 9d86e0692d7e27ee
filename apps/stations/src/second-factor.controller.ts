import { Controller } from '@nestjs/common';
import {
  type ById,
  type ConfirmSecondFactorInput,
  type Done,
  type RecoveryCodes,
  secondFactor,
  type SecondFactorSecret,
  type StaffCredentials,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { SecondFactorService } from './second-factor.service.js';

@Controller()
export class SecondFactorController {
  constructor(private readonly service: SecondFactorService) {}

  @Answers(secondFactor.enrol)
  enrol(input: StaffCredentials): Promise<SecondFactorSecret> {
    return this.service.enrol(input);
  }

  @Answers(secondFactor.confirm)
  confirm(input: ConfirmSecondFactorInput): Promise<RecoveryCodes> {
    return this.service.confirm(input);
  }

  @Answers(secondFactor.reset)
  reset(input: ById, call: Call): Promise<Done> {
    return this.service.reset(input, call);
  }
}
