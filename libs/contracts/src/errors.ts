import { entry, type ErrorEntry } from './error.entry.js';
import { approvalErrors } from './approvals.errors.js';
import { certificateErrors } from './certificates.errors.js';
import { consentErrors } from './consents.errors.js';
import { qualificationErrors } from './qualifications.errors.js';
import { guardianErrors } from './guardians.errors.js';
import { hazardErrors } from './hazards.errors.js';
import { secondFactorErrors } from './second-factor.errors.js';
import { sealingErrors } from './sealing.errors.js';
import { servingErrors } from './serving.errors.js';
import { mergeErrors } from './merges.errors.js';
import { organisationErrors } from './organisations.errors.js';
import { ledgerErrors } from './ledger.errors.js';
import { matchingErrors } from './matching.errors.js';
import { needErrors } from './needs.errors.js';
import { redemptionErrors } from './redemption.errors.js';
import { recordErrors } from './record.errors.js';
import { policyErrors } from './ledger.policies.errors.js';
import { poolErrors } from './ledger.pool.errors.js';
import { reportErrors } from './reporting.errors.js';
import { subscriptionErrors } from './reporting.subscriptions.errors.js';
import { staffErrors } from './staff.errors.js';
import { starErrors } from './stars.errors.js';
import { statisticErrors } from './statistics.errors.js';

/**
 * Every error the suite can answer with: code → status, title and advice. `docs/errors.md` is generated
 * from this table and a test holds the two together.
 */
