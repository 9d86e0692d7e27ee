import type { Point } from '#contracts';
import { distanceMetres } from '../../../apps/tasks/src/place.js';
import { Agenda } from './agenda.js';
import type { Assumptions, Scenario } from './assumptions.js';
import { fateOf } from './dice.js';
import { type Figures, figuresOf } from './figures.js';
import { CellMap, type Places } from './map.js';
import type { OpenNeed, Reach, Strategy } from './strategies.js';
import {
  type Courier,
  dayMs,
  dutyEnd,
  groundOf,
  hourMs,
  isOnDuty,
  makeWorld,
  minuteMs,
  moveCouriers,
  type Need,
  startMs,
  type World,
} from './world.js';

const stretchMs = 20 * minuteMs;
/** Looked up beyond those wanted now, for those who are asked or busy before the couriers move again. */
const spare = 40;

type Happening =
  | { kind: 'stretch'; stretch: number }
  | { kind: 'opens'; need: Need }
  | { kind: 'round'; open: OpenNeed; number: number }
  | { kind: 'answers'; open: OpenNeed; courier: Courier; takes: boolean }
  | { kind: 'browses'; courier: Courier }
  | { kind: 'givesBack'; open: OpenNeed; courier: Courier };

/** What the salts of `fateOf` stand for. */
const salts = {
  takes: 1,
  refuses: 2,
  answers: 3,
  browses: 4,
  dropsOut: 5,
  dropsOutAt: 6,
  looks: 7,
  leaves: 8,
} as const;

/** Where couriers and open errands are looked up. */
export interface Maps {
  onDuty: Places<Courier>;
  open: Places<OpenNeed>;
}

/** Plays a scenario with a strategy, event by event; its clock is the agenda. */
export function simulate(
  scenario: Scenario,
  strategy: Strategy,
  assumptions: Assumptions,
  seed: number,
  maps: Maps = byCells(scenario),
): Figures {
  return new Simulation(makeWorld(scenario, seed), scenario, strategy, assumptions, seed, maps).run();
}

function byCells(scenario: Scenario): Maps {
  const ground = groundOf(scenario);
  return { onDuty: new CellMap(ground), open: new CellMap(ground) };
}

class Simulation {
  private readonly agenda = new Agenda<Happening>();
  /** On duty, and not out of reach for the rest of the day. */
  private readonly onDuty: Places<Courier>;
  private readonly open: Places<OpenNeed>;
  private readonly isOpen = new Set<OpenNeed>();
  private readonly waitsMs: number[] = [];
  private readonly served = new Set<Need>();
  private stretch = -1;
  private alerts = 0;
  private asks = 0;

  constructor(
    private readonly world: World,
    private readonly scenario: Scenario,
    private readonly strategy: Strategy,
    private readonly assumptions: Assumptions,
    private readonly seed: number,
    { onDuty, open }: Maps,
  ) {
    [this.onDuty, this.open] = [onDuty, open];
  }

  run(): Figures {
    const stretches = (this.scenario.days * dayMs) / stretchMs;
    for (let stretch = 0; stretch < stretches; stretch++)
      this.agenda.add(startMs + stretch * stretchMs, { kind: 'stretch', stretch });
    for (const need of this.world.needs) this.agenda.add(need.openedAtMs, { kind: 'opens', need });
    for (let next = this.agenda.take(); next; next = this.agenda.take()) this.happen(next.what, next.atMs);
    return figuresOf({
      needs: this.world.needs.length,
      served: this.served.size,
      waitsMs: this.waitsMs,
      alerts: this.alerts,
      errands: this.world.couriers.map(({ errands }) => errands),
    });
  }

  private happen(what: Happening, nowMs: number): void {
    switch (what.kind) {
      case 'stretch':
        return this.move(what.stretch, nowMs);
      case 'opens': {
        const { need } = what;
        return this.reopen(
          { need, openedAtMs: nowMs, rounds: 0, phase: 0, alerts: [], excluded: new Set() },
          nowMs,
        );
      }
      case 'round':
        return what.number === what.open.rounds ? this.round(what.open, nowMs) : undefined;
      case 'answers':
        return this.answer(what.open, what.courier, what.takes, nowMs);
      case 'browses':
        return this.browse(what.courier, nowMs);
      case 'givesBack':
        return this.giveBack(what.open, what.courier, nowMs);
    }
  }

