import {
  type EventEnvelope,
  hazardCategories,
  hazardEvents,
  type HazardCategory,
  type HazardFigures,
  type HazardMoved,
  type HazardReport,
  type HazardReported,
  type TotalsInput,
} from '#contracts';
import { type Call, Clock, Database, listScope, shanghaiDay, type Tx } from '#platform';
import { formatRegion, parseRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { bucketOf, quantile } from './closure.js';
import { readFreshness } from './freshness.store.js';
import * as store from './hazards.store.js';
import { readSpan } from './span.js';

@Injectable()
export class HazardReportsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts the hazards of a batch, each event on its own day, however late it comes. */
  async fold(events: EventEnvelope[], tx: Tx): Promise<void> {
    const steps: store.HazardAddition<string>[] = [];
    const closures: store.HazardAddition<number>[] = [];
    for (const { subject, cityCode, data } of events.filter(isOfHazard)) {
      const isReport = subject === hazardEvents.reported.subject;
      const { communityCode, category, at } = data as HazardReported | HazardMoved;
      const where = { cityCode, communityCode: parseRegion(communityCode).code, category };
      const place = { ...where, day: shanghaiDay(new Date(at)) };
      const { step, minutesOpen } = data as HazardMoved;
      steps.push({ ...place, key: isReport ? 'reported' : step });
      if (!isReport && step === 'closed') closures.push({ ...place, key: bucketOf(minutesOpen) });
    }
    await store.addHazards(tx, 'hazard_counter', steps);
    await store.addHazards(tx, 'hazard_closure', closures);
  }

  /** @throws DomainError `access.foreignRegion`, `report.spanInvalid` */
  async get(input: TotalsInput, call: Call): Promise<HazardReport> {
    const region = listScope(call.actor, input.region);
    const { from, to } = readSpan(input.from, input.to, shanghaiDay(this.clock.now()));
    const fresh = await readFreshness(this.database, region);
    const sums = await store.readHazards(this.database, region, from, to);
    const categories = hazardCategories
      .filter((category) => sums.some((sum) => sum.category === category))
      .map((category) => ({ category, ...figuresOf(ofCategory(sums, category)) }));
    return { region: formatRegion(region.code), from, to, all: figuresOf(sums), categories, ...fresh };
  }
}

function isOfHazard({ subject }: EventEnvelope): boolean {
  return subject === hazardEvents.reported.subject || subject === hazardEvents.moved.subject;
}

function ofCategory(sums: readonly store.HazardSum[], category: HazardCategory): store.HazardSum[] {
  return sums.filter((sum) => sum.category === category);
}

function figuresOf(sums: readonly store.HazardSum[]): HazardFigures {
  const closures = new Map<number, number>();
  const steps = new Map<string, number>();
  for (const { step, bucket, n } of sums) {
    if (bucket !== null) closures.set(bucket, (closures.get(bucket) ?? 0) + n);
    else if (step !== null) steps.set(step, (steps.get(step) ?? 0) + n);
  }
  const of = (step: string) => steps.get(step) ?? 0;
  return {
    reports: of('reported'),
    hazards: of('routed'),
    handled: of('handled'),
    fedBack: of('fedBack'),
    closed: of('closed'),
    reopened: of('reopened'),
    closureP50Minutes: quantile(closures, 0.5),
    closureP95Minutes: quantile(closures, 0.95),
  };
}
