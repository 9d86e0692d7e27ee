import { afterEach, beforeEach, expect, it } from '@jest/globals';
import {
  type Actor,
  DomainError,
  errandEvents,
  errands,
  type EventEnvelope,
  type ServiceRecordConfirmed,
} from '#contracts';
import { newId, newTraceId } from '#platform';
import { tell } from '#testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { HoldsJob } from '../../../apps/ledger/src/holds.job.js';
import { type Errand, NaiveBank, type Service } from './model.js';
import { cityCode, must, Town } from './town.js';

// Real: PostgreSQL, NATS and four services. A seeded history of paid needs is done to them and to a naive model;
// every few steps all balances, holds and totals must agree. A failure names seed and step.
const seeds = [20_260_302, 7, 4_711];
const steps = 150;
const checkEvery = 15;
const payerCount = 3;
const courierCount = 4;
const startMinutes = 300;

let town: Town;
let tasks: NatsConnection;
// A town each: weeks later its jobs confirm what an earlier history left open.
beforeEach(async () => {
  // A day, which no history lasts: the job of no-shows goes by the real minute, and the model knows none.
  town = await Town.open({ env: { NO_SHOW_GRACE_MINUTES: '1440' } });
  tasks = await town.house.connectAs('tasks');
}, 60_000);
afterEach(() => town.close());

