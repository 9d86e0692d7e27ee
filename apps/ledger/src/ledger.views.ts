import {
  type BalanceView,
  type CreditsPosted,
  DomainError,
  type StatementLine,
  type TransferView,
} from '#contracts';
import { failed, type Outcome } from '#platform';
import { formatRegion } from '#regions';
import type { OwnedAccount } from './ledger.store.js';
import { balanceOf, type Posting, type Transfer } from './posting.js';

export function balanceView(ownerId: string, account: OwnedAccount): BalanceView {
  return {
    ownerId,
    cityCode: account.cityCode,
    balanceMinutes: balanceOf(account),
    heldMinutes: account.pendingDebitMinutes,
    creditedMinutes: account.creditedMinutes,
    debitedMinutes: account.debitedMinutes,
  };
}

/** The answer to one item of a batch. */
export function outcomeOf(cityCode: number, posting: Posting): Outcome<TransferView> {
  if ('rejection' in posting) {
    const { code, data } = posting.rejection;
    return failed(new DomainError(code, data));
  }
  const { transfer } = posting;
  return {
    data: {
      id: transfer.id,
      cityCode,
      debitAccountId: transfer.debitAccountId,
      creditAccountId: transfer.creditAccountId,
      minutes: transfer.minutes,
      code: transfer.code,
      reference: transfer.reference,
      communityCode: formatRegion(transfer.communityCode),
      sequence: transfer.sequence,
      debitBalanceMinutes: transfer.debitBalanceMinutes,
      creditBalanceMinutes: transfer.creditBalanceMinutes,
      recordedAt: isoOf(transfer.recordedAtMicros),
    },
  };
}

/** A transfer as one of its accounts sees it. */
export function lineOf(accountId: string, transfer: Transfer): StatementLine {
  const isDebit = transfer.debitAccountId === accountId;
  return {
    transferId: transfer.id,
    sequence: transfer.sequence,
    minutes: isDebit ? -transfer.minutes : transfer.minutes,
    balanceMinutes: isDebit ? transfer.debitBalanceMinutes : transfer.creditBalanceMinutes,
    code: transfer.code,
    reference: transfer.reference,
    recordedAt: isoOf(transfer.recordedAtMicros),
  };
}

/** What everybody may know of a transfer. */
export function creditsPosted(transfer: Transfer): CreditsPosted {
  return {
    transferId: transfer.id,
    reference: transfer.reference,
    minutes: transfer.minutes,
    code: transfer.code,
    communityCode: formatRegion(transfer.communityCode),
    recordedAt: isoOf(transfer.recordedAtMicros),
  };
}

function isoOf(micros: number): string {
  return new Date(micros / 1000).toISOString();
}
