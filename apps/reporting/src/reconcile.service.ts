import {
  type CountFactsInput,
  creditFacts,
  type Difference,
  errandEvents,
  type EventContract,
  type EventEnvelope,
  type FactCounts,
  type FlowName,
  mergeEvents,
  type ReconcileInput,
  type Reconciliation,
  registerFacts,
  taskFacts,
  volunteerEvents,
  type VolunteerFact,
} from '#contracts';
import {
  type Call,
  Clock,
  Database,
  listScope,
  type Log,
  newId,
  RpcClient,
  systemCall,
  tokens,
  type Tx,
} from '#platform';
import { formatRegion, parseRegion, type RegionRange } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import { DistributionsService } from './distributions.service.js';
import { type GivenDay, standsOf } from './home.js';
import { writeGiven, writeStands } from './home.store.js';
import { differencesOf, type Owned, ownedBy, putRight } from './reconcile.js';
import * as store from './reconcile.store.js';
import { recipientDifferences, takenBack } from './recipients.js';
import { changeRecipients, readBoth, recountRecipients } from './recipients.store.js';
import { RegionDirectory } from './region.directory.js';
import { addToCounters } from './reporting.store.js';
import { ReportingService } from './reporting.service.js';
import { Tally } from './tally.js';

const owners = [taskFacts.count, registerFacts.count, creditFacts.count];
const shownDifferences = 1_000;
const pageSize = 1_000;

/**
 * Holds totals against what their owners count in their own tables, and puts them right where asked.
 *
 * Exactly, one community at a time: folds are held back, the owners are asked for their counts and for the events
 * told of the same facts, what of these had not been folded is folded, and then both must be the same. Readers see
 * the counters as they were before, or as they are after.
 */
