import {
  type Breakdown,
  errandEvents,
  type EventEnvelope,
  mergeEvents,
  type Metrics,
  type ServiceRecordConfirmed,
  type ToldEvent,
  type Totals,
  type TotalsInput,
  volunteerEvents,
  type VolunteerMerged,
  type VolunteerVerified,
} from '#contracts';
import {
  type Call,
  Clock,
  costPerErrandFen,
  Database,
  enterMerges,
  type EventBatch,
  keptIds,
  listScope,
  type Merge,
  shanghaiDay,
  takeEvents,
  type Tx,
} from '#platform';
import { formatRegion, parseRegion, type RegionRange } from '#regions';
import { Injectable } from '@nestjs/common';
import { assertAddsUp, breakDown, partSize, sizeOf } from './breakdown.js';
import { countedBy } from './counting.js';
import { countHomes, type GivenDay, homesOf, sumDays } from './home.js';
import { readGiven, writeGiven, writeStands } from './home.store.js';
import { carriedDays, carryRecords } from './merges.store.js';
import { changeRecipients } from './recipients.store.js';
import { HazardReportsService } from './hazards.service.js';
import { RegionDirectory } from './region.directory.js';
import * as store from './reporting.store.js';
import * as served from './served.js';
import { lockCounted, writeCounted } from './served.store.js';
import { type Days, readSpan } from './span.js';
import { follow, newestOf, type Standing } from './standing.js';
import { Tally } from './tally.js';
import { WaitsService } from './waits.service.js';

@Injectable()
export class ReportingService {
  constructor(
    private readonly database: Database,
    private readonly directory: RegionDirectory,
    private readonly clock: Clock,
    private readonly waits: WaitsService,
    private readonly hazards: HazardReportsService,
  ) {}

  /**
   * Folds a batch into the counters: summed in memory first, so that each row changes once.
   * @param isAgain volunteers and records count as told now, also in place of the same version; and nothing else does
   */
  async fold(events: EventEnvelope[], tx: Tx, isAgain = false): Promise<void> {
    const tally = new Tally();
    for (const event of isAgain ? [] : events)
      for (const { communityCode, at, counts } of countedBy(event))
        tally.add(codeOf(communityCode), dayOf(at), counts);
    await this.followPeople(events, tally, tx, isAgain);
    this.waits.fold(events, tx);
    await this.hazards.fold(events, tx);
    store.addToCounters(tx, tally.byDay(), tally.ever());
    store.writeFreshness(tx, newestByCity(events), this.clock.now());
  }

  /** Folds now what was told and is not folded yet; it is not folded again when it arrives. */
  async foldTold(events: readonly ToldEvent[], cityCode: number, tx: Tx): Promise<void> {
    const told = new Map<string, EventBatch>();
    for (const { batchId: id, envelope } of events) {
      const batch = told.get(id) ?? { id, cityCode, events: [] };
      batch.events.push(JSON.parse(envelope) as EventEnvelope);
      told.set(id, batch);
    }
    const fresh = await takeEvents(tx, [...told.values()]);
    if (fresh.length > 0) await this.fold(fresh, tx);
  }

  /**
   * Totals of a region. `asOf` is when the newest event that these counters hold happened. It does not say
   * that all events before it are there: services publish on their own and nothing orders them. What is
   * still on its way arrives within the outbox's and consumer's lag (`/metrics`), and counts on its own day.
   * @throws DomainError `access.foreignRegion`, `report.spanInvalid`, `region.unknown`
   */
  async getTotals(input: TotalsInput, call: Call): Promise<Totals> {
    const region = listScope(call.actor, input.region);
    const days = readSpan(input.from, input.to, this.today());
    await this.directory.get(region.code, call.traceId);
    const reading = await this.read(region, sizeOf(region), days);
    assertAddsUp(reading.total, reading.parts);
    return totalsOf(region, days, reading);
  }

  /**
   * Totals of a region and of its parts, from one reading: the parts always add up.
   * @throws DomainError `access.foreignRegion`, `report.spanInvalid`, `region.unknown`
   */
  async getBreakdown(input: TotalsInput, call: Call): Promise<Breakdown> {
    const region = listScope(call.actor, input.region);
    const days = readSpan(input.from, input.to, this.today());
    const detail = await this.directory.get(region.code, call.traceId);
    const reading = await this.read(region, partSize(detail), days);
    const children = breakDown(detail, reading.parts);
    assertAddsUp(reading.total, children);
    return { ...totalsOf(region, days, reading), children };
  }

  private read(region: RegionRange, size: number, { from, to }: Days): Promise<store.Reading> {
    const isEver = from === undefined && to === this.today();
    return store.readSums(this.database, region, size, {
      from: isEver ? undefined : (from ?? '-infinity'),
      to,
    });
  }

  /** Who is verified, what was served, and both by where volunteers live. Records are locked first, then people. */
  private async followPeople(events: EventEnvelope[], tally: Tally, tx: Tx, isAgain: boolean): Promise<void> {
    const merging = events.filter(isMerge);
    const merges = await this.enterMerges(merging, tx);
    const told = newestOf(events.filter(isVerification).map(standingOf));
    const records = served.newestOf(await asKept(tx, events.filter(isRecord).map(servedOf)));
    if (told.length + records.length + merges.length === 0) return;
    const counted = records.length > 0 ? await lockCounted(tx, records) : [];
    const carried = merges.length > 0 ? await carriedDays(tx, merges) : [];
    const spokenOf = newestOf([...told, ...[...counted, ...records, ...carried].flatMap(unheardOf)]);
    const known = await store.lockKnown(tx, spokenOf);
    const moved = follow(tally, known, told, isAgain);
    await store.writeStandings(tx, moved);
    const { changed, given, reached } = served.follow(tally, counted, records, isAgain);
    if (changed.length > 0) await writeCounted(tx, changed);
    await changeRecipients(tx, reached);
    await this.followHomes(tally, known, moved, sumDays([...carried, ...given]), tx);
  }