  private move(stretch: number, nowMs: number): void {
    const { couriers } = this.world;
    this.stretch = stretch;
    moveCouriers(couriers, stretch, this.seed);
    this.onDuty.clear();
    const isMidnight = (nowMs - startMs) % dayMs === 0;
    for (const courier of couriers) {
      if (isMidnight) {
        courier.candidate.alertsToday = 0;
        courier.hasLeft = false;
      }
      if (!isOnDuty(courier, nowMs)) continue;
      courier.candidate.times = {
        ...courier.candidate.times,
        override: { on: true, untilMs: dutyEnd(courier, nowMs) },
      };
      if (this.strategy.asksAgain(courier.candidate)) this.onDuty.add(courier.candidate.place, courier);
      // Looks fall evenly over the stretch, so many on average.
      const chance = stretchMs / (this.assumptions.browseMinutes * minuteMs);
      const fate = fateOf(courier.index, stretch, this.seed + salts.looks);
      if (fate < chance) this.agenda.add(nowMs + (fate / chance) * stretchMs, { kind: 'browses', courier });
    }
  }

  private reopen(open: OpenNeed, nowMs: number): void {
    this.isOpen.add(open);
    this.open.add(open.need.place, open);
    this.plan(open, nowMs);
  }

  private plan(open: OpenNeed, atMs: number): void {
    this.agenda.add(atMs, { kind: 'round', open, number: ++open.rounds });
  }

  private close(open: OpenNeed): void {
    this.isOpen.delete(open);
    open.known = undefined;
    this.open.remove(open.need.place, open);
  }

  private round(open: OpenNeed, nowMs: number): void {
    if (!this.isOpen.has(open)) return;
    if (nowMs >= open.need.windowEndMs) return this.close(open);
    const { ask, expiresAtMs, nextMs } = this.strategy.plan(open, nowMs, this.reachOf(open, nowMs));
    for (const courier of ask) this.ask(open, courier, expiresAtMs, nowMs);
    this.plan(open, Math.min(Math.max(nextMs, nowMs + 1), open.need.windowEndMs));
  }

  private reachOf(open: OpenNeed, nowMs: number): Reach {
    const { place } = open.need;
    const mayBeAsked = (courier: Courier) => {
      courier.candidate.overlaps = courier.busyUntilMs > nowMs;
      // The map holds nobody else, to be quick: see `ask` and `move`.
      const isThere = isOnDuty(courier, nowMs) && this.strategy.asksAgain(courier.candidate);
      return isThere && !open.excluded.has(courier);
    };
    // Couriers are known by cell: those of one are equally far.
    let last: { place: Point; metres: number } | undefined;
    const metresTo = ({ candidate }: Courier) => {
      if (
        last?.place.longitude !== candidate.place.longitude ||
        last.place.latitude !== candidate.place.latitude
      )
        last = { place: candidate.place, metres: distanceMetres(candidate.place, place) };
      return last.metres;
    };
    const search = (radiusMetres: number, most: number) =>
      this.onDuty.nearest(place, radiusMetres, most, metresTo, mayBeAsked, ({ index }) => index);
    return {
      all: (radiusMetres) => this.onDuty.around(place, radiusMetres).filter(mayBeAsked),
      nearest: (radiusMetres, most, fits = () => true) =>
        this.nearestKnown(
          open,
          radiusMetres,
          most,
          search,
          (courier) => mayBeAsked(courier) && fits(courier),
        ),
    };
  }

  /**
   * The nearest who fit, out of a longer list that is searched for once a stretch: within it nobody moves or comes on
   * duty, so whoever is not in a list of the nearest is farther than all who are.
   */
  private nearestKnown(
    open: OpenNeed,
    radiusMetres: number,
    most: number,
    search: (radiusMetres: number, most: number) => Courier[],
    fits: (courier: Courier) => boolean,
  ): Courier[] {
    const look = (length: number) => ({
      ...{ stretch: this.stretch, radiusMetres, length },
      couriers: search(radiusMetres, length),
    });
    let { known } = open;
    if (known?.stretch !== this.stretch || known.radiusMetres !== radiusMetres) known = look(most + spare);
    for (;;) {
      open.known = known;
      const found = firstOf(known.couriers, most, fits);
      if (found.length === most || known.couriers.length < known.length) return found;
      known = look(known.length * 2);
    }
  }

