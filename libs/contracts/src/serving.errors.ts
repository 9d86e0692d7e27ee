import { entry } from './error.entry.js';

/** Why serving refuses: where somebody is, codes at the door, offline records. */
export const servingErrors = {
  'call.unavailable': entry(
    503,
    ['中转通话暂不可用', '请稍后再试，或请社工站代为联系。'],
    ['Calls over the relay are not available', 'Try again later, or have the station call.'],
  ),
  'photo.unreadable': entry(
    422,
    ['照片无法读取', '请上传 JPEG、PNG 或 WebP 格式的完整照片。'],
    ['The photo cannot be read', 'Send a whole photo as JPEG, PNG or WebP.'],
  ),
  'photo.tooMany': entry(
    409,
    ['照片已达 {most} 张', '每人每项任务或隐患最多 {most} 张照片。'],
    ['There are {most} photos already', 'Everybody may add {most} photos to an errand or a hazard.'],
  ),
  'purchase.none': entry(
    409,
    ['这项任务不含代购', '需求没有约定代购限额；请与居委会联系。'],
    ['Nothing was to be bought on this errand', 'The need names no cost ceiling; ask the committee.'],
  ),
  'purchase.overCeiling': entry(
    422,
    ['超过约定的限额 {ceilingYuan} 元', '请核对金额；超出部分须先与居委会商定。'],
    ['More than the agreed {ceilingYuan} yuan', 'Check the amount; agree on more with the committee first.'],
  ),
  'purchase.receiptMissing': entry(
    422,
    ['缺少小票照片', '请先为这项任务上传您拍的小票。'],
    ['There is no photo of the receipt', 'First add your photo of the receipt to this errand.'],
  ),
  'purchase.exists': entry(
    409,
    ['这项任务已提交过报销', '请查看已提交的报销；被退回后可以重新提交。'],
    ['A purchase of this errand is submitted already', 'Look at it; once refused it may be submitted anew.'],
  ),
  'purchase.stateConflict': entry(
    409,
    ['当前状态（{state}）不能这样办理', '请刷新后再试。'],
    ['Not possible in its present state ({state})', 'Refresh and look again.'],
  ),
  'errand.tooEarly': entry(
    409,
    ['还没到服务时间，{opensAt} 起才可签到', '请按约定时间前往；时间有变请联系社工站改期。'],
    [
      'It is not time yet: check in from {opensAt} on',
      'Go at the time agreed, or ask the station for another one.',
    ],
  ),
  'errand.tooFar': entry(
    422,
    [
      '您离服务地点还有约 {distanceMetres} 米',
      '请到达后（{radiusMetres} 米以内）再办理，或使用服务码、二维码。',
    ],
    [
      'You are some {distanceMetres} metres from the place',
      'Try again within {radiusMetres} metres, or use the spoken code or the QR code.',
    ],
  ),
  'errand.doorCodeInvalid': entry(
    422,
    ['二维码不属于此任务', '请扫描该户门上或回执单上的二维码。'],
    ['The QR code does not belong to this errand', 'Scan the one at this door or on this slip.'],
  ),
  'errand.doorCodeExpired': entry(
    422,
    ['二维码已失效', '请服务对象、居委会或社工站重新出示。'],
    ['The QR code is no longer valid', 'Have the resident, the committee or the station show a new one.'],
  ),
  'offline.deviceUnknown': entry(
    403,
    ['此设备未登记或已停用', '请联网登录后重新登记设备，再上传离线记录。'],
    ['The device is not registered or was retired', 'Sign in online, register the device and send again.'],
  ),
  'offline.signatureInvalid': entry(
    422,
    ['离线记录的签名不符', '记录在签名后被改动，或由另一台设备签名；请原样重新上传。'],
    [
      'The signature does not fit the offline record',
      'It was changed after signing or signed by another device; send it as it was signed.',
    ],
  ),
  'offline.timeInvalid': entry(
    422,
    [
      '离线记录的时间不可信',
      '须不早于接单、不晚于现在，且在 {hours} 小时内上传；请校准手机时间或由社工站补录。',
    ],
    [
      'The time of the offline record is not possible',
      'It must not be before the claim nor in the future, and be sent within {hours} hours; set the phone’s clock, or have the station enter it.',
    ],
  ),
};
