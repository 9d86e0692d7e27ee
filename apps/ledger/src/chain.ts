import { hash } from 'node:crypto';
import type { Transfer } from './transfer.js';

/** A stored transfer with its link in the city's chain. */
export interface ChainedTransfer extends Transfer {
  chainHash: Buffer;
}

/** What stands before the first transfer of a city. */
export const genesisHash = Buffer.alloc(32);

/**
 * The row as the chain covers it: integers, UUIDs, epoch microseconds and closed words in a fixed order,
 * nothing for null. None of them can hold a separator. The leading number is the version of the form, and
 * follows from the row itself:
 *
 * - 1: the fields up to `creditPrev`;
 * - 2: the same, then `expiresAtMicros` and `linkId`; for rows that have one of them.
 *
 * So a row written before there was a second form keeps its text, and nobody can move a row from one form
 * to the other without breaking its link. A further form gets a further number.
 */
export function textOf(cityCode: number, transfer: Transfer): string {
  const { expiresAtMicros, linkId } = transfer;
  const isSecondForm = expiresAtMicros !== null || linkId !== null;
  const text = firstForm(cityCode, transfer);
  return isSecondForm ? `2|${text}|${expiresAtMicros ?? ''}|${linkId ?? ''}` : `1|${text}`;
}

function firstForm(cityCode: number, transfer: Transfer): string {
  return [
    cityCode,
    transfer.sequence,
    transfer.id,
    transfer.phase,
    transfer.debitAccountId,
    transfer.creditAccountId,
    transfer.minutes,
    transfer.holdId,
    transfer.reversesId,
    transfer.code,
    transfer.reference,
    transfer.communityCode,
    transfer.policyVersion,
    transfer.actorRole,
    transfer.actorId,
    transfer.effectiveAtMicros,
    transfer.recordedAtMicros,
    transfer.debitBalanceMinutes,
    transfer.creditBalanceMinutes,
    transfer.debitPrev,
    transfer.creditPrev,
  ].join('|');
}

/** SHA-256 over the link before and the row's text. In one call: a hash object costs as much as the hash. */
export function chainHash(before: Buffer, cityCode: number, transfer: Transfer): Buffer {
  return hash('sha256', Buffer.concat([before, Buffer.from(textOf(cityCode, transfer))]), 'buffer');
}

/** The links of transfers, in order of their numbers, that follow a chain which ends in `head`. */
export function chain(head: Buffer, cityCode: number, transfers: readonly Transfer[]): Buffer[] {
  let before = head;
  return transfers.map((transfer) => (before = chainHash(before, cityCode, transfer)));
}
