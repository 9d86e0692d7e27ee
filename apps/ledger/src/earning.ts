import type { CreditReason } from './credit.js';
import type { ServiceRecordConfirmed } from '#contracts';
import type { Transfer } from './transfer.js';

/** What the ledger knows of a service record. */
export interface EarnedRecord {
  /** The highest version it was told. */
  version: number;
  /** What a volunteer was credited for a service on a day, and under which version of the policy. */
  volunteerId: string | null;
  serviceDay: string | null;
  policyVersion: number | null;
  honourMinutes: number;
  reason: CreditReason | null;
  /** The transfer that credits it now. */
  standing: Transfer | undefined;
  /** The transfer that gives what was not credited to the public pool now. */
  donation: Transfer | undefined;
}

/**
 * The versions of records that count now: of those told together the highest of each record, and none that
 * is not above what is known. So a late or repeated version changes nothing, in whatever order they come.
 */
export function toApply<T extends { data: ServiceRecordConfirmed }>(
  told: readonly T[],
  known: ReadonlyMap<string, EarnedRecord>,
): T[] {
  const newest = new Map<string, T>();
  for (const each of told) {
    const { recordId, version } = each.data;
    const least = newest.get(recordId)?.data.version ?? known.get(recordId)?.version ?? 0;
    if (version > least) newest.set(recordId, each);
  }
  return [...newest.values()];
}
