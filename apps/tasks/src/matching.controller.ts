import {
  type ById,
  type CandidatesInput,
  type DispatchInput,
  type DutyTimesInput,
  errandMap,
  type ErrandMapInput,
  errands,
  type FeedInput,
  type GoOnDutyInput,
  type ListAlertsInput,
  matching,
  type Nothing,
  type PositionInput,
  type RegionPageQuery,
  siteShifts,
  type SiteShiftsInput,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { AlertsService } from './alerts.service.js';
import { DispatchService } from './dispatch.service.js';
import { DutyService } from './duty.service.js';
import { ErrandMapService } from './errand.map.service.js';
import { FeedService } from './feed.service.js';
import { SiteShiftsService } from './site.shifts.service.js';

/** Feed, duty, alerts and dispatch: requests in. */
@Controller()
export class MatchingController {
  constructor(
    private readonly feeds: FeedService,
    private readonly duties: DutyService,
    private readonly alerts: AlertsService,
    private readonly dispatches: DispatchService,
    private readonly maps: ErrandMapService,
    private readonly sites: SiteShiftsService,
  ) {}

  @Answers(errands.feed)
  feed(input: FeedInput, call: Call) {
    return this.feeds.feed(input, call);
  }

  @Answers(matching.getDuty)
  getDuty(_: Nothing, call: Call) {
    return this.duties.get(call);
  }

  @Answers(matching.setDutyTimes)
  setDutyTimes(input: DutyTimesInput, call: Call) {
    return this.duties.setTimes(input, call);
  }

  @Answers(matching.goOnDuty)
  goOnDuty(input: GoOnDutyInput, call: Call) {
    return this.duties.goOn(input, call);
  }

  @Answers(matching.goOffDuty)
  goOffDuty(_: Nothing, call: Call) {
    return this.duties.goOff(call);
  }

  @Answers(matching.tellPosition)
  tellPosition(input: PositionInput, call: Call) {
    return this.duties.tellPosition(input, call);
  }

  @Answers(matching.listAlerts)
  listAlerts(input: ListAlertsInput, call: Call) {
    return this.alerts.list(input, call);
  }

  @Answers(matching.refuseAlert)
  refuseAlert(input: ById, call: Call) {
    return this.alerts.refuse(input, call);
  }

  @Answers(matching.acceptAlert)
  acceptAlert(input: ById, call: Call) {
    return this.alerts.accept(input, call);
  }

  @Answers(matching.listQueue)
  listQueue(input: RegionPageQuery, call: Call) {
    return this.alerts.queue(input, call);
  }

  @Answers(errandMap.get)
  getMap(input: ErrandMapInput, call: Call) {
    return this.maps.get(input, call);
  }

  @Answers(siteShifts.ofSite)
  getSiteShifts(input: SiteShiftsInput, call: Call) {
    return this.sites.ofSite(input, call);
  }

  @Answers(matching.listCandidates)
  listCandidates(input: CandidatesInput, call: Call) {
    return this.alerts.candidates(input, call);
  }

  @Answers(matching.dispatch)
  dispatch(input: DispatchInput, call: Call) {
    return this.dispatches.create(input, call);
  }

  @Answers(matching.getDispatch)
  getDispatch(input: ById, call: Call) {
    return this.dispatches.get(input, call);
  }
}
