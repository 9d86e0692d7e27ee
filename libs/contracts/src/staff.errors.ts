import { entry } from './error.entry.js';

/** Why an account of staff is not opened, not changed or not taken off. */
export const staffErrors = {
  'auth.disabled': entry(
    403,
    ['该账号已停用', '如需继续工作，请管理员重新申请岗位。'],
    [
      'This account was taken off',
      'Where you are to go on working, have an administrator ask for a new one.',
    ],
  ),
  'auth.passwordChangeRequired': entry(
    403,
    ['一次性密码须先换成自己的密码', '请设置新密码，随后即登录。'],
    ['A one-time password must be replaced first', 'Choose a password of your own; that signs you in.'],
  ),
  'auth.oneTimeExpired': entry(
    403,
    ['一次性密码已过期', '请管理员再重置一次。'],
    ['The one-time password has expired', 'Have the administrator reset it once more.'],
  ),
  'password.wrong': entry(
    422,
    ['当前密码不对', '请核对大小写与输入法；忘记了请管理员重置。'],
    ['That is not your current password', 'Check capitals and input method; if forgotten, have it reset.'],
  ),
  'password.same': entry(
    422,
    ['新密码与当前密码相同', '请换一个不同的密码。'],
    ['The new password is the current one', 'Choose a different one.'],
  ),
  'password.notOneTime': entry(
    409,
    ['该密码不是一次性密码', '请直接登录；要改密码，请在“我的账号”中办理。'],
    ['That is no one-time password', 'Sign in with it; it can be changed under “My account”.'],
  ),
  'staff.ownAccount': entry(
    403,
    ['不能对自己的账号这样做', '请辖区内另一位管理员办理；改自己的密码在“我的账号”中。'],
    [
      'Nobody does that to an account of one’s own',
      'Another administrator of the region must; one’s own password is changed under “My account”.',
    ],
  ),
  'staff.lastAdministrator': entry(
    409,
    ['这是该辖区的最后一位管理员', '请先由两位管理员授予另一人，再停用此账号。'],
    ['This is the last administrator of the region', 'Grant another the role first, then take this one off.'],
  ),
  'staff.administratorPassword': entry(
    403,
    [
      '管理员的密码只能由运维重置',
      '请运维人员运行：npm run administrator -- --user 用户名 --region 区划 --reset',
    ],
    [
      'An administrator’s password is reset by the operator alone',
      'The operator runs: npm run administrator -- --user NAME --region CODE --reset',
    ],
  ),
  'staffShift.spanInvalid': entry(
    422,
    ['班次时长不合理', '一个班从 15 分钟到 16 小时，结束须晚于开始；更长的请分成两个班。'],
    [
      'A shift cannot be that long',
      'From 15 minutes to 16 hours, and it ends after it begins; make two of a longer one.',
    ],
  ),
  'staffShift.overlaps': entry(
    409,
    ['此人在这段时间已有班', '请先取消原来的班，或改时间。'],
    ['Somebody is at work then already', 'Cancel the other shift first, or choose another time.'],
  ),
};
