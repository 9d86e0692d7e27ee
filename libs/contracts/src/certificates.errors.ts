import { entry } from './error.entry.js';

/** Why no certificate of service is requested, issued or given. */
export const certificateErrors = {
  'certificate.periodInvalid': entry(
    422,
    ['证明的起止日期不合理', '开始不早于 1990 年，结束不早于开始，也不在今天之后。'],
    [
      'The period of the certificate is not possible',
      'It must start in 1990 or later, and end neither before it starts nor after today.',
    ],
  ),
  'certificate.nothingServed': entry(
    422,
    ['这段时间没有已确认的服务时长', '请选择有服务记录的日期；未确认的记录请先确认。'],
    [
      'No confirmed service lies in this period',
      'Choose days with service records; have unconfirmed ones confirmed first.',
    ],
  ),
  'certificate.stateConflict': entry(
    409,
    ['证明当前状态为 {state}，不能这样办理', '请刷新后查看最新状态。'],
    ['The certificate is {state}; this step is not possible', 'Refresh and look at its state.'],
  ),
  'certificate.samePerson': entry(
    409,
    ['受理人不能自己出具', '请由本单位另一位工作人员作为负责人出具。'],
    [
      'Who accepted the request cannot issue the certificate',
      'Have a colleague issue it as the person in charge.',
    ],
  ),
};
