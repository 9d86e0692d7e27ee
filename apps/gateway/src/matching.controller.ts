import {
  type AlertPage,
  type AlertView,
  ById,
  type CandidateList,
  CandidatesInput,
  type ClaimView,
  DispatchInput,
  type DispatchView,
  DutyTimesInput,
  type DutyView,
  errandMap,
  type ErrandMap,
  ErrandMapInput,
  GoOnDutyInput,
  ListAlertsInput,
  matching,
  Nothing,
  PositionInput,
  type QueuePage,
  RegionPageQuery,
  siteShifts,
  type SiteShifts,
  SiteShiftsInput,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class MatchingController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('GET', '/volunteers/me/duty', matching.getDuty, {
    zh: '我的上岗状态',
    en: 'Whether one is on duty',
  })
  getDuty(input: Nothing, call: Call): Promise<DutyView> {
    return this.rpc.call(matching.getDuty, input, call);
  }

  @Serves('POST', '/volunteers/me/duty', matching.goOnDuty, { zh: '上岗', en: 'Go on duty' })
  goOnDuty(input: GoOnDutyInput, call: Call): Promise<DutyView> {
    return this.rpc.call(matching.goOnDuty, input, call);
  }

  @Serves('POST', '/volunteers/me/duty/end', matching.goOffDuty, {
    zh: '下岗，位置即刻删除',
    en: 'Go off duty; position and route are deleted',
  })
  goOffDuty(input: Nothing, call: Call): Promise<DutyView> {
    return this.rpc.call(matching.goOffDuty, input, call);
  }

  @Serves('POST', '/volunteers/me/duty/times', matching.setDutyTimes, {
    zh: '班次、免打扰时段与每日提醒上限',
    en: 'Shift times, quiet hours and the most alerts a day',
  })
  setDutyTimes(input: DutyTimesInput, call: Call): Promise<DutyView> {
    return this.rpc.call(matching.setDutyTimes, input, call);
  }

  @Serves('POST', '/volunteers/me/position', matching.tellPosition, {
    zh: '更新大致位置或路线',
    en: 'Tell a newer rough position or route',
  })
  tellPosition(input: PositionInput, call: Call): Promise<DutyView> {
    return this.rpc.call(matching.tellPosition, input, call);
  }

  @Serves('GET', '/volunteers/me/alerts', matching.listAlerts, { zh: '我的提醒', en: 'What one is asked' })
  listAlerts(input: ListAlertsInput, call: Call): Promise<AlertPage> {
    return this.rpc.call(matching.listAlerts, input, call);
  }

  @Serves('POST', '/alerts/{id}/refusal', matching.refuseAlert, { zh: '现在不行', en: 'Not now' })
  refuseAlert(input: ById, call: Call): Promise<AlertView> {
    return this.rpc.call(matching.refuseAlert, input, call);
  }

  @Serves('POST', '/alerts/{id}/acceptance', matching.acceptAlert, {
    zh: '接受，即抢单',
    en: 'Accept: a claim whose id is that of the alert',
  })
  acceptAlert(input: ById, call: Call): Promise<ClaimView> {
    return this.rpc.call(matching.acceptAlert, input, call);
  }

  @Serves('GET', '/unclaimed-errands', matching.listQueue, {
    zh: '无人接单的任务',
    en: 'Errands nobody took in time',
  })
  listQueue(input: RegionPageQuery, call: Call): Promise<QueuePage> {
    return this.rpc.call(matching.listQueue, input, call);
  }

  @Serves('GET', '/errand-map', errandMap.get, {
    zh: '开放任务与在岗志愿者的分布（只有数量）',
    en: 'Where errands are open and how many are on duty, as counts',
  })
  getMap(input: ErrandMapInput, call: Call): Promise<ErrandMap> {
    return this.rpc.call(errandMap.get, input, call);
  }

  @Serves('GET', '/courier-sites/{siteId}/shifts', siteShifts.ofSite, {
    zh: '一个快递站点的志愿者每周的班次',
    en: 'Weekly shift times of those who ride for a site',
  })
  getSiteShifts(input: SiteShiftsInput, call: Call): Promise<SiteShifts> {
    return this.rpc.call(siteShifts.ofSite, input, call);
  }

  @Serves('GET', '/errands/{errandId}/candidates', matching.listCandidates, {
    zh: '可派单人选及理由',
    en: 'Who could be asked for an errand, and why',
  })
  listCandidates(input: CandidatesInput, call: Call): Promise<CandidateList> {
    return this.rpc.call(matching.listCandidates, input, call);
  }

  @Serves(
    'POST',
    '/errands/{errandId}/dispatches',
    matching.dispatch,
    { zh: '派单：逐一征询', en: 'Dispatch: volunteers are asked one after another' },
    { creates: true },
  )
  dispatch(input: DispatchInput, call: Call): Promise<DispatchView> {
    return this.rpc.call(matching.dispatch, input, call);
  }

  @Serves('GET', '/dispatches/{id}', matching.getDispatch, {
    zh: '派单进展',
    en: 'How far a dispatch has come',
  })
  getDispatch(input: ById, call: Call): Promise<DispatchView> {
    return this.rpc.call(matching.getDispatch, input, call);
  }
}
