import { type CheckOffInput, stops, type StopsOfErrandInput } from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { StopsService } from './stops.service.js';

@Controller()
export class StopsController {
  constructor(private readonly service: StopsService) {}

  @Answers(stops.list)
  list(input: StopsOfErrandInput, call: Call) {
    return this.service.list(input, call);
  }

  @Answers(stops.reveal)
  reveal(input: StopsOfErrandInput, call: Call) {
    return this.service.reveal(input, call);
  }

  @Answers(stops.checkOff)
  checkOff(input: CheckOffInput, call: Call) {
    return this.service.checkOff(input, call);
  }
}
