import {
  type ById,
  type ErrandStepInput,
  type ListNoticesInput,
  type RaiseEmergencyInput,
  type RunLateInput,
  safety,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { CallsService } from './calls.service.js';
import { NoticesService } from './notices.service.js';

@Controller()
export class SafetyController {
  constructor(
    private readonly notices: NoticesService,
    private readonly calls: CallsService,
  ) {}

  @Answers(safety.runLate)
  runLate(input: RunLateInput, call: Call) {
    return this.notices.runLate(input, call);
  }

  @Answers(safety.raiseEmergency)
  raiseEmergency(input: RaiseEmergencyInput, call: Call) {
    return this.notices.raiseEmergency(input, call);
  }

  @Answers(safety.listNotices)
  listNotices(input: ListNoticesInput, call: Call) {
    return this.notices.list(input, call);
  }

  @Answers(safety.acknowledge)
  acknowledge(input: ById, call: Call) {
    return this.notices.acknowledge(input, call);
  }

  @Answers(safety.arrangeCall)
  arrangeCall(input: ErrandStepInput, call: Call) {
    return this.calls.arrange(input, call);
  }
}
