import { Injectable } from '@nestjs/common';
import {
  DomainError,
  type Done,
  type RegisterVolunteerInput,
  stations,
  volunteerEvents,
  volunteers,
  type VolunteerView,
} from '#contracts';
import {
  type BatchCall,
  type Call,
  Clock,
  Database,
  failed,
  type NewEvent,
  once,
  Outbox,
  type Outcome,
  RpcClient,
  Seal,
  sees,
  shanghaiDay,
  systemCall,
  type Tx,
} from '#platform';
import { ancestor, formatRegion, parseRegion } from '#regions';
import { checkSite } from './courier.site.js';
import { StarsService } from './stars.service.js';
import { phoneDigest, sealRegistration, volunteerView } from './volunteer.views.js';
import { decideRegistrations } from './registering.service.js';
import { addConsents, insertVolunteers, nextSequences, renewConsents } from './registering.store.js';
import { admit, isMinorOn } from './registration.js';
import { type PresentVolunteer, VolunteerEntity } from './volunteer.entity.js';
import { volunteerNumber } from './volunteer-number.js';

type Registering = BatchCall<RegisterVolunteerInput>;

/** An item nothing speaks against but, perhaps, who is registered; read and sealed once. */
interface Admitted {
  item: Registering;
  wanted: PresentVolunteer;
}

/** Somebody who comes in by this batch. */
interface Fresh {
  volunteer: PresentVolunteer;
  /** Was refused before. */
  isAgain: boolean;
  item: Registering;
}

