import { entry } from './error.entry.js';

/** What signing in by two factors may lack. */
export const secondFactorErrors = {
  'auth.codeRequired': entry(
    401,
    ['还需要动态验证码', '请输入身份验证器上的六位数字，或一个恢复码。'],
    ['A code is needed as well', 'Give the six digits of your authenticator, or a recovery code.'],
  ),
  'auth.enrolmentRequired': entry(
    403,
    ['您的岗位须先启用动态验证码', '请先登记身份验证器，确认后再登录。'],
    ['Your role must sign in with a second factor', 'Enrol an authenticator and confirm it, then sign in.'],
  ),
  'secondFactor.active': entry(
    409,
    ['动态验证码已经启用', '如手机丢失，请用恢复码登录，或请管理员重置。'],
    [
      'A second factor is active already',
      'If the phone is lost, sign in with a recovery code or have the administrator reset it.',
    ],
  ),
  'secondFactor.notBegun': entry(
    409,
    ['还没有登记身份验证器', '请先领取密钥并添加到身份验证器。'],
    ['No authenticator was enrolled', 'Ask for a secret first and add it to the authenticator.'],
  ),
};
