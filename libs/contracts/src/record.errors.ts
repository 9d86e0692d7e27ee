import { entry } from './error.entry.js';

/** Why a service record cannot be confirmed, disputed or corrected so. */
export const recordErrors = {
  'record.selfConfirmation': entry(
    403,
    ['不能确认自己的时长', '须由他人确认。'],
    ['Nobody confirms own minutes', 'Somebody else must confirm.'],
  ),
  'record.familyConfirmation': entry(
    403,
    ['不能确认亲属的时长', '须由与志愿者没有亲属关系的人确认。'],
    ['Nobody confirms the minutes of family', 'Somebody who is not related to the volunteer must confirm.'],
  ),
  'record.sameApprover': entry(
    409,
    ['须由另一岗位的人员复核', '请由不同岗位的另一人办理，例如居委会与社工站各一人。'],
    [
      'A person of another role must approve',
      'Two people of different roles are needed, such as one of the committee and one of the station.',
    ],
  ),
  'record.methodInvalid': entry(
    422,
    [
      '不能用这种方式确认',
      '居民本人用 app；居委会用 callBack 或 review；社工站用 review；口述码与纸条须附上 code。',
    ],
    [
      'This way of confirming is not for you',
      'Residents use app; committees callBack or review; stations review; spokenCode and paperSlip come with the code.',
    ],
  ),
  'record.codeWrong': entry(
    422,
    ['确认码不对', '请再核对居民口述的四位结束码或纸条上的八位码，还可尝试 {attemptsLeft} 次。'],
    [
      'The code is wrong',
      'Check the four closing digits, or the eight of the slip, again; {attemptsLeft} attempts are left.',
    ],
  ),
  'record.codeLocked': entry(
    429,
    ['确认码尝试过多', '请由居委会电话回访确认。'],
    ['Too many wrong codes', 'Have the committee call the resident back.'],
  ),
  'record.slipCancelled': entry(
    409,
    ['这张纸条已登记作废', '请用补打的新纸条，或由居委会电话回访。'],
    ['This slip was cancelled', 'Use the new slip that replaces it, or have the committee call back.'],
  ),
  'slip.notOpen': entry(
    409,
    ['没有可作废的纸条', '已用、过期或已作废的不能再作废，请先查看该居民的纸条列表。'],
    [
      'There is no slip to cancel',
      'Used, expired and cancelled ones cannot be; look at the resident’s list.',
    ],
  ),
  'record.slipUsed': entry(
    409,
    ['这张纸条已经用过或已过期', '请用另一张纸条，或由居委会电话回访。'],
    ['This slip was used or has expired', 'Use another slip, or have the committee call back.'],
  ),
  'record.stateConflict': entry(
    409,
    ['服务记录当前状态为 {state}', '请刷新后查看最新状态。'],
    ['The service record is {state}', 'Refresh and look at its state.'],
  ),
  'record.minutesInvalid': entry(
    422,
    ['服务分钟数不合理', '须大于 0，且不超过服务时段的 {maxMinutes} 分钟。'],
    ['The minutes are not possible', 'They must be above 0 and within the window’s {maxMinutes} minutes.'],
  ),
  'record.timesInvalid': entry(
    422,
    ['起止时间不合理', '签退须晚于签到，都不在未来，且在任务时段前后一天之内。'],
    [
      'The times are not possible',
      'The end must be after the start, both in the past and within a day of the errand’s window.',
    ],
  ),
  'record.versionSuperseded': entry(
    409,
    ['这一版本已被第 {version} 版取代', '请查看最新版本，对最新版本提出更正。'],
    ['This version was replaced by version {version}', 'Look at the newest version and correct that one.'],
  ),
  'record.nothingToCorrect': entry(
    422,
    ['更正后与现有记录相同', '请填写与记录不同的分钟数或时间。'],
    ['The correction says what the record says', 'State minutes or times that differ from the record.'],
  ),
  'record.correctionExpired': entry(
    409,
    ['该更正已于 {until} 过期', '请退回这一项；仍需更正的，请重新提出。'],
    ['This correction expired at {until}', 'Decline it; propose anew where it is still needed.'],
  ),
  'record.correctionOpen': entry(
    409,
    ['该记录已有一项更正待复核', '请先复核或退回那一项。'],
    ['A correction of this record is waiting already', 'Apply or decline that one first.'],
  ),
  'record.objectionOpen': entry(
    409,
    ['您对该记录的异议正在办理', '请等候结果；如有补充请联系社工站。'],
    ['Your objection to this record is under way', 'Wait for its outcome; tell the station what is new.'],
  ),
  'record.decided': entry(
    409,
    ['该事项已经办结（{state}）', '请刷新后查看结果；如不同意可另提异议。'],
    ['This was decided already: {state}', 'Look at the outcome; object anew if you disagree.'],
  ),

  'feedback.choiceInvalid': entry(
    422,
    ['评价选项不适用', '请选择至少一项属于您这一方的选项。'],
    ['These choices are not for you', 'Choose at least one of those of your side.'],
  ),
  'feedback.given': entry(
    409,
    ['这次服务已经评价过', '如有补充请联系社工站。'],
    ['Feedback on this service was given already', 'Tell the station what is new.'],
  ),
  'conduct.decided': entry(
    409,
    ['该事项当前状态为 {state}', '请刷新后查看结果。'],
    ['This is {state} already', 'Look at the outcome.'],
  ),
  'conduct.ownCase': entry(
    403,
    ['须由另一人办理', '本人、亲属或已办理过此事的人员不能再作决定。'],
    ['Another person must decide', 'Neither the volunteer, family, nor who decided on it before may decide.'],
  ),
  'volunteer.suspended': entry(
    403,
    ['您的接单已暂停至 {until}', '可在小程序中申请复核；已接的任务仍可完成。'],
    ['You may not claim until {until}', 'Ask for a review; what you hold already you may serve.'],
  ),
};
