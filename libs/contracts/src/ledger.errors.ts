import { entry } from './error.entry.js';

/** Why the ledger refuses; the order in which it looks for reasons stands in its posting rules. */
export const ledgerErrors = {
  'ledger.accountUnknown': entry(
    404,
    ['没有这个账户', '首次获得时间积分后自动开户。'],
    ['No such account', 'It opens with the first credits.'],
  ),
  'ledger.accountClosed': entry(
    409,
    ['账户已关闭', '请联系社工站。'],
    ['The account is closed', 'Ask the station.'],
  ),
  'ledger.sameAccount': entry(
    422,
    ['转出与转入不能是同一账户', '请选择另一账户。'],
    ['Debit and credit are the same account', 'Choose another account.'],
  ),
  'ledger.insufficient': entry(
    409,
    ['时间积分不足', '可用 {availableMinutes} 分钟。'],
    ['Not enough credits', '{availableMinutes} minutes are available.'],
  ),
  'ledger.minutesInvalid': entry(
    422,
    ['分钟数须为 1 至 1000000 的整数', '请填写整数分钟。'],
    ['Minutes must be a whole number from 1 to 1000000', 'Give whole minutes.'],
  ),
  'ledger.transferConflict': entry(
    409,
    ['同一编号的转账内容不同', '请为新的转账使用新的编号。'],
    ['A transfer with this id has other content', 'Use a new id for a new transfer.'],
  ),
  'ledger.phaseInvalid': entry(
    422,
    ['转账内容与其阶段不符', '扣取与释放须指明冻结；只有冻结可设到期时间；冲正只能是普通转账。'],
    [
      'The fields do not fit the phase',
      'A capture or release names its hold, only a hold expires, only a single transfer reverses.',
    ],
  ),
  'ledger.holdUnknown': entry(
    404,
    ['没有这笔冻结', '请核对冻结的编号。'],
    ['No such hold', 'Check the id of the hold.'],
  ),
  'ledger.holdMismatch': entry(
    422,
    ['与冻结的账户或分钟数不符', '请使用冻结时的两个账户；释放须为全部分钟。'],
    ['This does not match the hold', 'Name the two accounts of the hold; a release frees all its minutes.'],
  ),
  'ledger.holdResolved': entry(
    409,
    ['该冻结已经办结', '每笔冻结只能扣取或释放一次。'],
    ['The hold is resolved already', 'A hold is captured or released once.'],
  ),
  'ledger.captureExceedsHold': entry(
    409,
    ['扣取超过冻结', '最多可扣取 {heldMinutes} 分钟。'],
    ['More than was held', 'At most {heldMinutes} minutes can be captured.'],
  ),
  'ledger.holdExpired': entry(
    409,
    ['冻结已到期', '请重新冻结。'],
    ['The hold has expired', 'Hold the minutes again.'],
  ),
  'ledger.reversalUnknown': entry(
    404,
    ['没有要冲正的转账', '请核对原转账的编号。'],
    ['There is no such transfer to reverse', 'Check the id of the transfer.'],
  ),
  'ledger.reversalImpossible': entry(
    422,
    ['冻结、释放与冲正不能被冲正', '冻结请释放；冲正有误请另作转账。'],
    [
      'A hold, a release or a reversal cannot be reversed',
      'Release the hold; post a new transfer for a wrong reversal.',
    ],
  ),
  'ledger.reversalMismatch': entry(
    422,
    ['冲正与原转账不符', '须为同样分钟数的反向转账。'],
    ['The reversal is not the opposite', 'Swap the accounts and keep the minutes.'],
  ),
  'ledger.reversed': entry(
    409,
    ['该转账已经冲正', '每笔转账只能冲正一次。'],
    ['The transfer is reversed already', 'A transfer is reversed once.'],
  ),
  'ledger.accountExists': entry(
    409,
    ['该持有人已有同类账户', '请使用已有的账户。'],
    ['The owner has an account of this kind', 'Use that account.'],
  ),
  'ledger.accountPending': entry(
    409,
    ['账户还有冻结未办结', '请先扣取或释放。'],
    ['The account has open holds', 'Capture or release them first.'],
  ),
  'ledger.accountNotEmpty': entry(
    409,
    ['账户余额不为零', '余额为 {balanceMinutes} 分钟；可捐入公共时间池或先结清。'],
    ['The account is not empty', 'It holds {balanceMinutes} minutes: donate them, or settle what is owed.'],
  ),
  'ledger.floorAboveBalance': entry(
    409,
    ['下限高于可用余额', '当前下限最多为 {highestFloorMinutes} 分钟。'],
    ['The floor is above the balance', 'It can be {highestFloorMinutes} minutes at most.'],
  ),
  'ledger.headPending': entry(
    409,
    ['当天的账本摘要尚未发布', '摘要在次日零点后发布，请届时再取凭证。'],
    ['The head of its day is not published yet', 'It is published after the next midnight; ask again then.'],
  ),
};
