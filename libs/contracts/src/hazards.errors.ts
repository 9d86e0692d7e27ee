import { entry, type ErrorEntry } from './error.entry.js';

/** What can be wrong with hazard reports. */
export const hazardErrors = {
  'hazard.stateConflict': entry(
    409,
    ['隐患当前状态为 {state}，不能这样办理', '请刷新后查看最新状态。'],
    ['The hazard is {state}; this step is not possible', 'Refresh and look at its state.'],
  ),
  'hazard.tooMany': entry(
    429,
    ['今天上报已达 {limit} 条', '紧急情况请直接致电社工站或 119、110。'],
    ['You have reported {limit} hazards today', 'Phone the station, or 119 or 110 where it is urgent.'],
  ),
} satisfies Record<string, ErrorEntry>;
