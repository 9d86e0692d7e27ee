import {
  type Breakdown,
  CountedInput,
  type CountedServices,
  type CountedSteps,
  countedSteps,
  CountedStepsInput,
  type DailyReport,
  DailyReportInput,
  dailyReports,
  type DailyTotals,
  DaysInput,
  drilling,
  reconciliation,
  type Reconciliation,
  ReconcileInput,
  reporting,
  ReviseDailyInput,
  type HazardReport,
  hazardReports,
  type TimeToClaim,
  TimeToClaimInput,
  type Totals,
  TotalsInput,
  waits,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class ReportsController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('GET', '/reports/totals', reporting.getTotals, {
    zh: '区域合计',
    en: 'Totals of a region over days',
  })
  getTotals(input: TotalsInput, call: Call): Promise<Totals> {
    return this.rpc.call(reporting.getTotals, input, call);
  }

  @Serves('GET', '/reports/breakdown', reporting.getBreakdown, {
    zh: '按下一级区划分列',
    en: 'Totals by the divisions one level below',
  })
  getBreakdown(input: TotalsInput, call: Call): Promise<Breakdown> {
    return this.rpc.call(reporting.getBreakdown, input, call);
  }

  @Serves('GET', '/reports/hazards', hazardReports.get, {
    zh: '隐患统计与结案用时',
    en: 'Hazards by category, and the time to closure',
  })
  hazards(input: TotalsInput, call: Call): Promise<HazardReport> {
    return this.rpc.call(hazardReports.get, input, call);
  }

  @Serves('GET', '/reports/days', drilling.days, {
    zh: '逐日合计',
    en: 'Totals of each day',
  })
  getDays(input: DaysInput, call: Call): Promise<DailyTotals> {
    return this.rpc.call(drilling.days, input, call);
  }

  @Serves('GET', '/reports/services', drilling.services, {
    zh: '某日计入的每一次服务',
    en: 'The services that count on a day',
  })
  listServices(input: CountedInput, call: Call): Promise<CountedServices> {
    return this.rpc.call(drilling.services, input, call);
  }

  @Serves('GET', '/reports/steps', countedSteps.list, {
    zh: '某日某项数字由哪些需求、任务、代购步骤组成',
    en: 'The steps of needs, errands and purchases that a figure of a day counts',
  })
  listSteps(input: CountedStepsInput, call: Call): Promise<CountedSteps> {
    return this.rpc.call(countedSteps.list, input, call);
  }

  @Serves('GET', '/reports/daily', dailyReports.get, {
    zh: '每日一报：发布时的数与历次修订',
    en: 'The daily report as it was published, with its revisions',
  })
  getDaily(input: DailyReportInput, call: Call): Promise<DailyReport> {
    return this.rpc.call(dailyReports.get, input, call);
  }

  @Serves('POST', '/reports/daily/revisions', dailyReports.revise, {
    zh: '修订已发布的一天，须说明原因',
    en: 'Revise a published day, with the reason',
  })
  reviseDaily(input: ReviseDailyInput, call: Call): Promise<DailyReport> {
    return this.rpc.call(dailyReports.revise, input, call);
  }

  @Serves('POST', '/reports/reconcile', reconciliation.run, {
    zh: '与数据所有者核对合计，可重建',
    en: 'Compares totals with their owners’ own counts; puts them right where asked',
  })
  reconcile(input: ReconcileInput, call: Call): Promise<Reconciliation> {
    return this.rpc.call(reconciliation.run, input, call);
  }

  @Serves('GET', '/reports/time-to-claim', waits.getTimeToClaim, {
    zh: '等待接单时间：中位数与 95 分位',
    en: 'Time-to-claim, p50 and p95, by need type, hour or division',
  })
  getTimeToClaim(input: TimeToClaimInput, call: Call): Promise<TimeToClaim> {
    return this.rpc.call(waits.getTimeToClaim, input, call);
  }
}