  /** From then on whatever is told of a merged registration is the kept one's. */
  private async enterMerges(events: EventEnvelope<VolunteerMerged>[], tx: Tx): Promise<Merge[]> {
    if (events.length === 0) return [];
    const merges = await enterMerges(
      tx,
      events.map(({ data }) => data),
    );
    if (merges.length > 0) await carryRecords(tx, merges);
    return merges;
  }

  private async followHomes(
    tally: Tally,
    known: readonly Standing[],
    moved: readonly Standing[],
    given: readonly GivenDay[],
    tx: Tx,
  ): Promise<void> {
    const [homesBefore, homesAfter] = [homesOf(known), homesOf([...known, ...moved])];
    const movers = moved
      .map(({ volunteerId }) => volunteerId)
      .filter((id) => homesBefore.get(id) !== homesAfter.get(id));
    const ids = [...new Set([...movers, ...given.map(({ volunteerId }) => volunteerId)])];
    if (ids.length === 0) return;
    const days = given.map(({ day }) => day).sort();
    const [first, last] = movers.length > 0 ? ['1970-01-01', '9000-01-01'] : [days[0], days.at(-1)];
    const daysBefore = await readGiven(tx, ids, first as string, last as string);
    writeStands(tx, countHomes(tally, { homesBefore, homesAfter, daysBefore, given }).all());
    await writeGiven(tx, given);
  }

  private today(): string {
    return shanghaiDay(this.clock.now());
  }
}

function isVerification(event: EventEnvelope): event is EventEnvelope<VolunteerVerified> {
  return event.subject === volunteerEvents.verified.subject;
}

function standingOf({ cityCode, data }: EventEnvelope<VolunteerVerified>): Standing {
  return {
    cityCode,
    volunteerId: data.volunteerId,
    version: data.version,
    verified: data.verification === 'verified',
    communityCode: codeOf(data.communityCode),
    day: dayOf(data.decidedAt),
  };
}

function isMerge(event: EventEnvelope): event is EventEnvelope<VolunteerMerged> {
  return event.subject === mergeEvents.merged.subject;
}

/** What was served under a registration that is merged is the kept one's. */
async function asKept(tx: Tx, records: readonly served.Served[]): Promise<served.Served[]> {
  const kept = await keptIds(
    tx,
    records.flatMap(({ volunteerId }) => volunteerId ?? []),
  );
  return records.map((record) => {
    const volunteerId = kept.get(record.volunteerId ?? '');
    return volunteerId === undefined ? record : { ...record, volunteerId };
  });
}

function isRecord(event: EventEnvelope): event is EventEnvelope<ServiceRecordConfirmed> {
  return event.subject === errandEvents.recordConfirmed.subject;
}

function servedOf({ cityCode, data }: EventEnvelope<ServiceRecordConfirmed>): served.Served {
  return {
    cityCode,
    recordId: data.recordId,
    volunteerId: data.volunteerId,
    version: data.version,
    communityCode: codeOf(data.communityCode),
    day: dayOf(data.endedAt),
    verification: data.verification,
    serviceMinutes: data.serviceMinutes,
    recipientKey: data.recipientKey ?? null,
    householdKey: data.householdKey ?? null,
  };
}

/** The volunteer of a record or day, before anything else is heard of them. */
function unheardOf({
  cityCode,
  volunteerId,
  day,
}: Pick<served.Served, 'cityCode' | 'volunteerId' | 'day'>): Standing[] {
  if (volunteerId === null) return [];
  return [{ cityCode, volunteerId, version: 0, verified: false, communityCode: cityCode * 1e8, day }];
}

function totalsOf(region: RegionRange, { from, to }: Days, reading: store.Reading): Totals {
  const { total, eventAt, countedAt } = reading;
  return {
    region: formatRegion(region.code),
    from,
    to,
    metrics: total,
    ...(from === undefined && { creditsOutstandingMinutes: outstandingOf(total) }),
    costPerErrandFen: costPerErrandFen(total),
    asOf: eventAt?.toISOString(),
    lagMs: eventAt && countedAt ? Math.max(0, countedAt.getTime() - eventAt.getTime()) : 0,
  };
}

/** What moves between accounts neither makes credits nor ends them. */
function outstandingOf(ever: Metrics): number {
  return ever.creditsIssuedMinutes - ever.creditsExpiredMinutes + ever.creditsWrittenOffMinutes;
}

function newestByCity(events: readonly EventEnvelope[]): Map<number, string> {
  const newest = new Map<number, string>();
  for (const { cityCode, occurredAt } of events)
    if (occurredAt > (newest.get(cityCode) ?? '')) newest.set(cityCode, occurredAt);
  return newest;
}

function codeOf(region: string): number {
  return parseRegion(region).code;
}

function dayOf(instant: string): string {
  return shanghaiDay(new Date(instant));
}
