import { type EventEnvelope, type ServiceRecordConfirmed, systemActor } from '#contracts';
import { deterministicId, type Log, tokens, type Tx } from '#platform';
import { parseRegion } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import { clearingAccount, coverOf, issuanceAccount, personalAccount } from './city.accounts.js';
import * as store from './earned.store.js';
import { type EarnedRecord, toApply } from './earning.js';
import { FundingService } from './funding.service.js';
import { groupBy } from './group.js';
import { minutesAsServed } from './policy.js';
import type { Posting } from './posting.js';
import { type Asked, PostingService } from './posting.service.js';
import { lockCity } from './posting.store.js';
import type { PostingRequest, Transfer, TransferRequest } from './transfer.js';

type Told = EventEnvelope<ServiceRecordConfirmed>;

/** One version of a record with what has to be posted for it, if anything. */
interface Earning {
  told: Told;
  known: EarnedRecord | undefined;
  request: PostingRequest | undefined;
}

@Injectable()
export class EarningService {
  constructor(
    private readonly posting: PostingService,
    private readonly funding: FundingService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  /**
   * Confirmed service earns credits: the city issues them to the volunteer's account, which opens with the
   * first. A higher version of a record posts its own minutes and takes back those of the version before,
   * linked, so that every total follows; no minutes void it. Ids follow from the record and its version,
   * and versions are applied upwards only, so that no order of delivery credits a record twice. Where credits
   * pay for the errand the city issues nothing: the minutes come out of the clearing account, which gets them
   * back from who pays.
   */
  async earn(events: Told[], tx: Tx): Promise<void> {
    // In the order of their codes, so that two replicas never wait for each other in a circle.
    const cities = [...groupBy(events, ({ cityCode }) => cityCode)].sort(([a], [b]) => a - b);
    for (const [cityCode, told] of cities) await this.earnInCity(tx, cityCode, told);
  }

  private async earnInCity(tx: Tx, cityCode: number, told: Told[]): Promise<void> {
    await lockCity(tx, cityCode);
    const recordIds = [...new Set(told.map(({ data }) => data.recordId))];
    const known = await store.readEarned(tx, cityCode, recordIds);
    const errandIds = told.map(({ data }) => data.errandId);
    const paid = await this.funding.paidErrands(tx, cityCode, errandIds);
    const earnings = toApply(told, known).map((each) =>
      earningOf(each, known.get(each.data.recordId), paid.has(each.data.errandId)),
    );
    const posted = earnings.filter(({ request }) => request);
    const postings = await this.posting.postInCity(
      tx,
      cityCode,
      posted.map(({ told: { traceId }, request }): Asked => ({
        request: request as PostingRequest,
        traceId,
      })),
      accountsOf(cityCode, earnings),
    );
    const answers = new Map(posted.map((earning, index) => [earning, postings[index]]));
    for (const posting of postings)
      if ('rejection' in posting)
        this.log.warn({ transferId: posting.rejection.id, reason: posting.rejection.code }, 'not credited');
    await store.writeEarned(
      tx,
      cityCode,
      earnings.map((earning) => versionOf(earning, answers.get(earning))),
    );
    const records = earnings.map((earning) => ({ told: earning.told, posting: answers.get(earning) }));
    await this.funding.fund(tx, cityCode, paid, records);
  }
}

function accountsOf(cityCode: number, earnings: readonly Earning[]) {
  const volunteers = new Set(earnings.map(({ told }) => told.data.volunteerId));
  return [
    issuanceAccount(cityCode),
    clearingAccount(cityCode),
    ...[...volunteers].sort().map((ownerId) => personalAccount(cityCode, ownerId)),
  ];
}

/** What credits the record after this: the new earning, none where it was voided, or still the old one. */
function versionOf({ told, known }: Earning, posting: Posting | undefined): store.EarnedVersion {
  const { recordId, version } = told.data;
  const isPosted = posting !== undefined && 'transfer' in posting;
  const standing = isPosted || !posting ? undefined : known?.standing;
  const earned = isPosted && !posting.transfer.reversesId ? posting.transfer : standing;
  return { recordId, version, transferId: earned?.id ?? null };
}

/** The new minutes come before the old ones go, so that only what is really missing is written off. */
function earningOf(told: Told, known: EarnedRecord | undefined, isPaid: boolean): Earning {
  const { cityCode, data } = told;
  const minutes = data.serviceMinutes;
  const earned = minutes > 0 ? [earnedBy(cityCode, data, minutes, isPaid)] : [];
  const reversal = known?.standing ? [reversalOf(cityCode, data, known.standing)] : [];
  const [first, ...others] = [...earned, ...reversal];
  if (!first || others.length === 0) return { told, known, request: first };
  const linkId = deterministicId('linked', first.id, ...others.map(({ id }) => id));
  const linked = others.map((each) => ({ ...each, linkId }));
  return { told, known, request: { ...first, linkId, linked } };
}

function earnedBy(
  cityCode: number,
  record: ServiceRecordConfirmed,
  minutes: number,
  isPaid: boolean,
): TransferRequest {
  const { id: actorId, role: actorRole } = systemActor('ledger');
  return {
    id: deterministicId('earn', record.recordId, record.version),
    debitAccountId: (isPaid ? clearingAccount : issuanceAccount)(cityCode).id,
    creditAccountId: personalAccount(cityCode, record.volunteerId).id,
    minutes,
    code: isPaid ? 'exchange' : 'earn',
    reference: `serviceRecord:${record.recordId}`,
    communityCode: parseRegion(record.communityCode).code,
    policyVersion: minutesAsServed.version,
    actorRole,
    actorId,
    effectiveAtMicros: Date.parse(record.endedAt) * 1000,
  };
}

function reversalOf(cityCode: number, record: ServiceRecordConfirmed, earned: Transfer): TransferRequest {
  const { id: actorId, role: actorRole } = systemActor('ledger');
  // With the version in it: where this correction is refused, a later one must be free to try again.
  const id = deterministicId('unearn', earned.id, record.version);
  return {
    id,
    debitAccountId: earned.creditAccountId,
    creditAccountId: earned.debitAccountId,
    minutes: earned.minutes,
    code: 'reverse',
    reference: earned.reference,
    communityCode: earned.communityCode,
    policyVersion: minutesAsServed.version,
    actorRole,
    actorId,
    reversesId: earned.id,
    cover: coverOf(cityCode, id),
  };
}