/** Mulberry32. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

interface Known {
  id: string;
  errand: Errand;
  claims: { id: string; service: Service }[];
}

class History {
  readonly needs: Known[] = [];
  private readonly bank = new NaiveBank(payerCount, courierCount, startMinutes);
  private readonly begin = town.clock.now().getTime();
  private issuedBefore = 0;
  /** How often each kind of step was taken. */
  readonly taken = new Map<string, number>();

  private constructor(
    private readonly roll: (sides: number) => number,
    private readonly elders: Actor[],
    private readonly couriers: Actor[],
  ) {}

  static async open(seed: number): Promise<History> {
    const elders: Actor[] = [];
    for (let i = 0; i < payerCount; i++) {
      const { id } = await town.volunteer(startMinutes / 2);
      const helped = must(
        await town.post({ residentId: (await town.resident()).id, windowEnd: town.inHours(10) }),
      );
      must(await town.accept(helped.id));
      must(await town.confirm((await town.serve(helped.id, { id, role: 'volunteer' }, startMinutes / 2)).id));
      elders.push(await town.resident({ id }));
    }
    const serving: Actor[] = [];
    for (let i = 0; i < courierCount; i++) serving.push(await town.volunteer());
    await town.work();
    const history = new History(dice(seed), elders, serving);
    history.issuedBefore = (await town.audit()).issuedMinutes;
    return history;
  }

  async step(): Promise<void> {
    const kinds = [
      'post',
      'post',
      'accept',
      'accept',
      'claim',
      'claim',
      'claim',
      'serve',
      'serve',
      'serve',
      'confirm',
    ].concat([
      'confirm',
      'confirm',
      'correct',
      'correct',
      'cancel',
      'release',
      'dispute',
      'void',
      'expire',
      'work',
    ]) as (keyof typeof this.does)[];
    const kind = kinds[this.roll(kinds.length)] ?? 'work';
    if (await this.does[kind].call(this)) this.taken.set(kind, (this.taken.get(kind) ?? 0) + 1);
  }

  async check(): Promise<void> {
    await town.work();
    this.bank.settle(this.now);
    const real = {
      elders: await Promise.all(this.elders.map((elder) => town.balance(elder))),
      couriers: await Promise.all(this.couriers.map(async (courier) => (await town.balance(courier))[0])),
    };
    expect(real).toEqual({
      elders: this.bank.balances.map((balance, i) => [balance, this.bank.held[i]]),
      couriers: this.bank.earned,
    });
    const { faults, issuedMinutes } = await town.audit();
    expect(faults).toEqual([]);
    expect(issuedMinutes - this.issuedBefore).toBe(this.bank.issuedMinutes);
    for (const { id, errand } of this.needs) {
      const { payment } = await town.need(id);
      const charged = errand.services.reduce((sum, service) => sum + service.charged, 0);
      expect([id, payment?.chargedMinutes]).toEqual([id, charged]);
    }
  }

  /** Weeks later nothing is held, whatever became of it. */
  async end(): Promise<void> {
    town.clock.advanceMinutes(40 * 24 * 60);
    const jobs = town.house.services.filter(({ name }) => name === 'ledger');
    for (const { app } of jobs) await app.get(HoldsJob).run();
    await town.work();
    expect(
      (await Promise.all(this.elders.map((elder) => town.balance(elder)))).map(([, held]) => held),
    ).toEqual(this.elders.map(() => 0));
    const open = await town.house.sql('select state from tasks.need_payment where state in ($1, $2)', [
      'holding',
      'held',
    ]);
    expect(open).toEqual([]);
  }

  private get now(): number {
    return (town.clock.now().getTime() - this.begin) / 60_000;
  }

  private pick<T>(items: readonly T[]): T | undefined {
    return items[this.roll(Math.max(1, items.length))];
  }

  private claimsIn(...states: Service['state'][]) {
    return this.needs.flatMap((known) =>
      known.claims.flatMap((claim) => (states.includes(claim.service.state) ? [{ known, ...claim }] : [])),
    );
  }

  private readonly does = {
    post: async (): Promise<boolean> => {
      await town.quiet();
      const [payer, slots, expectedMinutes] = [
        this.roll(payerCount),
        1 + this.roll(3),
        10 * (1 + this.roll(6)),
      ];
      const residentId = this.elders[payer]?.id ?? '';
      const answer = await town.post({ residentId, payment: 'exchange', slots, expectedMinutes });
      expect(answer instanceof DomainError ? answer.code : 'ok').toBe(
        this.bank.canPost(payer, slots, expectedMinutes) ? 'ok' : 'ledger.insufficient',
      );
      if (answer instanceof DomainError) return true;
      const windowEnd = (Date.parse(answer.windowEnd) - this.begin) / 60_000;
      const errand: Errand = {
        ...{ payer, slots, expectedMinutes, windowEnd, state: 'asked', openHolds: 0, services: [] },
      };
      this.bank.errands.push(errand);
      this.needs.push({ id: answer.id, errand, claims: [] });
      return true;
    },
    accept: async (): Promise<boolean> => {
      const waiting = this.needs.filter(
        ({ errand }) => ['asked', 'refused'].includes(errand.state) && errand.windowEnd > this.now,
      );
      const known = this.pick(waiting);
      if (!known) return false;
      await town.quiet();
      const answer = await town.accept(known.id);
      const expected = this.bank.accept(known.errand) ? 'ok' : 'ledger.insufficient';
      expect(answer instanceof DomainError ? answer.code : 'ok').toBe(expected);
      return true;
    },
    claim: async (): Promise<boolean> => {
      const taken = ({ errand }: Known) => errand.services.filter(({ state }) => state !== 'gone').length;
      const open = this.needs.filter(
        (known) =>
          known.errand.state === 'open' &&
          known.errand.windowEnd > this.now &&
          taken(known) < known.errand.slots,
      );
      const [known, volunteer] = [this.pick(open), this.roll(courierCount)];
      const isThere = known?.errand.services.some(
        (each) => each.volunteer === volunteer && each.state !== 'gone',
      );
      if (!known || isThere) return false;
      // Which claim of a courier on an errand is the newest is told by the minute.
      town.clock.advanceMinutes(1);
      const { errandId = '' } = await town.need(known.id);
      const courier = this.couriers[volunteer] as Actor;
      const answer = await town.house.ask(errands.claim, { id: newId(), errandId }, courier);
      // Busy elsewhere, or on this very errand: a courier cannot be in two places.
      if (answer instanceof DomainError || answer.alreadyYours) return false;
      const service: Service = {
        ...{ volunteer, state: 'claimed', minutes: 0, charged: 0, isPaid: false, version: 0 },
      };
      known.errand.services.push(service);
      known.claims.push({ id: answer.id, service });
      return true;
    },
    release: async (): Promise<boolean> => {
      const claim = this.pick(this.claimsIn('claimed'));
      if (!claim) return false;
      const { errandId = '' } = await town.need(claim.known.id);
      const courier = this.couriers[claim.service.volunteer] as Actor;
      must(await town.house.ask(errands.release, { errandId, reason: 'flat tyre' }, courier));
      claim.service.state = 'gone';
      return true;
    },
    serve: async (): Promise<boolean> => {
      const claim = this.pick(this.claimsIn('claimed'));
      if (!claim) return false;
      const { errandId = '', serviceCode } = await town.need(claim.known.id);
      const courier = this.couriers[claim.service.volunteer] as Actor;
      must(await town.house.ask(errands.checkIn, { errandId, code: serviceCode }, courier));
      const minutes = 5 + this.roll(60);
      town.clock.advanceMinutes(minutes);
      const record = must(await town.house.ask(errands.checkOut, { errandId }, courier));
      Object.assign(claim.service, { state: 'finished', minutes: record.serviceMinutes });
      return true;
    },
    confirm: async (): Promise<boolean> => {
      const claim = this.pick(this.claimsIn('finished'));
      if (!claim) return false;
      await town.quiet();
      const minutes = 1 + this.roll(claim.service.minutes);
      must(await town.confirm(claim.id, minutes));
      this.bank.record(claim.known.errand, claim.service, minutes);
      return true;
    },
    correct: async (): Promise<boolean> => {
      const claim = this.pick(this.claimsIn('confirmed'));
      if (!claim) return false;
      await town.quiet();
      const minutes = 1 + this.roll(90);
      const volunteerId = this.couriers[claim.service.volunteer]?.id ?? '';
      const { errandId = '' } = await town.need(claim.known.id);
      const at = town.clock.now().toISOString();
      const data: ServiceRecordConfirmed = {
        ...{
          recordId: claim.id,
          errandId,
          volunteerId,
          communityCode: '120116014001',
          serviceMinutes: minutes,
        },
        ...{
          verification: 'deviceVerified',
          endedAt: at,
          confirmedAt: at,
          version: claim.service.version + 1,
        },
      };
      const told: EventEnvelope = {
        ...{ id: newId(), subject: errandEvents.recordConfirmed.subject, cityCode, occurredAt: at },
        ...{ traceId: newTraceId(), data },
      };
      // Twice, as a network would.
      await tell(tasks, [told], [told]);
      await town.quiet();
      this.bank.record(claim.known.errand, claim.service, minutes);
      return true;
    },
    cancel: async (): Promise<boolean> => {
      const live = this.needs.filter(({ errand }) => errand.state !== 'cancelled');
      const known = this.pick(live);
      if (!known || this.roll(2) === 0) return false;
      const answer = await town.cancel(known.id);
      // Fulfilled or closed: too late to call off.
      if (answer instanceof DomainError) return false;
      this.bank.cancel(known.errand);
      return true;
    },
    /** As a dispute would leave the claim, for which there is no request here. */
    dispute: async (): Promise<boolean> => {
      const claim = this.pick(this.claimsIn('finished'));
      if (!claim) return false;
      await town.house.sql(`update tasks.claim set state = 'disputed' where id = $1`, [claim.id]);
      claim.service.state = 'disputed';
      return true;
    },
    void: async (): Promise<boolean> => {
      const claim = this.pick(this.claimsIn('disputed'));
      if (!claim) return false;
      await town.house.sql(`update tasks.claim set state = 'voided' where id = $1`, [claim.id]);
      claim.service.state = 'gone';
      return true;
    },
    expire: (): Promise<boolean> => {
      town.clock.advanceMinutes(30 + this.roll(60));
      return Promise.resolve(true);
    },
    work: async (): Promise<boolean> => {
      await town.work();
      this.bank.settle(this.now);
      return true;
    },
  };
}

it.each(seeds)(
  'a random history of paid needs is what a naive bank says, seed %i',
  async (seed) => {
    const history = await History.open(seed);
    for (let step = 1; step <= steps; step++) {
      await history.step();
      if (step % checkEvery === 0) await history.check();
    }
    expect([...history.taken.keys()].length).toBeGreaterThan(8);
    await history.end();
  },
  180_000,
);
