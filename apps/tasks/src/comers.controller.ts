import { type ById, comers, type PortraitView } from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { ComersService } from './comers.service.js';

@Controller()
export class ComersController {
  constructor(private readonly comers: ComersService) {}

  @Answers(comers.portrait)
  portrait(input: ById, call: Call): Promise<PortraitView> {
    return this.comers.portrait(input, call);
  }
}
