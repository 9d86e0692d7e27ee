import { entry, type ErrorEntry } from './error.entry.js';

/** Errors of the feed, of duty, alerts and dispatch. */
export const matchingErrors = {
  'feed.placeUnknown': entry(
    422,
    ['不知道您在哪里', '请发送 point，或上岗时允许使用大致位置，或登记快递站点。'],
    [
      'Your place is not known',
      'Send a point, tell your place when going on duty, or register a courier site.',
    ],
  ),
  'feed.routeUnknown': entry(
    422,
    ['没有您的路线', '请在上岗时或用位置接口发送 route。'],
    ['Your route is not known', 'Send a route when going on duty, or with your position.'],
  ),
  'feed.siteUnknown': entry(
    422,
    ['没有您的快递站点，或站点没有坐标', '请登记快递站点，或改用距离筛选。'],
    ['You have no courier site, or it has no place', 'Register a courier site, or ask by point.'],
  ),
  'duty.untilInvalid': entry(
    422,
    ['上岗结束时间不合理', '须晚于现在，且不超过 12 小时。'],
    ['The end of duty is not possible', 'It must lie ahead, by 12 hours at most.'],
  ),
  'duty.offDuty': entry(
    409,
    ['您不在岗，位置不予保存', '请先上岗。'],
    ['You are off duty: no position is kept', 'Go on duty first.'],
  ),
  'alert.stateConflict': entry(
    409,
    ['该提醒当前状态为 {state}', '请刷新后查看；仍开放的任务可以直接抢单。'],
    ['The alert is {state}', 'Refresh; an errand that is still open can be claimed.'],
  ),
  'dispatch.underWay': entry(
    409,
    ['该任务正在派单', '请等待答复，或查看进行中的派单。'],
    ['A dispatch of this errand is under way', 'Wait for the answer, or look at it.'],
  ),
  'claim.conflictOfInterest': entry(
    403,
    ['这个任务与您或您的亲属有关', '本人或亲属发布、受益的需求不能自己接单；请选择其他任务。'],
    [
      'This errand concerns you or a relative of yours',
      'Nobody serves a need posted by or for themselves or their family: choose another errand.',
    ],
  ),
  'dispatch.volunteerUnfit': entry(
    422,
    [
      '名单中有不能派单的人',
      '只能派给本市已完成实名核验、符合任务要求、与需求无利益关系的志愿者，每人一次。',
    ],
    [
      'Somebody of the list cannot be asked',
      'Name verified volunteers of this city, each once, who have what the errand asks for and whom it does not concern.',
    ],
  ),
  'report.placeTooSmall': entry(
    422,
    ['等待时间最细统计到街道', '请查询街道、区或市。'],
    ['Waits are counted by subdistrict', 'Ask for a subdistrict, a district or a city.'],
  ),
} satisfies Record<string, ErrorEntry>;
