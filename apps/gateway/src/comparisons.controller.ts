import {
  type Comparison,
  ComparisonInput,
  type PeriodReport,
  PeriodReportInput,
  periodReports,
  type Ranking,
  RankingInput,
  recipients,
  type Recipients,
  RecipientsInput,
  ratioReports,
  type Ratios,
  RatiosInput,
  type RatiosOfParts,
  RevisePeriodInput,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class ComparisonsController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('GET', '/reports/periods', periodReports.get, {
    zh: '周报、月报、年报：发布时的数与历次修订',
    en: 'The weekly, monthly or yearly report as it was published, with its revisions',
  })
  getPeriod(input: PeriodReportInput, call: Call): Promise<PeriodReport> {
    return this.rpc.call(periodReports.get, input, call);
  }

  @Serves('POST', '/reports/periods/revisions', periodReports.revise, {
    zh: '修订已发布的周、月、年，须说明原因',
    en: 'Revise a published week, month or year, with the reason',
  })
  revisePeriod(input: RevisePeriodInput, call: Call): Promise<PeriodReport> {
    return this.rpc.call(periodReports.revise, input, call);
  }

  @Serves('GET', '/reports/comparison', periodReports.compare, {
    zh: '同比：与上年同期比较',
    en: 'Year on year: the same days a year before',
  })
  compare(input: ComparisonInput, call: Call): Promise<Comparison> {
    return this.rpc.call(periodReports.compare, input, call);
  }

  @Serves('GET', '/reports/ranking', periodReports.rank, {
    zh: '下一级区划排名：按数量或按每千人',
    en: 'The divisions one level below, ranked by a figure or by it to a thousand people',
  })
  rank(input: RankingInput, call: Call): Promise<Ranking> {
    return this.rpc.call(periodReports.rank, input, call);
  }

  @Serves('GET', '/reports/ratios', ratioReports.get, {
    zh: '比率与覆盖率，写明分母及其来源',
    en: 'Ratios and coverage, each with its denominator and where that comes from',
  })
  getRatios(input: RatiosInput, call: Call): Promise<Ratios> {
    return this.rpc.call(ratioReports.get, input, call);
  }

  @Serves('GET', '/reports/ratios/parts', ratioReports.ofParts, {
    zh: '下一级各区划的比率与覆盖率，一次读出',
    en: 'Ratios and coverage of every division one level below, in one reading',
  })
  getRatiosOfParts(input: RatiosInput, call: Call): Promise<RatiosOfParts> {
    return this.rpc.call(ratioReports.ofParts, input, call);
  }

  @Serves('GET', '/reports/recipients', recipients.get, {
    zh: '服务的人数与户数：每月或每年，各人各户只算一次',
    en: 'Different people and households served in a month or year',
  })
  getRecipients(input: RecipientsInput, call: Call): Promise<Recipients> {
    return this.rpc.call(recipients.get, input, call);
  }
}