  private ask(open: OpenNeed, courier: Courier, expiresAtMs: number, nowMs: number): void {
    const { index } = open.need;
    const chance =
      this.chance(open, courier, nowMs) *
      0.5 ** (courier.candidate.alertsToday / this.assumptions.alertsUntilHalfRead);
    open.excluded.add(courier);
    const id = String(this.asks++);
    open.alerts.push({ id, volunteerId: courier.candidate.volunteerId, state: 'sent', expiresAtMs, courier });
    this.alerts++;
    courier.candidate.alertsToday++;
    const { annoyedAfterAlerts, leaveShare } = this.assumptions;
    if (courier.candidate.alertsToday > annoyedAfterAlerts)
      courier.hasLeft ||= fateOf(courier.index, this.asks, this.seed + salts.leaves) < leaveShare;
    if (courier.hasLeft || !this.strategy.asksAgain(courier.candidate))
      this.onDuty.remove(courier.candidate.place, courier);
    const takes = fateOf(courier.index, index, this.seed + salts.takes) < chance;
    const refuses = fateOf(courier.index, index, this.seed + salts.refuses) < this.assumptions.refusalShare;
    if (!takes && !refuses) return;
    // Exponential: its median is what is assumed.
    const fate = fateOf(courier.index, index, this.seed + salts.answers);
    const seconds = (-Math.log(1 - fate) / Math.LN2) * this.assumptions.answerMedianSeconds;
    this.agenda.add(nowMs + seconds * 1000, { kind: 'answers', open, courier, takes });
  }

  /** How likely a rested courier takes an errand, by distance, hour and gladness. */
  private chance(open: OpenNeed, courier: Courier, nowMs: number): number {
    const { willingness, nearMetres, farMetres, peakHours, peakShare } = this.assumptions;
    const metres = distanceMetres(courier.candidate.place, open.need.place);
    const hour = Math.floor(((nowMs - startMs) % dayMs) / hourMs);
    const load = peakHours.includes(hour) ? peakShare : 1;
    return willingness * courier.gladness * load * Math.exp(-Math.max(0, metres - nearMetres) / farMetres);
  }

  private answer(open: OpenNeed, courier: Courier, takes: boolean, nowMs: number): void {
    const alert = open.alerts.findLast((each) => each.courier === courier);
    if (alert?.state === 'sent') alert.state = takes ? 'accepted' : 'refused';
    if (!this.isOpen.has(open)) return;
    if (takes) this.claim(open, courier, nowMs);
    else if (this.strategy.replaces) this.plan(open, nowMs);
  }

  private browse(courier: Courier, nowMs: number): void {
    if (!isOnDuty(courier, nowMs) || courier.busyUntilMs > nowMs) return;
    const { browseMetres, browseFactor } = this.assumptions;
    const place = courier.candidate.place;
    const [nearest] = this.open.nearest(
      place,
      browseMetres,
      1,
      ({ need }) => distanceMetres(place, need.place),
      ({ excluded }) => !excluded.has(courier),
      ({ need }) => need.index,
    );
    if (!nearest) return;
    const fate = fateOf(courier.index, nearest.need.index, this.seed + salts.browses);
    if (fate < this.chance(nearest, courier, nowMs) * browseFactor) this.claim(nearest, courier, nowMs);
  }

  private claim(open: OpenNeed, courier: Courier, nowMs: number): void {
    const { need } = open;
    if (nowMs >= need.windowEndMs || courier.busyUntilMs > nowMs || !isOnDuty(courier, nowMs)) return;
    const { metresPerMinute, dropOutShare } = this.assumptions;
    this.close(open);
    this.waitsMs.push(nowMs - open.openedAtMs);
    this.served.add(need);
    courier.errands++;
    courier.candidate.errandsLately++;
    const way = distanceMetres(courier.candidate.place, need.place) / metresPerMinute;
    courier.busyUntilMs = nowMs + (way + need.expectedMinutes) * minuteMs;
    if (fateOf(courier.index, need.index, this.seed + salts.dropsOut) >= dropOutShare) return;
    const later = 5 + fateOf(courier.index, need.index, this.seed + salts.dropsOutAt) * 20;
    this.agenda.add(Math.min(nowMs + later * minuteMs, courier.busyUntilMs), {
      kind: 'givesBack',
      open,
      courier,
    });
  }

  /** 退单: open again, for everybody but who gave it back and who refused it. */
  private giveBack(open: OpenNeed, courier: Courier, nowMs: number): void {
    const { need } = open;
    this.served.delete(need);
    courier.errands--;
    courier.candidate.errandsLately--;
    courier.busyUntilMs = nowMs;
    if (nowMs >= need.windowEndMs) return;
    const refused = open.alerts.filter(({ state }) => state === 'refused').map((alert) => alert.courier);
    this.reopen(
      { need, openedAtMs: nowMs, rounds: 0, phase: 0, alerts: [], excluded: new Set([courier, ...refused]) },
      nowMs,
    );
  }
}

function firstOf<T>(things: readonly T[], most: number, fits: (thing: T) => boolean): T[] {
  const found: T[] = [];
  for (const thing of things) {
    if (found.length === most) break;
    if (fits(thing)) found.push(thing);
  }
  return found;
}