export const errorCatalogue = {
  'request.invalid': entry(
    400,
    ['请求内容有误', '请按 fields 中的说明逐项修改后重试。'],
    ['The request is not valid', 'Correct each entry of fields and send it again.'],
  ),
  'request.malformed': entry(
    400,
    ['请求无法读取', '请检查地址、JSON 格式与 Content-Type。'],
    ['The request cannot be read', 'Check the address, the JSON and its Content-Type.'],
  ),
  'request.tooLarge': entry(
    413,
    ['请求内容过大', '请缩小内容后重试。'],
    ['The request is too large', 'Send less in one request.'],
  ),
  'request.unsupportedType': entry(
    415,
    ['不支持的内容类型', '请使用 application/json。'],
    ['The content type is not supported', 'Use application/json.'],
  ),
  'request.tooMany': entry(
    429,
    ['请求过于频繁', '请稍候片刻再试。'],
    ['Too many requests', 'Wait a moment and try again.'],
  ),
  'resource.notFound': entry(
    404,
    ['没有找到', '请核对编号；也可能已不在您的辖区内。'],
    ['Not found', 'Check the identifier; it may also lie outside your region.'],
  ),
  'idempotency.conflict': entry(
    409,
    ['同一编号已用于另一项内容', '请为新的内容使用新的编号。'],
    ['This id was already used for something else', 'Use a new id for new content.'],
  ),
  'cursor.invalid': entry(
    400,
    ['翻页标记无效', '请从第一页重新开始。'],
    ['The page cursor is not valid', 'Start again from the first page.'],
  ),

  'auth.required': entry(401, ['请先登录', '请登录后重试。'], ['Sign in first', 'Sign in and try again.']),
  'auth.tokenInvalid': entry(
    401,
    ['登录凭证无效', '请重新登录。'],
    ['The access token is not valid', 'Sign in again.'],
  ),
  'auth.tokenExpired': entry(
    401,
    ['登录已过期', '请用刷新凭证换取新的凭证，或重新登录。'],
    ['The access token has expired', 'Refresh it, or sign in again.'],
  ),
  'auth.failed': entry(
    401,
    ['登录失败', '请核对用户名、密码或验证码。'],
    ['Signing in failed', 'Check the user name, password or code.'],
  ),
  'auth.locked': entry(
    429,
    ['尝试次数过多，已暂时锁定', '请在 {minutes} 分钟后再试。'],
    ['Too many attempts; locked for now', 'Try again in {minutes} minutes.'],
  ),
  'auth.refreshReused': entry(
    401,
    ['刷新凭证被重复使用，该会话已注销', '请重新登录；如非本人操作请联系管理员。'],
    [
      'The refresh token was used twice; the session was closed',
      'Sign in again; if that was not you, tell the administrator.',
    ],
  ),
  'auth.wechatUnavailable': entry(
    503,
    ['微信登录暂不可用', '请稍后重试，或用手机验证码登录。'],
    ['WeChat sign-in is not available', 'Try again later, or sign in with a phone code.'],
  ),
  'message.switchedOff': entry(
    409,
    ['本系统没有开通这种微信消息', '提醒仍列在小程序里；开通由管理员配置。'],
    [
      'Messages of this kind are not sent by WeChat here',
      'Alerts are still listed in the app; an administrator can configure messages.',
    ],
  ),
  'auth.smsUnavailable': entry(
    503,
    ['短信验证码暂不可用', '请稍后重试，或用微信登录。'],
    ['Phone codes are not available', 'Try again later, or sign in with WeChat.'],
  ),
  'access.denied': entry(
    403,
    ['您没有这项权限', '请由有权限的岗位办理。'],
    ['You may not do this', 'Ask somebody whose role allows it.'],
  ),
  'access.foreignRegion': entry(
    403,
    ['超出您的辖区', '请选择本辖区内的地点。'],
    ['Outside your region', 'Choose a place inside your region.'],
  ),

  'service.unavailable': entry(
    503,
    ['服务暂不可用', '请稍后重试，您的内容没有丢失，也没有重复。'],
    ['The service is not available', 'Try again later; nothing was lost or doubled.'],
  ),
  'service.deadline': entry(
    504,
    ['服务未及时答复', '请用同一编号重试，不会重复办理。'],
    ['The service did not answer in time', 'Try again with the same id; nothing is done twice.'],
  ),
  'service.internal': entry(
    500,
    ['内部错误', '请把追踪号告诉管理员。'],
    ['An internal error', 'Tell the administrator the trace id.'],
  ),

  'region.unknown': entry(
    422,
    ['没有这个行政区划', '请使用国家统计局的区划代码。'],
    ['No such administrative division', 'Use a code of the National Bureau of Statistics.'],
  ),
  'staff.exists': entry(
    409,
    ['用户名已被使用', '请换一个用户名。'],
    ['This user name is taken', 'Choose another user name.'],
  ),

  'volunteer.idNumberInvalid': entry(
    422,
    ['证件号码有误', '请核对 18 位身份证号码（GB 11643）。'],
    ['The ID number is not valid', 'Check the 18 characters of the ID number (GB 11643).'],
  ),
  'volunteer.documentInvalid': entry(
    422,
    ['证件号码与证件类型不符', '请核对类型与号码：通行证、护照或永久居留身份证上的全部字母与数字。'],
    [
      'The number does not fit the type of document',
      'Check both: all letters and digits as they stand on the document.',
    ],
  ),
  'volunteer.birthDayInvalid': entry(
    422,
    ['出生日期缺失或不符', '请按证件填写出生日期；号码中已有出生日期的，须与其一致。'],
    [
      'The date of birth is missing or does not fit',
      'Enter it as it stands on the document; where the number says it, both must agree.',
    ],
  ),
  'volunteer.tooYoung': entry(
    422,
    ['未满 8 周岁不能注册', '请在满 8 周岁后由监护人陪同注册。'],
    ['Children under 8 cannot register', 'Register with a guardian after the 8th birthday.'],
  ),
  'volunteer.guardianRequired': entry(
    422,
    ['未成年人注册需监护人同意', '请填写监护人的同意。'],
    ['A minor needs a guardian’s consent', 'State the guardian’s consent.'],
  ),
  'volunteer.exists': entry(
    409,
    ['此人已经注册', '一人只注册一次；请用原账户登录，或由社工站合并。'],
    [
      'This person is registered already',
      'One person registers once; sign in to that account, or ask the station to merge.',
    ],
  ),
  'volunteer.consentRequired': entry(
    422,
    ['缺少必要的同意', '请阅读并同意 {purpose}。'],
    ['A consent is missing', 'Read and give the consent {purpose}.'],
  ),
  'volunteer.notVerified': entry(
    403,
    ['尚未完成实名核验，或已撤回必要的同意', '请联系社工站完成实名核验，或在“我的同意”中重新同意，再接单。'],
    [
      'Your real name is not verified yet, or you withdrew a consent that is needed',
      'Have the station verify it, or consent again, then claim.',
    ],
  ),
  'volunteer.decisionFinal': entry(
    409,
    ['核验结果已定', '如需更改请走更正程序。'],
    ['The verification is already decided', 'Use the correction procedure to change it.'],
  ),

  'resident.exists': entry(
    409,
    ['该服务对象已登记', '请直接选用已登记的服务对象。'],
    ['This resident is registered already', 'Use the registered resident.'],
  ),
  'need.windowInvalid': entry(
    422,
    ['服务时间不合理', '结束须晚于开始，且不早于现在，跨度不超过 31 天。'],
    ['The time window is not possible', 'It must end after it starts, not in the past, within 31 days.'],
  ),
  'need.groupInvalid': entry(
    422,
    ['不能登记这个团体', '团体服务由居委会或社工站登记；请从单位列表中选择，或不填。'],
    [
      'That group cannot be entered',
      'Committees and stations organise groups: choose a listed organisation, or none.',
    ],
  ),
  'need.stateConflict': entry(
    409,
    ['需求当前状态为 {state}，不能这样办理', '请刷新后查看最新状态。'],
    ['The need is {state}; this step is not possible', 'Refresh and look at its state.'],
  ),
  'errand.lost': entry(
    409,
    ['{winner} 先一步抢到了', '附近还有 {nearbyCount} 个任务可以接。'],
    ['{winner} was first', '{nearbyCount} other errands are open nearby.'],
  ),
  'errand.notOpen': entry(
    409,
    ['任务已不可接', '任务状态为 {state}，请选择其他任务。'],
    ['The errand is not open', 'It is {state}; choose another.'],
  ),
  'errand.stateConflict': entry(
    409,
    ['任务当前状态为 {state}，不能这样办理', '请刷新后查看最新状态。'],
    ['The errand is {state}; this step is not possible', 'Refresh and look at its state.'],
  ),
  'errand.notYours': entry(
    403,
    ['这不是您接的任务', '只有接单的志愿者可以办理。'],
    ['This errand is not yours', 'Only the volunteer who claimed it can do this.'],
  ),
  'errand.codeWrong': entry(
    422,
    ['服务码不对', '请再向服务对象核对四位服务码，还可尝试 {attemptsLeft} 次。'],
    [
      'The service code is wrong',
      'Ask the resident for the four digits again; {attemptsLeft} attempts are left.',
    ],
  ),
  'errand.codeLocked': entry(
    429,
    ['服务码尝试过多', '请致电社工站核实后继续。'],
    ['Too many wrong service codes', 'Phone the station to go on.'],
  ),
  'claim.limitReached': entry(
    409,
    ['已达接单上限 {limit} 单', '请先完成手上的任务。'],
    ['You hold {limit} errands, the limit', 'Finish one first.'],
  ),
  'claim.overlaps': entry(
    409,
    ['与您已接的任务时间冲突', '请选择其他时间的任务。'],
    ['It overlaps with an errand you hold', 'Choose another time.'],
  ),
  'claim.outOfReach': entry(
    403,
    ['不在您的服务城市', '请选择本市任务。'],
    ['It is in another city', 'Choose an errand in your own city.'],
  ),
  ...approvalErrors,
  ...consentErrors,
  ...qualificationErrors,
  ...guardianErrors,
  ...mergeErrors,
  ...organisationErrors,
  ...sealingErrors,
  ...certificateErrors,
  ...starErrors,
  ...secondFactorErrors,
  ...staffErrors,
  ...recordErrors,
  ...needErrors,
  ...hazardErrors,
  ...servingErrors,

  ...ledgerErrors,
  ...redemptionErrors,
  ...policyErrors,
  ...poolErrors,
  ...statisticErrors,
  ...reportErrors,
  ...subscriptionErrors,

  ...matchingErrors,

  'report.spanInvalid': entry(
    422,
    ['日期范围不合理', '结束不早于开始，不在未来，跨度不超过 366 天。'],
    [
      'The span of days is not possible',
      'It must not end before it starts, lie in the future or exceed 366 days.',
    ],
  ),
} satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCatalogue;

/** One faulty field of a request. */
export interface FieldFault {
  /** Path such as `place.point.longitude`. */
  field: string;
  /** The rules it breaks. */
  rules: string[];
}

/**
 * An error with a code of the catalogue. `data` fills the wording and is shown to the caller: nothing
 * personal goes into it.
 */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly data: Record<string, unknown> = {},
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

/** Fills `{name}` in a wording from `data`. */
export function fillWording(template: string, data: Record<string, unknown>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = data[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
  });
}