/**
 * Registration with the real name: by the volunteer, by a committee or station at its desk, or line by line
 * of a roll. A batch is one set of statements; each of it is registered or refused on its own.
 */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly rpc: RpcClient,
    private readonly seal: Seal,
    private readonly stars: StarsService,
  ) {}

  /** Answers each item: the volunteer, or an error of the contract. */
  async register(items: Registering[]): Promise<Outcome<VolunteerView>[]> {
    const { admitted, refusals } = await this.examine(items);
    const keyed = admitted.filter(({ item }) => item.key);
    const together = admitted.filter(({ item }) => !item.key);
    const [once, all] = await Promise.all([
      Promise.all(keyed.map((each) => this.registerOnce(each))),
      together.length > 0 ? this.database.transaction((tx) => this.registerAll(tx, together)) : [],
    ]);
    const answers = new Map<Registering, Outcome<VolunteerView>>(refusals);
    keyed.forEach(({ item }, index) => answers.set(item, once[index] as Outcome<VolunteerView>));
    const results = await this.answers(together, all);
    together.forEach(({ item }, index) => answers.set(item, results[index] as Outcome<VolunteerView>));
    return items.map((item) => answers.get(item) as Outcome<VolunteerView>);
  }

  /** As {@link register}, but nothing is kept: what a roll would do. Lines of other batches are not seen. */
  async check(items: Registering[]): Promise<Outcome<Done>[]> {
    const { admitted, refusals } = await this.examine(items);
    const undone = new Error('only checked');
    let all: (PresentVolunteer | DomainError)[] = [];
    const checking = this.database.transaction(async (tx) => {
      all = await this.registerAll(tx, admitted);
      throw undone;
    });
    await checking.catch((error: unknown) => {
      if (error !== undone) throw error;
    });
    const answers = new Map<Registering, Outcome<Done>>(refusals);
    admitted.forEach(({ item }, index) => {
      const result = all[index];
      answers.set(item, result instanceof DomainError ? failed(result) : { data: { id: item.input.id } });
    });
    return items.map((item) => answers.get(item) as Outcome<Done>);
  }

  /** By `Idempotency-Key`: remembered, so in a transaction of its own. */
  private async registerOnce(admitted: Admitted): Promise<Outcome<VolunteerView>> {
    const { item, wanted } = admitted;
    const remembered = { content: wanted.contentDigest.toString('base64url') };
    try {
      const data = await this.database.transaction((tx) =>
        once(tx, item, volunteers.register.subject, remembered, async () => {
          const [result] = await this.registerAll(tx, [admitted]);
          if (result instanceof VolunteerEntity) return this.stars.view(tx, result);
          throw result ?? new Error('one item, no result');
        }),
      );
      return { data };
    } catch (error) {
      if (error instanceof DomainError) return failed(error);
      throw error;
    }
  }

  /** Whoever is registered is so with the content of the item: nothing that was sealed needs opening. */
  private async answers(
    items: readonly Admitted[],
    results: (PresentVolunteer | DomainError)[],
  ): Promise<Outcome<VolunteerView>[]> {
    const registered = results.filter(
      (result): result is PresentVolunteer => !(result instanceof DomainError),
    );
    const levelOf = await this.stars.levels(this.database, registered);
    return items.map(({ item: { input } }, index) => {
      const result = results[index] as PresentVolunteer | DomainError;
      if (result instanceof DomainError) return failed(result);
      return { data: volunteerView(result, input, levelOf(result)) };
    });
  }

  /** What can be said without looking at who is registered. */
  private async examine(items: Registering[]) {
    const placeFaults = await this.findPlaceFaults(items);
    const now = this.clock.now();
    const today = shanghaiDay(now);
    const admitted: Admitted[] = [];
    const refusals = new Map<Registering, Outcome<never>>();
    for (const item of items) {
      const { input } = item;
      try {
        mayRegister(input, item);
        const birthDay = admit(input, today);
        const fault = placeFaults.get(input.communityCode) ?? placeFaults.get(input.courierSiteId ?? '');
        if (fault) throw fault;
        admitted.push({ item, wanted: this.entityOf(item, birthDay, isMinorOn(birthDay, today), now) });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        refusals.set(item, failed(error));
      }
    }
    return { admitted, refusals };
  }

  /** Communities and sites belong to `stations`; each is asked for once a batch. */
  private async findPlaceFaults(items: Registering[]): Promise<Map<string, DomainError>> {
    const own = systemCall('volunteers', items[0]?.traceId ?? '');
    const faults = new Map<string, DomainError>();
    const ask = async (place: string, asking: Promise<unknown>) => {
      try {
        await asking;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        faults.set(place, error);
      }
    };
    const communities = new Set(items.map(({ input }) => input.communityCode));
    const sites = new Set(items.flatMap(({ input }) => input.courierSiteId ?? []));
    await Promise.all([
      ...[...communities].map((code) => ask(code, this.rpc.call(stations.getResponsible, { code }, own))),
      ...[...sites].map((id) => ask(id, checkSite(this.rpc, this.clock, id, own))),
    ]);
    return faults;
  }

  private async registerAll(tx: Tx, admitted: Admitted[]): Promise<(PresentVolunteer | DomainError)[]> {
    const candidates = admitted.map(({ item, wanted }) => ({
      // A copy: what is decided in a transaction must not outlive it, should that have to run again.
      wanted: Object.assign(new VolunteerEntity(), wanted),
      phoneDigest: phoneDigest(this.seal, item.input.phone),
      isAlone: item.actor.role === 'volunteer',
    }));
    const decisions = await decideRegistrations(tx, candidates);
    const fresh: Fresh[] = [];
    const results = decisions.map((decision, index) => {
      if (decision instanceof DomainError) return decision;
      const { volunteer, isKnown, refusedBefore } = decision;
      if (refusedBefore && !isKnown) registeredAgain(refusedBefore, volunteer);
      if (!isKnown)
        fresh.push({ volunteer, isAgain: !!refusedBefore, item: (admitted[index] as Admitted).item });
      return volunteer;
    });
    if (fresh.length > 0) await this.write(tx, fresh);
    return results;
  }

  private async write(tx: Tx, fresh: readonly Fresh[]): Promise<void> {
    const now = this.clock.now();
    const added = fresh.filter(({ isAgain }) => !isAgain);
    for (const { volunteer } of fresh.filter(({ isAgain }) => isAgain))
      await tx.orm.update(VolunteerEntity, { cityCode: volunteer.cityCode, id: volunteer.id }, volunteer);
    if (added.length > 0) {
      await this.number(
        tx,
        added.map(({ volunteer }) => volunteer),
        now,
      );
      insertVolunteers(
        tx,
        added.map(({ volunteer }) => volunteer),
      );
      this.outbox.add(tx, added.map(registeredEvent));
    }
    const consents = fresh.flatMap(({ volunteer: { cityCode, id: volunteerId }, item }) =>
      [...new Set(item.input.consents)].map((purpose) => ({ cityCode, volunteerId, purpose })),
    );
    if (added.length < fresh.length) renewConsents(tx, consents, now);
    addConsents(tx, consents, now);
  }

  /** Numbers without gaps: those of a transaction that fails are given back. */
  private async number(tx: Tx, added: readonly PresentVolunteer[], now: Date): Promise<void> {
    const year = Number(shanghaiDay(now).slice(0, 4));
    const byCounty = new Map<number, PresentVolunteer[]>();
    for (const volunteer of added) {
      const countyCode = ancestor(volunteer.communityCode, 'county') / 1_000_000;
      const group = byCounty.get(countyCode);
      if (group) group.push(volunteer);
      else byCounty.set(countyCode, [volunteer]);
    }
    const wanted = [...byCounty].map(([countyCode, group]) => ({
      cityCode: group[0]?.cityCode ?? 0,
      countyCode,
      year,
      count: group.length,
    }));
    const firsts = await nextSequences(tx, wanted);
    for (const [countyCode, group] of byCounty) {
      const first = firsts.get(countyCode);
      if (first === undefined) throw new Error('volunteer_number_counter answered nothing');
      group.forEach((volunteer, index) => {
        volunteer.volunteerNumber = volunteerNumber(countyCode, year, first + index);
      });
    }
  }

  private entityOf(
    { input, actor }: Registering,
    birthDay: string,
    awaitsGuardian: boolean,
    registeredAt: Date,
  ): PresentVolunteer {
    const { code, cityCode } = parseRegion(input.communityCode);
    return Object.assign(new VolunteerEntity(), {
      ...sealRegistration(this.seal, input, birthDay),
      cityCode,
      id: input.id,
      communityCode: code,
      courierSiteId: input.courierSiteId ?? null,
      skills: [...new Set(input.skills)],
      withdrawn: [],
      awaitsGuardian,
      ...{ leftAt: null, mergedInto: null },
      registeredCode: null,
      verification: 'pending' as const,
      version: 1,
      ...{ lifetimeMinutes: 0, evaluations: 0, goodEvaluations: 0 },
      registeredAt,
      registeredBy: actor.id,
    });
  }
}

