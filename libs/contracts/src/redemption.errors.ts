import { entry } from './error.entry.js';

/** Why credits do not change hands, and why a tie between two people is not made. */
export const redemptionErrors = {
  'redemption.notAllowed': entry(
    403,
    ['本市政策不允许', '请查看本市的时间银行政策，或选择其他方式。'],
    ['The city’s policy does not allow this', 'Look at the policy of the city, or choose another way.'],
  ),
  'redemption.notRelated': entry(
    403,
    ['与对方没有政策所要求的关系', '请先登记亲属关系，并由对方确认。'],
    ['You are not related as the policy asks', 'Declare the tie first and let the other side confirm it.'],
  ),
  'redemption.ageUnknown': entry(
    422,
    ['年龄未知', '请由居委会凭证件登记出生日期。'],
    ['The age is not known', 'Let the committee record the day of birth from an identity document.'],
  ),
  'redemption.tooYoung': entry(
    403,
    ['未满 {minAge} 周岁', '达到本市政策规定的年龄后再办理。'],
    ['Not {minAge} years old yet', 'Come again at the age that the city’s policy asks for.'],
  ),
  'redemption.starHoursMissing': entry(
    403,
    ['服务时长不足 {minStarHours} 小时', '累计服务达到后即可兑换。'],
    ['Fewer than {minStarHours} hours of service', 'Redeeming begins with that many hours served.'],
  ),
  'redemption.notInHardship': entry(
    403,
    ['不属于政策规定的困难群体', '请核对困难群体类别，或改用其他方式。'],
    ['In none of the hardship categories of the policy', 'Check the categories, or choose another way.'],
  ),
  'redemption.grantExhausted': entry(
    409,
    ['本期公共时间池额度已用完', '本期还可使用 {leftMinutes} 分钟；可改为公益服务。'],
    ['The pool has given its share for this period', '{leftMinutes} minutes are left; let the city pay.'],
  ),
  'redemption.wholeUnits': entry(
    422,
    ['只能按整单位办理', '分钟数须为 {unitMinutes} 的整数倍。'],
    ['Whole units only', 'Minutes must be a multiple of {unitMinutes}.'],
  ),
  'redemption.settled': entry(
    409,
    ['该任务已经结清', '请重新受理需求。'],
    ['The errand is settled already', 'Accept the need again.'],
  ),
  'need.paymentInvalid': entry(
    422,
    ['支付方式与付款人不符', '本人或已确认的亲属以自己的积分支付；工作人员只能代居民办理。'],
    [
      'Payment and payer do not fit',
      'People pay with their own credits; staff act for residents of their region.',
    ],
  ),
  'kinship.oneself': entry(
    422,
    ['不能与自己登记关系', '请填写另一人的编号。'],
    ['A tie needs two people', 'Give the id of somebody else.'],
  ),
  'kinship.exists': entry(
    409,
    ['两人之间已有登记的关系', '如需更改，请先解除原关系。'],
    ['These two are tied already', 'End that tie first to change it.'],
  ),
  'kinship.sameConfirmer': entry(
    403,
    ['登记人不能代对方确认', '请由对方本人，或另一位工作人员确认。'],
    ['Who declared it cannot confirm it', 'Let the other person, or another member of staff, confirm.'],
  ),
  'kinship.ended': entry(409, ['该关系已解除', '请重新登记。'], ['The tie has ended', 'Declare it again.']),
  'goods.unavailable': entry(
    409,
    ['该物品暂不可兑换', '剩余 {stock} 件；请选择其他物品。'],
    ['The item is not available', '{stock} are left; choose another one.'],
  ),
  'goods.stateConflict': entry(
    409,
    ['兑换单的当前状态不允许这一步', '当前状态为 {state}。'],
    ['The order’s state does not allow this', 'It is {state}.'],
  ),
  'goods.codeWrong': entry(
    403,
    ['取货码不对', '还可尝试 {attemptsLeft} 次。'],
    ['The code is wrong', '{attemptsLeft} attempts are left.'],
  ),
  'goods.codeLocked': entry(
    429,
    ['取货码输错次数过多', '请取消后重新兑换。'],
    ['Too many wrong codes', 'Cancel the order and order again.'],
  ),
};
