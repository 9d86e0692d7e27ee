import { type EventEnvelope, policyEvents, type ServiceRecordConfirmed } from '#contracts';
import { Clock, keptIds, type Log, type NewEvent, Outbox, shanghaiDay, tokens, type Tx } from '#platform';
import { formatRegion, parseRegion } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import { AgesDirectory } from './ages.directory.js';
import { clearingAccount, issuanceAccount, personalAccount, publicPoolAccount } from './city.accounts.js';
import { credit, type Credit, needsAge } from './credit.js';
import * as store from './earned.store.js';
import { type EarnedRecord, toApply } from './earning.js';
import { donatedId, earnedId, requestFor } from './earning.requests.js';
import { FundingService } from './funding.service.js';
import { groupBy } from './group.js';
import { PoliciesService } from './policies.service.js';
import type { PolicyVersion } from './policy.js';
import type { Posting } from './posting.js';
import { type Asked, PostingService } from './posting.service.js';
import { lockCity } from './posting.store.js';
import { Standings } from './standings.js';
import type { PostingRequest } from './transfer.js';

type Told = EventEnvelope<ServiceRecordConfirmed>;

/** A told version with the rules of the day of the service. */
interface Ruled {
  data: ServiceRecordConfirmed;
  traceId: string;
  day: string;
  rules: PolicyVersion;
  ageYears: number | null;
}

/** One version of a record with what it came to and what has to be posted for it, if anything. */
interface Earning extends Ruled {
  known: EarnedRecord | undefined;
  given: Credit;
  request: PostingRequest | undefined;
}