/** People register themselves; staff register inside their region. */
function mayRegister({ id, communityCode }: RegisterVolunteerInput, { actor }: Call): void {
  const { code, level } = parseRegion(communityCode);
  if (level !== 'community') throw new DomainError('region.unknown');
  if (actor.role === 'volunteer') {
    if (actor.id !== id) throw new DomainError('access.denied');
  } else if (!sees(actor, code)) throw new DomainError('access.foreignRegion');
}

function registeredEvent({ volunteer, item }: Fresh): NewEvent {
  return {
    contract: volunteerEvents.registered,
    cityCode: volunteer.cityCode,
    data: {
      volunteerId: volunteer.id,
      communityCode: formatRegion(volunteer.communityCode),
      registeredAt: volunteer.registeredAt.toISOString(),
    },
    traceId: item.traceId,
  };
}

/** Who was refused keeps number and minutes, and waits for a new decision. */
function registeredAgain(known: VolunteerEntity, wanted: PresentVolunteer): void {
  const { volunteerNumber: number, lifetimeMinutes, evaluations, goodEvaluations } = known;
  const { registeredAt, version, registeredCode } = known;
  Object.assign(wanted, {
    volunteerNumber: number,
    ...{ lifetimeMinutes, evaluations, goodEvaluations },
    registeredAt,
    registeredCode,
    version: version + 1,
    decidedAt: null,
    decidedBy: null,
    decisionReasonSealed: null,
  });
}
