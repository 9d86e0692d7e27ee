import { type ReadStretchInput, statements, type StatementStretch } from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { StatementsService } from './statements.service.js';

/** Requests for long statements. */
@Controller()
export class StatementsController {
  constructor(private readonly service: StatementsService) {}

  @Answers(statements.readStretch)
  readStretch(input: ReadStretchInput, call: Call): Promise<StatementStretch> {
    return this.service.readStretch(input, call.actor);
  }
}
