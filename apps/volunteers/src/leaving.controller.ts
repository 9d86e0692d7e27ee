import { type LeaveInput, departure, type DepartureView } from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { LeavingService } from './leaving.service.js';

@Controller()
export class LeavingController {
  constructor(private readonly service: LeavingService) {}

  @Answers(departure.leave)
  leave(_: LeaveInput, call: Call): Promise<DepartureView> {
    return this.service.leave(call);
  }
}
