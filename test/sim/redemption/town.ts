import {
  type Actor,
  DomainError,
  errands,
  type ErrandView,
  kinship,
  ledger,
  type LedgerAudit,
  needs,
  type NeedView,
  type PostNeedInput,
  type Relation,
  type ServiceRecordView,
  stations,
  systemActor,
  volunteers,
} from '#contracts';
import { ManualClock, newId } from '#platform';
import {
  allConsumed,
  type HouseOptions,
  person,
  serviceDefinition,
  startHouse,
  type TestHouse,
} from '#testing';
import { PaymentsJob } from '../../../apps/tasks/src/payments.job.js';

const community = '120116014001';
export const cityCode = 1201;

/**
 * A subdistrict with the four services that a paid need touches, a committee, a station, and people who are
 * registered over the contracts everybody uses.
 */
export class Town {
  readonly committee: Actor = { id: newId(), role: 'committee', region: community };
  readonly station: Actor = { id: newId(), role: 'station', region: '120116014' };
  private services = ['stations', 'volunteers', 'tasks', 'ledger'] as const;

  private constructor(
    readonly house: TestHouse,
    readonly clock: ManualClock,
  ) {}

  static async open(options: HouseOptions = {}): Promise<Town> {
    const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
    const definitions = await Promise.all(
      (['stations', 'volunteers', 'tasks', 'ledger'] as const).map(serviceDefinition),
    );
    const house = await startHouse(definitions, { clock, ...options });
    const town = new Town(house, clock);
    const system = systemActor('gateway');
    await house.ask(
      stations.createOrganisation,
      { id: newId(), kind: 'socialWorkStation', name: 'TEDA', region: '120116014' },
      system,
    );
    return town;
  }

  close(): Promise<void> {
    return this.house.stop();
  }

  /** A verified volunteer with credits for `minutes` of service, earned as everybody earns them. */
  async volunteer(minutes = 0): Promise<Actor> {
    const registration = person();
    const system = systemActor('gateway');
    const { id } = must(await this.house.ask(volunteers.register, registration, system));
    must(await this.house.ask(volunteers.verify, { id, decision: 'verified' }, system));
    await this.quiet();
    const actor: Actor = { id, role: 'volunteer' };
    if (minutes > 0) {
      const helped = await this.resident();
      // What is beyond the window does not count.
      const need = must(await this.post({ residentId: helped.id, windowEnd: this.inHours(10) }));
      must(await this.accept(need.id));
      const record = await this.serve(need.id, actor, minutes);
      must(await this.confirm(record.id));
      await this.quiet();
    }
    return actor;
  }

  inHours(hours: number): string {
    return new Date(this.clock.now().getTime() + hours * 3_600_000).toISOString();
  }

  /** A resident of the committee's community; the same person as `id` where that is told. */
  async resident(changes: { id?: string; hardshipCategories?: ['livingAloneElderly'] } = {}): Promise<Actor> {
    const id = changes.id ?? newId();
    const input = {
      ...{ id, name: '示例奶奶', phone: '022-00000001', communityCode: community, door: id.slice(-12) },
      point: { longitude: 117.71, latitude: 39.03 },
      ...changes,
    };
    must(await this.house.ask(needs.registerResident, input, this.committee));
    return { id, role: 'resident' };
  }

  /** A tie declared by one and confirmed by the other, the committee where that is a resident. */
  async relate(from: Actor, to: Actor, relation: Relation): Promise<string> {
    const id = newId();
    must(await this.house.ask(kinship.declare, { id, fromId: from.id, toId: to.id, relation }, from));
    const by = to.role === 'resident' ? this.committee : to;
    must(await this.house.ask(kinship.confirm, { id, method: 'callBack' }, by));
    return id;
  }

  /** A need posted by the committee, unless told by whom, for the next two hours. */
  async post(changes: Partial<PostNeedInput>, by: Actor = this.committee): Promise<NeedView | DomainError> {
    const input: PostNeedInput = {
      ...{ id: newId(), residentId: newId(), type: 'groceries', summary: 'rice and oil', channel: 'phone' },
      ...{ windowStart: this.inHours(0), windowEnd: this.inHours(2) },
      expectedMinutes: 60,
      ...changes,
    };
    const answer = await this.house.ask(needs.post, input, by);
    if (answer instanceof DomainError || by.role === 'committee') return answer;
    return this.house.ask(needs.verify, { id: input.id }, this.committee);
  }

  accept(id: string, asPublicBenefit?: boolean): Promise<NeedView | DomainError> {
    return this.house.ask(needs.accept, { id, asPublicBenefit }, this.station);
  }

  async need(id: string): Promise<NeedView> {
    return must(await this.house.ask(needs.get, { id }, this.committee));
  }

  async claim(id: string, volunteer: Actor): Promise<string> {
    const { errandId = '' } = await this.need(id);
    const claim = await this.house.ask(errands.claim, { id: newId(), errandId }, volunteer);
    return must(claim).id;
  }

  /** Claims and serves, with the code at the door. */
  async serve(id: string, volunteer: Actor, minutes: number): Promise<ServiceRecordView> {
    await this.claim(id, volunteer);
    const { errandId = '', serviceCode } = await this.need(id);
    must<ErrandView>(await this.house.ask(errands.checkIn, { errandId, code: serviceCode }, volunteer));
    this.clock.advanceMinutes(minutes);
    return must(await this.house.ask(errands.checkOut, { errandId }, volunteer));
  }

  confirm(id: string, serviceMinutes?: number): Promise<ServiceRecordView | DomainError> {
    return this.house.ask(errands.confirmRecord, { id, method: 'callBack', serviceMinutes }, this.committee);
  }

  cancel(id: string, by: Actor = this.committee): Promise<NeedView | DomainError> {
    return this.house.ask(needs.cancel, { id, reason: 'not needed any more' }, by);
  }

  /** Everything told is heard, everything due is done. */
  async quiet(): Promise<void> {
    for (let round = 0; round < 2; round++) {
      for (const service of ['volunteers', 'tasks', 'ledger'] as const) {
        await this.published(service);
        await allConsumed(this.house.nats, service);
      }
    }
  }

  /** What the payments job does every ten seconds. */
  async work(): Promise<void> {
    const tasks = this.house.services.find(({ name }) => name === 'tasks');
    await tasks?.app.get(PaymentsJob).work();
    await this.quiet();
  }

  /** Balance and held minutes of somebody; nothing where there is no account yet. */
  async balance({ id }: Pick<Actor, 'id'>): Promise<[balance: number, held: number]> {
    const answer = await this.house.ask(ledger.getBalance, { ownerId: id, cityCode }, systemActor('gateway'));
    if (answer instanceof DomainError) return [0, 0];
    const { balanceMinutes, heldMinutes } = answer;
    return [balanceMinutes, heldMinutes];
  }

  async audit(): Promise<LedgerAudit> {
    return must(await this.house.ask(ledger.audit, { region: String(cityCode) }, systemActor('gateway')));
  }

  private async published(service: (typeof this.services)[number]): Promise<void> {
    const left = async () =>
      (await this.house.sql(`select 1 from ${service}.outbox where published_at is null limit 1`)).length;
    const deadline = Date.now() + 20_000;
    while ((await left()) > 0) {
      if (Date.now() > deadline) throw new Error(`${service} did not publish everything`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** What was answered, or an error that says what was refused. */
export function must<T extends object>(answer: T | DomainError): T {
  if (answer instanceof DomainError) throw new Error(`${answer.code} ${JSON.stringify(answer.data)}`);
  return answer;
}
