import { entry } from './error.entry.js';

/** Why a published figure is not taken. */
export const statisticErrors = {
  'statistic.exists': entry(
    409,
    ['同一区划、指标、期间与来源已有记录', '记录 {id} 已登记此项；请对它提交更正，不要重复登记。'],
    [
      'This figure is on record already',
      'Record {id} holds the same region, metric, days and source: correct it instead.',
    ],
  ),
  'statistic.superseded': entry(
    409,
    ['记录已有新版本', '现为第 {version} 版；请查看后在其基础上更正。'],
    ['The record has a newer version', 'It is at version {version}: look at it and correct that.'],
  ),
  'statistic.spanInvalid': entry(
    422,
    ['期间无效', '起日须不晚于止日，止日不得在未来，期间不超过 20 年。'],
    [
      'The days are not valid',
      'The first must not be after the last, the last not in the future, and 20 years are the most.',
    ],
  ),
};
