import { entry } from './error.entry.js';

/** Why a city cannot put credits into its pool, and why an account is not settled. */
export const poolErrors = {
  'pool.yearExceeded': entry(
    409,
    ['超过公共时间池当年的注入上限', '{year} 年还可注入 {leftMinutes} 分钟；请减少分钟数，或等到下一年。'],
    [
      'More than the pool may be given in a year',
      '{leftMinutes} minutes are left of {year}: give fewer, or wait for the next year.',
    ],
  ),
  'leaving.undecided': entry(
    409,
    ['本市政策没有规定余额如何处理', '请先通过写明 {key} 的政策版本，待其生效后再办理。'],
    [
      'The city’s policy does not say what becomes of the balance',
      'Adopt a version that says {key}, and settle the account when it is in force.',
    ],
  ),
  'leaving.heirMissing': entry(
    422,
    ['未指明继承人', '本市政策规定余额由亲属继承；请填写 heirId。'],
    ['Nobody is named who inherits', 'By the city’s policy a relative inherits the balance: give heirId.'],
  ),
  'leaving.heirUnwanted': entry(
    422,
    ['按本市政策余额不能继承', '余额按 {outcome} 处理；请去掉 heirId。'],
    ['By the city’s policy nobody inherits the balance', 'It goes by {outcome}: leave heirId out.'],
  ),
};
