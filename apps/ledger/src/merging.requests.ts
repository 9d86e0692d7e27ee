import { systemActor } from '#contracts';
import { deterministicId } from '#platform';
import { regionOf } from '#regions';
import { coverOf } from './city.accounts.js';
import { type Account, balanceOf, type Transfer, type TransferRequest } from './transfer.js';

/**
 * What takes everything that is free on a merged account to the kept one, or a debt; nothing where there is none. What
 * is held stays until it is resolved. The id follows from how far both accounts have come.
 */
export function emptying(
  cityCode: number,
  account: Account,
  kept: Pick<Account, 'id' | 'version'>,
  mergedId: string,
): TransferRequest | undefined {
  const minutes = balanceOf(account) - account.pendingDebitMinutes;
  if (minutes === 0) return undefined;
  const { id: actorId, role: actorRole } = systemActor('ledger');
  const [debitAccountId, creditAccountId] = minutes > 0 ? [account.id, kept.id] : [kept.id, account.id];
  return {
    id: deterministicId('merge', account.id, account.version, kept.version),
    ...{ debitAccountId, creditAccountId, minutes: Math.abs(minutes) },
    code: 'merge',
    reference: `volunteer:${mergedId}`,
    communityCode: regionOf(cityCode * 1e8).code,
    ...{ actorRole, actorId },
  };
}

/**
 * Brings back to a merged account what is taken back of a transfer that credited it: it went to the kept one, who may
 * have spent it since.
 */
export function bringBack(
  cityCode: number,
  keptAccountId: string,
  credited: Transfer,
  reversal: TransferRequest,
): TransferRequest {
  const id = deterministicId('mergeBack', reversal.id);
  return {
    ...{ id, debitAccountId: keptAccountId, creditAccountId: credited.creditAccountId },
    ...{ minutes: credited.minutes, code: 'merge', reference: credited.reference },
    ...{ communityCode: credited.communityCode, policyVersion: reversal.policyVersion },
    ...{ actorRole: reversal.actorRole, actorId: reversal.actorId, cover: coverOf(cityCode, id) },
  };
}

/** Who was registered twice was welcomed twice: the second welcome goes back to where it came from. */
export function unwelcoming(cityCode: number, keptAccountId: string, welcome: Transfer): TransferRequest[] {
  const { id: actorId, role: actorRole } = systemActor('ledger');
  const id = deterministicId('unwelcome', welcome.id);
  const reversal: TransferRequest = {
    ...{ id, debitAccountId: welcome.creditAccountId, creditAccountId: welcome.debitAccountId },
    ...{ minutes: welcome.minutes, code: 'reverse', reference: welcome.reference },
    ...{ communityCode: welcome.communityCode, policyVersion: welcome.policyVersion },
    ...{ actorRole, actorId, reversesId: welcome.id, cover: coverOf(cityCode, id) },
  };
  return [bringBack(cityCode, keptAccountId, welcome, reversal), reversal];
}
