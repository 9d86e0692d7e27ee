import {
  type Breakdown,
  reconciliation,
  type Reconciliation,
  ReconcileInput,
  reporting,
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
