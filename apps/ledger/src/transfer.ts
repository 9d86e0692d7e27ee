import { type ErrorCode, maxTransferMinutes, type TransferCode, type TransferPhase } from '#contracts';

/** An account's counters; the posted ones only ever grow. Its balance is what was credited less what was debited. */
export interface Account {
  id: string;
  /** The balance may not fall below it, pending debits included; null is no limit. */
  floorMinutes: number | null;
  debitedMinutes: number;
  creditedMinutes: number;
  /** Held by open holds: out of it, and into it. */
  pendingDebitMinutes: number;
  pendingCreditMinutes: number;
  /** Number of the last transfer that changed its balance: where its statement begins. */
  lastSequence: number | null;
  /** Changes so far; a write names the version it has seen. */
  version: number;
  closed: boolean;
}

/** Where the missing minutes of a reversal come from, and the id of the transfer that brings them. */
export interface Cover {
  id: string;
  accountId: string;
}

/** What somebody asks for. The id is the idempotency key. */
export interface TransferRequest {
  id: string;
  /** `single` unless told. */
  phase?: TransferPhase;
  debitAccountId: string;
  creditAccountId: string;
  /** Of a release: all that is held. Of a capture: at most that. */
  minutes: number;
  code: TransferCode;
  /** Aggregate and id of what caused it. */
  reference: string;
  /** 12-digit code of where it counts. */
  communityCode: number;
  /** Of the city's policy; the one in force when it is posted unless told. */
  policyVersion?: number;
  actorRole: string;
  actorId: string;
  /** When the thing happened that it pays for, if not now. */
  effectiveAtMicros?: number;
  /** The hold a capture or a release resolves. */
  holdId?: string | null;
  /** From when on a hold can no longer be captured; it is released soon after. */
  expiresAtMicros?: number | null;
  /** The transfer it takes back. */
  reversesId?: string | null;
  /** What all transfers of one set bear: it follows from all their ids, so a set cannot be asked for in part. */
  linkId?: string | null;
  /** For a reversal, and what a merge brings back for one: the account may have spent the minutes already. */
  cover?: Cover;
}

/** Transfers that are posted all or none: the first, then the others. */
export interface PostingRequest extends TransferRequest {
  linked?: readonly TransferRequest[];
}

/** A posted row. Nothing of it ever changes. */
export interface Transfer extends TransferRequest {
  /** Gapless in its city, from 1. */
  sequence: number;
  policyVersion: number;
  phase: TransferPhase;
  holdId: string | null;
  expiresAtMicros: number | null;
  reversesId: string | null;
  linkId: string | null;
  effectiveAtMicros: number;
  recordedAtMicros: number;
  /** Balances after it; holds and releases change none. */
  debitBalanceMinutes: number;
  creditBalanceMinutes: number;
  /** Number of the transfer before it that changed the balance of either account; null where it changes none. */
  debitPrev: number | null;
  creditPrev: number | null;
}

export type RejectionCode = Extract<ErrorCode, `ledger.${string}`>;

export interface Rejection {
  id: string;
  /** What was asked, so that the same id with other content is told apart. */
  content: string;
  code: RejectionCode;
  data: Record<string, unknown>;
}

/** Why a transfer cannot be posted. */
export interface Refusal {
  code: RejectionCode;
  data: Record<string, unknown>;
}

export function refusal(code: RejectionCode, data: Refusal['data'] = {}): Refusal {
  return { code, data };
}

export function balanceOf(account: Account): number {
  return account.creditedMinutes - account.debitedMinutes;
}

/** What may still be debited. */
export function availableMinutes(account: Account): number {
  if (account.floorMinutes === null) return Number.POSITIVE_INFINITY;
  return balanceOf(account) - account.pendingDebitMinutes - account.floorMinutes;
}

/** Whether it changes balances; a hold and a release change only what is pending. */
export function isMovement({ phase }: TransferRequest): boolean {
  return phase !== 'hold' && phase !== 'release';
}

/**
 * Everything the asker chose; two requests with one id must agree in it. What only some transfers have
 * stands at the end, so that content remembered before it existed still compares.
 */
export function contentOf(request: TransferRequest): string {
  const { debitAccountId, creditAccountId, minutes, code, reference, communityCode } = request;
  const content = `${debitAccountId}|${creditAccountId}|${minutes}|${code}|${reference}|${communityCode}`;
  const { phase = 'single', holdId, expiresAtMicros, reversesId, linkId } = request;
  if (phase === 'single' && !reversesId && !linkId) return content;
  return [content, phase, holdId, expiresAtMicros, reversesId, linkId].join('|');
}

/** What is wrong with a request whatever the ledger holds. */
export function faultOf(request: TransferRequest): Refusal | undefined {
  const { minutes, phase = 'single', holdId, expiresAtMicros, reversesId } = request;
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > maxTransferMinutes)
    return refusal('ledger.minutesInvalid');
  if (request.debitAccountId === request.creditAccountId) return refusal('ledger.sameAccount');
  const resolves = phase === 'capture' || phase === 'release';
  const fits =
    resolves === Boolean(holdId) &&
    (phase === 'hold' || !expiresAtMicros) &&
    (phase === 'single' || !reversesId);
  return fits ? undefined : refusal('ledger.phaseInvalid');
}