@Injectable()
export class ReconcileService {
  constructor(
    private readonly database: Database,
    private readonly directory: RegionDirectory,
    private readonly reports: ReportingService,
    private readonly distributions: DistributionsService,
    private readonly rpc: RpcClient,
    private readonly clock: Clock,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  /** @throws DomainError `access.foreignRegion`, `region.unknown`, `service.unavailable`, `service.deadline` */
  async run(input: ReconcileInput, { actor, traceId }: Call): Promise<Reconciliation> {
    const region = listScope(actor, input.region);
    const rebuilt = input.rebuild ?? false;
    const differences: Difference[] = [];
    let communities = 0;
    for (const part of await this.townshipsOf(region, traceId)) {
      const compared = await this.compare(part, systemCall('reporting', traceId));
      communities += compared.length;
      for (const { code, isSuspect } of compared)
        if (isSuspect || rebuilt)
          differences.push(...(await this.settle(code, rebuilt, systemCall('reporting', traceId))));
    }
    if (rebuilt) await this.database.transaction((tx) => recountRecipients(tx, region));
    differences.push(...(await this.distributions.reconcile(region, rebuilt, traceId)));
    for (const difference of differences)
      this.log.error({ ...difference, rebuilt }, 'reconciling: a difference');
    return {
      region: formatRegion(region.code),
      checkedAt: this.clock.now().toISOString(),
      communities,
      fits: differences.length === 0,
      rebuilt,
      differences: differences.slice(0, shownDifferences),
    };
  }

  /** Divisions small enough for one answer. */
  private async townshipsOf(region: RegionRange, traceId: string): Promise<RegionRange[]> {
    if (region.level === 'township' || region.level === 'community') return [region];
    const { children } = await this.directory.get(region.code, traceId);
    const parts: RegionRange[] = [];
    for (const { code } of children) parts.push(...(await this.townshipsOf(parseRegion(code), traceId)));
    // What counts for the division as a whole bears its own code.
    return [{ ...region, last: region.code }, ...parts];
  }

  /** Sums since ever, without holding anything back: what is on its way makes a community suspect. */
  private async compare(region: RegionRange, call: Call): Promise<{ code: number; isSuspect: boolean }[]> {
    const sums = new Map<number, Map<string, number>>();
    const add = (code: number, name: string, amount: number) => {
      const known = sums.get(code) ?? new Map<string, number>();
      sums.set(code, known.set(name, (known.get(name) ?? 0) + amount));
    };
    const names = new Set<FlowName>();
    for (const answer of await this.askOwners(
      { region: formatRegion(region.code), alone: region.code === region.last },
      call,
    )) {
      for (const name of answer.names) names.add(name);
      for (const { communityCode, name, amount } of answer.counts)
        add(parseRegion(communityCode).code, name, -amount);
    }
    const range = [region.cityCode, Math.floor(region.last / 1e8), region.code, region.last];
    for (const { code, name, amount } of await store.readEver(this.database, range))
      add(code, name, names.has(name) ? amount : 0);
    return [...sums].map(([code, rest]) => ({
      code,
      isSuspect: [...rest.values()].some((amount) => amount !== 0),
    }));
  }

  /** What differs in one community, at one moment; put right where asked. */
  private async settle(community: number, rebuild: boolean, call: Call): Promise<Difference[]> {
    if (rebuild) await this.hearAgain(community, call);
    const region = formatRegion(community);
    const { cityCode } = parseRegion(region);
    return this.database.transaction(async (tx) => {
      await store.holdFolds(tx);
      const answers = await this.askOwners({ region, alone: true, byDay: true, withEvents: true }, call);
      const told = answers.flatMap(({ events }) => events);
      await this.reports.foldTold(told, cityCode, tx);
      const days = await store.readHomeDays(tx, community);
      const owned = [...answers.map(ownedBy), homeOf(days)];
      const differences = differencesOf(region, await store.readFigures(tx, cityCode, community), owned);
      if (rebuild) await this.putRight(cityCode, community, differences, days, tx);
      const { kept, recorded } = await readBoth(tx, cityCode, community);
      if (rebuild) await changeRecipients(tx, [...recorded, ...kept.map(takenBack)]);
      return [...differences, ...recipientDifferences(region, kept, recorded)];
    });
  }

  private async putRight(
    cityCode: number,
    community: number,
    differences: readonly Difference[],
    days: readonly GivenDay[],
    tx: Tx,
  ): Promise<void> {
    const tally = new Tally();
    putRight(tally, community, differences);
    addToCounters(tx, tally.byDay(), []);
    await store.sumEver(tx, cityCode, community);
    const stands = standsOf(community, days);
    for (const { day, ...counts } of await store.readStands(tx, cityCode, community))
      stands.addChange(community, day, counts, -1);
    writeStands(tx, stands.all());
    await store.forgetHomeDays(tx, community);
    await writeGiven(tx, days);
  }

  /** Volunteers and records as their owners know them: whatever was missed or kept wrongly is heard again. */
  private async hearAgain(community: number, call: Call): Promise<void> {
    const communityCode = formatRegion(community);
    const { cityCode } = parseRegion(communityCode);
    for (let after: string | undefined; ;) {
      const { items } = await this.rpc.call(registerFacts.listVolunteers, { communityCode, after }, call);
      await this.foldAgain(
        items.flatMap((data) => [
          factEvent(volunteerEvents.verified, cityCode, data, data.decidedAt),
          ...mergeOf(data, cityCode),
        ]),
      );
      after = items.at(-1)?.volunteerId;
      if (items.length < pageSize) break;
    }
    for (let after: string | undefined; ;) {
      const { items } = await this.rpc.call(taskFacts.listRecords, { communityCode, after }, call);
      await this.foldAgain(
        items.map((data) => factEvent(errandEvents.recordConfirmed, cityCode, data, data.endedAt)),
      );
      after = items.at(-1)?.recordId;
      if (items.length < pageSize) break;
    }
  }

  private async foldAgain(events: EventEnvelope[]): Promise<void> {
    if (events.length > 0) await this.database.transaction((tx) => this.reports.fold(events, tx, true));
  }

  private askOwners(input: CountFactsInput, call: Call): Promise<FactCounts[]> {
    return Promise.all(owners.map((contract) => this.rpc.call(contract, input, call)));
  }
}

function mergeOf({ volunteerId, mergedInto, decidedAt }: VolunteerFact, cityCode: number): EventEnvelope[] {
  if (mergedInto === undefined) return [];
  return [factEvent(mergeEvents.merged, cityCode, { mergedId: volunteerId, keptId: mergedInto }, decidedAt)];
}

/** What is told again is as old as what it tells. */
function factEvent(
  { subject }: EventContract<object>,
  cityCode: number,
  data: object,
  occurredAt: string,
): EventEnvelope {
  return { id: newId(), subject, cityCode, occurredAt, traceId: '', data };
}

function homeOf(days: readonly GivenDay[]): Owned {
  return {
    names: ['homeServicesConfirmed', 'homeDeviceVerifiedMinutes', 'homeAttestedMinutes'],
    figures: days.flatMap(({ day, services, deviceVerifiedMinutes, attestedMinutes }) => [
      { day, name: 'homeServicesConfirmed' as const, amount: services },
      { day, name: 'homeDeviceVerifiedMinutes' as const, amount: deviceVerifiedMinutes },
      { day, name: 'homeAttestedMinutes' as const, amount: attestedMinutes },
    ]),
  };
}
