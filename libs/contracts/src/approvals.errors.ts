import { entry } from './error.entry.js';

/** Why a dangerous action is not carried out, and why a role is not handed over for a while. */
export const approvalErrors = {
  'approval.ownRequest': entry(
    403,
    ['不能批准自己的申请', '请由辖区内另一位有此权限的人批准；您可以撤回（refuse）。'],
    [
      'Nobody approves a request of one’s own',
      'Another of the region who may do so must; you may refuse it yourself.',
    ],
  ),
  'approval.expired': entry(
    409,
    ['该申请已于 {until} 过期', '仍需要的，请重新申请。'],
    ['This request expired at {until}', 'Request it anew where it is still wanted.'],
  ),
  'approval.decided': entry(
    409,
    ['该申请当前状态为 {state}', '请刷新后查看；仍需要的，请重新申请。'],
    ['This request is {state} by now', 'Look at the outcome; request anew where it is still wanted.'],
  ),
  'delegation.noColleague': entry(
    422,
    ['只能委托给同事', '请核对用户名：须与您同属一个机构，没有机构的须同一辖区。'],
    [
      'Only a colleague can stand in',
      'Check the user name: of your organisation or, without one, of your region.',
    ],
  ),
  'delegation.notOwnRole': entry(
    403,
    ['代理的岗位不能再委托', '请用您自己的岗位登录后办理。'],
    ['A role one stands in for cannot be delegated further', 'Sign in with your own role.'],
  ),
  'delegation.periodInvalid': entry(
    422,
    ['委托期限有误', '须在此刻之后结束，先开始后结束，且最长 {days} 天。'],
    ['Its period cannot be', 'It must end after now and after it begins, within {days} days at most.'],
  ),
  'delegation.notRunning': entry(
    409,
    ['委托现在不生效', '生效期为 {from} 至 {until}；提前结束的不再生效。'],
    ['The delegation does not hold now', 'It holds from {from} to {until}, unless it was ended before.'],
  ),
};
