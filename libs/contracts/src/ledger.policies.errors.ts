import { entry } from './error.entry.js';

/** Why a policy cannot be adopted. */
export const policyErrors = {
  'policy.gap': entry(
    422,
    [
      '政策生效期之间有空档',
      '版本 {version} 到 {day} 为止；请让新版本从 {day} 起生效，而非 {effectiveFrom}。',
    ],
    [
      'No policy would be in force for a while',
      'Version {version} ends on {day}: let the next begin on {day}, not {effectiveFrom}.',
    ],
  ),
  'policy.overlap': entry(
    422,
    [
      '政策生效期重叠',
      '从 {effectiveFrom} 起版本 {version} 仍占用该期间（界线为 {day}）；请改为该日或更晚的生效日。',
    ],
    [
      'Two policies would be in force at once',
      'On {effectiveFrom} version {version} holds, whose period is bounded by {day}: begin later than it begins, and where it ends exactly on its end.',
    ],
  ),
  'policy.periodEmpty': entry(
    422,
    ['政策的结束日不晚于生效日', '{effectiveUntil} 不晚于 {effectiveFrom}；请改正其中之一。'],
    [
      'The policy would end before it begins',
      '{effectiveUntil} is not after {effectiveFrom}: correct one of them.',
    ],
  ),
  'policy.openEnd': entry(
    422,
    [
      '最后一个版本不能有结束日',
      '从 {effectiveUntil} 起将没有政策；请去掉结束日，或在同一请求中加上后续版本。',
    ],
    [
      'The last version must not end',
      'From {effectiveUntil} on none would be in force: leave the end out, or add the next version to the same request.',
    ],
  ),
  'policy.notFuture': entry(
    422,
    [
      '政策须从今后的日期起生效',
      '{effectiveFrom} 不晚于今天 {today}；已入账的不能改规则，请选择明天或更晚。',
    ],
    [
      'A policy begins in the future',
      '{effectiveFrom} is not after today, {today}: what is posted keeps its rules. Choose tomorrow or later.',
    ],
  ),
  'policy.periodInvalid': entry(
    400,
    ['试算的期间有误', '请给出先后两个日期，最多 {maxDays} 天。'],
    ['The period of the dry run is not valid', 'Give a first and a last day, at most {maxDays} days in all.'],
  ),
  'policy.stepImpossible': entry(
    422,
    ['取整步长与上限不符', '{key} 为 {limit} 分钟，不是步长 {step} 分钟的整数倍；请改正其中之一。'],
    [
      'The limit can never be reached in whole steps',
      '{key} is {limit} minutes, which is no multiple of the step of {step}: change one of them.',
    ],
  ),
  'policy.contradiction': entry(
    422,
    ['政策的两项规定互相矛盾', '{key}（{value}）与 {other}（{otherValue}）不能同时成立；请改正其中之一。'],
    [
      'Two keys of the policy contradict each other',
      '{key} ({value}) and {other} ({otherValue}) cannot both hold: change one of them.',
    ],
  ),
  'policy.undecided': entry(
    422,
    ['政策有一项尚未确定', '规定了 {because}，就必须填写 {key}；或者去掉 {because}。'],
    [
      'The policy leaves something open',
      '{because} needs {key} to be said: fill it in, or leave {because} out.',
    ],
  ),
};
