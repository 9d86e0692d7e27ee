import { entry, type ErrorEntry } from './error.entry.js';

/** What can be wrong with hazard reports. */
export const hazardErrors = {
  'hazard.stateConflict': entry(
    409,
    ['隐患当前状态为 {state}，不能这样办理', '请刷新后查看最新状态。'],
    ['The hazard is {state}; this step is not possible', 'Refresh and look at its state.'],
  ),
  'hazard.openNearby': entry(
    409,
    ['此处的同一隐患已有人重新上报，正在办理', '请在附近的隐患中查看那一条，不必重开这一条。'],
    [
      'The same hazard was reported here anew and is open',
      'Look at that one; this one need not be reopened.',
    ],
  ),
  'hazard.tooMany': entry(
    429,
    ['今天上报已达 {limit} 条', '紧急情况请直接致电社工站或 119、110。'],
    ['You have reported {limit} hazards today', 'Phone the station, or 119 or 110 where it is urgent.'],
  ),
} satisfies Record<string, ErrorEntry>;
