import {
  type ById,
  type CorrectProblemInput,
  type CountProblemsInput,
  type ImportProblemsInput,
  type ListProblemsInput,
  type LogProblemInput,
  type ProblemCounts,
  type ProblemList,
  type ProblemPage,
  problems,
  type ProblemView,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { ProblemsService } from './problems.service.js';

@Controller()
export class ProblemsController {
  constructor(private readonly service: ProblemsService) {}

  @Answers(problems.log)
  log(input: LogProblemInput, call: Call): Promise<ProblemView> {
    return this.service.log(input, call);
  }

  @Answers(problems.import)
  import(input: ImportProblemsInput, call: Call): Promise<ProblemList> {
    return this.service.import(input, call);
  }

  @Answers(problems.correct)
  correct(input: CorrectProblemInput, call: Call): Promise<ProblemView> {
    return this.service.correct(input, call);
  }

  @Answers(problems.history)
  history(input: ById, call: Call): Promise<ProblemList> {
    return this.service.history(input, call);
  }

  @Answers(problems.list)
  list(input: ListProblemsInput, call: Call): Promise<ProblemPage> {
    return this.service.list(input, call);
  }

  @Answers(problems.count)
  count(input: CountProblemsInput, call: Call): Promise<ProblemCounts> {
    return this.service.count(input, call);
  }
}
