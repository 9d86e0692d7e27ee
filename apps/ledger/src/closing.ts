import { type Account, balanceOf, refusal, type Refusal, type TransferRequest } from './transfer.js';

/** What an account must still do before it may close: move its rest, or nothing. */
export type Closing = { refused: Refusal } | { rest: TransferRequest | undefined };

/**
 * Whether an account may close, with the first reason against it: `ledger.accountUnknown`,
 * `ledger.accountPending` (holds into or out of it), `ledger.accountNotEmpty` (below zero, or above where no
 * transfer is given that takes the rest). A closed account refuses every transfer and never opens again.
 * @param restTo the transfer that moves the rest, its minutes still to be set
 */
export function closingOf(account: Account | undefined, restTo: TransferRequest | undefined): Closing {
  if (!account) return { refused: refusal('ledger.accountUnknown') };
  if (account.pendingDebitMinutes > 0 || account.pendingCreditMinutes > 0)
    return { refused: refusal('ledger.accountPending') };
  const balanceMinutes = balanceOf(account);
  if (balanceMinutes === 0) return { rest: undefined };
  if (balanceMinutes < 0 || !restTo)
    return { refused: refusal('ledger.accountNotEmpty', { balanceMinutes }) };
  return { rest: { ...restTo, minutes: balanceMinutes } };
}