@Injectable()
export class EarningService {
  constructor(
    private readonly posting: PostingService,
    private readonly funding: FundingService,
    private readonly policies: PoliciesService,
    private readonly ages: AgesDirectory,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  /**
   * Confirmed service earns credits under the policy in force on its day: the city issues them to the
   * volunteer's account, which opens with the first, or to the public pool. A higher version of a record is
   * decided anew as if the one before had never been; it posts its own minutes and takes back what was
   * really posted, linked, so that every total follows; no minutes void it. Other records stay as they are.
   * Ids follow from the record and its version, and versions are applied upwards only, so that no order of
   * delivery credits a record twice. Where credits pay for the errand the city issues nothing: the minutes
   * come out of the clearing account, which gets them back from who pays.
   */
  async earn(events: Told[], tx: Tx): Promise<void> {
    const told = await asKept(tx, events);
    // In the order of their codes, so that two replicas never wait for each other in a circle.
    const cities = [...groupBy(told, ({ cityCode }) => cityCode)].sort(([a], [b]) => a - b);
    for (const [cityCode, group] of cities) await this.earnInCity(tx, cityCode, group);
  }

  private async earnInCity(tx: Tx, cityCode: number, told: Told[]): Promise<void> {
    const ruled = await this.rulesFor(tx, cityCode, told);
    await lockCity(tx, cityCode);
    const recordIds = [...new Set(ruled.map(({ data }) => data.recordId))];
    const known = await store.readEarned(tx, cityCode, recordIds);
    const errandIds = ruled.map(({ data }) => data.errandId);
    const paid = await this.funding.paidErrands(tx, cityCode, errandIds);
    const earnings = await this.decide(tx, cityCode, toApply(ruled, known), { known, paid });
    const posted = earnings.filter(({ request }) => request);
    const postings = await this.posting.postInCity(
      tx,
      cityCode,
      posted.map(({ traceId, request }): Asked => ({ request: request as PostingRequest, traceId })),
      accountsOf(cityCode, earnings),
    );
    const answers = new Map(posted.map((earning, index) => [earning, postings[index]]));
    for (const posting of postings)
      if ('rejection' in posting)
        this.log.warn({ transferId: posting.rejection.id, reason: posting.rejection.code }, 'not credited');
    const versions = earnings.map((earning) => versionOf(earning, answers.get(earning)));
    const now = this.clock.now();
    await store.writeEarned(tx, cityCode, versions, now);
    this.outbox.add(
      tx,
      versions.map((version, index) => decidedEvent(cityCode, version, now, earnings[index]?.traceId ?? '')),
    );
    const records = earnings.map((earning) => ({ told: earning, posting: answers.get(earning) }));
    await this.funding.fund(tx, cityCode, paid, records);
  }

  /** Before the city is locked: whoever must be asked for an age is not waited for by everybody else. */
  private async rulesFor(tx: Tx, cityCode: number, told: readonly Told[]): Promise<Ruled[]> {
    const timeline = await this.policies.timeline(cityCode, tx);
    const ruled = told.map(({ data, traceId }): Ruled => {
      const day = shanghaiDay(new Date(data.endedAt));
      return { data, traceId, day, rules: timeline.on(day), ageYears: null };
    });
    const asking = ruled.filter(({ rules }) => needsAge(rules.policy.earnerAge));
    const ages = await this.ages.on(asking.map(({ data, day }) => ({ volunteerId: data.volunteerId, day })));
    asking.forEach((each, index) => (each.ageYears = ages[index] ?? null));
    return ruled;
  }

  /** One upon the other: the second service of a day meets what the first left of the day's cap. */
  private async decide(
    tx: Tx,
    cityCode: number,
    ruled: readonly Ruled[],
    { known, paid }: { known: ReadonlyMap<string, EarnedRecord>; paid: ReadonlyMap<string, unknown> },
  ): Promise<Earning[]> {
    const standings = await readStandings(tx, cityCode, ruled);
    return ruled.map((each): Earning => {
      const { data, day, rules } = each;
      const before = known.get(data.recordId);
      if (before?.volunteerId && before.serviceDay)
        standings.takeBack(before.volunteerId, before.serviceDay, {
          creditedMinutes: before.standing?.minutes ?? 0,
          donatedMinutes: before.donation?.minutes ?? 0,
        });
      const given = credit(
        rules.policy,
        {
          type: data.type ?? null,
          serviceMinutes: data.serviceMinutes,
          verification: data.verification,
          confirmations: data.confirmations ?? null,
          isGroup: data.groupId !== undefined,
          ageYears: each.ageYears,
          breakMinutes: data.samePairBreakMinutes ?? null,
        },
        standings.of(data.volunteerId, day),
      );
      standings.add(data.volunteerId, day, given);
      const source = paid.has(data.errandId) ? 'payer' : 'city';
      const about = { cityCode, record: data, policyVersion: rules.version, source } as const;
      const request = requestFor(about, given, before);
      return { ...each, known: before, given, request };
    });
  }
}

/** What was served under a registration that was merged into another is the other's. */
async function asKept(tx: Tx, events: readonly Told[]): Promise<Told[]> {
  const kept = await keptIds(
    tx,
    events.map(({ data }) => data.volunteerId),
  );
  return events.map((event) => {
    const volunteerId = kept.get(event.data.volunteerId);
    return volunteerId === undefined ? event : { ...event, data: { ...event.data, volunteerId } };
  });
}

/** Only what some policy asks for is read. */
async function readStandings(tx: Tx, cityCode: number, ruled: readonly Ruled[]): Promise<Standings> {
  const byDay = ruled.filter(({ rules }) => rules.policy.dailyCap !== null);
  const byBalance = ruled.filter(({ rules }) => rules.policy.balanceCap !== null);
  const pairs = new Map(byDay.map((each) => [`${each.data.volunteerId} ${each.day}`, each]));
  const [balances, days] = await Promise.all([
    byBalance.length > 0
      ? store.readBalances(tx, cityCode, [...new Set(byBalance.map(({ data }) => data.volunteerId))])
      : [],
    pairs.size > 0
      ? store.readEarnedDays(
          tx,
          cityCode,
          [...pairs.values()].map(({ data }) => data.volunteerId),
          [...pairs.values()].map(({ day }) => day),
        )
      : [],
  ]);
  return new Standings(
    new Map(balances.map(({ ownerId, balanceMinutes }) => [ownerId, balanceMinutes])),
    days,
    new Map(balances.map(({ ownerId, heldMinutes }) => [ownerId, heldMinutes])),
  );
}

function accountsOf(cityCode: number, earnings: readonly Earning[]) {
  const volunteers = new Set(earnings.map(({ data }) => data.volunteerId));
  const isPoolNamed = earnings.some(({ given }) => given.donatedMinutes > 0);
  return [
    issuanceAccount(cityCode),
    clearingAccount(cityCode),
    ...(isPoolNamed ? [publicPoolAccount(cityCode)] : []),
    ...[...volunteers].sort().map((ownerId) => personalAccount(cityCode, ownerId)),
  ];
}

/** What the record came to: what was just decided, or, where the ledger refused it, still what was before. */
function versionOf(
  { data, day, rules, given, known }: Earning,
  posting: Posting | undefined,
): store.EarnedVersion {
  const about = { record: data, communityCode: parseRegion(data.communityCode).code, serviceDay: day };
  if (posting && 'rejection' in posting)
    return {
      ...about,
      policyVersion: known?.policyVersion ?? rules.version,
      creditedMinutes: known?.standing?.minutes ?? 0,
      donatedMinutes: known?.donation?.minutes ?? 0,
      honourMinutes: known?.honourMinutes ?? 0,
      reason: 'refused',
      transferId: known?.standing?.id ?? null,
      donationId: known?.donation?.id ?? null,
    };
  const { creditedMinutes, donatedMinutes, honourMinutes, reason } = given;
  return {
    ...about,
    policyVersion: rules.version,
    ...{ creditedMinutes, donatedMinutes, honourMinutes, reason },
    transferId: creditedMinutes > 0 ? earnedId(data) : null,
    donationId: donatedMinutes > 0 ? donatedId(data) : null,
  };
}

function decidedEvent(cityCode: number, version: store.EarnedVersion, at: Date, traceId: string): NewEvent {
  const { record, communityCode, policyVersion, creditedMinutes, donatedMinutes, honourMinutes, reason } =
    version;
  return {
    contract: policyEvents.earningDecided,
    cityCode,
    traceId,
    data: {
      ...{ recordId: record.recordId, version: record.version, communityCode: formatRegion(communityCode) },
      ...{ volunteerId: record.volunteerId, policyVersion, creditedMinutes, donatedMinutes, honourMinutes },
      ...(reason !== null && { reason }),
      decidedAt: at.toISOString(),
    },
  };
}
