import { type ServiceRecordConfirmed, systemActor } from '#contracts';
import { deterministicId } from '#platform';
import { parseRegion } from '#regions';
import {
  clearingAccount,
  coverOf,
  issuanceAccount,
  personalAccount,
  publicPoolAccount,
} from './city.accounts.js';
import type { Credit } from './credit.js';
import type { EarnedRecord } from './earning.js';
import { bringBack } from './merging.requests.js';
import { linkedSet } from './posting.service.js';
import type { PostingRequest, Transfer, TransferRequest } from './transfer.js';

/**
 * What has to be posted for a version of a service record, if anything: to the volunteer, to the pool, and
 * back what the version before gave. All or none, and the new minutes before the old ones go, so that only
 * what is really missing is written off.
 */
export function requestFor(
  about: EarningOf,
  { creditedMinutes, donatedMinutes }: Credit,
  known: EarnedRecord | undefined,
): PostingRequest | undefined {
  return linkedSet([
    ...(creditedMinutes > 0 ? [earned(about, creditedMinutes)] : []),
    ...(donatedMinutes > 0 ? [donated(about, donatedMinutes)] : []),
    ...(known?.standing ? takenBack(about, known.standing) : []),
    ...(known?.donation ? [reversal(about, known.donation)] : []),
  ]);
}

export function earnedId({ recordId, version }: ServiceRecordConfirmed): string {
  return deterministicId('earn', recordId, version);
}

export function donatedId({ recordId, version }: ServiceRecordConfirmed): string {
  return deterministicId('earnForPool', recordId, version);
}

/** A version of a record, under which rules, and who pays for it. */
export interface EarningOf {
  cityCode: number;
  record: ServiceRecordConfirmed;
  policyVersion: number;
  source: 'city' | 'payer';
}

function earned({ cityCode, record, policyVersion, source }: EarningOf, minutes: number): TransferRequest {
  const { id: actorId, role: actorRole } = systemActor('ledger');
  return {
    id: earnedId(record),
    debitAccountId: (source === 'payer' ? clearingAccount : issuanceAccount)(cityCode).id,
    creditAccountId: personalAccount(cityCode, record.volunteerId).id,
    minutes,
    code: source === 'payer' ? 'exchange' : 'earn',
    reference: `serviceRecord:${record.recordId}`,
    communityCode: parseRegion(record.communityCode).code,
    policyVersion,
    actorRole,
    actorId,
    effectiveAtMicros: Date.parse(record.endedAt) * 1000,
  };
}

/** Earned too, but for everybody. */
function donated(given: EarningOf, minutes: number): TransferRequest {
  const creditAccountId = publicPoolAccount(given.cityCode).id;
  return { ...earned(given, minutes), id: donatedId(given.record), creditAccountId };
}

/** What was credited to a registration that was merged since is with the kept one, and is brought back from there. */
function takenBack(about: EarningOf, standing: Transfer): TransferRequest[] {
  const { cityCode, record } = about;
  const reversed = reversal(about, standing);
  const own = personalAccount(cityCode, record.volunteerId).id;
  return standing.creditAccountId === own
    ? [reversed]
    : [bringBack(cityCode, own, standing, reversed), reversed];
}

function reversal({ cityCode, record, policyVersion }: EarningOf, standing: Transfer): TransferRequest {
  const { id: actorId, role: actorRole } = systemActor('ledger');
  // With the version in it: where this correction is refused, a later one must be free to try again.
  const id = deterministicId('unearn', standing.id, record.version);
  return {
    id,
    debitAccountId: standing.creditAccountId,
    creditAccountId: standing.debitAccountId,
    minutes: standing.minutes,
    code: 'reverse',
    reference: standing.reference,
    communityCode: standing.communityCode,
    policyVersion,
    actorRole,
    actorId,
    reversesId: standing.id,
    cover: coverOf(cityCode, id),
  };
}
