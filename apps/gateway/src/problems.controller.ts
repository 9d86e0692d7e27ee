import {
  ById,
  CorrectProblemInput,
  CountProblemsInput,
  ImportProblemsInput,
  ListProblemsInput,
  LogProblemInput,
  type ProblemCounts,
  type ProblemList,
  type ProblemPage,
  problems,
  type ProblemView,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class ProblemsController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/problems',
    problems.log,
    { zh: '登记一条问题日志', en: 'Log what somebody asked for' },
    { creates: true },
  )
  log(input: LogProblemInput, call: Call): Promise<ProblemView> {
    return this.rpc.call(problems.log, input, call);
  }

  @Serves('POST', '/problems/import', problems.import, {
    zh: '批量登记问题日志，全部或全不',
    en: 'Log many, all or none',
  })
  import(input: ImportProblemsInput, call: Call): Promise<ProblemList> {
    return this.rpc.call(problems.import, input, call);
  }

  @Serves('POST', '/problems/{id}/corrections', problems.correct, {
    zh: '办理、转介、办结或更正：增加一个版本',
    en: 'Handle, refer, close or correct, by a version more',
  })
  correct(input: CorrectProblemInput, call: Call): Promise<ProblemView> {
    return this.rpc.call(problems.correct, input, call);
  }

  @Serves('GET', '/problems/{id}/versions', problems.history, {
    zh: '一条问题日志的全部版本',
    en: 'Every version of an entry',
  })
  history(input: ById, call: Call): Promise<ProblemList> {
    return this.rpc.call(problems.history, input, call);
  }

  @Serves('GET', '/problems', problems.list, { zh: '辖区内的问题日志', en: 'The log of the region' })
  list(input: ListProblemsInput, call: Call): Promise<ProblemPage> {
    return this.rpc.call(problems.list, input, call);
  }

  @Serves('GET', '/problems/counts', problems.count, {
    zh: '按类别统计登记、转介与办结',
    en: 'How many were logged, referred and closed, by category',
  })
  count(input: CountProblemsInput, call: Call): Promise<ProblemCounts> {
    return this.rpc.call(problems.count, input, call);
  }
}
