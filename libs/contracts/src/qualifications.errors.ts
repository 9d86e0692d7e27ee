import { entry } from './error.entry.js';

/** Why a qualification is not recorded, and why an errand asks for one. */
export const qualificationErrors = {
  'qualification.expiryRequired': entry(
    422,
    ['{zh}（{en}）须写明到期时间', '请按证件或保单填写到期时间（expiresAt）；缺少到期时间不作数。'],
    [
      '{en} ({zh}) must have an end',
      'Give the instant it ends (expiresAt), as the document says; without it, it does not count.',
    ],
  ),
  'qualification.expired': entry(
    422,
    ['已经到期', '到期时间须在此刻之后；请登记有效的那一份。'],
    ['It has expired', 'Its end must lie ahead: record the one that is valid.'],
  ),
  'qualification.periodInvalid': entry(
    422,
    ['有效期有误', '到期须晚于开始，且最长 {days} 天；请核对日期。'],
    ['Its period cannot be', 'It must end after it begins, within {days} days at most: check the dates.'],
  ),
  'qualification.tooMany': entry(
    409,
    ['登记的资质太多', '每人最多 {count} 项；请先撤回不再需要的。'],
    ['Too many are recorded', 'At most {count} each: withdraw what is no longer needed.'],
  ),
  'qualification.decided': entry(
    409,
    ['该资质当前状态为 {state}', '请刷新后查看；需要时请重新登记一项。'],
    ['It is {state} by now', 'Look again; record another one where it is needed.'],
  ),
  'claim.requirementUnmet': entry(
    403,
    ['这个任务要求{zh}（{en}）', '须在整个服务时段内有效；请在“我的资质”登记，需核验的请联系社工站。'],
    [
      'This errand asks for {en} ({zh})',
      'It must be valid for the whole window: record it under your qualifications and, where proof is needed, show the station.',
    ],
  ),
};
