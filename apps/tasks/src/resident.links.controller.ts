import {
  type ById,
  type ConfirmResidentLinkInput,
  type ListResidentLinksInput,
  type Nothing,
  residentLinks,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { ResidentLinksService } from './resident.links.service.js';

@Controller()
export class ResidentLinksController {
  constructor(private readonly links: ResidentLinksService) {}

  @Answers(residentLinks.propose)
  propose(_: Nothing, call: Call) {
    return this.links.propose(call);
  }

  @Answers(residentLinks.list)
  list(input: ListResidentLinksInput, call: Call) {
    return this.links.list(input, call);
  }

  @Answers(residentLinks.confirm)
  confirm(input: ConfirmResidentLinkInput, call: Call) {
    return this.links.confirm(input, call);
  }

  @Answers(residentLinks.end)
  end(input: ById, call: Call) {
    return this.links.end(input, call);
  }
}
