import { entry } from './error.entry.js';

/** Why steps of stars are not set, and an award is not given. */
export const starErrors = {
  'star.stepsInvalid': entry(
    422,
    ['各星级的标准不合理', '五个星级的小时数须逐级增加，好评比例不得逐级降低。'],
    [
      'The steps of the stars are not possible',
      'Each of the five stars needs more hours than the one before, and no smaller share of good evaluations.',
    ],
  ),
  'star.effectiveInPast': entry(
    422,
    ['星级标准不能从过去的日期起执行', '请填今天或以后的日期：已公布的星级不追溯更改。'],
    [
      'Steps of stars cannot hold from a day that is past',
      'Name today or a later day: stars are not changed backwards.',
    ],
  ),
  'star.superseded': entry(
    409,
    ['星级标准已有新版本', '现为第 {version} 版；请查看后再改。'],
    ['The steps of stars have changed', 'They are at version {version}: look at it, then change it.'],
  ),
  'award.tooMany': entry(
    409,
    ['这位志愿者的荣誉已满 {count} 项', '请先撤销误发的荣誉。'],
    ['This volunteer has {count} awards already', 'Revoke those that were given in error first.'],
  ),
};
