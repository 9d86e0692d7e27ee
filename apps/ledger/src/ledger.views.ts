import {
  type AccountView,
  type BalanceView,
  type CreditsPosted,
  DomainError,
  type PostedView,
  type StatementLine,
  type TransferCode,
  type TransferView,
} from '#contracts';
import { failed, type Outcome } from '#platform';
import { formatRegion } from '#regions';
import type { KnownAccount } from './accounts.store.js';
import type { OwnedAccount } from './ledger.store.js';
import type { Posting } from './posting.js';
import { balanceOf, type Transfer } from './transfer.js';

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
export function outcomeOf(cityCode: number, posting: Posting): Outcome<PostedView> {
  if ('rejection' in posting) {
    const { code, data } = posting.rejection;
    return failed(new DomainError(code, data));
  }
  const view: PostedView = transferView(cityCode, posting.transfer);
  if (posting.linked.length > 0)
    view.linked = posting.linked.map((transfer) => transferView(cityCode, transfer));
  return { data: view };
}

/** What only some transfers have is absent from the others, a single's phase too. */
function transferView(cityCode: number, transfer: Transfer): TransferView {
  const view: TransferView = {
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
  };
  if (transfer.phase !== 'single') view.phase = transfer.phase;
  if (transfer.holdId) view.holdId = transfer.holdId;
  if (transfer.expiresAtMicros !== null) view.expiresAt = isoOf(transfer.expiresAtMicros);
  if (transfer.reversesId) view.reversesId = transfer.reversesId;
  return view;
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

/**
 * What everybody may know of a transfer.
 * @param reversedCode of the transfer it takes back
 */
export function creditsPosted(transfer: Transfer, reversedCode: TransferCode | undefined): CreditsPosted {
  return {
    ...(reversedCode && { reversedCode }),
    transferId: transfer.id,
    reference: transfer.reference,
    minutes: transfer.minutes,
    code: transfer.code,
    communityCode: formatRegion(transfer.communityCode),
    recordedAt: isoOf(transfer.recordedAtMicros),
  };
}

export function accountView(cityCode: number, account: KnownAccount): AccountView {
  return {
    id: account.id,
    cityCode,
    kind: account.kind,
    ...(account.ownerId !== null && { ownerId: account.ownerId }),
    ...(account.floorMinutes !== null && { floorMinutes: account.floorMinutes }),
    balanceMinutes: balanceOf(account),
    heldMinutes: account.pendingDebitMinutes,
    closed: account.closed,
  };
}

function isoOf(micros: number): string {
  return new Date(micros / 1000).toISOString();
}
