import { entry, type ErrorEntry } from './error.entry.js';

/** What can be wrong with templates, series, stops, referrals and those who act for a resident. */
export const needErrors = {
  'template.versionConflict': entry(
    409,
    ['模板已有第 {version} 版', '请先查看最新版本，再保存为第 {nextVersion} 版。'],
    ['The template is at version {version}', 'Look at it first, then save version {nextVersion}.'],
  ),
  'template.keyTaken': entry(
    409,
    ['本地区已有同名模板', '请修改已有的模板（同一编号的下一版），或换一个名称（key）。'],
    ['There is a template of this key here', 'Save the next version of that one, or use another key.'],
  ),
  'template.notOffered': entry(
    422,
    ['此处不提供这个模板', '请从该社区的模板列表中选择。'],
    ['This template is not offered here', 'Choose one from the list of the community.'],
  ),
  'stop.alreadyChecked': entry(
    409,
    ['这一站已经登记过', '请刷新后查看各站进度。'],
    ['This stop is checked off already', 'Refresh and look at the stops.'],
  ),
  'errand.stopsOpen': entry(
    409,
    ['还有 {openCount} 站没有登记', '请逐站登记已办或办不成的原因，再签退。'],
    ['{openCount} stops are not checked off', 'Say of each that it is done, or why not; then check out.'],
  ),
  'referral.stateConflict': entry(
    409,
    ['转介当前状态为 {state}，不能这样办理', '请刷新后查看最新状态。'],
    ['The referral is {state}; this step is not possible', 'Refresh and look at its state.'],
  ),
  'referral.notYourStep': entry(
    403,
    ['这一步不由您办理', '由发出方发出和结案，由承接机构收到、答复和办结。'],
    ['This step is not yours', 'The sender sends and closes; the receiving body answers and resolves.'],
  ),
  'referral.isOpen': entry(
    409,
    ['该需求已在转介中', '请等承接机构答复，或先结束这次转介。'],
    ['The need is referred already', 'Wait for the answer, or end that referral first.'],
  ),
  'link.phoneNotProven': entry(
    409,
    ['还没有用手机号登录过', '请退出后用手机验证码登录一次，再查找登记在本号码下的居民。'],
    ['No phone of yours is proven', 'Sign out, sign in once by phone code, and look again.'],
  ),
  'link.proofInvalid': entry(
    422,
    [
      '不能用这种方式核实',
      '本人请填纸条上的八位码（paperSlip）；居委会、社工站请用回访（callBack）或当面核对（review）。',
    ],
    [
      'This proof is not for you',
      'The person shows a slip with its code (paperSlip); committee and station call back (callBack) or look (review).',
    ],
  ),
  'link.ended': entry(
    409,
    ['这条关联已结束', '请重新登录后再次查找。'],
    ['The link has ended', 'Sign in and look for it again.'],
  ),
  'link.taken': entry(
    409,
    ['该居民已与另一账号关联', '请联系居委会核实，先结束原来的关联。'],
    ['The resident is linked with another account', 'Ask the committee to look, and to end that link first.'],
  ),
  'series.ruleInvalid': entry(
    422,
    [
      '重复规则看不懂：{part}',
      '支持 FREQ=DAILY、WEEKLY、MONTHLY 与 INTERVAL、BYDAY、BYMONTHDAY、COUNT、UNTIL。',
    ],
    [
      'The rule of recurrence is not understood: {part}',
      'Use FREQ=DAILY, WEEKLY or MONTHLY with INTERVAL, BYDAY, BYMONTHDAY, COUNT and UNTIL.',
    ],
  ),
  'series.nothingLeft': entry(
    422,
    ['按此规则今后没有一次', '请检查开始日期、截止日期与规则。'],
    ['By this rule nothing is to come', 'Check the first day, the last day and the rule.'],
  ),
  'series.stateConflict': entry(
    409,
    ['定期需求当前状态为 {state}，不能这样办理', '请刷新后查看最新状态。'],
    ['The series is {state}; this step is not possible', 'Refresh and look at its state.'],
  ),
  'series.dayUnknown': entry(
    422,
    ['{day} 本来就没有这项需求', '请选择列表中的日期。'],
    ['Nothing is due on {day}', 'Choose a day of the list.'],
  ),
} satisfies Record<string, ErrorEntry>;
