import { entry } from './error.entry.js';

/** Why a published figure, a campaign or an entry of the problem log is not taken. */
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
  'statistic.followsFromLog': entry(
    422,
    ['此数由问题日志得出', '请逐条登记问题（POST /problems）；登记数与转介数随之而来，不单独填报。'],
    [
      'This figure follows from the problem log',
      'Log each problem (POST /problems): how many were logged and referred follows, and is not entered.',
    ],
  ),
  'campaign.exists': entry(
    409,
    ['同一区划、名称、目标指标与期间已有专项行动', '记录 {id} 已登记此行动；请对它提交更正，不要重复登记。'],
    [
      'This campaign is on record already',
      'Record {id} holds the same region, name, metric and days: correct it instead.',
    ],
  ),
  'campaign.notItsRecord': entry(
    422,
    ['不是此专项行动的进展', '请核对行动编号；区划与指标须与行动相同，期间须在行动期间之内，行动未撤回。'],
    [
      'Not progress of this campaign',
      'Check its id: region and metric must be those of the campaign, the days lie within its own, and it must not be withdrawn.',
    ],
  ),
  'problem.dayInvalid': entry(
    422,
    ['日期无效', '登记日不得在未来，也不得早于 20 年前。'],
    ['The day is not valid', 'It must not be in the future, nor more than 20 years ago.'],
  ),
  'problem.placeTooLarge': entry(
    422,
    ['须写明社区', '请填写 12 位的社区（村）代码。'],
    ['Say which community', 'Give the 12-digit code of a community or village.'],
  ),
  'problem.stateInvalid': entry(
    422,
    [
      '状态与内容不符',
      '已转介的须写明转往何处（body 与 bodyName）；已办结的须写明如何处理；未转介的不写去向。',
    ],
    [
      'The state does not fit',
      'Referred: say where to (body and bodyName). Closed: say how it was handled. Open: no body yet.',
    ],
  ),
  'problem.personalData': entry(
    422,
    ['请勿写个人信息', '{field} 中像有电话或证件号码；问题日志不写姓名、号码与门牌。'],
    [
      'No personal data here',
      'There seems to be a phone or ID number in {field}: the log takes no names, numbers or doors.',
    ],
  ),
};
